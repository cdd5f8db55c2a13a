package dev.costbot.sample;

import dev.costbot.cost.CallCount;
import dev.costbot.cost.CostExplorerSource;
import dev.costbot.cost.CostSeriesCsv;
import dev.costbot.model.CostSeries;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;

/**
 * Reads the sample's bill from an emulator that {@code src/test/python/seed_sample_costs.py} has
 * filled, as costbot reads any bill, and writes {@code src/main/resources/sample/costs.csv}.
 */
public final class RecordSampleCosts {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final LocalDate FIRST = LocalDate.parse("2026-08-22");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  private RecordSampleCosts() {}

  /**
   * @param arguments the emulator's endpoint and the file to write
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("usage: RecordSampleCosts ENDPOINT FILE");
    }
    try (CostExplorerClient client =
        CostExplorerClient.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(URI.create(arguments[0]))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      CostExplorerSource source =
          new CostExplorerSource(client, InstantSource.fixed(NOW), new CallCount());
      CostSeries series = source.fetch(FIRST, TODAY);
      Files.write(Path.of(arguments[1]), CostSeriesCsv.write(series));
    }
  }
}
