package dev.costbot.sample;

import dev.costbot.aws.MotoServer;
import dev.costbot.inventory.AwsClients;
import dev.costbot.inventory.InventoryJson;
import dev.costbot.inventory.Scan;
import dev.costbot.inventory.ScanProgress;
import dev.costbot.inventory.ScanSettings;
import dev.costbot.model.Inventory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * Scans the account that {@code src/test/python/seed_sample_account.py} makes in a fresh emulator
 * and writes it to {@code src/main/resources/sample/inventory.json}. How to run it stands in the
 * README beside that file.
 */
public final class RecordSampleAccount {
  static final Path PLACE = Path.of("src/main/resources/sample/inventory.json");
  static final Instant TODAY = Instant.parse("2026-11-20T06:00:00Z");
  private static final Set<String> REGIONS = Set.of("us-east-1", "eu-west-1", "ap-southeast-2");

  private RecordSampleAccount() {}

  public static void main(String[] arguments) throws IOException {
    try (OutputStream file = Files.newOutputStream(PLACE)) {
      new InventoryJson().write(scan(), file);
    }
  }

  /** The same every time. */
  static Inventory scan() {
    try (MotoServer moto = MotoServer.startNew();
        AwsClients clients =
            new AwsClients(
                moto.defaultAccount(), moto.endpoint(), "us-east-1", Duration.ofSeconds(30))) {
      moto.runScript("seed_sample_account.py");
      Inventory inventory =
          new Scan(clients, InstantSource.fixed(TODAY), ScanSettings.STANDARD)
              .run(REGIONS, ScanProgress.SILENT);
      if (!inventory.unread().isEmpty()) {
        throw new IllegalStateException("not all was read: " + inventory.unread());
      }
      return inventory;
    }
  }
}
