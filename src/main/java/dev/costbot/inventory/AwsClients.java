package dev.costbot.inventory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Makes the SDK's clients, all over one HTTP client. Settings that nobody gives here are the SDK's
 * own: profile, region, {@code AWS_ENDPOINT_URL}.
 */
public final class AwsClients implements AutoCloseable {
  private static final int ATTEMPTS = 5;

  /** Answers for every account, whatever regions it has enabled. */
  private static final String STS_EVERYWHERE = "us-east-1";

  private final SdkHttpClient http;
  // One for all clients: each would otherwise start five threads of its own to watch timeouts.
  private final ScheduledExecutorService timeouts =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("aws-timeouts").daemon().factory());
  private final AwsCredentialsProvider credentials;
  private final @Nullable URI endpoint;
  private final @Nullable String region;
  private final Duration attemptTimeout;

  /**
   * @param endpoint of all services; null for the SDK's choice
   * @param region to ask for the account and its regions; null for the SDK's choice
   * @param attemptTimeout for one attempt; a call with its repeats gets three times that
   */
  public AwsClients(
      AwsCredentialsProvider credentials,
      @Nullable URI endpoint,
      @Nullable String region,
      Duration attemptTimeout) {
    this.credentials = credentials;
    this.endpoint = endpoint;
    this.region = region;
    this.attemptTimeout = attemptTimeout;
    this.http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(5))
            .socketTimeout(attemptTimeout)
            .build();
  }

  /** With the SDK's standard settings for everything. */
  public static AwsClients standard() {
    return new AwsClients(
        DefaultCredentialsProvider.builder().build(), null, null, Duration.ofSeconds(20));
  }

  /** The region that is set for this process; empty when none is. */
  Optional<String> homeRegion() {
    if (region != null) {
      return Optional.of(region);
    }
    try {
      return Optional.of(DefaultAwsRegionProviderChain.builder().build().getRegion().id());
    } catch (SdkClientException noneSet) {
      return Optional.empty();
    }
  }

  /**
   * The id of the account whose credentials these are, by STS.
   *
   * @throws AccountUnknownException when AWS does not say; its message is for the user
   */
  public String account() {
    String at = homeRegion().orElse(STS_EVERYWHERE);
    try (StsClient sts = sts(at)) {
      return Caller.account(sts);
    }
  }

  Ec2Client ec2(String at) {
    return configured(Ec2Client.builder(), at).build();
  }

  /** For one region of one account, with clients that the caller closes. */
  RegionAccess access(String account, String at, Instant scannedAt) {
    return new RegionAccess(account, at, scannedAt, ec2(at), cloudWatch(at));
  }

  private CloudWatchClient cloudWatch(String at) {
    return configured(CloudWatchClient.builder(), at).build();
  }

  StsClient sts(String at) {
    return configured(StsClient.builder(), at).build();
  }

  @Override
  public void close() {
    http.close();
    timeouts.shutdownNow();
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(
      B builder, String at) {
    B configured =
        builder
            .region(Region.of(at))
            .credentialsProvider(credentials)
            .httpClient(http)
            .overrideConfiguration(
                ClientOverrideConfiguration.builder()
                    .retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(ATTEMPTS)
                            .build())
                    .scheduledExecutorService(timeouts)
                    .apiCallAttemptTimeout(attemptTimeout)
                    .apiCallTimeout(attemptTimeout.multipliedBy(3))
                    .build());
    return endpoint == null ? configured : configured.endpointOverride(endpoint);
  }
}
