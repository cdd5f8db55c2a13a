package dev.costbot.cost;

import dev.costbot.model.Price;
import dev.costbot.model.PriceList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;

/** The list prices that come with costbot: {@code prices/us-east-1.csv}. */
public final class BundledPrices {
  private static final String FILE = "/prices/us-east-1.csv";

  private BundledPrices() {}

  public static PriceList list() {
    return new PriceList(read());
  }

  public static List<Price> read() {
    try (InputStream in = BundledPrices.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("not in this build: " + FILE);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + ": " + e.getMessage(), e);
    }
  }

  private static List<Price> read(InputStream in) throws IOException {
    List<Price> prices = new ArrayList<>();
    try (CsvRows rows = new CsvRows(in)) {
      List<Integer> columns =
          rows.columns("id", "amount", "currency", "unit", "region", "source", "as_of");
      while (rows.next()) {
        List<String> values = columns.stream().map(rows::value).toList();
        regions(values.get(4))
            .map(
                region ->
                    new Price(
                        values.get(0),
                        new BigDecimal(values.get(1)),
                        values.get(2),
                        values.get(3),
                        region,
                        values.get(5),
                        LocalDate.parse(values.get(6))))
            .forEach(prices::add);
      }
    }
    return prices;
  }

  /** {@code all} stands for every commercial region, not for China, GovCloud and the like. */
  private static Stream<String> regions(String region) {
    if (!region.equals("all")) {
      return Stream.of(region);
    }
    return Region.regions().stream()
        .filter(known -> !known.isGlobalRegion())
        .filter(BundledPrices::isCommercial)
        .map(Region::id);
  }

  private static boolean isCommercial(Region region) {
    RegionMetadata metadata = region.metadata();
    return metadata != null && metadata.partition().id().equals("aws");
  }
}
