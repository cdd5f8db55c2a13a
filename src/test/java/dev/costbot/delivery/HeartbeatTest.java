package dev.costbot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

  /** Beats every five real milliseconds; everything else is by the clock of the test. */
  private static final Timing TIMING =
      new Timing(
          Duration.ofSeconds(30),
          Duration.ofMillis(5),
          Duration.ofSeconds(8),
          Duration.ofMillis(1),
          4,
          3);

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final InMemoryDeliveryStore store = new InMemoryDeliveryStore();
  private final FakePoster poster = new FakePoster();
  private final BlockingQueue<Instant> renewals = new LinkedBlockingQueue<>();

  private Outcome deliver(DeliveryStore over, Instant deadline, Work work)
      throws InterruptedException {
    return new Delivery(over, now::get, TIMING)
        .deliver("e1", "{}", deadline, work, poster, failure -> "sorry");
  }

  private DeliveryStore recording() {
    return new ForwardingStore(store) {
      @Override
      public void renew(Lease lease, Instant leaseEnds) {
        super.renew(lease, leaseEnds);
        renewals.add(leaseEnds);
      }
    };
  }

  private void renewedUntil(Instant end) throws InterruptedException {
    while (!renewals.take().equals(end)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aLivingWorkerKeepsItsLeaseBeyondThirtySeconds() throws InterruptedException {
    AtomicReference<Claim> repeat = new AtomicReference<>();
    Outcome outcome =
        deliver(
            recording(),
            NOON.plusSeconds(300),
            () -> {
              now.set(NOON.plusSeconds(20));
              renewedUntil(NOON.plusSeconds(50));
              repeat.set(store.claim("e1", "{}", NOON.plusSeconds(49), NOON.plusSeconds(79)));
              return "answer";
            });

    assertThat(repeat).hasValue(new Claim.Busy(NOON.plusSeconds(50)));
    assertThat(outcome).isInstanceOf(Outcome.Posted.class);
  }

  @Test
  void noLeaseOutlivesItsDeadline() throws InterruptedException {
    AtomicReference<Claim> early = new AtomicReference<>();
    deliver(
        recording(),
        NOON.plusSeconds(40),
        () -> {
          now.set(NOON.plusSeconds(20));
          renewedUntil(NOON.plusSeconds(40));
          early.set(store.claim("e1", "{}", NOON.plusSeconds(39), NOON.plusSeconds(69)));
          return "answer";
        });

    assertThat(early).hasValue(new Claim.Busy(NOON.plusSeconds(40)));
  }

  @Test
  void aFirstLeaseEndsWithANearDeadlineToo() throws InterruptedException {
    AtomicReference<Claim> repeat = new AtomicReference<>();
    deliver(
        store,
        NOON.plusSeconds(12),
        () -> {
          repeat.set(store.claim("e1", "{}", NOON, NOON.plusSeconds(30)));
          return "answer";
        });

    assertThat(repeat).hasValue(new Claim.Busy(NOON.plusSeconds(12)));
  }

  @Test
  void stopsWithTheDelivery() throws InterruptedException {
    deliver(
        recording(),
        NOON.plusSeconds(300),
        () -> {
          renewedUntil(NOON.plusSeconds(30));
          return "answer";
        });
    renewals.clear();
    Thread.sleep(30);

    assertThat(renewals).isEmpty();
    assertThat(poster.posted).isEqualTo(List.of("answer"));
  }

  @Test
  void survivesADisturbedStoreAndStopsTheWorkWhenTheLeaseIsLost() throws InterruptedException {
    AtomicInteger beats = new AtomicInteger();
    CountDownLatch interrupted = new CountDownLatch(1);
    DeliveryStore losing =
        new ForwardingStore(store) {
          @Override
          public void renew(Lease lease, Instant leaseEnds) {
            if (beats.incrementAndGet() == 1) {
              throw new IllegalStateException("throttled");
            }
            throw new LeaseLostException(lease);
          }
        };
    Outcome outcome =
        deliver(
            losing,
            NOON.plusSeconds(300),
            () -> {
              try {
                new CountDownLatch(1).await();
                return "never";
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
            });
    interrupted.await();

    assertThat(outcome).isEqualTo(new Outcome.LeaseLost());
    assertThat(beats).hasValue(2);
    assertThat(poster.posted).isEmpty();
  }
}
