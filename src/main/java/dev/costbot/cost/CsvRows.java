package dev.costbot.cost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of a CSV file (RFC 4180, UTF-8) with a header, one at a time. Every error names the line
 * it is about.
 */
final class CsvRows implements Closeable {
  private static final ObjectReader READER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build()
          .readerFor(String[].class);

  private final MappingIterator<String[]> rows;
  private final List<String> header;
  private String[] row;

  /**
   * @param in closed with the rows
   */
  CsvRows(InputStream in) throws IOException {
    this.rows = READER.readValues(in);
    this.row = new String[0];
    if (!read()) {
      throw new IOException("the file is empty");
    }
    this.header = Arrays.stream(row).map(String::strip).toList();
  }

  /**
   * Where the columns are, in the order given.
   *
   * @throws IOException naming all that are missing
   */
  List<Integer> columns(String... names) throws IOException {
    List<String> missing = new ArrayList<>(List.of(names));
    missing.removeAll(header);
    if (!missing.isEmpty()) {
      throw new IOException("column " + String.join(", ", missing) + " is missing");
    }
    return Arrays.stream(names).map(header::indexOf).toList();
  }

  boolean has(String column) {
    return header.contains(column);
  }

  /** Goes to the next row, if there is one. */
  boolean next() throws IOException {
    if (!read()) {
      return false;
    }
    // Also how a file that was cut off in the middle shows.
    if (row.length != header.size()) {
      throw problem("has " + row.length + " values where the header names " + header.size());
    }
    return true;
  }

  String value(int column) {
    return row[column];
  }

  /** An error about the current row. */
  IOException problem(String what) {
    return new IOException("line " + line() + " " + what);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private boolean read() throws IOException {
    try {
      if (!rows.hasNextValue()) {
        return false;
      }
      row = rows.nextValue();
      return true;
    } catch (JsonProcessingException e) {
      // The parser's own words quote what it read.
      int line = e.getLocation() == null ? line() : e.getLocation().getLineNr();
      throw new IOException("line " + line + " is not valid CSV", e);
    }
  }

  /** The line on which the current row starts. */
  private int line() {
    return rows.getParser().currentTokenLocation().getLineNr();
  }
}
