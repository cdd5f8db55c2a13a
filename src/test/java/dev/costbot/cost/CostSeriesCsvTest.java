package dev.costbot.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.model.CostSeries;
import dev.costbot.model.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostSeriesCsvTest {
  private static final CostSeries SERIES =
      new CostSeries(
          LocalDate.parse("2026-11-18"),
          LocalDate.parse("2026-11-20"),
          "UnblendedCost",
          "AWS Cost Explorer",
          Instant.parse("2026-11-20T08:00:00Z"),
          List.of(
              new CostSeries.Entry(
                  LocalDate.parse("2026-11-18"), "Tax", "1", Money.usd("0.0000000567"), false),
              new CostSeries.Entry(
                  LocalDate.parse("2026-11-19"),
                  "A, \"B\"\nand #C",
                  "2",
                  new Money(new BigDecimal("-1E+3"), "EUR"),
                  true)));

  @Test
  void writesWhatAPersonCanReadAndAddUp() throws Exception {
    assertThat(new String(CostSeriesCsv.write(SERIES), UTF_8))
        .isEqualTo(
            """
            # metric: UnblendedCost
            # source: AWS Cost Explorer
            # as of: 2026-11-20T08:00:00Z
            # first day: 2026-11-18
            # last day: 2026-11-19
            day,service,account,amount,currency,estimated
            2026-11-18,Tax,1,0.0000000567,USD,false
            2026-11-19,"A, ""B""
            and #C",2,-1000,EUR,true
            """);
  }

  @Test
  void readsWhatItWrote() throws Exception {
    CostSeries read = CostSeriesCsv.read(CostSeriesCsv.write(SERIES), "test");

    assertThat(read)
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(SERIES);
  }

  @Test
  void readsASeriesWithoutCosts() throws Exception {
    CostSeries empty =
        new CostSeries(
            SERIES.from(), SERIES.to(), "UnblendedCost", "nobody", SERIES.asOf(), List.of());

    assertThat(CostSeriesCsv.read(CostSeriesCsv.write(empty), "test")).isEqualTo(empty);
  }

  @Test
  void refusesWhatIsCutOff() throws Exception {
    String text = new String(CostSeriesCsv.write(SERIES), UTF_8);

    assertThatThrownBy(
            () -> CostSeriesCsv.read(text.substring(0, 200).getBytes(UTF_8), "the cached bill"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the cached bill");
    assertThatThrownBy(() -> CostSeriesCsv.read(new byte[0], "the cached bill"))
        .isInstanceOf(IOException.class);
  }
}
