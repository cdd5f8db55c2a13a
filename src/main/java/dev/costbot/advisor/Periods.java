package dev.costbot.advisor;

import dev.costbot.model.Period;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** Finds the days a question is about. "Last week" is the previous Monday to Sunday, UTC. */
final class Periods {
  private static final String BEFORE_A_MONTH = "(?<=(?:in|for|during|of|since|from|last) )";

  /** "May" and the abbreviations are other words too, so they need a word before or a year. */
  private static final String SURE_MONTH =
      "january|february|march|april|june|july|august|september|october|november|december";

  private static final String TO = " (?:to|until|till|through|-) ";

  /** A way to name days. Where several fit, the one that stands first in the question counts. */
  private record Form(String expression, Reader reader) {}

  @FunctionalInterface
  private interface Reader {
    Period read(Matcher found, LocalDate today);
  }

  private static final List<Form> FORMS =
      List.of(
          new Form("(?:last|previous) week", (m, t) -> week(t, 1, "last week")),
          new Form("this week|week to date", (m, t) -> week(t, 0, "this week")),
          new Form("week before(?: last)?", (m, t) -> week(t, 2, "the week before last")),
          new Form("(?:last|previous) month", (m, t) -> month(t, 1, "last month")),
          new Form("(?:this|current) month|month to date|mtd", (m, t) -> month(t, 0, "this month")),
          new Form("month before(?: last)?", (m, t) -> month(t, 2, "the month before last")),
          new Form("(?:last|previous) quarter", (m, t) -> quarter(t, 1, "last quarter")),
          new Form("this quarter|quarter to date|qtd", (m, t) -> quarter(t, 0, "this quarter")),
          new Form("q([1-4])(?: (\\d{4}))?", Periods::namedQuarter),
          new Form("(?:last|previous) year", (m, t) -> year(t.getYear() - 1, "last year")),
          new Form("this year|year to date|ytd", (m, t) -> year(t.getYear(), "this year")),
          new Form(
              "(?<=(?:in|for|during|of) )20\\d{2}",
              (m, t) -> year(Integer.parseInt(m.group()), m.group())),
          new Form("today", (m, t) -> new Period(t, t.plusDays(1), "today")),
          new Form("yesterday", (m, t) -> new Period(t.minusDays(1), t, "yesterday")),
          new Form("(?:the )?day before yesterday", (m, t) -> days(t.minusDays(2), t.minusDays(2))),
          new Form(
              "(?<=(?:on|last|since) )(monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
              Periods::weekday),
          new Form(
              "(?:last|past|previous) " + Words.NUMBER + " (day|week|month|year)s?",
              (m, t) -> counted(Words.number(m.group(1)), m.group(2), t)),
          new Form("past (day|week|month|year)", (m, t) -> counted(1, m.group(1), t)),
          new Form(Words.NUMBER + " (day|week|month)s? ago", Periods::ago),
          new Form("(" + Dates.DAY + ")(?:" + TO + "| and )(" + Dates.DAY + ")", Periods::range),
          new Form(Dates.DAY, (m, t) -> days(Dates.day(m.group(), t), Dates.day(m.group(), t))),
          new Form(
              "(%1$s)(?: (\\d{4}))?(%2$s| and )(%1$s)(?: (\\d{4}))?".formatted(Dates.MONTH, TO),
              Periods::months),
          new Form(
              "(%s)(?: (\\d{4}))?%s(?:today|now)".formatted(Dates.MONTH, TO),
              (m, t) -> since(Dates.month(m.group(1), m.group(2), t).atDay(1), t)),
          new Form(
              "(%s(?:%s)|(?:%s)(?= \\d{4})|%s)(?: (\\d{4}))?"
                  .formatted(BEFORE_A_MONTH, Dates.MONTH, Dates.MONTH, SURE_MONTH),
              (m, t) -> named(Dates.month(m.group(1), m.group(2), t))),
          new Form("\\d{4}-\\d{2}", (m, t) -> named(isoMonth(m.group()))),
          new Form(
              "tomorrow|(?:next|coming|upcoming) (?:"
                  + Words.NUMBER
                  + " )?(?:days?|weeks?|months?|quarters?|years?)",
              (m, t) ->
                  refuse(m.group() + " lies ahead, and what will be spent is not known here")),
          new Form(
              "(?:last|past|previous) " + Words.NUMBER + " hours?",
              (m, t) -> refuse("the bill is by day, so nothing is known by the hour")),
          new Form(
              "\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}",
              (m, t) ->
                  refuse(
                      "%s can be read in two ways; please write days as 2026-11-05"
                          .formatted(m.group()))));

  private Periods() {}

  /**
   * The period the words name; empty when they name none. It ends today at the latest.
   *
   * @throws IllegalArgumentException when they name days that do not exist, lie ahead or can be
   *     read in two ways
   */
  static Optional<Period> find(Words words, LocalDate today) {
    record Found(Form form, Matcher matcher) {}
    return FORMS.stream()
        .flatMap(form -> words.first(form.expression()).map(m -> new Found(form, m)).stream())
        .min(
            Comparator.comparingInt((Found found) -> found.matcher().start())
                .thenComparingInt(found -> -found.matcher().end()))
        .map(
            found -> {
              Period period = untilToday(found.form().reader().read(found.matcher(), today), today);
              String before = words.text().substring(0, found.matcher().start());
              return before.matches(".*\\bsince (?:the )?") ? since(period.from(), today) : period;
            });
  }

  /** What a question about money means when it names no days: the last 30 complete ones. */
  static Period standard(LocalDate today) {
    return new Period(today.minusDays(30), today, "the last 30 days");
  }

  private static Period untilToday(Period period, LocalDate today) {
    if (period.from().isAfter(today)) {
      return refuse(period.words() + " lies ahead, and what will be spent is not known here");
    }
    if (!period.to().isAfter(today.plusDays(1))) {
      return period;
    }
    return period.words().equals(period.toString())
        ? days(period.from(), today)
        : new Period(period.from(), today.plusDays(1), period.words());
  }

  private static Period week(LocalDate today, int back, String words) {
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate first = monday.minusWeeks(back);
    return new Period(first, first.plusWeeks(1), words);
  }

  private static Period month(LocalDate today, int back, String words) {
    LocalDate first = today.withDayOfMonth(1).minusMonths(back);
    return new Period(first, first.plusMonths(1), words);
  }

  private static Period quarter(LocalDate today, int back, String words) {
    LocalDate first = today.with(IsoFields.DAY_OF_QUARTER, 1).minusMonths(3L * back);
    return new Period(first, first.plusMonths(3), words);
  }

  private static Period namedQuarter(Matcher found, LocalDate today) {
    int number = Integer.parseInt(found.group(1));
    int year = found.group(2) == null ? today.getYear() : Integer.parseInt(found.group(2));
    LocalDate first = LocalDate.of(year, 3 * number - 2, 1);
    if (found.group(2) == null && first.isAfter(today)) {
      first = first.minusYears(1);
    }
    return new Period(first, first.plusMonths(3), "Q%d %d".formatted(number, first.getYear()));
  }

  private static Period year(int year, String words) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), words);
  }

  private static Period weekday(Matcher found, LocalDate today) {
    DayOfWeek weekday = DayOfWeek.valueOf(found.group(1).toUpperCase(Locale.ROOT));
    LocalDate day = today.with(TemporalAdjusters.previous(weekday));
    return days(day, day);
  }

  private static Period counted(int number, String unit, LocalDate today) {
    int count = Math.max(1, number);
    LocalDate from =
        switch (unit) {
          case "day" -> today.minusDays(count);
          case "week" -> today.minusWeeks(count);
          case "month" -> today.minusMonths(count);
          default -> today.minusYears(count);
        };
    // "Last week" and the like are of the calendar; these are not.
    String one = unit.equals("day") ? "the last day" : "the past " + unit;
    String words = count == 1 ? one : "the last %d %ss".formatted(count, unit);
    return new Period(from, today, words);
  }

  private static Period ago(Matcher found, LocalDate today) {
    int count = Words.number(found.group(1));
    return switch (found.group(2)) {
      case "day" -> days(today.minusDays(count), today.minusDays(count));
      case "week" -> week(today, count, "the week " + found.group());
      default -> month(today, count, "the month " + found.group());
    };
  }

  private static Period range(Matcher found, LocalDate today) {
    LocalDate from = Dates.day(found.group(1), today);
    LocalDate last = Dates.day(found.group(2), today);
    boolean overNewYear =
        Dates.isYearless(found.group(1))
            && from.isAfter(last)
            && from.getMonth() != last.getMonth();
    if (overNewYear) {
      from = from.minusYears(1);
    }
    if (last.isBefore(from)) {
      return refuse("the period ends on %s, before it starts on %s".formatted(last, from));
    }
    return days(from, last);
  }

  private static Period months(Matcher found, LocalDate today) {
    YearMonth last = Dates.month(found.group(4), found.group(5), today);
    String year = found.group(2);
    YearMonth first = Dates.month(found.group(1), year, year == null ? last.atEndOfMonth() : today);
    if (found.group(3).equals(" and ")) {
      YearMonth other = Dates.month(found.group(1), year, today);
      first = other.isBefore(last) ? other : last;
      last = other.isBefore(last) ? last : other;
      if (!first.plusMonths(1).equals(last)) {
        return refuse(
            "%s are no one period; please ask for one at a time".formatted(found.group()));
      }
    }
    if (last.isBefore(first)) {
      return refuse("%s is before %s".formatted(words(last), words(first)));
    }
    return new Period(
        first.atDay(1),
        last.plusMonths(1).atDay(1),
        first.equals(last) ? words(first) : words(first) + " to " + words(last));
  }

  private static YearMonth isoMonth(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("there is no month " + text, e);
    }
  }

  private static Period named(YearMonth month) {
    return new Period(month.atDay(1), month.plusMonths(1).atDay(1), words(month));
  }

  private static String words(YearMonth month) {
    return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
  }

  private static Period since(LocalDate from, LocalDate today) {
    return new Period(from, today.plusDays(1), "since " + from);
  }

  /** Days named by their dates: those are its words. */
  private static Period days(LocalDate from, LocalDate last) {
    Period period = new Period(from, last.plusDays(1), "");
    return new Period(from, last.plusDays(1), period.toString());
  }

  private static Period refuse(String why) {
    throw new IllegalArgumentException(why);
  }
}
