package dev.costbot.cost;

import dev.costbot.model.CostSeries;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/**
 * The bill of the sample account, {@code sample/costs.csv}: recorded by {@link CostExplorerSource}
 * from an emulator of AWS, see the note beside the file.
 */
public final class SampleCosts implements CostSource {
  private static final String FILE = "/sample/costs.csv";

  private final CostSeries series;

  private SampleCosts(CostSeries series) {
    this.series = series;
  }

  public static SampleCosts load() {
    try (InputStream in = SampleCosts.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("not in this build: " + FILE);
      }
      CostSeries recorded = CostSeriesCsv.read(in.readAllBytes(), FILE);
      return new SampleCosts(
          new CostSeries(
              recorded.from(),
              recorded.to(),
              recorded.metric(),
              recorded.source() + " of the sample account",
              recorded.asOf(),
              recorded.entries()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of it; the day of {@link CostSeries#asOf()} is the sample's today. */
  public CostSeries series() {
    return series;
  }

  @Override
  public CostSeries fetch(LocalDate from, LocalDate toExclusive) throws CostUnavailableException {
    return Days.covered(series).cut(series, from, toExclusive);
  }
}
