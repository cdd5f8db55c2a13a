package dev.costbot.cost;

import dev.costbot.model.CostSeries;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.zip.GZIPInputStream;

/**
 * A bill exported in the FinOps Foundation's FOCUS format (versions 1.0 to 1.4), as {@code .csv} or
 * {@code .csv.gz}. The file is streamed: its size does not matter, only how many days, services and
 * accounts were asked for.
 *
 * <p>Credits, refunds and taxes are part of the billed cost and are kept. A charge that spans
 * several days counts on its first. Amounts of different currencies stay apart.
 */
public final class FocusFile implements CostSource {
  private final Path file;

  public FocusFile(Path file) {
    this.file = file;
  }

  @Override
  public CostSeries fetch(LocalDate from, LocalDate toExclusive) throws CostUnavailableException {
    Days asked = new Days(from, toExclusive);
    String name = String.valueOf(file.getFileName());
    try (CsvRows rows = new CsvRows(open())) {
      Instant asOf = Files.getLastModifiedTime(file).toInstant();
      FocusCharges charges = new FocusCharges(rows);
      FocusSums sums = new FocusSums(asked);
      while (rows.next()) {
        sums.add(charges.current());
      }
      Days days = sums.covered().within(from, toExclusive, name);
      return new CostSeries(
          days.from(),
          days.toExclusive(),
          "BilledCost",
          "FOCUS file " + name,
          asOf,
          sums.entries());
    } catch (NoSuchFileException e) {
      throw new CostUnavailableException("There is no file " + file + ".", e);
    } catch (AccessDeniedException e) {
      throw new CostUnavailableException("The file " + file + " may not be read.", e);
    } catch (IOException e) {
      throw new CostUnavailableException(
          "The file " + file + " cannot be used: " + e.getMessage() + ".", e);
    }
  }

  private InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    if (!String.valueOf(file.getFileName()).endsWith(".gz")) {
      return in;
    }
    try {
      return new GZIPInputStream(in, 1 << 16);
    } catch (IOException e) {
      in.close();
      throw new IOException("it is named .gz but is not compressed", e);
    }
  }
}
