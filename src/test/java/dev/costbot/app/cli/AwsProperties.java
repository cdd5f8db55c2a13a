package dev.costbot.app.cli;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * What the SDK finds in this JVM: its system properties go before the environment. Closing puts
 * back what was there.
 */
final class AwsProperties implements AutoCloseable {
  private final Map<String, Optional<String>> before = new HashMap<>();

  /** An account at an endpoint, and no way to any other credentials. */
  static AwsProperties of(URI endpoint, AwsCredentials credentials) {
    AwsProperties properties = nothing();
    properties.set("aws.endpointUrl", endpoint.toString());
    properties.set("aws.accessKeyId", credentials.accessKeyId());
    properties.set("aws.secretAccessKey", credentials.secretAccessKey());
    if (credentials instanceof AwsSessionCredentials session) {
      properties.set("aws.sessionToken", session.sessionToken());
    }
    return properties;
  }

  /** A region, and no credentials at all. */
  static AwsProperties nothing() {
    AwsProperties properties = new AwsProperties();
    properties.set("aws.region", "us-east-1");
    properties.set("aws.disableEc2Metadata", "true");
    properties.set("aws.sharedCredentialsFile", "/nowhere/credentials");
    properties.set("aws.configFile", "/nowhere/config");
    return properties;
  }

  private void set(String name, String value) {
    before.put(name, Optional.ofNullable(System.getProperty(name)));
    System.setProperty(name, value);
  }

  @Override
  public void close() {
    before.forEach(
        (name, value) ->
            value.ifPresentOrElse(
                old -> System.setProperty(name, old), () -> System.clearProperty(name)));
  }
}
