package dev.costbot.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.inventory.InventoryJson;
import dev.costbot.inventory.SampleAccount;
import dev.costbot.model.EbsSnapshot;
import dev.costbot.model.EbsVolume;
import dev.costbot.model.Ec2Instance;
import dev.costbot.model.ElasticIp;
import dev.costbot.model.Inventory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SampleAccountTest {
  private final Inventory sample = SampleAccount.inventory();

  @Test
  void readsBackWithThreeRegionsAndSomeHundredAndTwentyResources() {
    assertThat(sample.accounts()).containsExactly("123456789012");
    assertThat(sample.regions()).containsExactly("ap-southeast-2", "eu-west-1", "us-east-1");
    assertThat(sample.scannedAt()).isEqualTo("2026-11-20T06:00:00Z");
    assertThat(sample.resources()).hasSizeBetween(110, 130);
    assertThat(sample.unread()).isEmpty();
  }

  @Test
  void hasWhatTheChecksNeedToShow() {
    assertThat(sample.of(Ec2Instance.class))
        .anyMatch(instance -> instance.stoppedAt() != null)
        .anyMatch(instance -> "spot".equals(instance.lifecycle()))
        .anyMatch(instance -> instance.tags().containsKey("aws:autoscaling:groupName"))
        .anyMatch(instance -> instance.tags().containsValue("ask <!channel> before removing"));
    assertThat(sample.of(EbsVolume.class))
        .extracting(EbsVolume::volumeType)
        .contains("gp2", "gp3", "io1", "st1");
    assertThat(sample.of(EbsVolume.class))
        .anyMatch(volume -> volume.volumeType().equals("gp2") && volume.sizeGib() > 1000)
        .anyMatch(volume -> volume.kmsKeyId() != null && volume.snapshotId() != null)
        .anyMatch(volume -> volume.activity() != null && volume.activity().lastAttached() != null)
        .anyMatch(volume -> volume.activity() != null && volume.activity().lastAttached() == null)
        .anyMatch(volume -> volume.tags().containsValue("${file(\"/etc/passwd\")}"));
    assertThat(sample.of(EbsSnapshot.class))
        .anyMatch(snapshot -> snapshot.storageTier().equals("archive"))
        .anyMatch(snapshot -> snapshot.imageIds() != null && !snapshot.imageIds().isEmpty())
        .anyMatch(snapshot -> snapshot.tags().containsKey("aws:backup:source-resource"));
    assertThat(sample.of(ElasticIp.class))
        .anyMatch(address -> address.associationId() == null)
        .anyMatch(address -> address.associationId() != null)
        .anyMatch(address -> address.serviceManaged() != null);
  }

  @Test
  void isWhatTheScannerFindsInTheSeededEmulator() throws IOException {
    ByteArrayOutputStream recorded = new ByteArrayOutputStream();
    new InventoryJson().write(RecordSampleAccount.scan(), recorded);

    assertThat(recorded.toString(StandardCharsets.UTF_8))
        .isEqualTo(Files.readString(RecordSampleAccount.PLACE));
  }
}
