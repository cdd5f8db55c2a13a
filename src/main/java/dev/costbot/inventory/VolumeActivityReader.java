package dev.costbot.inventory;

import dev.costbot.model.EbsVolume;
import dev.costbot.model.EbsVolume.Activity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/**
 * When a volume that is attached to nothing was last attached. EBS sends metrics only while a
 * volume is attached, so the day of the last datapoint is the day of its last use. VolumeReadOps
 * has one for every attached volume; VolumeIdleTime has none for a volume with Multi-Attach.
 */
final class VolumeActivityReader implements Supplement<EbsVolume> {
  static final Duration WINDOW = Duration.ofDays(90);

  /** What one GetMetricData call takes. */
  static final int QUERIES_PER_CALL = 500;

  private static final int DAY_SECONDS = 86_400;

  @Override
  public AwsOperation operation() {
    return new AwsOperation("cloudwatch", "GetMetricData");
  }

  @Override
  public List<EbsVolume> supplement(RegionAccess region, List<EbsVolume> volumes) {
    List<EbsVolume> unattached =
        volumes.stream().filter(volume -> volume.attachedTo().isEmpty()).toList();
    Map<String, Activity> known = new HashMap<>();
    for (int from = 0; from < unattached.size(); from += QUERIES_PER_CALL) {
      int to = Math.min(from + QUERIES_PER_CALL, unattached.size());
      known.putAll(activityOf(unattached.subList(from, to), region));
    }
    return volumes.stream().map(volume -> with(known.get(volume.id().id()), volume)).toList();
  }

  private static EbsVolume with(@Nullable Activity activity, EbsVolume volume) {
    return activity == null ? volume : volume.withActivity(activity);
  }

  private static Map<String, Activity> activityOf(List<EbsVolume> volumes, RegionAccess region) {
    Instant from = region.scannedAt().truncatedTo(ChronoUnit.DAYS).minus(WINDOW);
    GetMetricDataRequest request =
        GetMetricDataRequest.builder()
            .startTime(from)
            .endTime(region.scannedAt())
            .metricDataQueries(
                IntStream.range(0, volumes.size())
                    .mapToObj(index -> query(index, volumes.get(index)))
                    .toList())
            .build();
    Map<String, List<MetricDataResult>> answers = new HashMap<>();
    region.cloudWatch().getMetricDataPaginator(request).metricDataResults().stream()
        .filter(result -> result.id() != null)
        .forEach(
            result -> answers.computeIfAbsent(result.id(), id -> new ArrayList<>()).add(result));
    Map<String, Activity> known = new HashMap<>();
    for (int index = 0; index < volumes.size(); index++) {
      List<MetricDataResult> parts = answers.getOrDefault("v" + index, List.of());
      // Without a complete answer the volume's activity stays unknown, which is not "never used".
      if (!parts.isEmpty() && parts.getLast().statusCode() == StatusCode.COMPLETE) {
        known.put(volumes.get(index).id().id(), new Activity(from, last(parts)));
      }
    }
    return known;
  }

  private static MetricDataQuery query(int index, EbsVolume volume) {
    Metric metric =
        Metric.builder()
            .namespace("AWS/EBS")
            .metricName("VolumeReadOps")
            .dimensions(Dimension.builder().name("VolumeId").value(volume.id().id()).build())
            .build();
    return MetricDataQuery.builder()
        .id("v" + index)
        .metricStat(
            MetricStat.builder().metric(metric).period(DAY_SECONDS).stat("SampleCount").build())
        .returnData(true)
        .build();
  }

  private static @Nullable Instant last(List<MetricDataResult> parts) {
    return parts.stream()
        .flatMap(part -> part.timestamps().stream())
        .max(Instant::compareTo)
        .orElse(null);
  }
}
