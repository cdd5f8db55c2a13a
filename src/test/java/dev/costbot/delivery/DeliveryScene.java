package dev.costbot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** One question, a clock that the test moves, and a place to post to. */
abstract class DeliveryScene {
  static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");
  static final Instant DEADLINE = NOON.plusSeconds(300);

  /** As in production but for the pauses between posts. */
  static final Timing TIMING =
      new Timing(
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(8),
          Duration.ofMillis(1),
          4,
          3);

  final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  final InMemoryDeliveryStore store = new InMemoryDeliveryStore();
  final FakePoster poster = new FakePoster();
  final AtomicInteger worked = new AtomicInteger();

  Delivery delivery(DeliveryStore over) {
    return new Delivery(over, now::get, TIMING);
  }

  Outcome deliver(Work work, Poster to) throws InterruptedException {
    return delivery(store).deliver("e1", "{}", DEADLINE, work, to, DeliveryScene::sorry);
  }

  Outcome deliver() throws InterruptedException {
    return deliver(this::answer, poster);
  }

  Outcome apologise() throws InterruptedException {
    return delivery(store).apologise("e1", "{}", DEADLINE, poster, DeliveryScene::sorry);
  }

  String answer() {
    worked.incrementAndGet();
    return "answer";
  }

  static String sorry(Failure failure) {
    return switch (failure) {
      case Failure.OutOfTime late -> "sorry, too slow";
      case Failure.Broken broken -> "sorry, " + broken.cause().getMessage();
      case Failure.NeverFinished never -> "sorry, it never finished";
    };
  }

  /** What another worker does when the lease has ended meanwhile. */
  Claim.Granted takeOver() {
    now.updateAndGet(then -> then.plusSeconds(31));
    return (Claim.Granted) store.claim("e1", "{}", now.get(), now.get().plusSeconds(30));
  }
}
