package dev.costbot.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.aws.FaultyProxy;
import dev.costbot.aws.MotoServer;
import dev.costbot.aws.MotoServerParameter;
import dev.costbot.model.Inventory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;

@ExtendWith(MotoServerParameter.class)
class AwsClientsTest {
  /** The Java property of AWS_ENDPOINT_URL, which a test can set. */
  private static final String ENDPOINT = "aws.endpointUrl";

  @Test
  void goesWhereTheStandardSettingOfTheSdkPoints(MotoServer moto) {
    String before = System.getProperty(ENDPOINT);
    try (FaultyProxy proxy = new FaultyProxy(moto.endpoint())) {
      System.setProperty(ENDPOINT, proxy.endpoint().toString());
      try (AwsClients clients =
          new AwsClients(moto.account("210000000004"), null, "eu-west-1", Duration.ofSeconds(20))) {
        assertThat(scan(clients).accounts()).containsExactly("210000000004");
      }
      assertThat(proxy.calls("GetCallerIdentity")).hasSize(1);
      assertThat(proxy.calls("DescribeVolumes")).hasSize(1);
    } finally {
      if (before == null) {
        System.clearProperty(ENDPOINT);
      } else {
        System.setProperty(ENDPOINT, before);
      }
    }
  }

  @Test
  void withoutCredentialsSaysHowToGetSome(MotoServer moto) {
    AwsCredentialsProviderChain none =
        AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create());
    try (AwsClients clients =
        new AwsClients(none, moto.endpoint(), "eu-west-1", Duration.ofSeconds(20))) {
      assertThatThrownBy(() -> scan(clients))
          .isInstanceOf(AccountUnknownException.class)
          .hasMessageStartingWith("No AWS credentials found: sign in with `aws sso login`");
    }
  }

  private static Inventory scan(AwsClients clients) {
    return new Scan(
            clients,
            InstantSource.fixed(Instant.parse("2026-11-20T06:00:00Z")),
            ScanSettings.STANDARD)
        .run(Set.of("eu-west-1"), ScanProgress.SILENT);
  }
}
