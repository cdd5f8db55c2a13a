package dev.costbot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ConnectException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest extends DeliveryScene {
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
            () -> mortal.deliver("e1", "{}", DEADLINE, this::answer, slack, DeliveryScene::sorry));

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
                DeliveryScene::sorry);

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
}
