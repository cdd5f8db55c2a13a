package dev.costbot.app;

import static dev.costbot.app.WorkerScene.ADA;
import static dev.costbot.app.WorkerScene.POST;
import static dev.costbot.app.WorkerScene.posted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.app.local.DynamoDbTables;
import dev.costbot.app.local.EmbeddedDynamoDb;
import dev.costbot.conversation.Bounds;
import dev.costbot.conversation.DynamoDbConversationStore;
import dev.costbot.delivery.DynamoDbDeliveryStore;
import dev.costbot.delivery.Failure;
import dev.costbot.delivery.Outcome;
import dev.costbot.slack.request.Envelope;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The worker as deployed, but for the account: what it does to its tables is what it may do. */
class WorkerOnDynamoDbTest {
  private final EmbeddedDynamoDb dynamoDb = new EmbeddedDynamoDb();
  private final RecordedDynamoDb recorded = RecordedDynamoDb.over(dynamoDb.client());
  private WorkerScene scene;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    scene = new WorkerScene();
    for (String table : List.of("deliveries", "cache")) {
      DynamoDbTables.createIfMissing(
          dynamoDb.client(), DynamoDbDeliveryStore.table(table), "expires_at");
    }
    DynamoDbTables.createIfMissing(
        dynamoDb.client(), DynamoDbConversationStore.table("conversations"), "expires_at");
    DynamoDbClient client = recorded.client();
    scene.conversations =
        new DynamoDbConversationStore(client, "conversations", Bounds.STANDARD, scene.now::get);
    scene.deliveries = new DynamoDbDeliveryStore(client, "deliveries");
    scene.quota = new DynamoDbQuota(client, "cache");
    scene.publicChannels = List.of("C1");
    scene.slack.reply(POST, posted("1.000100"));
  }

  @AfterEach
  void stop() {
    scene.close();
    dynamoDb.close();
  }

  @Test
  void aConversationUsesEachPermissionOfItsTablesAndNoOther() throws Exception {
    scene.answer(scene.command(ADA, "what are we wasting in eu-west-1?"));
    scene.answer(scene.message("U0BOB", "how do I fix that?", "1.000100", "1.000200"));

    assertThat(scene.slack.sent(POST).getLast().form().get("blocks")).contains("import {");
    assertThat(recorded.actions())
        .containsOnlyKeys("conversations", "deliveries", "cache")
        .containsEntry("conversations", new TreeSet<>(DynamoDbConversationStore.PERMISSIONS))
        .containsEntry("deliveries", new TreeSet<>(DynamoDbDeliveryStore.PERMISSIONS))
        .containsEntry("cache", new TreeSet<>(DynamoDbQuota.permissions()));
  }

  @Test
  void anApologyReadsNothingOfWhatWasSaid() throws Exception {
    Envelope question = scene.command(ADA, "what are we wasting?");

    Outcome outcome =
        scene.replies().apologise(question, scene.now.get().plus(Duration.ofMinutes(2)));

    assertThat(outcome).isEqualTo(new Outcome.Posted("1.000100", new Failure.NeverFinished()));
    assertThat(scene.slack.sent(POST).getLast().form().get("text")).startsWith("Sorry");
    assertThat(recorded.actions())
        .containsOnlyKeys("conversations", "deliveries")
        .containsEntry(
            "conversations", new TreeSet<>(List.of("dynamodb:GetItem", "dynamodb:PutItem")))
        .containsEntry("deliveries", new TreeSet<>(List.of("dynamodb:UpdateItem")));
    // The thread of the apology goes on.
    assertThat(scene.worker().concerns(scene.message(ADA, "again?", "1.000100", "1.000300")))
        .isTrue();
  }

  @Test
  void theSameQuestionTwiceIsAnsweredOnce() throws Exception {
    Envelope question = scene.command(ADA, "what are we wasting?");
    scene.answer(question);
    assertThat(scene.answer(question)).isEqualTo(new Outcome.AlreadyPosted("1.000100"));
    assertThat(scene.slack.sent(POST)).hasSize(2);
  }
}
