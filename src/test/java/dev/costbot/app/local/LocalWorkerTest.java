package dev.costbot.app.local;

import static dev.costbot.app.WorkerScene.ADA;
import static dev.costbot.app.WorkerScene.EPHEMERAL;
import static dev.costbot.app.WorkerScene.POST;
import static dev.costbot.app.WorkerScene.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.app.WorkerScene;
import dev.costbot.app.front.WorkerUnavailableException;
import dev.costbot.delivery.DeliveryStore;
import dev.costbot.delivery.FileDeliveryStore;
import dev.costbot.slack.SlackServer.Reply;
import dev.costbot.slack.request.Envelope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in for Lambda's asynchronous invocation: it keeps, retries and takes up again. */
class LocalWorkerTest {
  @TempDir Path folder;
  private WorkerScene scene;

  @BeforeEach
  void start() throws IOException {
    scene = new WorkerScene();
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  /** With almost no pause between two tries. */
  private LocalWorker over(DeliveryStore deliveries) {
    return new LocalWorker(scene.worker(), deliveries, scene.now::get, Duration.ofMillis(300));
  }

  @Test
  void aQuestionIsAnsweredBeforeItIsClosed() throws Exception {
    try (LocalWorker worker = over(scene.deliveries)) {
      worker.invoke(scene.command(ADA, "what are we wasting?"));
    }
    assertThat(scene.responses()).hasSize(1);
    assertThat(scene.deliveries.unfinished(scene.now.get())).isEmpty();
  }

  @Test
  void anAnswerThatDoesNotGetThroughIsTriedOnceMore() throws Exception {
    Reply down = Reply.status(500, "down");
    // One try posts four times.
    scene.slack.reply(POST, down, down, down, down, posted("8.000200"));
    try (LocalWorker worker = over(scene.deliveries)) {
      worker.invoke(scene.directMessage("what are we wasting?", "8.000100"));
    }
    assertThat(scene.slack.sent(POST)).hasSize(5);
    assertThat(scene.deliveries.unfinished(scene.now.get())).isEmpty();
  }

  @Test
  void whatWasNeverPostedIsTakenUpByTheNextProcess() throws Exception {
    scene.botToken = Optional.empty();
    Envelope question = scene.mention("what are we wasting?", null, "7.000100");
    try (LocalWorker worker = over(scene.deliveries)) {
      worker.invoke(question);
    }
    assertThat(scene.deliveries.unfinished(scene.now.get())).hasSize(1);

    scene.botToken = Optional.of("xoxb-test");
    try (LocalWorker again = over(scene.deliveries)) {
      assertThat(again.resumeUnfinished()).isOne();
    }
    assertThat(scene.slack.sent(EPHEMERAL)).hasSize(1);
    assertThat(scene.deliveries.unfinished(scene.now.get())).isEmpty();
  }

  @Test
  void whatPeopleSayToEachOtherIsNotKept() throws Exception {
    try (LocalWorker worker = over(scene.deliveries)) {
      worker.invoke(scene.message(ADA, "what are we wasting on lunch?", "3.000100", "3.000200"));
    }
    assertThat(scene.deliveries.unfinished(scene.now.get())).isEmpty();
    assertThat(scene.slack.sent()).isEmpty();
  }

  @Test
  void aQuestionThatCannotBeKeptIsNotAcknowledged() throws Exception {
    DeliveryStore full = new FileDeliveryStore(Files.writeString(folder.resolve("file"), ""));
    Envelope question = scene.command(ADA, "what are we wasting?");
    try (LocalWorker worker = over(full)) {
      assertThatThrownBy(() -> worker.invoke(question))
          .isInstanceOf(WorkerUnavailableException.class);
    }
    assertThat(scene.slack.sent()).isEmpty();
  }
}
