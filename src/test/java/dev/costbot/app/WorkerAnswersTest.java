package dev.costbot.app;

import static dev.costbot.app.WorkerScene.ADA;
import static dev.costbot.app.WorkerScene.EPHEMERAL;
import static dev.costbot.app.WorkerScene.POST;
import static dev.costbot.app.WorkerScene.nothingRemembered;
import static dev.costbot.app.WorkerScene.posted;
import static dev.costbot.app.WorkerScene.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.costbot.delivery.Outcome;
import dev.costbot.slack.SlackServer.Sent;
import dev.costbot.slack.request.Envelope;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where answers go, who may read them, and what a follow-up is about. */
class WorkerAnswersTest {
  private static final String WASTE = "what are we wasting?";
  private static final String FIX = "how do I fix that?";
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

  @Test
  void aCommandIsAnsweredAtItsResponseUrlForTheAskerAlone() throws Exception {
    assertThat(scene.answer(scene.command(ADA, WASTE))).isEqualTo(new Outcome.Posted(null, null));

    assertThat(scene.slack.sent()).hasSize(1);
    JsonNode body = JSON.readTree(scene.responses().getFirst());
    assertThat(body.path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(body.path("replace_original").asBoolean(true)).isFalse();
    assertThat(body.path("blocks").toString()).contains(WASTE, "a month");
  }

  @Test
  void aFollowUpToACommandIsUnderstoodForHalfAnHour() throws Exception {
    scene.answer(scene.command(ADA, WASTE));
    scene.now.updateAndGet(then -> then.plus(Duration.ofMinutes(29)));
    scene.answer(scene.command(ADA, "and in eu-west-1?"));
    assertThat(scene.responses().getLast()).contains("in eu-west-1").contains("a month");

    scene.now.updateAndGet(then -> then.plus(Duration.ofMinutes(31)));
    scene.answer(scene.command(ADA, FIX));
    assertThat(scene.responses().getLast()).contains(nothingRemembered());
  }

  @Test
  void aColleaguesFollowUpInTheSameChannelIsNotAboutWhatTheyCouldNotSee() throws Exception {
    scene.answer(scene.command(ADA, "what are we wasting in eu-west-1?"));
    scene.answer(scene.command("U0BOB", FIX));
    assertThat(scene.responses().getLast()).contains(nothingRemembered());
    scene.answer(scene.command(ADA, FIX));
    assertThat(scene.responses().getLast()).contains("eu-west-1").doesNotContain("us-east-1a");
  }

  @Test
  void aCommandInAPublicChannelOpensAThreadThatGoesOnWithoutAMention() throws Exception {
    scene.publicChannels = List.of("C1");
    scene.slack.reply(POST, posted("1.000100"), posted("1.000200"), posted("1.000300"));

    assertThat(scene.answer(scene.command(ADA, "what are we wasting in eu-west-1?")))
        .isEqualTo(new Outcome.Posted("1.000100", null));
    List<Sent> sent = scene.slack.sent(POST);
    assertThat(sent.get(0).form())
        .containsEntry("text", "<@U0ADA> asked: what are we wasting in eu-west-1?")
        .doesNotContainKey("thread_ts");
    assertThat(sent.get(1).form()).containsEntry("thread_ts", "1.000100");
    assertThat(scene.responses()).isEmpty();

    scene.now.updateAndGet(then -> then.plus(Duration.ofDays(2)));
    scene.answer(scene.message("U0BOB", FIX, "1.000100", "1.000250"));
    assertThat(scene.slack.sent(POST)).hasSize(3);
    Map<String, String> answer = scene.slack.sent(POST).get(2).form();
    assertThat(answer).containsEntry("thread_ts", "1.000100");
    assertThat(answer.get("blocks")).contains("eu-west-1").contains("import {");
  }

  @Test
  void aChannelTheBotIsNotInGetsTheAnswerByTheResponseUrl() throws Exception {
    scene.publicChannels = List.of("C1");
    scene.slack.reply(POST, refused("not_in_channel"));

    assertThat(scene.answer(scene.command(ADA, WASTE))).isInstanceOf(Outcome.Posted.class);

    assertThat(scene.responses()).hasSize(1);
    assertThat(JSON.readTree(scene.responses().getFirst()).path("response_type").asText())
        .isEqualTo("in_channel");
  }

  @Test
  void aMentionIsAnsweredInTheThreadUnderIt() throws Exception {
    scene.publicChannels = List.of("C1");
    scene.slack.reply(POST, posted("7.000200"));

    assertThat(scene.answer(scene.mention(WASTE, null, "7.000100")))
        .isEqualTo(new Outcome.Posted("7.000100", null));

    assertThat(scene.slack.sent()).hasSize(1);
    assertThat(scene.slack.sent(POST).getFirst().form())
        .containsEntry("channel", "C1")
        .containsEntry("thread_ts", "7.000100");
    scene.answer(scene.message(ADA, FIX, "7.000100", "7.000300"));
    assertThat(scene.slack.sent(POST).getLast().form().get("blocks")).contains("import {");
  }

  @Test
  void aMentionWhereAnswersArePrivateIsAnsweredForItsWriterAlone() throws Exception {
    assertThat(scene.answer(scene.mention(WASTE, null, "7.000100")))
        .isInstanceOf(Outcome.Posted.class);

    assertThat(scene.slack.sent()).hasSize(1);
    assertThat(scene.slack.sent(EPHEMERAL).getFirst().form())
        .containsEntry("channel", "C1")
        .containsEntry("user", ADA);
  }

  @Test
  void aDirectMessageIsAnsweredUnderItAndGoesOn() throws Exception {
    scene.slack.reply(POST, posted("8.000200"));

    scene.answer(scene.directMessage("what are we wasting in eu-west-1?", "8.000100"));
    assertThat(scene.slack.sent(POST).getFirst().form())
        .containsEntry("channel", "D1")
        .containsEntry("thread_ts", "8.000100");

    scene.answer(scene.directMessage(FIX, "8.000300"));
    assertThat(scene.slack.sent(POST).getLast().form().get("blocks"))
        .contains("eu-west-1")
        .contains("import {");
  }

  @Test
  void aThreadThatCostbotHasNoPartInIsLeftAlone() throws Exception {
    scene.publicChannels = List.of("C1");
    Envelope message = scene.message(ADA, "what are we wasting on lunch?", "3.000100", "3.000200");

    assertThat(scene.answer(message)).isEqualTo(new Outcome.AlreadyPosted(null));

    assertThat(scene.slack.sent()).isEmpty();
    assertThat(scene.deliveries.unfinished(scene.now.get())).isEmpty();
    assertThat(scene.worker().concerns(message)).isFalse();
  }

  @Test
  void whatWasSaidInPrivateIsNotTakenUpOnceOthersRead() throws Exception {
    scene.answer(scene.mention("what are we wasting in eu-west-1?", "9.000100", "9.000110"));
    assertThat(scene.slack.sent(EPHEMERAL)).hasSize(1);

    scene.publicChannels = List.of("C1");
    scene.slack.reply(POST, posted("9.000300"));
    scene.answer(scene.mention(FIX, "9.000100", "9.000200"));

    Map<String, String> told = scene.slack.sent(POST).getFirst().form();
    assertThat(told).containsEntry("thread_ts", "9.000100");
    assertThat(told.get("text")).contains(nothingRemembered());
  }

  @Test
  void whatWasSaidInPublicIsTakenUpInPrivate() throws Exception {
    scene.publicChannels = List.of("C1");
    scene.slack.reply(POST, posted("9.000200"));
    scene.answer(scene.mention("what are we wasting in eu-west-1?", "9.000100", "9.000110"));

    scene.publicChannels = List.of();
    scene.answer(scene.mention(FIX, "9.000100", "9.000300"));

    assertThat(scene.slack.sent(EPHEMERAL).getFirst().form().get("text"))
        .contains("This Terraform fixes")
        .doesNotContain(nothingRemembered());
  }
}
