package dev.costbot.advisor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads days and months as people write them. */
final class Dates {
  /** A month's name or its abbreviation. */
  static final String MONTH =
      "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

  private static final String ISO = "\\d{4}-\\d{2}-\\d{2}";
  private static final String IN_MONTH = "(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?";

  /** A day, for use inside a pattern; without groups of its own. */
  static final String DAY =
      "(?:%1$s|(?:%2$s) %3$s(?: \\d{4})?|%3$s (?:of )?(?:%2$s)(?: \\d{4})?|today|now|yesterday)"
          .formatted(ISO, MONTH, IN_MONTH);

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:(?<month>%1$s) (?<day>%2$s)|(?<day2>%2$s) (?:of )?(?<month2>%1$s))(?: (?<year>\\d{4}))?"
              .formatted(MONTH, IN_MONTH));

  private Dates() {}

  /**
   * The day a text that matches {@link #DAY} means; without a year the newest that has begun.
   *
   * @throws IllegalArgumentException when there is no such day
   */
  static LocalDate day(String text, LocalDate today) {
    if (text.equals("today") || text.equals("now")) {
      return today;
    }
    if (text.equals("yesterday")) {
      return today.minusDays(1);
    }
    try {
      Matcher named = NAMED.matcher(text);
      return named.matches() ? named(named, today) : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("there is no day " + text, e);
    }
  }

  /** Whether the text says no year, so that the day's year is a guess. */
  static boolean isYearless(String text) {
    return !text.matches(".*\\d{4}.*");
  }

  /** The month of that name; without a year the newest that has begun. */
  static YearMonth month(String name, @Nullable String year, LocalDate today) {
    Month month = month(name);
    if (year != null) {
      return YearMonth.of(Integer.parseInt(year), month);
    }
    YearMonth thisYear = YearMonth.of(today.getYear(), month);
    return thisYear.isAfter(YearMonth.from(today)) ? thisYear.minusYears(1) : thisYear;
  }

  private static LocalDate named(Matcher named, LocalDate today) {
    Month month =
        month(Optional.ofNullable(named.group("month")).orElseGet(() -> named.group("month2")));
    int day =
        Integer.parseInt(
            Optional.ofNullable(named.group("day"))
                .orElseGet(() -> named.group("day2"))
                .replaceAll("\\D", ""));
    if (named.group("year") != null) {
      return LocalDate.of(Integer.parseInt(named.group("year")), month, day);
    }
    LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
    return thisYear.isAfter(today) ? thisYear.minusYears(1) : thisYear;
  }

  private static Month month(String name) {
    for (Month month : Month.values()) {
      if (month.name().regionMatches(true, 0, name, 0, 3)) {
        return month;
      }
    }
    throw new IllegalArgumentException("there is no month " + name);
  }
}
