package dev.costbot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every delivery store keeps to. */
abstract class DeliveryStoreContract {
  private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");
  private static final String ENVELOPE = "{\"text\":\"what do we waste?\"}";

  /** The store of this test, empty at first. */
  abstract DeliveryStore store();

  private Claim claim(Instant now) {
    return store().claim("e1", ENVELOPE, now, now.plusSeconds(30));
  }

  private Claim.Granted granted(Instant now) {
    assertThat(claim(now.minusMillis(1))).isNotInstanceOf(Claim.Granted.class);
    return (Claim.Granted) claim(now);
  }

  private Lease first() {
    return ((Claim.Granted) claim(NOON)).lease();
  }

  @Test
  void grantsAQuestionNobodyWorksOn() {
    assertThat(claim(NOON))
        .isInstanceOfSatisfying(
            Claim.Granted.class,
            granted -> {
              assertThat(granted.lease().id()).isEqualTo("e1");
              assertThat(granted.attempt()).isEqualTo(1);
              assertThat(granted.message()).isNull();
              assertThat(granted.postBegun()).isFalse();
            });
  }

  @Test
  void isBusyUntilTheLeaseEnds() {
    Lease lease = first();

    assertThat(claim(NOON.plusMillis(29_999))).isEqualTo(new Claim.Busy(NOON.plusSeconds(30)));
    Claim.Granted second = granted(NOON.plusSeconds(30));
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.lease()).isNotEqualTo(lease);
  }

  @Test
  void tellsQuestionsApart() {
    first();

    assertThat(store().claim("e2", ENVELOPE, NOON, NOON.plusSeconds(30)))
        .isInstanceOf(Claim.Granted.class);
  }

  @Test
  void aRenewedLeaseLastsLonger() {
    Lease lease = first();
    store().renew(lease, NOON.plusSeconds(50));

    assertThat(claim(NOON.plusSeconds(49))).isEqualTo(new Claim.Busy(NOON.plusSeconds(50)));
    assertThat(granted(NOON.plusSeconds(50)).attempt()).isEqualTo(2);
  }

  @Test
  void aLeaseThatIsGivenBackIsFreeAtOnce() {
    store().renew(first(), NOON.plusSeconds(1));

    assertThat(claim(NOON.plusSeconds(1))).isInstanceOf(Claim.Granted.class);
  }

  @Test
  void theNextAttemptFindsTheStoredMessage() {
    store().answered(first(), "You waste 12.30 USD — 💶");

    Claim.Granted second = granted(NOON.plusSeconds(30));
    assertThat(second.message()).isEqualTo("You waste 12.30 USD — 💶");
    assertThat(second.postBegun()).isFalse();
  }

  @Test
  void theNextAttemptKnowsThatPostingHadBegun() {
    Lease lease = first();
    store().answered(lease, "answer");
    store().posting(lease);

    Claim.Granted second = granted(NOON.plusSeconds(30));
    assertThat(second.message()).isEqualTo("answer");
    assertThat(second.postBegun()).isTrue();
  }

  @Test
  void whatIsPostedIsDoneForEver() {
    Lease lease = first();
    store().answered(lease, "answer");
    store().posting(lease);
    store().posted(lease, "1700000000.000100");

    assertThat(claim(NOON.plusSeconds(1))).isEqualTo(new Claim.Done("1700000000.000100"));
    assertThat(claim(NOON.plusSeconds(3_000))).isEqualTo(new Claim.Done("1700000000.000100"));
  }

  @Test
  void whatIsPostedOutsideAnyThreadIsDoneToo() {
    Lease lease = first();
    store().answered(lease, "answer");
    store().posting(lease);
    store().posted(lease, null);

    assertThat(claim(NOON.plusSeconds(60))).isEqualTo(new Claim.Done(null));
  }

  @Test
  void refusesEveryWriteOfOneWhoLostTheLease() {
    Lease lost = first();
    Lease held = granted(NOON.plusSeconds(30)).lease();

    assertLost(() -> store().renew(lost, NOON.plusSeconds(90)));
    assertLost(() -> store().answered(lost, "late"));
    assertLost(() -> store().posting(lost));
    assertLost(() -> store().posted(lost, null));

    store().answered(held, "in time");
    Claim.Granted third = granted(NOON.plusSeconds(60));
    assertThat(third.message()).isEqualTo("in time");
    assertThat(third.postBegun()).isFalse();
  }

  @Test
  void refusesALeaseOnWhatItDoesNotKnow() {
    assertLost(() -> store().answered(new Lease("unknown", "someone"), "answer"));
    assertThat(store().unfinished(NOON)).isEmpty();
  }

  @Test
  void anEndedLeaseStillHoldsWhileNobodyTookItOver() {
    Lease lease = first();
    store().answered(lease, "late but alone");

    assertThat(granted(NOON.plusSeconds(30)).message()).isEqualTo("late but alone");
  }

  @Test
  void acceptsAQuestionOnce() {
    assertThat(store().accept("e1", ENVELOPE, NOON)).isTrue();
    assertThat(store().accept("e1", "{\"text\":\"other\"}", NOON)).isFalse();
    assertThat(store().accept("e1", ENVELOPE, NOON)).isFalse();

    assertThat(store().unfinished(NOON)).containsExactly(new Accepted("e1", ENVELOPE, NOON));
    assertThat(((Claim.Granted) claim(NOON)).attempt()).isEqualTo(1);
  }

  @Test
  void acceptingAgainDisturbsNobody() {
    Lease lease = first();
    store().answered(lease, "answer");
    assertThat(store().accept("e1", ENVELOPE, NOON)).isFalse();

    assertThat(claim(NOON)).isInstanceOf(Claim.Busy.class);
    store().posting(lease);
    store().posted(lease, null);
    assertThat(store().accept("e1", ENVELOPE, NOON)).isFalse();
    assertThat(claim(NOON.plusSeconds(60))).isEqualTo(new Claim.Done(null));
  }

  @Test
  void listsWhatWasAcceptedAndNotPostedOldestFirst() {
    store().accept("younger", ENVELOPE, NOON.plusSeconds(2));
    store().accept("../../etc/passwd", ENVELOPE, NOON.plusSeconds(1));
    store().accept("too old", ENVELOPE, NOON.minus(Duration.ofDays(2)));
    Lease lease = first();
    store().answered(lease, "answer");
    store().posting(lease);
    assertThat(store().unfinished(NOON))
        .extracting(Accepted::id)
        .containsExactly("e1", "../../etc/passwd", "younger");

    store().posted(lease, null);
    assertThat(store().unfinished(NOON))
        .extracting(Accepted::id)
        .containsExactly("../../etc/passwd", "younger");
  }

  @Test
  void ofManyWhoDeliverAtOnceOnePosts() throws Exception {
    Delivery delivery = new Delivery(store(), InstantSource.system(), Timing.STANDARD);
    FakePoster poster = new FakePoster();
    List<Future<Outcome>> outcomes = new ArrayList<>();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 6; n++) {
        outcomes.add(
            workers.submit(
                () ->
                    delivery.deliver(
                        "e1",
                        ENVELOPE,
                        Instant.now().plusSeconds(60),
                        () -> "answer",
                        poster,
                        failure -> "sorry")));
      }
    }

    assertThat(poster.posted).containsExactly("answer");
    assertThat(outcomes)
        .extracting(Future::get)
        .filteredOn(Outcome.Posted.class::isInstance)
        .hasSize(1);
  }

  private static void assertLost(Runnable write) {
    assertThatExceptionOfType(LeaseLostException.class).isThrownBy(write::run);
  }
}
