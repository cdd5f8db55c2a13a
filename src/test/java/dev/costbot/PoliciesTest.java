package dev.costbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.TerraformPolicies.Statement;
import dev.costbot.advisor.BedrockModel;
import dev.costbot.app.DynamoDbQuota;
import dev.costbot.app.front.LambdaWorkerInvoker;
import dev.costbot.app.front.ParameterStore;
import dev.costbot.conversation.DynamoDbConversationStore;
import dev.costbot.cost.CostExplorerSource;
import dev.costbot.cost.DynamoDbCostCache;
import dev.costbot.delivery.DynamoDbDeliveryStore;
import dev.costbot.inventory.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the roles of the deployment to what the code needs, both ways. */
class PoliciesTest {
  private static final String CANNOT_BE_NARROWED =
      "the Service Authorization Reference lists no resource type for it";

  /** The only actions that may stand beside {@code "Resource": "*"}, and why. */
  private static final Map<String, String> ON_EVERYTHING =
      Map.ofEntries(
          Map.entry(
              "ce:GetCostAndUsage", "policies for billing always name *, says its user guide"),
          Map.entry("cloudwatch:GetMetricData", CANNOT_BE_NARROWED),
          Map.entry("ec2:DescribeAddresses", CANNOT_BE_NARROWED),
          Map.entry("ec2:DescribeImages", CANNOT_BE_NARROWED),
          Map.entry("ec2:DescribeInstances", CANNOT_BE_NARROWED),
          Map.entry("ec2:DescribeRegions", CANNOT_BE_NARROWED),
          Map.entry("ec2:DescribeSnapshots", CANNOT_BE_NARROWED),
          Map.entry("ec2:DescribeVolumes", CANNOT_BE_NARROWED),
          Map.entry("sts:GetCallerIdentity", "it needs no permission; listed for completeness"));

  /** Resources with a wildcard in them, and why the rest cannot be spelled out. */
  private static final Map<String, String> WITH_A_WILDCARD =
      Map.of(
          "${log_group_arn}:*",
          "log streams, whose names Lambda makes up, of the one log group",
          "arn:${partition}:bedrock:*::foundation-model/${model}",
          "one model in whichever region its inference profile routes to");

  private final TerraformPolicies policies = TerraformPolicies.read(TerraformPolicies.FOLDER);

  PoliciesTest() throws IOException {}

  /** What the worker's classes declare that they call on the table of fetched facts. */
  private static SortedSet<String> cacheActions() {
    return union(DynamoDbCostCache.permissions(), DynamoDbQuota.permissions());
  }

  /** What the classes in the worker's zip declare that they call, whatever the model. */
  private static SortedSet<String> workerActions() {
    return union(
        Permissions.ofScan(),
        CostExplorerSource.permissions(),
        cacheActions(),
        DynamoDbConversationStore.PERMISSIONS,
        DynamoDbDeliveryStore.PERMISSIONS,
        ParameterStore.permissions());
  }

  @SafeVarargs
  private static SortedSet<String> union(Collection<String>... permissions) {
    SortedSet<String> all = new TreeSet<>();
    for (Collection<String> some : permissions) {
      all.addAll(some);
    }
    return all;
  }

  @Test
  void theWorkerMayDoExactlyWhatItsCodeCalls() {
    SortedSet<String> allowed = policies.actionsIn("worker.json");
    // Lambda itself invokes the failure destination, with the role of the function that failed.
    assertThat(allowed.remove("lambda:InvokeFunction")).isTrue();
    assertThat(allowed).isEqualTo(workerActions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"worker-bedrock-model.json", "worker-bedrock-profile.json"})
  void aWorkerWithBedrockMayAskItsModelAndNothingElse(String policy) {
    assertThat(policies.actionsIn(policy)).isEqualTo(union(BedrockModel.permissions()));
  }

  @Test
  void theWorkerMayDoOnEachTableWhatItsStoreCalls() {
    assertThat(policies.actionsOn("${conversations_arn}", "worker"))
        .isEqualTo(union(DynamoDbConversationStore.PERMISSIONS));
    assertThat(policies.actionsOn("${deliveries_arn}", "worker"))
        .isEqualTo(union(DynamoDbDeliveryStore.PERMISSIONS));
    assertThat(policies.actionsOn("${cache_arn}", "worker")).isEqualTo(cacheActions());
  }

  @Test
  void theFrontMayOnlyReadAParameterAndInvokeTheWorker() {
    assertThat(policies.actions("front"))
        .isEqualTo(union(ParameterStore.permissions(), LambdaWorkerInvoker.permissions()));
  }

  @Test
  void theApologyMayReadTheTokenKeepBooksAndLinkAThreadButNotReadWhatWasSaid() {
    SortedSet<String> links = union(DynamoDbConversationStore.PERMISSIONS);
    assertThat(links.remove("dynamodb:Query")).isTrue();
    assertThat(policies.actionsOn("${conversations_arn}", "apology")).isEqualTo(links);
    assertThat(policies.actionsOn("${deliveries_arn}", "apology"))
        .isEqualTo(union(DynamoDbDeliveryStore.PERMISSIONS));
    assertThat(policies.actions("apology"))
        .isEqualTo(union(links, DynamoDbDeliveryStore.PERMISSIONS, ParameterStore.permissions()));
  }

  @Test
  void everyFunctionMayWriteLogsAndCreateNoLogGroup() {
    assertThat(policies.actions(TerraformPolicies.EVERY_FUNCTION))
        .containsExactly("logs:CreateLogStream", "logs:PutLogEvents");
  }

  @Test
  void everyPolicyBelongsToAFunction() {
    assertThat(policies.statements())
        .extracting(Statement::function)
        .containsOnly("front", "worker", "apology", TerraformPolicies.EVERY_FUNCTION);
  }

  @Test
  void noActionIsAWildcard() {
    assertThat(policies.statements())
        .allSatisfy(
            statement -> {
              assertThat(statement.effect()).isEqualTo("Allow");
              assertThat(statement.actions())
                  .isNotEmpty()
                  .allMatch(action -> action.matches("[a-z0-9]+:[A-Z][A-Za-z0-9]+"));
            });
  }

  @Test
  void onlyWhatCannotBeNarrowedIsAllowedOnEverything() {
    List<Statement> onEverything =
        policies.statements().stream()
            .filter(statement -> statement.resources().contains("*"))
            .toList();
    assertThat(onEverything).extracting(Statement::function).containsOnly("worker");
    assertThat(onEverything.stream().flatMap(statement -> statement.actions().stream()))
        .containsExactlyInAnyOrderElementsOf(ON_EVERYTHING.keySet());
  }

  @Test
  void aWildcardWithinAResourceHasAReason() {
    assertThat(
            policies.statements().stream()
                .flatMap(statement -> statement.resources().stream())
                .filter(resource -> resource.contains("*") && !resource.equals("*"))
                .distinct())
        .containsExactlyInAnyOrderElementsOf(WITH_A_WILDCARD.keySet());
  }

  @Test
  void terraformUsesEveryPolicyThatIsReadHereAndNoOther() throws IOException {
    String hcl = String.join("\n", hclFiles().values());
    assertThat(policies.statements())
        .extracting(statement -> statement.file().getFileName().toString())
        .allSatisfy(file -> assertThat(hcl).contains("${path.module}/policies/" + file + "\""));
    hclFiles()
        .forEach(
            (file, text) -> {
              assertThat(text)
                  .as("policies in %s", file)
                  .doesNotContain("aws_iam_policy", "policy_attachment", "managed_policy_arns");
              if (!file.endsWith(Path.of("modules/function/main.tf"))) {
                assertThat(text).as("roles in %s", file).doesNotContain("resource \"aws_iam_");
              }
            });
  }

  private static Map<Path, String> hclFiles() throws IOException {
    try (Stream<Path> files = Files.walk(TerraformPolicies.FOLDER)) {
      Map<Path, String> texts = new TreeMap<>();
      for (Path file :
          files
              .filter(
                  file ->
                      file.toString().endsWith(".tf") && !file.toString().contains(".terraform"))
              .toList()) {
        texts.put(file, Files.readString(file));
      }
      return texts;
    }
  }
}
