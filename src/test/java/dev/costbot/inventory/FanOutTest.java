package dev.costbot.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FanOutTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void keepsEachLaneAndTheWholeWithinTheirWidths() {
    Map<String, Integer> running = new ConcurrentHashMap<>();
    Map<String, Integer> most = new ConcurrentHashMap<>();
    try (FanOut fanOut = new FanOut(3, 2, LONG)) {
      fanOut.run(
          IntStream.range(0, 40)
              .<Runnable>mapToObj(
                  number ->
                      () -> {
                        String lane = "lane " + number % 4;
                        fanOut.inLane(lane, () -> occupy(List.of(lane, "all"), running, most));
                      })
              .toList());
    }

    assertThat(most.remove("all")).isEqualTo(3);
    assertThat(most)
        .hasSize(4)
        .allSatisfy((lane, atOnce) -> assertThat(atOnce).isLessThanOrEqualTo(2));
  }

  @Test
  void runsWhatHasRoomAtTheSameTime() {
    // Each waits for the other, so one after the other would never end.
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger met = new AtomicInteger();
    Runnable meet =
        () -> {
          try {
            both.await(20, TimeUnit.SECONDS);
            met.incrementAndGet();
          } catch (Exception alone) {
            throw new IllegalStateException(alone);
          }
        };
    try (FanOut fanOut = new FanOut(2, 1, LONG)) {
      fanOut.run(Collections.nCopies(2, meet));
    }

    assertThat(met).hasValue(2);
  }

  @Test
  void leavesAtTheDeadlineAndInterruptsWhatStillRuns() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    AtomicBoolean quick = new AtomicBoolean();
    try (FanOut fanOut = new FanOut(8, 8, Duration.ofMillis(300))) {
      fanOut.run(
          List.of(
              () -> {
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException expected) {
                  interrupted.countDown();
                }
              },
              () -> quick.set(true)));

      assertThat(fanOut.isOver()).isTrue();
      assertThat(quick).isTrue();
      assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aTaskThatBreaksIsADefectAndThrows() {
    Runnable broken =
        () -> {
          throw new IllegalArgumentException("ours");
        };
    try (FanOut fanOut = new FanOut(1, 1, LONG)) {
      assertThatThrownBy(() -> fanOut.run(List.of(broken)))
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("ours");
    }
  }

  private static boolean occupy(
      List<String> places, Map<String, Integer> running, Map<String, Integer> most) {
    for (String place : places) {
      most.merge(place, running.merge(place, 1, Integer::sum), Math::max);
    }
    try {
      Thread.sleep(20);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    places.forEach(place -> running.merge(place, -1, Integer::sum));
    return true;
  }
}
