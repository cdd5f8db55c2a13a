package dev.costbot.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.model.CostSeries;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FocusFileTest {
  private static final Path CUT = Path.of("src/test/resources/focus/focus-1.0-sample-cut.csv");
  private static final String HEADER =
      "BilledCost,BillingCurrency,BillingAccountId,SubAccountId,ServiceName,ChargePeriodStart\n";

  @TempDir private Path folder;

  /**
   * The expected sums are from src/test/resources/focus/sum.py, which shares nothing with costbot:
   *
   * <pre>
   *  6.20830011644 in all (a credit of -2.6137 and two adjustments among them)
   *  4.75276230980 Amazon Elastic Compute Cloud
   *  0.51200000000 COMPUTE
   *  0.22300007260 Amazon Relational Database Service
   *  0.11755642450 Elastic Load Balancing
   *  0.00000040260 Amazon Simple Storage Service
   * -0.01288992000 Azure Machine Learning
   * </pre>
   */
  @Test
  void addsUpRealBillingData() throws Exception {
    CostSeries series = fetch(CUT, "2024-09-01", "2024-10-01");

    Map<String, BigDecimal> byService =
        series.entries().stream()
            .collect(
                Collectors.groupingBy(
                    CostSeries.Entry::service,
                    Collectors.reducing(
                        BigDecimal.ZERO, entry -> entry.cost().amount(), BigDecimal::add)));
    assertThat(total(series)).isEqualByComparingTo("6.20830011644");
    assertThat(byService.get("Amazon Elastic Compute Cloud")).isEqualByComparingTo("4.75276230980");
    assertThat(byService.get("COMPUTE")).isEqualByComparingTo("0.512");
    assertThat(byService.get("Amazon Relational Database Service"))
        .isEqualByComparingTo("0.22300007260");
    assertThat(byService.get("Elastic Load Balancing")).isEqualByComparingTo("0.11755642450");
    assertThat(byService.get("Amazon Simple Storage Service"))
        .isEqualByComparingTo("0.00000040260");
    assertThat(byService.get("Azure Machine Learning")).isEqualByComparingTo("-0.01288992");
    assertThat(byService).hasSize(22);
    assertThat(series.metric()).isEqualTo("BilledCost");
    assertThat(series.source()).isEqualTo("FOCUS file focus-1.0-sample-cut.csv");
  }

  /** By the same script: 0.07250000000 on the 1st, 1.62900847930 on the 29th. */
  @ParameterizedTest
  @CsvSource({"2024-09-01, 0.0725", "2024-09-29, 1.6290084793", "2024-09-30, 1.037620605"})
  void addsUpADay(LocalDate day, String expected) throws Exception {
    CostSeries series = new FocusFile(CUT).fetch(day, day.plusDays(1));

    assertThat(total(series)).isEqualByComparingTo(expected);
    assertThat(series.entries()).extracting(CostSeries.Entry::day).containsOnly(day);
  }

  @Test
  void addsUpRowsOfOneDayServiceAndAccount() throws Exception {
    Path file =
        csv(
            HEADER
                + "1.10,USD,1,2,Tax,2026-11-01T00:00:00Z\n"
                + "2.205,USD,1,2,Tax,2026-11-01T23:00:00Z\n"
                + "4E-3,USD,1,3,Tax,2026-11-01T23:00:00Z\n"
                + "8,USD,1,2,Support,2026-11-01T00:00:00Z\n");

    assertThat(fetch(file, "2026-11-01", "2026-11-02").entries())
        .extracting(e -> e.service() + " " + e.account() + " " + e.cost().amount().toPlainString())
        .containsExactly("Support 2 8", "Tax 2 3.305", "Tax 3 0.004");
  }

  @Test
  void neverAddsCurrencies() throws Exception {
    Path file =
        csv(HEADER + "1,USD,1,2,Tax,2026-11-01T00:00:00Z\n2,EUR,1,2,Tax,2026-11-01T00:00:00Z\n");

    assertThat(fetch(file, "2026-11-01", "2026-11-02").entries())
        .extracting(entry -> entry.cost().toString())
        .containsExactly("2.00 EUR", "1.00 USD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-01 22:00:00",
        "2026-11-01T22:00:00Z",
        "2026-11-01T22:00:00.000Z",
        "2026-11-01T22:00Z",
        "2026-11-01 22:00:00 UTC",
        "2026-11-01T22:00:00+00:00",
        "2026-11-02T00:30:00+02:00",
        "2026-11-01",
      })
  void readsTheTimesThatExportersWrite(String time) throws Exception {
    Path file = csv(HEADER + "1,USD,1,2,Tax," + time + "\n");

    assertThat(fetch(file, "2026-10-01", "2026-12-01").entries())
        .extracting(entry -> entry.day().toString())
        .containsExactly("2026-11-01");
  }

  @Test
  void takesTheBillingAccountWhereThereIsNoSubAccount() throws Exception {
    Path file =
        csv(
            HEADER
                + "1,USD,11,NULL,Tax,2026-11-01T00:00:00Z\n"
                + "1,USD,12,,NULL,2026-11-01T00:00:00Z\n");

    assertThat(fetch(file, "2026-11-01", "2026-11-02").entries())
        .extracting(entry -> entry.account() + " " + entry.service())
        .containsExactly("12 (no service)", "11 Tax");
  }

  @Test
  void readsQuotedFieldsAndMarksOfTheByteOrder() throws Exception {
    Path file =
        csv(
            "\uFEFF\"BilledCost\",BillingCurrency,BillingAccountId,ServiceName,Tags,ChargePeriodStart\r\n"
                + "1,USD,1,\"Backup, \"\"cold\"\"\",\"{\n}\",2026-11-01T00:00:00Z\r\n");

    assertThat(fetch(file, "2026-11-01", "2026-11-02").entries())
        .extracting(CostSeries.Entry::service)
        .containsExactly("Backup, \"cold\"");
  }

  @Test
  void readsCompressedFiles() throws Exception {
    Path file = folder.resolve("bill.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      Files.copy(CUT, out);
    }

    assertThat(total(fetch(file, "2024-09-01", "2024-10-01")))
        .isEqualByComparingTo("6.20830011644");
  }

  @Test
  void speaksOfTheDaysInTheFileOnly() throws Exception {
    Path file =
        csv(
            HEADER
                + "1,USD,1,2,Tax,2026-11-03T00:00:00Z\n"
                + "2,USD,1,2,Tax,2026-11-05T00:00:00Z\n");

    CostSeries series = fetch(file, "2026-11-01", "2026-12-01");

    assertThat(series.from()).isEqualTo("2026-11-03");
    assertThat(series.to()).isEqualTo("2026-11-06");
    assertThatThrownBy(() -> fetch(file, "2026-12-01", "2026-12-08"))
        .isInstanceOf(CostUnavailableException.class)
        .hasMessage(
            "bill.csv holds costs of 2026-11-03 to 2026-11-05, none of 2026-12-01 to"
                + " 2026-12-07.");
  }

  @Test
  void namesTheColumnsThatAreMissing() throws Exception {
    Path file = csv("BillingCurrency,ServiceName,BillingAccountId,EffectiveCost\nUSD,Tax,1,2\n");

    assertThatThrownBy(() -> fetch(file, "2026-11-01", "2026-12-01"))
        .isInstanceOf(CostUnavailableException.class)
        .hasMessageContaining("bill.csv")
        .hasMessageContaining("ChargePeriodStart, BilledCost");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'12,50',USD,1,2,Tax,2026-11-01 00:00:00 | line 5 has a BilledCost that is no number: \"12,50\"",
        "NULL,USD,1,2,Tax,2026-11-01 00:00:00 | line 5 has no BilledCost",
        "1,,1,2,Tax,2026-11-01 00:00:00 | line 5 has no BillingCurrency",
        "1,USD,1,2,Tax,yesterday | line 5 has a ChargePeriodStart that is no time: \"yesterday\"",
        "1,USD,1,2,Tax,2026-02-30 00:00:00 | line 5 has a ChargePeriodStart that is no time",
        "1,USD,1,2 | line 5 has 4 values where the header names 6",
        "1,USD,1,2,'Tax | is not valid CSV",
      })
  void namesTheLineThatIsWrong(String row, String expected) throws Exception {
    // A row that spans the lines 3 and 4 comes first.
    Path file =
        csv(
            HEADER
                + "1,USD,1,2,Tax,2026-11-01 00:00:00\n"
                + "1,USD,1,2,\"Tax\nor so\",2026-11-01 00:00:00\n"
                + row.replace('\'', '"')
                + "\n");

    assertThatThrownBy(() -> fetch(file, "2026-11-01", "2026-12-01"))
        .isInstanceOf(CostUnavailableException.class)
        .hasMessageContaining("bill.csv")
        .hasMessageContaining(expected);
  }

  @Test
  void saysWhenThereIsNoSuchFileOrNothingInIt() throws Exception {
    assertThatThrownBy(() -> fetch(folder.resolve("none.csv"), "2026-11-01", "2026-12-01"))
        .isInstanceOf(CostUnavailableException.class)
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> fetch(csv(""), "2026-11-01", "2026-12-01"))
        .isInstanceOf(CostUnavailableException.class)
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> fetch(csv(HEADER), "2026-11-01", "2026-12-01"))
        .isInstanceOf(CostUnavailableException.class)
        .hasMessageContaining("holds no charges");
    Path notCompressed = Files.writeString(folder.resolve("bill.csv.gz"), HEADER, UTF_8);
    assertThatThrownBy(() -> fetch(notCompressed, "2026-11-01", "2026-12-01"))
        .isInstanceOf(CostUnavailableException.class)
        .hasMessageContaining("not compressed");
    assertThatThrownBy(() -> fetch(folder, "2026-11-01", "2026-12-01"))
        .isInstanceOf(CostUnavailableException.class);
  }

  private Path csv(String text) throws Exception {
    return Files.writeString(folder.resolve("bill.csv"), text, UTF_8);
  }

  private static CostSeries fetch(Path file, String from, String to)
      throws CostUnavailableException {
    return new FocusFile(file).fetch(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static BigDecimal total(CostSeries series) {
    return series.entries().stream()
        .map(entry -> entry.cost().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
