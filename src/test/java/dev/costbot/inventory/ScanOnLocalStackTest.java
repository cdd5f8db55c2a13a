package dev.costbot.inventory;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Needs Docker: {@code mvn -P containers verify}. */
@Tag("containers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScanOnLocalStackTest extends ScanContract {
  // The 4.x images run without an account at LocalStack.
  private final LocalStackContainer localStack =
      new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.7.0"))
          .withServices("ec2", "cloudwatch", "sts");

  @BeforeAll
  void start() {
    localStack.start();
  }

  @AfterAll
  void stop() {
    localStack.stop();
  }

  @Override
  URI endpoint() {
    return localStack.getEndpoint();
  }

  @Override
  AwsCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(localStack.getAccessKey(), localStack.getSecretKey()));
  }

  @Override
  String account() {
    return "000000000000";
  }
}
