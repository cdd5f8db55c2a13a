package dev.costbot.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.costbot.model.CostSeries;
import dev.costbot.model.Money;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;

/** The bodies are in the format of the Cost Explorer API reference, GetCostAndUsage. */
class CostExplorerSourceTest {
  private static final LocalDate FROM = LocalDate.parse("2026-11-01");
  private static final LocalDate TO = LocalDate.parse("2026-11-03");
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-20T08:00:00Z"));

  private WireServer aws;
  private CostExplorerClient client;
  private final CallCount calls = new CallCount();

  @BeforeEach
  void start() throws IOException {
    aws = new WireServer();
    client = client(aws.endpoint());
  }

  @AfterEach
  void stop() {
    client.close();
    aws.close();
  }

  @Test
  void saysUnknownForAGroupWithoutItsAccount() throws Exception {
    String twoKeys = day("2026-11-01", "1", "AWS Lambda", "111111111111", false);
    String oneKey = twoKeys.replaceFirst(",\\s*\"111111111111\"", "");
    assertThat(oneKey).isNotEqualTo(twoKeys);
    aws.answers(days(oneKey, null));

    assertThat(fetch(FROM, TO).entries())
        .extracting(CostSeries.Entry::service, CostSeries.Entry::account)
        .containsExactly(tuple("AWS Lambda", "unknown"));
  }

  @Test
  void asksForUnblendedDailyCostByServiceAndAccount() throws Exception {
    aws.answers(days(day("2026-11-01", "1", "AWS Lambda", "111111111111", false), null));

    fetch(FROM, TO);

    assertThat(aws.requests()).hasSize(1);
    assertThat(aws.requests().getFirst().target())
        .isEqualTo("AWSInsightsIndexService.GetCostAndUsage");
    JsonNode expected =
        new ObjectMapper()
            .readTree(
                """
                {"TimePeriod": {"Start": "2026-11-01", "End": "2026-11-03"},
                 "Granularity": "DAILY",
                 "Metrics": ["UnblendedCost"],
                 "GroupBy": [{"Type": "DIMENSION", "Key": "SERVICE"},
                             {"Type": "DIMENSION", "Key": "LINKED_ACCOUNT"}]}
                """);
    assertThat(new ObjectMapper().readTree(aws.requests().getFirst().body())).isEqualTo(expected);
  }

  @Test
  void readsAllPagesAndCountsEachAsAPaidCall() throws Exception {
    aws.answers(days(day("2026-11-01", "1.10", "AWS Lambda", "111111111111", false), "more"))
        .answers(days(day("2026-11-02", "2.20", "AWS Lambda", "222222222222", false), null));

    CostSeries series = fetch(FROM, TO);

    assertThat(series.entries())
        .containsExactly(
            entry("2026-11-01", "111111111111", "1.10", false),
            entry("2026-11-02", "222222222222", "2.20", false));
    assertThat(aws.requests().get(1).body()).contains("\"NextPageToken\":\"more\"");
    assertThat(calls.calls()).isEqualTo(2);
    assertThat(calls.cost()).isEqualTo(Money.usd("0.02"));
  }

  @Test
  void keepsDecimalsExactly() throws Exception {
    aws.answers(days(day("2026-11-01", "0.0000000567", "AWS Lambda", "1", false), null));

    Money cost = fetch(FROM, TO).entries().getFirst().cost();

    assertThat(cost.amount().toPlainString()).isEqualTo("0.0000000567");
    assertThat(cost.currency()).isEqualTo("USD");
  }

  /** Today is the 20th: usage of the 18th and 19th may still arrive, whatever the API says. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-17, false, false",
    "2026-11-17, true,  true",
    "2026-11-18, false, true",
    "2026-11-19, false, true",
    "2026-11-20, false, true"
  })
  void marksTheLastTwoDaysAsStillMoving(String day, boolean saysAws, boolean expected)
      throws Exception {
    aws.answers(days(day(day, "1", "AWS Lambda", "1", saysAws), null));

    CostSeries series = fetch(LocalDate.parse(day), LocalDate.parse("2026-11-21"));

    assertThat(series.entries().getFirst().estimated()).isEqualTo(expected);
  }

  @Test
  void asksForNoDayAfterToday() throws Exception {
    aws.answers(days(day("2026-11-01", "1", "AWS Lambda", "1", false), null));

    CostSeries series = fetch(FROM, LocalDate.parse("2026-12-01"));

    assertThat(aws.requests().getFirst().body()).contains("\"End\":\"2026-11-21\"");
    assertThat(series.to()).isEqualTo("2026-11-21");
    assertThatThrownBy(() -> fetch(LocalDate.parse("2026-11-21"), LocalDate.parse("2026-11-22")))
        .isInstanceOf(CostUnavailableException.class)
        .hasMessageContaining("today is 2026-11-20");
    assertThat(calls.calls()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AccessDeniedException | User: arn:aws:iam::1:user/bob is not authorized to perform:"
            + " ce:GetCostAndUsage | ce:GetCostAndUsage is missing",
        "AccessDeniedException | User not enabled for cost explorer access | is not enabled",
        "DataUnavailableException | The requested data is unavailable. | is not enabled",
        "LimitExceededException | You made too many calls | throttling",
        "ThrottlingException | Rate exceeded | throttling",
        "ValidationException | You haven't enabled historical data beyond 14 months | FOCUS",
        "ExpiredTokenException | The security token included is expired | Sign in again",
        "ValidationException | secret words of AWS | HTTP 400 ValidationException",
      })
  void saysWhatIsWrongAndWhatToDo(String type, String message, String expected) {
    aws.refuses(400, type, message);

    assertThatThrownBy(() -> fetch(FROM, TO))
        .isInstanceOf(CostUnavailableException.class)
        .hasMessageContaining(expected)
        .hasMessageNotContaining("arn:aws:iam")
        .hasMessageNotContaining("secret words");
    assertThat(calls.calls()).isZero();
  }

  @Test
  void triesAgainWhenThrottled() throws Exception {
    aws.refuses(400, "ThrottlingException", "Rate exceeded")
        .answers(days(day("2026-11-01", "7", "AWS Lambda", "1", false), null));

    assertThat(fetch(FROM, TO).entries()).hasSize(1);
    assertThat(aws.requests()).hasSize(2);
    assertThat(calls.calls()).isEqualTo(1);
  }

  @Test
  void countsThePagesThatWereReadBeforeOneFailed() {
    aws.answers(days(day("2026-11-01", "1", "AWS Lambda", "1", false), "more"))
        .refuses(500, "InternalFailure", "oops");

    assertThatThrownBy(() -> fetch(FROM, TO)).isInstanceOf(CostUnavailableException.class);
    assertThat(calls.calls()).isEqualTo(1);
  }

  @Test
  void saysWhenNobodyAnswers() {
    aws.close();

    assertThatThrownBy(() -> fetch(FROM, TO))
        .isInstanceOf(CostUnavailableException.class)
        .hasMessageContaining("could not be asked");
  }

  @Test
  void namesItsPermission() {
    assertThat(CostExplorerSource.permissions()).containsExactly("ce:GetCostAndUsage");
  }

  private CostSeries fetch(LocalDate from, LocalDate to) throws CostUnavailableException {
    return new CostExplorerSource(client, NOW, calls).fetch(from, to);
  }

  private static CostSeries.Entry entry(
      String day, String account, String amount, boolean estimated) {
    return new CostSeries.Entry(
        LocalDate.parse(day), "AWS Lambda", account, Money.usd(amount), estimated);
  }

  private static String day(
      String day, String amount, String service, String account, boolean estimated) {
    return """
    {"TimePeriod": {"Start": "%s", "End": "%s"}, "Total": {}, "Estimated": %s,
     "Groups": [{"Keys": ["%s", "%s"],
                 "Metrics": {"UnblendedCost": {"Amount": "%s", "Unit": "USD"}}}]}
    """
        .formatted(day, LocalDate.parse(day).plusDays(1), estimated, service, account, amount);
  }

  private static String days(String result, @Nullable String next) {
    String token = next == null ? "" : "\"NextPageToken\": \"" + next + "\",";
    return "{" + token + "\"ResultsByTime\": [" + result + "]}";
  }

  private static CostExplorerClient client(URI endpoint) {
    return CostExplorerClient.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(endpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(
            quick ->
                quick
                    .apiCallTimeout(Duration.ofSeconds(20))
                    .retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .backoffStrategy(BackoffStrategy.retryImmediately())
                            .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                            .build()))
        .build();
  }
}
