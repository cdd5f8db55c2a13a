package dev.costbot.app.local;

import dev.costbot.app.Worker;
import dev.costbot.app.front.WorkerInvoker;
import dev.costbot.app.front.WorkerUnavailableException;
import dev.costbot.delivery.Accepted;
import dev.costbot.delivery.DeliveryStore;
import dev.costbot.delivery.Outcome;
import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.EnvelopeJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker in this process, in place of Lambda's asynchronous invocation. A question is stored
 * before it is acknowledged, so that one that was cut off is answered after a restart.
 */
public final class LocalWorker implements WorkerInvoker, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalWorker.class);
  private static final Duration TIME = Duration.ofMinutes(5);

  /** As many tries as Lambda makes, as far apart. */
  private static final int TRIES = 2;

  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);

  private final Worker worker;
  private final DeliveryStore deliveries;
  private final InstantSource time;
  private final Duration betweenTries;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public LocalWorker(Worker worker, DeliveryStore deliveries, InstantSource time) {
    this(worker, deliveries, time, BETWEEN_TRIES);
  }

  LocalWorker(Worker worker, DeliveryStore deliveries, InstantSource time, Duration betweenTries) {
    this.worker = worker;
    this.deliveries = deliveries;
    this.time = time;
    this.betweenTries = betweenTries;
  }

  @Override
  public void invoke(Envelope envelope) throws WorkerUnavailableException {
    byte[] json = EnvelopeJson.write(envelope);
    try {
      // What people say to each other is not kept: it might be answered after a restart.
      if (!worker.concerns(envelope)) {
        return;
      }
      deliveries.accept(
          envelope.id(), new String(json, StandardCharsets.UTF_8), envelope.receivedAt());
    } catch (RuntimeException e) {
      throw new WorkerUnavailableException("the question could not be stored", e);
    }
    threads.execute(() -> answer(json, false));
  }

  /** Takes up what an earlier process accepted and did not answer. */
  public int resumeUnfinished() {
    var unfinished = deliveries.unfinished(time.instant());
    for (Accepted accepted : unfinished) {
      byte[] json = accepted.envelope().getBytes(StandardCharsets.UTF_8);
      threads.execute(() -> answer(json, true));
    }
    return unfinished.size();
  }

  /** Waits for the questions at hand, for some seconds. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("Stopped with questions unanswered; they are taken up at the next start");
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void answer(byte[] envelope, boolean resumed) {
    try {
      for (int attempt = 1; attempt <= TRIES; attempt++) {
        if (answered(envelope, resumed, attempt)) {
          return;
        }
        if (attempt < TRIES) {
          Thread.sleep(betweenTries);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean answered(byte[] envelope, boolean resumed, int attempt)
      throws InterruptedException {
    Instant deadline = time.instant().plus(TIME);
    try {
      Outcome outcome =
          resumed ? worker.resume(envelope, deadline) : worker.answer(envelope, deadline);
      if (!(outcome instanceof Outcome.NotPosted failed)) {
        return true;
      }
      LOG.warn("An answer could not be posted (try {}): {}", attempt, failed.cause().getMessage());
    } catch (RuntimeException e) {
      LOG.error("A question could not be worked on (try {})", attempt, e);
    }
    return false;
  }
}
