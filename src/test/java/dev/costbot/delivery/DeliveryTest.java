package dev.costbot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {
  private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");
  private static final Instant DEADLINE = NOON.plusSeconds(300);

  /** As in production but for the pauses between posts. */
  private static final Timing TIMING =
      new Timing(
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(8),
          Duration.ofMillis(1),
          4,
          3);

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final InMemoryDeliveryStore store = new InMemoryDeliveryStore();
  private final FakePoster poster = new FakePoster();
  private final AtomicInteger worked = new AtomicInteger();

  private Delivery delivery(DeliveryStore over) {
    return new Delivery(over, now::get, TIMING);
  }

  private Outcome deliver(Work work, Poster to) throws InterruptedException {
    return delivery(store).deliver("e1", "{}", DEADLINE, work, to, DeliveryTest::sorry);
  }

  private Outcome deliver() throws InterruptedException {
    return deliver(this::answer, poster);
  }

  private Outcome apologise() throws InterruptedException {
    return delivery(store).apologise("e1", "{}", DEADLINE, poster, DeliveryTest::sorry);
  }

  private String answer() {
    worked.incrementAndGet();
    return "answer";
  }

  private static String sorry(Failure failure) {
    return switch (failure) {
      case Failure.OutOfTime late -> "sorry, too slow";
      case Failure.Broken broken -> "sorry, " + broken.cause().getMessage();
      case Failure.NeverFinished never -> "sorry, it never finished";
    };
  }

  /** What another worker does when the lease has ended meanwhile. */
  private Claim.Granted takeOver() {
    now.updateAndGet(then -> then.plusSeconds(31));
    return (Claim.Granted) store.claim("e1", "{}", now.get(), now.get().plusSeconds(30));
  }

  @Test
  void postsTheAnswerAndNamesItsThread() throws InterruptedException {
    assertThat(deliver()).isEqualTo(new Outcome.Posted("1700000000.000100", null));
    assertThat(poster.posted).containsExactly("answer");
  }

  @Test
  void aRepeatPostsNothingAndStillNamesTheThread() throws InterruptedException {
    deliver();

    assertThat(deliver()).isEqualTo(new Outcome.AlreadyPosted("1700000000.000100"));
    assertThat(poster.posted).containsExactly("answer");
    assertThat(worked).hasValue(1);
  }

  @Test
  void aRepeatDoesNothingWhileTheWorkerLives() throws InterruptedException {
    AtomicReference<Outcome> repeat = new AtomicReference<>();
    Outcome outcome =
        deliver(
            () -> {
              repeat.set(deliver());
              return "answer";
            },
            poster);

    assertThat(repeat).hasValue(new Outcome.Busy(NOON.plusSeconds(30)));
    assertThat(outcome).isInstanceOf(Outcome.Posted.class);
    assertThat(poster.posted).containsExactly("answer");
  }

  @ParameterizedTest
  @CsvSource({
    "before claim,    CANNOT_TELL, 1, answer",
    "after claim,     CANNOT_TELL, 1, answer",
    "before answered, CANNOT_TELL, 2, answer",
    "after answered,  CANNOT_TELL, 1, answer",
    "before posting,  CANNOT_TELL, 1, answer",
    "after posting,   NO,          1, answer",
    "after posting,   CANNOT_TELL, 1, answer (may be a repeat)",
    "before posted,   YES,         1, answer",
    "before posted,   CANNOT_TELL, 1, answer|answer (may be a repeat)",
    "after posted,    CANNOT_TELL, 1, answer",
  })
  void killedAtAnyStepTheRetryFinishes(String death, Poster.Seen seen, int works, String posted)
      throws InterruptedException {
    FakePoster slack = new FakePoster(seen);
    Delivery mortal = delivery(new MortalStore(store, death));
    assertThatExceptionOfType(MortalStore.Killed.class)
        .isThrownBy(
            () -> mortal.deliver("e1", "{}", DEADLINE, this::answer, slack, DeliveryTest::sorry));

    now.set(NOON.plusSeconds(60)); // when Lambda retries
    Outcome outcome = deliver(this::answer, slack);

    assertThat(outcome).isInstanceOfAny(Outcome.Posted.class, Outcome.AlreadyPosted.class);
    assertThat(String.join("|", slack.posted)).isEqualTo(posted);
    assertThat(worked).as("a stored answer is not worked out again").hasValue(works);
    assertThat(deliver(this::answer, slack)).isInstanceOf(Outcome.AlreadyPosted.class);
  }

  @Test
  void apologisesWhenTheWorkBreaks() throws InterruptedException {
    IllegalStateException broken = new IllegalStateException("no credentials");
    Outcome outcome =
        deliver(
            () -> {
              throw broken;
            },
            poster);

    assertThat(outcome)
        .isEqualTo(new Outcome.Posted("1700000000.000100", new Failure.Broken(broken)));
    assertThat(poster.posted).containsExactly("sorry, no credentials");
  }

  @Test
  void apologisesBeforeTheDeadlineWhenTheWorkHangs() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    Outcome outcome =
        delivery(store)
            .deliver(
                "e1",
                "{}",
                NOON.plusSeconds(8).plusMillis(50), // 50 ms of work, 8 s of reserve
                () -> {
                  try {
                    new CountDownLatch(1).await();
                    return "never";
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                  }
                },
                poster,
                DeliveryTest::sorry);

    assertThat(outcome).isEqualTo(new Outcome.Posted("1700000000.000100", new Failure.OutOfTime()));
    assertThat(poster.posted).containsExactly("sorry, too slow");
    interrupted.await();
  }

  @Test
  void doesNotEvenStartWorkWithoutTimeForIt() throws InterruptedException {
    now.set(DEADLINE.minusSeconds(8));
    deliver();

    assertThat(poster.posted).containsExactly("sorry, too slow");
    assertThat(worked).hasValue(0);
  }

  @Test
  void triesAgainWhenAPostFails() throws InterruptedException {
    FakePoster failing = new FakePoster(Poster.Seen.NO).failing(2);

    assertThat(deliver(this::answer, failing)).isInstanceOf(Outcome.Posted.class);
    assertThat(failing.posted).containsExactly("answer");
  }

  @Test
  void saysItMayBeARepeatWhenNobodyKnowsWhetherAFailedPostGotThrough() throws InterruptedException {
    deliver(this::answer, poster.failing(1));

    assertThat(poster.posted).containsExactly("answer (may be a repeat)");
  }

  @Test
  void isNoRepeatWhenAFailedPostReachedNobody() throws InterruptedException {
    deliver(this::answer, poster.failing(2, new ConnectException("connection refused")));

    assertThat(poster.posted).containsExactly("answer");
  }

  @Test
  void reportsWhatItCannotPostAndLetsARetryHaveItAtOnce() throws InterruptedException {
    FakePoster failing = new FakePoster(Poster.Seen.NO).failing(4);

    assertThat(deliver(this::answer, failing))
        .isInstanceOfSatisfying(
            Outcome.NotPosted.class, failed -> assertThat(failed.cause()).hasMessage("timeout"));
    assertThat(deliver(this::answer, failing)).isInstanceOf(Outcome.Posted.class);
    assertThat(failing.posted).containsExactly("answer");
    assertThat(worked).hasValue(1);
  }

  @Test
  void stopsTryingToPostAtTheDeadline() throws InterruptedException {
    FakePoster failing = new FakePoster(Poster.Seen.NO).failing(9);
    failing.before(() -> now.set(DEADLINE));

    assertThat(deliver(this::answer, failing)).isInstanceOf(Outcome.NotPosted.class);
    failing.failing(0);
    assertThat(deliver(this::answer, failing)).isInstanceOf(Outcome.Posted.class);
  }

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

    assertThat(running.apologise("e1", "{}", DEADLINE, poster, DeliveryTest::sorry))
        .isInstanceOf(Outcome.Posted.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(49));
    assertThat(poster.posted).containsExactly("sorry, it never finished");
  }

  @Test
  void doesNotApologiseWhileSomeoneIsAtIt() throws InterruptedException {
    store.claim("e1", "{}", NOON, NOON.plusSeconds(30));
    now.set(NOON.plusSeconds(20));
    Outcome outcome =
        delivery(store).apologise("e1", "{}", NOON.plusSeconds(28), poster, DeliveryTest::sorry);

    assertThat(outcome).isEqualTo(new Outcome.Busy(NOON.plusSeconds(30)));
    assertThat(poster.posted).isEmpty();
  }

  @Test
  void aServerThatRestartsWaitsForTheLeaseOfTheOneBefore() throws InterruptedException {
    store.claim("e1", "{}", NOON, NOON.plusMillis(50));
    long start = System.nanoTime();
    Delivery running = new Delivery(store, () -> NOON.plusNanos(System.nanoTime() - start), TIMING);

    assertThat(running.resume("e1", "{}", DEADLINE, this::answer, poster, DeliveryTest::sorry))
        .isInstanceOf(Outcome.Posted.class);
    assertThat(poster.posted).containsExactly("answer");
  }
}
