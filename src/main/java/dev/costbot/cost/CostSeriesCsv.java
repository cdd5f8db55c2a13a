package dev.costbot.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.costbot.model.CostSeries;
import dev.costbot.model.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A series as text that people can read and add up: a few lines that start with {@code #} say what
 * it is, then CSV, a row for each day, service and account.
 */
public final class CostSeriesCsv {
  private static final String[] COLUMNS = {
    "day", "service", "account", "amount", "currency", "estimated"
  };
  private static final ObjectWriter WRITER =
      CsvMapper.builder()
          // Quotes only where CSV needs them: awk can add the rest up.
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .build()
          .writer(
              CsvSchema.builder()
                  .addColumns(List.of(COLUMNS), CsvSchema.ColumnType.STRING)
                  .setUseHeader(true)
                  .build());

  private CostSeriesCsv() {}

  public static byte[] write(CostSeries series) throws IOException {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("metric", series.metric());
    about.put("source", series.source());
    about.put("as of", series.asOf().toString());
    about.put("first day", series.from().toString());
    about.put("last day", series.to().minusDays(1).toString());
    StringBuilder preamble = new StringBuilder();
    about.forEach(
        (key, value) -> preamble.append("# %s: %s\n".formatted(key, value.replaceAll("\\R", " "))));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(preamble.toString().getBytes(UTF_8));
    try (SequenceWriter rows = WRITER.writeValues(bytes)) {
      for (CostSeries.Entry entry : series.entries()) {
        rows.write(
            new String[] {
              entry.day().toString(),
              entry.service(),
              entry.account(),
              entry.cost().amount().toPlainString(),
              entry.cost().currency(),
              Boolean.toString(entry.estimated())
            });
      }
    }
    return bytes.toByteArray();
  }

  /**
   * @param name of the text, for errors
   * @throws IOException when the text is not what {@link #write} makes
   */
  public static CostSeries read(byte[] bytes, String name) throws IOException {
    Map<String, String> about = new LinkedHashMap<>();
    int start = 0;
    while (start < bytes.length && bytes[start] == '#') {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      String[] line = new String(bytes, start + 1, end - start - 1, UTF_8).split(":", 2);
      about.put(line[0].strip(), line.length == 1 ? "" : line[1].strip());
      start = Math.min(end + 1, bytes.length);
    }
    try (CsvRows rows = new CsvRows(new ByteArrayInputStream(bytes, start, bytes.length - start))) {
      return new CostSeries(
          LocalDate.parse(required(about, "first day")),
          LocalDate.parse(required(about, "last day")).plusDays(1),
          required(about, "metric"),
          required(about, "source"),
          Instant.parse(required(about, "as of")),
          entries(rows));
    } catch (IOException | DateTimeException | NumberFormatException e) {
      throw new IOException(name + ": " + e.getMessage(), e);
    }
  }

  private static List<CostSeries.Entry> entries(CsvRows rows) throws IOException {
    List<Integer> columns = rows.columns(COLUMNS);
    List<CostSeries.Entry> entries = new ArrayList<>();
    while (rows.next()) {
      List<String> values = columns.stream().map(rows::value).toList();
      entries.add(
          new CostSeries.Entry(
              LocalDate.parse(values.get(0)),
              values.get(1),
              values.get(2),
              new Money(new BigDecimal(values.get(3)), values.get(4)),
              Boolean.parseBoolean(values.get(5))));
    }
    return entries;
  }

  private static String required(Map<String, String> about, String key) throws IOException {
    String value = about.get(key);
    if (value == null) {
      throw new IOException("the line \"# " + key + ": ...\" is missing");
    }
    return value;
  }
}
