package dev.costbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.costbot.aws.FaultyProxy;
import dev.costbot.aws.FaultyProxy.Reply;
import dev.costbot.aws.MotoServer;
import dev.costbot.aws.MotoServerParameter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The command line over an account whose waste is known, two regions of it. */
@ExtendWith(MotoServerParameter.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckOnAwsTest {
  private static final String ACCOUNT = "220000000001";
  private static final String HERE = "eu-west-1";
  private static final String THERE = "us-east-2";
  private static final String BOTH = "--regions=" + HERE + "," + THERE;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path state;

  private final AwsCredentialsProvider credentials;
  private final MotoServer moto;
  private final WastefulRegion here;
  private final WastefulRegion there;
  private FaultyProxy proxy;
  private AwsProperties properties;
  private Cli cli;

  CheckOnAwsTest(MotoServer moto) {
    this.moto = moto;
    credentials = moto.account(ACCOUNT);
    here = WastefulRegion.seed(moto, credentials, HERE);
    there = WastefulRegion.seed(moto, credentials, THERE);
  }

  @BeforeEach
  void connect() {
    proxy = new FaultyProxy(moto.endpoint());
    properties = AwsProperties.of(proxy.endpoint(), credentials.resolveCredentials());
    cli = new Cli(state).with("AWS_ENDPOINT_URL", proxy.endpoint().toString());
  }

  @AfterEach
  void disconnect() {
    properties.close();
    proxy.close();
  }

  @Test
  void namesExactlyWhatIsWasted() throws Exception {
    Cli.Run run = cli.run("check", "--format=json", BOTH);

    JsonNode report = JSON.readTree(run.out());
    assertThat(ids(report)).containsExactlyInAnyOrderElementsOf(both(here.waste(), there.waste()));
    assertThat(report.path("accounts")).extracting(JsonNode::asText).containsExactly(ACCOUNT);
    assertThat(report.path("unread")).isEmpty();
    assertThat(report.path("resources").asInt()).isEqualTo(here.size() + there.size());
    assertThat(run.exit()).isZero();
  }

  @Test
  void whatMayNotBeReadIsNamedAndTheRestArrives() throws Exception {
    proxy.answer(
        "DescribeSnapshots",
        THERE,
        Reply.ec2Error(403, "UnauthorizedOperation", "You are not authorized."));

    Cli.Run run = cli.run("check", "--format=json", BOTH);

    JsonNode report = JSON.readTree(run.out());
    assertThat(report.path("unread")).hasSize(1);
    assertThat(report.path("unread").get(0).path("region").asText()).isEqualTo(THERE);
    assertThat(report.path("unread").get(0).path("reason").asText())
        .contains("ec2:DescribeSnapshots");
    assertThat(ids(report))
        .containsExactlyInAnyOrderElementsOf(both(here.waste(), there.wasteWithoutSnapshots()));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("1 part of the account could not be read:")
        .contains("NOT READ: ec2 in us-east-2: DescribeSnapshots refused");
  }

  @Test
  void onlyTheRegionsThatWereNamedAreAsked() throws Exception {
    Cli.Run run = cli.run("check", "--format=json", "--regions", HERE);
    assertThat(ids(JSON.readTree(run.out()))).containsExactlyInAnyOrderElementsOf(here.waste());
    assertThat(proxy.calls("DescribeVolumes"))
        .extracting(FaultyProxy.Call::region)
        .containsOnly(HERE);
  }

  @Test
  void aFixOfOneFindingImportsThatAloneAndSaysWhatWasNotRead() {
    proxy.answer(
        "DescribeAddresses",
        "us-east-1",
        Reply.ec2Error(403, "UnauthorizedOperation", "You are not authorized."));
    Cli.Run run = cli.run("fix", here.oldSnapshot());
    assertThat(run.out()).contains(here.oldSnapshot()).doesNotContain(there.oldSnapshot());
    assertThat(run.err()).contains("NOT READ: ec2 in us-east-1: DescribeAddresses refused");
    assertThat(run.exit()).isEqualTo(3);
  }

  @Test
  void credentialsOfAnotherAccountAreSaidToBeThat() {
    Cli.Run run = cli.run("check", "--accounts", "220000000009", BOTH);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("reach account 220000000001, not 220000000009");
  }

  @Test
  void aNameThatIsNoRegionIsRefusedBeforeAnythingIsSentThere() {
    Cli.Run run = cli.run("check", "--regions", "evil.example.com/");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("not the name of an AWS region: evil.example.com/");
    assertThat(proxy.calls("DescribeVolumes")).isEmpty();
  }

  @Test
  void aBillThatCannotBeReadIsSaidInTheAnswerAndInTheExitCode() {
    // The proxy knows Cost Explorer's action by its target only, so this answers all of it.
    proxy.answer(
        "",
        call ->
            new Reply(
                400,
                "{\"__type\":\"AccessDeniedException\",\"Message\":\"not authorized to perform\"}"));
    Cli.Run run = cli.run("ask", "how much did we spend last week?");
    assertThat(run.out()).contains("Access to Cost Explorer was denied");
    assertThat(run.exit()).isEqualTo(3);
  }

  @Test
  void withoutCredentialsThePersonIsToldToSignIn() {
    try (AwsProperties _ = AwsProperties.nothing()) {
      for (String key : List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.sessionToken")) {
        System.clearProperty(key);
      }
      for (String[] command :
          List.of(
              new String[] {"check"},
              new String[] {"fix", "ebs-volume-gp2"},
              new String[] {"ask", "what are we wasting?"})) {
        Cli.Run run = cli.run(command);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out() + run.err())
            .contains("No AWS credentials found: sign in with `aws sso login`")
            .doesNotContain("\tat ")
            .doesNotContain("defect");
      }
    }
  }

  private static List<String> ids(JsonNode report) {
    return report
        .path("findings")
        .valueStream()
        .map(finding -> finding.path("check").asText() + " " + finding.at("/resource/id").asText())
        .toList();
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
