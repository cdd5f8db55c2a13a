package dev.costbot.cost;

import dev.costbot.model.CostSeries;
import dev.costbot.model.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.Granularity;
import software.amazon.awssdk.services.costexplorer.model.Group;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinitionType;
import software.amazon.awssdk.services.costexplorer.model.MetricValue;
import software.amazon.awssdk.services.costexplorer.model.ResultByTime;

/**
 * The bill as Cost Explorer tells it: unblended cost by day, service and linked account, read page
 * by page. Every page is a paid call.
 */
public final class CostExplorerSource implements CostSource {
  private static final String METRIC = "UnblendedCost";

  /** For a cost that comes without the service or account it was asked to be grouped by. */
  private static final String UNKNOWN = "unknown";

  /** Today and the two days before it: usage of them still arrives. */
  private static final int MOVING_DAYS = 2;

  private final CostExplorerClient client;
  private final InstantSource now;
  private final CallCount calls;

  /**
   * @param calls told of every page that was read
   */
  public CostExplorerSource(CostExplorerClient client, InstantSource now, CallCount calls) {
    this.client = client;
    this.now = now;
    this.calls = calls;
  }

  /** A client by the SDK's standard settings. Cost Explorer answers in us-east-1 only. */
  public static CostExplorerClient client() {
    return CostExplorerClient.builder()
        .region(Region.US_EAST_1)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(
            limits ->
                limits
                    .apiCallAttemptTimeout(Duration.ofSeconds(30))
                    .apiCallTimeout(Duration.ofMinutes(1)))
        .build();
  }

  /** The IAM actions it needs. */
  public static Set<String> permissions() {
    return Set.of("ce:GetCostAndUsage");
  }

  @Override
  public CostSeries fetch(LocalDate from, LocalDate toExclusive) throws CostUnavailableException {
    Instant asOf = now.instant();
    LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    Days days = Days.upTo(today, from, toExclusive);
    List<CostSeries.Entry> entries = new ArrayList<>();
    try {
      String page = null;
      do {
        GetCostAndUsageResponse response = client.getCostAndUsage(request(days, page));
        calls.add();
        response.resultsByTime().stream()
            .flatMap(result -> entries(result, today))
            .forEach(entries::add);
        page = response.nextPageToken();
      } while (page != null && !page.isEmpty());
    } catch (SdkException e) {
      throw CostExplorerRefusal.explain(e);
    }
    return new CostSeries(
        days.from(), days.toExclusive(), METRIC, "AWS Cost Explorer", asOf, entries);
  }

  private static GetCostAndUsageRequest request(Days days, @Nullable String page) {
    return GetCostAndUsageRequest.builder()
        .timePeriod(
            DateInterval.builder()
                .start(days.from().toString())
                .end(days.toExclusive().toString())
                .build())
        .granularity(Granularity.DAILY)
        .metrics(METRIC)
        .groupBy(dimension("SERVICE"), dimension("LINKED_ACCOUNT"))
        .nextPageToken(page)
        .build();
  }

  private static GroupDefinition dimension(String key) {
    return GroupDefinition.builder().type(GroupDefinitionType.DIMENSION).key(key).build();
  }

  private static Stream<CostSeries.Entry> entries(ResultByTime result, LocalDate today) {
    LocalDate day = LocalDate.parse(result.timePeriod().start());
    boolean moving = !day.isBefore(today.minusDays(MOVING_DAYS));
    boolean estimated = moving || Boolean.TRUE.equals(result.estimated());
    return result.groups().stream().map(group -> entry(day, group, estimated));
  }

  private static CostSeries.Entry entry(LocalDate day, Group group, boolean estimated) {
    List<String> keys = group.keys();
    MetricValue cost =
        Objects.requireNonNull(group.metrics().get(METRIC), "the metric that was asked for");
    return new CostSeries.Entry(
        day,
        keys.isEmpty() ? UNKNOWN : keys.getFirst(),
        keys.size() < 2 ? UNKNOWN : keys.get(1),
        new Money(new BigDecimal(cost.amount()), cost.unit()),
        estimated);
  }
}
