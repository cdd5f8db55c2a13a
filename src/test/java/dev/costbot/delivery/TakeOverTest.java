package dev.costbot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What one attempt leaves behind, and what the next makes of it. */
class TakeOverTest extends DeliveryScene {
  @Test
  void postsAnywayWhenItCannotFindOutAboutAnEarlierPost() throws InterruptedException {
    Lease dead = ((Claim.Granted) store.claim("e1", "{}", NOON, NOON)).lease();
    store.answered(dead, "answer");
    store.posting(dead);
    List<String> posted = new ArrayList<>();
    Poster blind =
        new Poster() {
          @Override
          public String post(String message, boolean mayRepeat) {
            posted.add(message + mayRepeat);
            return "1.2";
          }

          @Override
          public Seen seen() throws IOException {
            throw new IOException("missing_scope");
          }
        };

    assertThat(deliver(this::answer, blind)).isEqualTo(new Outcome.Posted("1.2", null));
    assertThat(posted).containsExactly("answertrue");
  }

  @Test
  void doesNotPostWhatTookSoLongThatSomeoneElseTookOver() throws InterruptedException {
    Outcome outcome =
        deliver(
            () -> {
              takeOver();
              return "late";
            },
            poster);

    assertThat(outcome).isEqualTo(new Outcome.LeaseLost());
    assertThat(poster.posted).isEmpty();
  }

  @Test
  void doesNotPostAgainWhenSomeoneTookOverBetweenTwoPosts() throws InterruptedException {
    AtomicInteger posts = new AtomicInteger();
    FakePoster failing = new FakePoster(Poster.Seen.NO).failing(1);
    failing.before(
        () -> {
          posts.incrementAndGet();
          takeOver();
        });

    assertThat(deliver(this::answer, failing)).isEqualTo(new Outcome.LeaseLost());
    assertThat(posts).hasValue(1);
    assertThat(failing.posted).isEmpty();
  }

  @Test
  void aPostThatGotThroughCountsEvenWhenTheLeaseWasLostMeanwhile() throws InterruptedException {
    poster.before(this::takeOver);

    assertThat(deliver()).isEqualTo(new Outcome.Posted("1700000000.000100", null));
  }

  @Test
  void givesUpAQuestionWhoseWorkKeepsKillingIt() throws InterruptedException {
    for (int attempt = 1; attempt <= 3; attempt++) {
      takeOver();
    }
    now.updateAndGet(then -> then.plusSeconds(31));

    assertThat(deliver())
        .isEqualTo(new Outcome.Posted("1700000000.000100", new Failure.NeverFinished()));
    assertThat(worked).hasValue(0);
  }

  @Test
  void apologisesForWhatWasNeverPosted() throws InterruptedException {
    takeOver();
    now.updateAndGet(then -> then.plusSeconds(31));

    assertThat(apologise())
        .isEqualTo(new Outcome.Posted("1700000000.000100", new Failure.NeverFinished()));
    assertThat(poster.posted).containsExactly("sorry, it never finished");
  }

  @Test
  void apologisesEvenForWhatNoWorkerEverSaw() throws InterruptedException {
    assertThat(apologise()).isInstanceOf(Outcome.Posted.class);
    assertThat(poster.posted).containsExactly("sorry, it never finished");
  }

  @Test
  void postsAStoredAnswerInsteadOfAnApology() throws InterruptedException {
    store.answered(takeOver().lease(), "answer");
    now.updateAndGet(then -> then.plusSeconds(31));

    assertThat(apologise()).isEqualTo(new Outcome.Posted("1700000000.000100", null));
    assertThat(poster.posted).containsExactly("answer");
  }

  @Test
  void doesNotApologiseForWhatWasPosted() throws InterruptedException {
    deliver();

    assertThat(apologise()).isInstanceOf(Outcome.AlreadyPosted.class);
    assertThat(poster.posted).containsExactly("answer");
  }

  @Test
  void waitsForALiveLeaseToEndBeforeItApologises() throws InterruptedException {
    Instant ends = NOON.plusMillis(50);
    store.claim("e1", "{}", NOON, ends);
    long start = System.nanoTime();
    Delivery running = new Delivery(store, () -> NOON.plusNanos(System.nanoTime() - start), TIMING);

    assertThat(running.apologise("e1", "{}", DEADLINE, poster, DeliveryScene::sorry))
        .isInstanceOf(Outcome.Posted.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(49));
    assertThat(poster.posted).containsExactly("sorry, it never finished");
  }

  @Test
  void doesNotApologiseWhileSomeoneIsAtIt() throws InterruptedException {
    store.claim("e1", "{}", NOON, NOON.plusSeconds(30));
    now.set(NOON.plusSeconds(20));
    Outcome outcome =
        delivery(store).apologise("e1", "{}", NOON.plusSeconds(28), poster, DeliveryScene::sorry);

    assertThat(outcome).isEqualTo(new Outcome.Busy(NOON.plusSeconds(30)));
    assertThat(poster.posted).isEmpty();
  }

  @Test
  void aServerThatRestartsWaitsForTheLeaseOfTheOneBefore() throws InterruptedException {
    store.claim("e1", "{}", NOON, NOON.plusMillis(50));
    long start = System.nanoTime();
    Delivery running = new Delivery(store, () -> NOON.plusNanos(System.nanoTime() - start), TIMING);

    assertThat(running.resume("e1", "{}", DEADLINE, this::answer, poster, DeliveryScene::sorry))
        .isInstanceOf(Outcome.Posted.class);
    assertThat(poster.posted).containsExactly("answer");
  }
}
