package dev.costbot.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.model.Period;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected days are read off a calendar; 2026-11-20 is a Friday. */
class PeriodsTest {
  private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");

  @ParameterizedTest
  @CsvSource({
    "last week, 2026-11-09, 2026-11-15, last week",
    "the previous week, 2026-11-09, 2026-11-15, last week",
    "this week, 2026-11-16, 2026-11-20, this week",
    "the week before last, 2026-11-02, 2026-11-08, the week before last",
    "and the week before?, 2026-11-02, 2026-11-08, the week before last",
    "last month, 2026-10-01, 2026-10-31, last month",
    "this month, 2026-11-01, 2026-11-20, this month",
    "month to date, 2026-11-01, 2026-11-20, this month",
    "MTD, 2026-11-01, 2026-11-20, this month",
    "the month before last, 2026-09-01, 2026-09-30, the month before last",
    "last quarter, 2026-07-01, 2026-09-30, last quarter",
    "this quarter, 2026-10-01, 2026-11-20, this quarter",
    "Q3, 2026-07-01, 2026-09-30, Q3 2026",
    "q4, 2026-10-01, 2026-11-20, Q4 2026",
    "Q1 2025, 2025-01-01, 2025-03-31, Q1 2025",
    "last year, 2025-01-01, 2025-12-31, last year",
    "year to date, 2026-01-01, 2026-11-20, this year",
    "in 2025, 2025-01-01, 2025-12-31, 2025",
    "today, 2026-11-20, 2026-11-20, today",
    "yesterday, 2026-11-19, 2026-11-19, yesterday",
    "the day before yesterday, 2026-11-18, 2026-11-18, 2026-11-18",
    "on Monday, 2026-11-16, 2026-11-16, 2026-11-16",
    "last friday, 2026-11-13, 2026-11-13, 2026-11-13"
  })
  void readsDaysOfTheCalendar(String text, LocalDate from, LocalDate last, String words) {
    assertRead(text, FRIDAY, from, last, words);
  }

  /** The days counted are complete ones: today is none of them. */
  @ParameterizedTest
  @CsvSource({
    "the last 7 days, 2026-11-13, 2026-11-19, the last 7 days",
    "past three days, 2026-11-17, 2026-11-19, the last 3 days",
    "previous 1 day, 2026-11-19, 2026-11-19, the last day",
    "the last couple of weeks, 2026-11-06, 2026-11-19, the last 2 weeks",
    "last 3 months, 2026-08-20, 2026-11-19, the last 3 months",
    "the past week, 2026-11-13, 2026-11-19, the past week",
    "the past month, 2026-10-20, 2026-11-19, the past month",
    "last 2 years, 2024-11-20, 2026-11-19, the last 2 years",
    "3 days ago, 2026-11-17, 2026-11-17, 2026-11-17",
    "two weeks ago, 2026-11-02, 2026-11-08, the week two weeks ago",
    "2 months ago, 2026-09-01, 2026-09-30, the month 2 months ago"
  })
  void countsBackFromYesterday(String text, LocalDate from, LocalDate last, String words) {
    assertRead(text, FRIDAY, from, last, words);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-05, 2026-11-05, 2026-11-05, 2026-11-05",
    "from 2026-11-01 to 2026-11-05, 2026-11-01, 2026-11-05, 2026-11-01 to 2026-11-05",
    "between 2026-11-01 and 2026-11-05, 2026-11-01, 2026-11-05, 2026-11-01 to 2026-11-05",
    "2026-11-01 – 2026-11-05, 2026-11-01, 2026-11-05, 2026-11-01 to 2026-11-05",
    "2026-11-05 to 2026-11-05, 2026-11-05, 2026-11-05, 2026-11-05",
    "2026-11-10 until 2026-12-05, 2026-11-10, 2026-11-20, 2026-11-10 to 2026-11-20",
    "2026-11-10 to yesterday, 2026-11-10, 2026-11-19, 2026-11-10 to 2026-11-19",
    "on Nov 5th, 2026-11-05, 2026-11-05, 2026-11-05",
    "'november 5, 2025', 2025-11-05, 2025-11-05, 2025-11-05",
    "on the 5th of november, 2026-11-05, 2026-11-05, 2026-11-05",
    "24 december, 2025-12-24, 2025-12-24, 2025-12-24",
    "from nov 2 to nov 8, 2026-11-02, 2026-11-08, 2026-11-02 to 2026-11-08",
    "from december 20 to january 5, 2025-12-20, 2026-01-05, 2025-12-20 to 2026-01-05"
  })
  void readsDates(String text, LocalDate from, LocalDate last, String words) {
    assertRead(text, FRIDAY, from, last, words);
  }

  @ParameterizedTest
  @CsvSource({
    "october, 2026-10-01, 2026-10-31, October 2026",
    "in Oct, 2026-10-01, 2026-10-31, October 2026",
    "October 2025, 2025-10-01, 2025-10-31, October 2025",
    "sept 2026, 2026-09-01, 2026-09-30, September 2026",
    "2026-10, 2026-10-01, 2026-10-31, October 2026",
    "november, 2026-11-01, 2026-11-20, November 2026",
    "december, 2025-12-01, 2025-12-31, December 2025",
    "in may, 2026-05-01, 2026-05-31, May 2026",
    "may 2025, 2025-05-01, 2025-05-31, May 2025",
    "september to october, 2026-09-01, 2026-10-31, September 2026 to October 2026",
    "september and october, 2026-09-01, 2026-10-31, September 2026 to October 2026",
    "october and september, 2026-09-01, 2026-10-31, September 2026 to October 2026",
    "november to february, 2025-11-01, 2026-02-28, November 2025 to February 2026",
    "from july until now, 2026-07-01, 2026-11-20, since 2026-07-01"
  })
  void readsMonths(String text, LocalDate from, LocalDate last, String words) {
    assertRead(text, FRIDAY, from, last, words);
  }

  @ParameterizedTest
  @CsvSource({
    "since 2026-11-01, 2026-11-01",
    "since nov 3, 2026-11-03",
    "since october, 2026-10-01",
    "since last week, 2026-11-09",
    "since the last month, 2026-10-01",
    "since yesterday, 2026-11-19",
    "since monday, 2026-11-16",
    "since 2026-11-20, 2026-11-20"
  })
  void sinceLastsUntilToday(String text, LocalDate from) {
    assertRead(text, FRIDAY, from, FRIDAY, "since " + from);
  }

  @ParameterizedTest
  @CsvSource({
    // A Monday, a Sunday, the first day of a year, the day after a leap day.
    "2026-11-16, last week, 2026-11-09, 2026-11-15",
    "2026-11-16, this week, 2026-11-16, 2026-11-16",
    "2026-11-15, last week, 2026-11-02, 2026-11-08",
    "2026-11-15, this week, 2026-11-09, 2026-11-15",
    "2026-11-15, on sunday, 2026-11-08, 2026-11-08",
    "2027-01-01, last week, 2026-12-21, 2026-12-27",
    "2027-01-01, last month, 2026-12-01, 2026-12-31",
    "2027-01-01, last quarter, 2026-10-01, 2026-12-31",
    "2027-01-01, yesterday, 2026-12-31, 2026-12-31",
    "2027-01-01, last 7 days, 2026-12-25, 2026-12-31",
    "2027-01-01, this year, 2027-01-01, 2027-01-01",
    "2027-01-01, december, 2026-12-01, 2026-12-31",
    "2026-12-01, last month, 2026-11-01, 2026-11-30",
    "2028-03-01, last month, 2028-02-01, 2028-02-29",
    "2028-03-01, yesterday, 2028-02-29, 2028-02-29",
    "2028-03-01, february 29, 2028-02-29, 2028-02-29",
    "2026-03-31, the past month, 2026-02-28, 2026-03-30"
  })
  void knowsWhereWeeksMonthsAndYearsBegin(
      LocalDate today, String text, LocalDate from, LocalDate last) {
    Period period = Periods.find(new Words(text), today).orElseThrow();
    assertThat(period.from()).isEqualTo(from);
    assertThat(period.to().minusDays(1)).isEqualTo(last);
  }

  @Test
  void whatIsNamedFirstCounts() {
    assertThat(Periods.find(new Words("why is this week dearer than last week?"), FRIDAY))
        .map(Period::words)
        .hasValue("this week");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "what are we wasting?",
        "we may have too many snapshots",
        "may I release an elastic ip?",
        "which volumes may go",
        "top 10 findings",
        "snapshots older than 90 days",
        "who has 10.0.0.1?",
        "the last resort",
        "vol-0a1b2c3d",
        "account 202611051234",
        "over 2000 dollars",
        "sun and moon"
      })
  void findsNoPeriodWhereNoneIsNamed(String text) {
    assertThat(Periods.find(new Words(text), FRIDAY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tomorrow",
        "next week",
        "next month",
        "the next 7 days",
        "the coming quarter",
        "on 2026-11-21",
        "december 2026",
        "in 2027",
        "since 2027-01-01",
        "from 2026-12-01 to 2026-12-05"
      })
  void saysThatItLiesAhead(String text) {
    assertRefused(text, "lies ahead, and what will be spent is not known here");
  }

  @ParameterizedTest
  @CsvSource({
    "on 2026-02-30, there is no day 2026-02-30",
    "2026-13-01, there is no day 2026-13-01",
    "february 29, there is no day february 29",
    "june 31, there is no day june 31",
    "2026-13, there is no month 2026-13",
    "from 2026-11-10 to 2026-11-01, 'the period ends on 2026-11-01, before it starts on 2026-11-10'",
    "november 10 to november 1, 'the period ends on 2026-11-01, before it starts on 2026-11-10'",
    "october 2026 to july 2026, July 2026 is before October 2026",
    "july and october, july and october are no one period; please ask for one at a time",
    "11/05/2026, 11/05/2026 can be read in two ways; please write days as 2026-11-05",
    "5.11.2026, 5.11.2026 can be read in two ways; please write days as 2026-11-05",
    "the last 24 hours, 'the bill is by day, so nothing is known by the hour'"
  })
  void saysWhyThereIsNoSuchPeriod(String text, String why) {
    assertRefused(text, why);
  }

  @Test
  void withoutAPeriodItIsTheLast30CompleteDays() {
    assertThat(Periods.standard(FRIDAY))
        .isEqualTo(new Period(LocalDate.parse("2026-10-21"), FRIDAY, "the last 30 days"));
  }

  private static void assertRead(
      String text, LocalDate today, LocalDate from, LocalDate last, String words) {
    assertThat(Periods.find(new Words("what did we spend " + text + "?"), today))
        .hasValue(new Period(from, last.plusDays(1), words));
  }

  private static void assertRefused(String text, String why) {
    assertThatThrownBy(() -> Periods.find(new Words(text), FRIDAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
