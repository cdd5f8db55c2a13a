package dev.costbot.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.model.EbsSnapshot;
import dev.costbot.model.EbsVolume;
import dev.costbot.model.Ec2Instance;
import dev.costbot.model.ElasticIp;
import dev.costbot.model.Inventory;
import dev.costbot.model.ResourceId;
import dev.costbot.model.ResourceType;
import dev.costbot.model.Unread;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryJsonTest {
  private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
  private static final Inventory ONE_OF_EACH =
      new Inventory(
          List.of("111122223333"),
          List.of("eu-west-1"),
          THEN,
          List.of(
              new Ec2Instance(
                  id(ResourceType.EC2_INSTANCE, "i-1"),
                  Map.of("b", "2", "a", "größe \"<!channel>\"", "c", ""),
                  "m5.large",
                  "stopped",
                  THEN,
                  THEN,
                  "ami-1",
                  "eu-west-1a",
                  "spot",
                  List.of(new Ec2Instance.AttachedVolume("vol-1", "/dev/sda1", true))),
              new EbsVolume(
                  id(ResourceType.EBS_VOLUME, "vol-1"),
                  Map.of(),
                  "gp3",
                  10,
                  "available",
                  3000,
                  null,
                  THEN,
                  "eu-west-1a",
                  true,
                  "key",
                  null,
                  false,
                  null,
                  List.of(),
                  new EbsVolume.Activity(THEN, null)),
              new EbsSnapshot(
                  id(ResourceType.EBS_SNAPSHOT, "snap-1"),
                  Map.of(),
                  "vol-1",
                  10,
                  123_456_789_012L,
                  THEN,
                  "completed",
                  "archive",
                  "",
                  false,
                  null),
              new ElasticIp(
                  id(ResourceType.ELASTIC_IP, "eipalloc-1"),
                  Map.of(),
                  "203.0.113.1",
                  "amazon",
                  null,
                  null,
                  null,
                  "alb")),
          List.of(new Unread("111122223333", "eu-west-1", "cloudwatch", "refused")));

  @Test
  void readsBackWhatItWrote() throws IOException {
    assertThat(read(written(ONE_OF_EACH))).isEqualTo(ONE_OF_EACH);
  }

  @Test
  void givesEachResourceALineWithItsKindFirstAndItsTagsSorted() throws IOException {
    assertThat(written(ONE_OF_EACH).lines())
        .anyMatch(
            line ->
                line.startsWith("    {\"kind\": \"instance\",")
                    && line.contains(
                        "{\"a\": \"größe \\\"<!channel>\\\"\",\"b\": \"2\",\"c\": \"\"}")
                    && line.endsWith("},"))
        .filteredOn(line -> line.startsWith("    {\"kind\""))
        .hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"accounts\":[],\"regions\":[],\"scannedAt\":\"2026-01-02T03:04:05Z\",\"unread\":[],"
            + "\"resources\":[{\"kind\":\"moon\"}]}",
        "{\"accounts\":[],\"regions\":[],\"scannedAt\":\"2026-01-02T03:04:05Z\",\"unread\":[],"
            + "\"resources\":[{\"kind\":\"volume\"}]}",
        "{\"accounts\":[]}"
      })
  void refusesWhatIsNoInventory(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
  }

  private static ResourceId id(ResourceType type, String id) {
    return new ResourceId("111122223333", "eu-west-1", type, id);
  }

  private static String written(Inventory inventory) throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    new InventoryJson().write(inventory, json);
    return json.toString(StandardCharsets.UTF_8);
  }

  private static Inventory read(String json) throws IOException {
    return new InventoryJson()
        .read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
