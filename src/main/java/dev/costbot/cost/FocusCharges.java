package dev.costbot.cost;

import dev.costbot.model.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the columns of a FOCUS file that make up a bill. */
final class FocusCharges {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][ ]")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[ 'UTC'][XXX][X]")
          .toFormatter(Locale.ROOT)
          // Otherwise the 30th of February would be the 28th.
          .withResolverStyle(ResolverStyle.STRICT);

  private final CsvRows rows;
  private final int day;
  private final int service;
  private final int cost;
  private final int currency;
  private final List<Integer> accounts;
  private final Map<String, LocalDate> days = new HashMap<>();

  /**
   * @throws IOException naming the columns that are missing
   */
  FocusCharges(CsvRows rows) throws IOException {
    this.rows = rows;
    List<Integer> columns =
        rows.columns("ChargePeriodStart", "ServiceName", "BilledCost", "BillingCurrency");
    this.day = columns.get(0);
    this.service = columns.get(1);
    this.cost = columns.get(2);
    this.currency = columns.get(3);
    // A charge to the whole contract names no sub account. A provider without them has no column.
    this.accounts =
        rows.has("SubAccountId")
            ? rows.columns("SubAccountId", "BillingAccountId")
            : rows.columns("BillingAccountId");
  }

  record Charge(LocalDate day, String service, String account, Money cost) {}

  Charge current() throws IOException {
    return new Charge(day(), or(rows.value(service), "(no service)"), account(), cost());
  }

  private LocalDate day() throws IOException {
    String text = required(day, "ChargePeriodStart");
    LocalDate known = days.get(text);
    if (known != null) {
      return known;
    }
    try {
      LocalDate parsed = day(text);
      days.put(text, parsed);
      return parsed;
    } catch (DateTimeParseException e) {
      throw rows.problem("has a ChargePeriodStart that is no time: " + quoted(text));
    }
  }

  /** FOCUS means UTC; exports write it with and without saying so. */
  private static LocalDate day(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text);
    }
    TemporalAccessor time = TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
    return time instanceof ZonedDateTime zoned
        ? zoned.withZoneSameInstant(ZoneOffset.UTC).toLocalDate()
        : LocalDate.from(time);
  }

  private String account() {
    for (int column : accounts) {
      if (!isNull(rows.value(column))) {
        return rows.value(column);
      }
    }
    return "(no account)";
  }

  private Money cost() throws IOException {
    String text = required(cost, "BilledCost");
    try {
      return new Money(new BigDecimal(text.strip()), required(currency, "BillingCurrency"));
    } catch (NumberFormatException e) {
      throw rows.problem("has a BilledCost that is no number: " + quoted(text));
    }
  }

  private String required(int column, String name) throws IOException {
    String value = rows.value(column);
    if (isNull(value)) {
      throw rows.problem("has no " + name);
    }
    return value;
  }

  private static String or(String value, String otherwise) {
    return isNull(value) ? otherwise : value;
  }

  /** FOCUS writes null, and files of exporters leave the field empty. */
  private static boolean isNull(String value) {
    return value.isBlank() || value.equalsIgnoreCase("NULL");
  }

  private static String quoted(String text) {
    return '"' + (text.length() <= 40 ? text : text.substring(0, 40) + "…") + '"';
  }
}
