package dev.costbot.app;

import static dev.costbot.app.WorkerScene.ADA;
import static dev.costbot.app.WorkerScene.EPHEMERAL;
import static dev.costbot.app.WorkerScene.POST;
import static dev.costbot.app.WorkerScene.posted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.costbot.advisor.Advisor;
import dev.costbot.advisor.LanguageModel;
import dev.costbot.advisor.ModelAdvisor;
import dev.costbot.advisor.ModelUnavailableException;
import dev.costbot.cost.CallCount;
import dev.costbot.cost.CostSource;
import dev.costbot.cost.CostUnavailableException;
import dev.costbot.delivery.Claim;
import dev.costbot.delivery.Failure;
import dev.costbot.delivery.Outcome;
import dev.costbot.inventory.ScanProgress;
import dev.costbot.knowledge.KeywordRetrieval;
import dev.costbot.model.Inventory;
import dev.costbot.report.Apology;
import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.EnvelopeJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the person gets when something is wrong, and that they get it once. */
class WorkerTroubleTest {
  private static final String WASTE = "what are we wasting?";
  private static final ObjectMapper JSON = new ObjectMapper();

  private WorkerScene scene;

  @BeforeEach
  void start() throws IOException {
    scene = new WorkerScene();
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  /** An account whose scans are counted, and do what the test wants first. */
  private record Watched(AtomicInteger scans, Runnable before) implements AccountSource {
    @Override
    public String name() {
      return "watched";
    }

    @Override
    public InstantSource time() {
      return new SampleSource().time();
    }

    @Override
    public Inventory inventory(Set<String> regions, ScanProgress progress) {
      scans.incrementAndGet();
      before.run();
      return new SampleSource().inventory(regions, progress);
    }

    @Override
    public CostSource costs(CallCount calls) {
      return (from, to) -> {
        throw new CostUnavailableException(
            "Access to Cost Explorer was denied: ce:GetCostAndUsage is missing.");
      };
    }
  }

  private static Runnable sleep(Duration time) {
    return () -> {
      try {
        Thread.sleep(time);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    };
  }

  @Test
  void aBillThatMayNotBeReadMakesAnAnswerThatSaysSo() throws Exception {
    scene.account = new Watched(new AtomicInteger(), () -> {});
    assertThat(scene.answer(scene.command(ADA, "how much did we spend last week?")))
        .isEqualTo(new Outcome.Posted(null, null));
    assertThat(scene.responses().getFirst()).contains("Access to Cost Explorer was denied");
  }

  @Test
  void aDefectEndsInAnApologyThatNamesTheQuestionForTheLog() throws Exception {
    scene.advisor =
        () -> {
          throw new IllegalStateException("secret detail");
        };
    Envelope question = scene.command(ADA, WASTE);

    assertThat(scene.answer(question))
        .isInstanceOfSatisfying(
            Outcome.Posted.class,
            posted -> assertThat(posted.apologisedFor()).isInstanceOf(Failure.Broken.class));

    assertThat(scene.responses()).hasSize(1);
    assertThat(scene.responses().getFirst())
        .contains(question.id())
        .contains(WASTE)
        .doesNotContain("secret detail");
  }

  @Test
  void aScanThatTakesTooLongEndsInAnApologyBeforeTheTimeIsUp() throws Exception {
    scene.account = new Watched(new AtomicInteger(), sleep(Duration.ofSeconds(30)));
    Instant began = Instant.now();

    // Of the nine seconds eight are kept for posting.
    Outcome outcome = scene.answer(scene.command(ADA, WASTE), Duration.ofSeconds(9));

    assertThat(outcome).isEqualTo(new Outcome.Posted(null, new Failure.OutOfTime()));
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(scene.responses().getFirst()).contains("ran out of time");
  }

  @Test
  void aModelIsGivenNoTimeThatIsNotThere() throws Exception {
    List<Duration> limits = new CopyOnWriteArrayList<>();
    LanguageModel model =
        new LanguageModel() {
          @Override
          public String name() {
            return "slow";
          }

          @Override
          public Reply complete(Prompt prompt) throws ModelUnavailableException {
            limits.add(prompt.timeLimit());
            throw new ModelUnavailableException("the model did not answer in time");
          }
        };
    Advisor advisor =
        new Advisor(
            scene.knowledge,
            new KeywordRetrieval(scene.knowledge),
            Optional.of(new ModelAdvisor(model, true)));
    scene.advisor = () -> advisor;

    assertThat(scene.answer(scene.command(ADA, WASTE), Duration.ofSeconds(15)))
        .isEqualTo(new Outcome.Posted(null, null));

    assertThat(scene.responses().getFirst()).contains("a month");
    // Bedrock's client takes no time limit below a millisecond.
    assertThat(limits).containsExactly(Duration.ofMillis(1));
  }

  @Test
  void theSameQuestionTwiceIsAnsweredOnce() throws Exception {
    Envelope question = scene.command(ADA, WASTE);
    scene.answer(question);
    assertThat(scene.answer(question)).isEqualTo(new Outcome.AlreadyPosted(null));
    assertThat(scene.responses()).hasSize(1);
  }

  @Test
  void theSameQuestionTwiceAtOnceIsAnsweredOnce() throws Exception {
    AtomicInteger scans = new AtomicInteger();
    scene.account = new Watched(scans, sleep(Duration.ofMillis(300)));
    Envelope question = scene.command(ADA, WASTE);
    Callable<Outcome> answer = () -> scene.answer(question);
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Outcome>> both = workers.invokeAll(List.of(answer, answer));
      assertThat(List.of(both.get(0).get(), both.get(1).get()))
          .hasAtLeastOneElementOfType(Outcome.Posted.class)
          .hasAtLeastOneElementOfType(Outcome.Busy.class);
    }
    assertThat(scans.get()).isOne();
    assertThat(scene.responses()).hasSize(1);
  }

  @Test
  void aRetryPostsTheAnswerThatWasStoredBeforeTheWorkerWasKilled() throws Exception {
    AtomicInteger scans = new AtomicInteger();
    scene.account = new Watched(scans, () -> {});
    Envelope question = scene.command(ADA, WASTE);
    String json = new String(EnvelopeJson.write(question), StandardCharsets.UTF_8);
    // What a worker leaves that is killed between storing its answer and posting it.
    Claim claim =
        scene.deliveries.claim(
            question.id(), json, scene.now.get(), scene.now.get().plusSeconds(30));
    assertThat(claim)
        .isInstanceOfSatisfying(
            Claim.Granted.class,
            granted ->
                scene.deliveries.answered(
                    granted.lease(), Apology.render("stored", null).toJson()));

    assertThat(scene.answer(question)).isInstanceOf(Outcome.Busy.class);
    scene.now.updateAndGet(then -> then.plusSeconds(60));
    assertThat(scene.answer(question)).isInstanceOf(Outcome.Posted.class);

    assertThat(scene.responses()).hasSize(1);
    assertThat(scene.responses().getFirst()).contains("stored");
    assertThat(scans.get()).isZero();
  }

  @Test
  void anAnswerThatSlackWouldNotTakeIsPostedByTheRetryWithoutWorkingAgain() throws Exception {
    AtomicInteger scans = new AtomicInteger();
    scene.account = new Watched(scans, () -> {});
    scene.botToken = Optional.empty();
    Envelope question = scene.mention(WASTE, null, "7.000100");

    assertThat(scene.answer(question))
        .isInstanceOfSatisfying(
            Outcome.NotPosted.class,
            failed -> assertThat(failed.cause()).hasMessageContaining("SLACK_BOT_TOKEN"));
    scene.botToken = Optional.of("xoxb-test");
    assertThat(scene.answer(question)).isInstanceOf(Outcome.Posted.class);

    assertThat(scene.slack.sent(EPHEMERAL)).hasSize(1);
    assertThat(scans.get()).isOne();
  }

  @Test
  void tooManyQuestionsAreDeclinedForTheAskersEyesOnly() throws Exception {
    scene.publicChannels = List.of("C1");
    scene.questionsPerHour = 2;
    scene.slack.reply(POST, posted("1.000100"));
    scene.answer(scene.mention("what are we wasting?", null, "1.000100"));
    scene.answer(scene.mention("and in eu-west-1?", null, "1.000200"));
    assertThat(scene.slack.sent(POST)).hasSize(2);

    scene.answer(scene.mention("and in us-east-1?", null, "1.000300"));

    assertThat(scene.slack.sent(POST)).hasSize(2);
    assertThat(scene.slack.sent(EPHEMERAL).getFirst().form().get("text"))
        .contains("2 questions this hour")
        .contains("ask again from 2026-11-21T11:00:00Z on");

    scene.now.updateAndGet(then -> then.plus(Duration.ofHours(1)));
    scene.answer(scene.mention("and in us-east-1?", null, "1.000400"));
    assertThat(scene.slack.sent(POST)).hasSize(3);
  }

  @Test
  void aCommandTooManyIsDeclinedAtItsResponseUrlAndNotInTheChannel() throws Exception {
    scene.publicChannels = List.of("C1");
    scene.questionsPerHour = 1;
    scene.slack.reply(POST, posted("1.000100"));
    scene.answer(scene.command(ADA, WASTE));
    int before = scene.slack.sent(POST).size();

    scene.answer(scene.command(ADA, "and in eu-west-1?"));

    assertThat(scene.slack.sent(POST)).hasSize(before);
    JsonNode declined = JSON.readTree(scene.responses().getFirst());
    assertThat(declined.path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(declined.path("text").asText()).contains("1 question this hour");
  }

  @Test
  void aRepeatedQuestionCountsOnce() throws Exception {
    scene.questionsPerHour = 1;
    scene.botToken = Optional.empty();
    Envelope question = scene.mention(WASTE, null, "7.000100");
    assertThat(scene.answer(question)).isInstanceOf(Outcome.NotPosted.class);
    scene.botToken = Optional.of("xoxb-test");

    assertThat(scene.answer(question)).isInstanceOf(Outcome.Posted.class);

    assertThat(scene.slack.sent(EPHEMERAL).getFirst().body()).doesNotContain("this+hour");
  }

  @Test
  void nothingIsSentToAResponseUrlThatIsNotSlacks() throws Exception {
    Envelope given = scene.command(ADA, WASTE);
    Envelope forged =
        new Envelope(
            "forged",
            given.kind(),
            given.team(),
            given.channel(),
            given.user(),
            given.text(),
            // The same server by another name.
            scene.slack.url("respond").toString().replace("127.0.0.1", "localhost"),
            null,
            null,
            given.receivedAt());

    assertThat(scene.answer(forged)).isInstanceOf(Outcome.NotPosted.class);

    assertThat(scene.slack.sent()).isEmpty();
  }
}
