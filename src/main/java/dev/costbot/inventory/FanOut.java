package dev.costbot.inventory;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs many blocking calls at once, each on a virtual thread, until one deadline for all. Calls to
 * the same place share a lane, and no more of them run at once than a lane is wide: AWS throttles
 * per service and region.
 */
final class FanOut implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Semaphore> lanes = new ConcurrentHashMap<>();
  private final Semaphore all;
  private final int laneWidth;
  private final long deadline;

  /**
   * @param width calls at once, over all lanes
   * @param laneWidth calls at once in one lane
   * @param time from now to the deadline
   */
  FanOut(int width, int laneWidth, Duration time) {
    this.all = new Semaphore(width);
    this.laneWidth = laneWidth;
    this.deadline = System.nanoTime() + time.toNanos();
  }

  /**
   * Returns when all have ended or the deadline has come; what still runs then is interrupted and
   * not waited for, so a task must leave what it has in a place of its own as it goes.
   *
   * @throws IllegalStateException when a task threw, which is a defect: failed reads are values
   */
  void run(List<Runnable> tasks) {
    List<? extends Future<?>> running = tasks.stream().map(threads::submit).toList();
    for (Future<?> task : running) {
      await(task);
    }
  }

  /**
   * Makes a call when its lane has room.
   *
   * @throws CutOffException when the deadline came first
   */
  <T> T inLane(String lane, Supplier<T> call) {
    Semaphore room = lanes.computeIfAbsent(lane, name -> new Semaphore(laneWidth));
    try {
      room.acquire();
      try {
        all.acquire();
        try {
          return call.get();
        } finally {
          all.release();
        }
      } finally {
        room.release();
      }
    } catch (InterruptedException cut) {
      Thread.currentThread().interrupt();
      throw new CutOffException(cut);
    }
  }

  /** Whether the deadline has come: what arrives from now on is too late. */
  boolean isOver() {
    return System.nanoTime() - deadline >= 0;
  }

  /** Interrupts what still runs, without waiting for it. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void await(Future<?> task) {
    try {
      task.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      task.cancel(true);
    } catch (ExecutionException broken) {
      if (!(broken.getCause() instanceof CutOffException)) {
        throw new IllegalStateException("a task of a scan broke", broken.getCause());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      close();
      throw new IllegalStateException("the scan was interrupted", stopped);
    }
  }

  /** The deadline came while a call waited for its turn. */
  static final class CutOffException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    CutOffException(InterruptedException cause) {
      super("not read in time", cause);
    }
  }
}
