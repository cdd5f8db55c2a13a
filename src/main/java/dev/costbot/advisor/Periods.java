package dev.costbot.advisor;

import dev.costbot.model.Period;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** Finds the days a question is about. "Last week" is the previous Monday to Sunday, UTC. */
final class Periods {
  private static final String MONTHS =
      "january|february|march|april|may|june|july|august|september|october|november|december";
  private static final String DATE = "(\\d{4})-(\\d{2})-(\\d{2})";

  private Periods() {}

  /**
   * The period the words name; empty when they name none.
   *
   * @throws IllegalArgumentException when they name days that do not exist or lie ahead
   */
  static Optional<Period> find(Words words, LocalDate today) {
    LocalDate tomorrow = today.plusDays(1);
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate first = today.withDayOfMonth(1);
    if (words.any("last week", "previous week")) {
      return period(monday.minusWeeks(1), monday, "last week");
    }
    if (words.any("this week")) {
      return period(monday, tomorrow, "this week");
    }
    if (words.any("last month", "previous month")) {
      return period(first.minusMonths(1), first, "last month");
    }
    if (words.any("this month", "month to date", "mtd")) {
      return period(first, tomorrow, "this month");
    }
    if (words.any("yesterday")) {
      return period(today.minusDays(1), today, "yesterday");
    }
    if (words.any("today")) {
      return period(today, tomorrow, "today");
    }
    return dates(words, tomorrow).or(() -> counted(words, today)).or(() -> month(words, today));
  }

  static boolean isMonth(String words) {
    return words.matches("(?:" + MONTHS + ")(?: \\d{4})?");
  }

  /** What a question about money means when it names no days: the last 30 complete ones. */
  static Period standard(LocalDate today) {
    return new Period(today.minusDays(30), today, "the last 30 days");
  }

  private static Optional<Period> dates(Words words, LocalDate tomorrow) {
    Optional<Matcher> range = words.first(DATE + "(?: (?:to|until|till|and|-) )" + DATE);
    if (range.isPresent()) {
      Matcher found = range.get();
      LocalDate from = date(found, 1);
      LocalDate last = date(found, 4);
      if (last.isBefore(from)) {
        throw new IllegalArgumentException(
            "the period ends on %s, before it starts on %s".formatted(last, from));
      }
      return period(from, last.plusDays(1), found.group());
    }
    Optional<Matcher> since = words.first("since " + DATE);
    if (since.isPresent()) {
      LocalDate from = date(since.get(), 1);
      if (!from.isBefore(tomorrow)) {
        throw new IllegalArgumentException(from + " lies ahead: nothing has been spent since");
      }
      return period(from, tomorrow, "since " + from);
    }
    return words
        .first("(?:on )?" + DATE)
        .flatMap(
            found -> period(date(found, 1), date(found, 1).plusDays(1), "on " + date(found, 1)));
  }

  private static Optional<Period> counted(Words words, LocalDate today) {
    return words
        .first("(?:last|past|previous) " + Words.NUMBER + " (days?|weeks?|months?)")
        .flatMap(
            found -> {
              int count = Math.max(1, Words.number(found.group(1)));
              LocalDate from =
                  switch (found.group(2).charAt(0)) {
                    case 'd' -> today.minusDays(count);
                    case 'w' -> today.minusWeeks(count);
                    default -> today.minusMonths(count);
                  };
              return period(from, today, found.group());
            });
  }

  /** The newest month of that name that has begun; "may" only after "in", for it is a verb too. */
  private static Optional<Period> month(Words words, LocalDate today) {
    Optional<Matcher> named =
        words
            .first("(?:in|for|during|of) (" + MONTHS + ")(?: (\\d{4}))?")
            .or(() -> words.first("(" + MONTHS.replace("|may", "") + ")(?: (\\d{4}))?"));
    return named.flatMap(
        found -> {
          Month month = Month.valueOf(found.group(1).toUpperCase(Locale.ROOT));
          LocalDate first =
              LocalDate.of(
                  found.group(2) == null ? today.getYear() : Integer.parseInt(found.group(2)),
                  month,
                  1);
          if (found.group(2) == null && first.isAfter(today)) {
            first = first.minusYears(1);
          }
          return period(first, first.plusMonths(1), found.group());
        });
  }

  private static LocalDate date(Matcher found, int group) {
    String text = found.group(group) + "-" + found.group(group + 1) + "-" + found.group(group + 2);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("there is no day " + text, e);
    }
  }

  private static Optional<Period> period(LocalDate from, LocalDate to, String words) {
    return Optional.of(new Period(from, to, words));
  }
}
