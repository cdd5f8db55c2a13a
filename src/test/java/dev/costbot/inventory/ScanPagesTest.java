package dev.costbot.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.aws.FaultyProxy;
import dev.costbot.aws.FaultyProxy.Call;
import dev.costbot.aws.FaultyProxy.Reply;
import dev.costbot.aws.MotoServer;
import dev.costbot.aws.MotoServerParameter;
import dev.costbot.model.EbsVolume;
import dev.costbot.model.Inventory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Pages and batches. moto ignores paging in several EC2 calls, so the pages are made here. */
@ExtendWith(MotoServerParameter.class)
class ScanPagesTest {
  private static final String REGION = "us-east-1";

  private final AwsCredentialsProvider credentials;
  private final FaultyProxy proxy;

  ScanPagesTest(MotoServer moto) {
    credentials = moto.account("210000000003");
    proxy = new FaultyProxy(moto.endpoint());
  }

  @AfterEach
  void closeProxy() {
    proxy.close();
  }

  @Test
  void readsAllPagesOfVolumes() {
    proxy.answer("DescribeVolumes", call -> page(call, 2500, "i-0a1"));

    Inventory inventory = scan();

    assertThat(inventory.unread()).isEmpty();
    assertThat(inventory.of(EbsVolume.class))
        .extracting(volume -> volume.id().id())
        .hasSize(2500)
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(proxy.calls("DescribeVolumes")).hasSize(3);
    assertThat(proxy.calls("GetMetricData")).as("all are attached").isEmpty();
  }

  @Test
  void asksForTheMetricsOf500VolumesAtOnce() {
    proxy.answer("DescribeVolumes", call -> page(call, 501, ""));

    Inventory inventory = scan();

    assertThat(inventory.unread()).isEmpty();
    assertThat(inventory.of(EbsVolume.class))
        .hasSize(501)
        .allMatch(volume -> volume.activity() != null);
    assertThat(proxy.calls("GetMetricData"))
        .extracting(ScanPagesTest::queries)
        .containsExactly(500L, 1L);
  }

  private Inventory scan() {
    try (AwsClients clients =
        new AwsClients(credentials, proxy.endpoint(), REGION, Duration.ofSeconds(30))) {
      return new Scan(
              clients,
              InstantSource.fixed(Instant.parse("2026-11-20T06:00:00Z")),
              ScanSettings.STANDARD)
          .run(Set.of(REGION), ScanProgress.SILENT);
    }
  }

  private static long queries(Call call) {
    return call.parameters().keySet().stream().filter(name -> name.endsWith(".Id")).count();
  }

  /** A page of at most 1,000 volumes; the token is the number of the next one. */
  private static Reply page(Call call, int all, String attachedTo) {
    int from = Integer.parseInt(call.parameters().getOrDefault("NextToken", "0"));
    int to = Math.min(from + Integer.parseInt(call.parameters().get("MaxResults")), all);
    String items =
        IntStream.range(from, to)
            .mapToObj(number -> volume(number, attachedTo))
            .collect(Collectors.joining());
    String next = to < all ? "<nextToken>%d</nextToken>".formatted(to) : "";
    return Reply.xml(
        """
        <DescribeVolumesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">\
        <requestId>r-1</requestId><volumeSet>%s</volumeSet>%s</DescribeVolumesResponse>"""
            .formatted(items, next));
  }

  private static String volume(int number, String attachedTo) {
    String attachments =
        attachedTo.isEmpty()
            ? ""
            : "<item><instanceId>%s</instanceId><status>attached</status></item>"
                .formatted(attachedTo);
    return """
    <item><volumeId>vol-%05d</volumeId><size>10</size><volumeType>gp3</volumeType>\
    <status>in-use</status><createTime>2026-01-01T00:00:00Z</createTime>\
    <attachmentSet>%s</attachmentSet></item>"""
        .formatted(number, attachments);
  }
}
