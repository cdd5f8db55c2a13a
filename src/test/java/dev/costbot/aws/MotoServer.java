package dev.costbot.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * The emulator of {@code src/test/python/emulator.py}, started on a free port, or the one that runs
 * already at {@code COSTBOT_TEST_AWS_ENDPOINT}. Tests get the one of their JVM as a parameter, by
 * {@link MotoServerParameter}.
 */
public final class MotoServer implements AutoCloseable {
  private static final String ENDPOINT_SETTING = "COSTBOT_TEST_AWS_ENDPOINT";

  /** The account of every access key that moto does not know. */
  public static final String DEFAULT_ACCOUNT = "123456789012";

  private final URI endpoint;
  private final @Nullable Process process;

  private MotoServer(URI endpoint, @Nullable Process process) {
    this.endpoint = endpoint;
    this.process = process;
  }

  /**
   * Returns when it answers.
   *
   * @throws IllegalStateException saying what to install when there is no Python for it
   */
  public static MotoServer start() {
    String running = System.getenv(ENDPOINT_SETTING);
    return running == null || running.isBlank()
        ? startNew()
        : new MotoServer(URI.create(running), null);
  }

  /** One of one's own, empty, with ids that can be seeded. */
  public static MotoServer startNew() {
    ProcessBuilder emulator =
        new ProcessBuilder(
            python().toString(), "src/test/python/emulator.py", "--until-stdin-closes");
    emulator.redirectError(Path.of("target", "aws-emulator.log").toFile());
    // Sets keep one order from run to run.
    emulator.environment().put("PYTHONHASHSEED", "0");
    try {
      Process process = emulator.start();
      BufferedReader says = process.inputReader(StandardCharsets.UTF_8);
      String address = says.readLine();
      if (address == null) {
        throw new IllegalStateException(
            "the AWS emulator did not start, see target/aws-emulator.log");
      }
      return new MotoServer(URI.create(address), process);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** An interpreter that has boto3. */
  public static Path python() {
    return PythonEnvironment.python();
  }

  public URI endpoint() {
    return endpoint;
  }

  public AwsCredentialsProvider defaultAccount() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing"));
  }

  /**
   * An account of a test's own: empty, and seen by nobody else.
   *
   * @param id twelve digits
   */
  public AwsCredentialsProvider account(String id) {
    try (StsClient sts =
        StsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(defaultAccount())
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      Credentials keys =
          sts.assumeRole(
                  role ->
                      role.roleArn("arn:aws:iam::%s:role/test".formatted(id))
                          .roleSessionName("test"))
              .credentials();
      return StaticCredentialsProvider.create(
          AwsSessionCredentials.create(
              keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken()));
    }
  }

  /**
   * Gives resources a past.
   *
   * @param changes JSON as {@code emulator.py} describes it
   */
  public void amend(String changes) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve("/costbot/amend"))
            .POST(HttpRequest.BodyPublishers.ofString(changes))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("not amended: " + answer.body());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Runs a script of {@code src/test/python} with the emulator's address as its argument. */
  public void runScript(String name) {
    PythonEnvironment.run(
        name + " failed",
        List.of(python().toString(), "src/test/python/" + name, endpoint.toString()));
  }

  /** Ends the emulator, if this started it. It also ends by itself when this JVM does. */
  @Override
  public void close() {
    if (process != null) {
      process.destroy();
    }
  }
}
