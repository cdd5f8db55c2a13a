package dev.costbot.advisor;

import dev.costbot.model.CostSeries;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Money;
import dev.costbot.model.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers what was spent. */
final class SpendRules {
  /** How far back the one base query reaches: a comparison inside it costs nothing. */
  private static final int FREE_DAYS = 90;

  void answer(Inquiry inquiry, AccountFacts account, Draft draft) throws FactsUnavailableException {
    LocalDate today = account.today();
    Period asked = Optional.ofNullable(inquiry.period()).orElseGet(() -> Periods.standard(today));
    if (asked.from().isAfter(today)) {
      draft.claim("%s lies ahead: nothing has been spent then.".formatted(asked));
      return;
    }
    Period wanted =
        asked.to().isAfter(today.plusDays(1))
            ? new Period(asked.from(), today.plusDays(1), asked.words())
            : asked;
    CostSeries series = account.costs(wanted);
    Period period = new Period(series.from(), series.to(), wanted.words());
    if (!period.equals(wanted)) {
      draft.note("The bill here covers only %s of %s.".formatted(period, wanted));
    }
    List<CostSeries.Entry> entries = matching(series, inquiry);
    draft.note(
        "%s is %s, UTC; metric %s; source %s."
            .formatted(sentence(period.words()), period, series.metric(), series.source()));
    String what =
        inquiry.scope().services().isEmpty() ? "" : " on " + String.join(", ", names(entries));
    if (entries.isEmpty()) {
      draft.claim(
          "There is no cost%s %s (%s)."
              .formatted(
                  what.isEmpty() && !inquiry.scope().services().isEmpty() ? " of that service" : "",
                  when(period),
                  period));
      return;
    }
    Map<String, Money> totals = new TreeMap<>();
    entries.forEach(e -> totals.merge(e.cost().currency(), e.cost(), Money::plus));
    totals.forEach(
        (currency, total) ->
            draft.claim(
                "%s was spent%s %s (%s).".formatted(total, what, when(period), period),
                fact(
                    draft,
                    "spend.total" + suffix(totals, currency),
                    "total" + what,
                    total,
                    series,
                    period)));
    change(inquiry, account, series, totals, period, draft);
    breakdown(inquiry, entries, series, period, draft);
    moving(entries, draft);
    draft.suggest("what are we wasting?");
  }

  private static void breakdown(
      Inquiry inquiry,
      List<CostSeries.Entry> entries,
      CostSeries series,
      Period period,
      Draft draft) {
    switch (inquiry.grouping()) {
      case TOTAL -> {}
      case SERVICE -> {
        List<String> rows =
            rows(entries, CostSeries.Entry::service, largestFirst(), series, period, draft);
        draft.table("By service", rows);
      }
      case ACCOUNT -> {
        List<String> rows =
            rows(entries, CostSeries.Entry::account, largestFirst(), series, period, draft);
        draft.table("By account", rows);
      }
      case DAY -> {
        List<String> rows =
            rows(
                entries,
                entry -> entry.day().toString(),
                Map.Entry.comparingByKey(Comparator.comparing(Key::name)),
                series,
                period,
                draft);
        draft.table("By day", rows);
      }
    }
  }

  private record Key(String name, String currency) {}

  private static Comparator<Map.Entry<Key, Money>> largestFirst() {
    return Comparator.comparing((Map.Entry<Key, Money> row) -> row.getValue().amount())
        .reversed()
        .thenComparing(row -> row.getKey().name());
  }

  private static List<String> rows(
      List<CostSeries.Entry> entries,
      Function<CostSeries.Entry, String> by,
      Comparator<Map.Entry<Key, Money>> order,
      CostSeries series,
      Period period,
      Draft draft) {
    Map<Key, Money> sums = new HashMap<>();
    entries.forEach(
        e -> sums.merge(new Key(by.apply(e), e.cost().currency()), e.cost(), Money::plus));
    List<Map.Entry<Key, Money>> sorted = sums.entrySet().stream().sorted(order).toList();
    return Stream.iterate(0, i -> i < sorted.size(), i -> i + 1)
        .map(
            i ->
                fact(
                    draft,
                    "spend." + (i + 1),
                    sorted.get(i).getKey().name(),
                    sorted.get(i).getValue(),
                    series,
                    period))
        .toList();
  }

  /** Compares with as many days before, where that costs no further call. */
  private static void change(
      Inquiry inquiry,
      AccountFacts account,
      CostSeries series,
      Map<String, Money> totals,
      Period period,
      Draft draft)
      throws FactsUnavailableException {
    long days = ChronoUnit.DAYS.between(period.from(), period.to());
    Period before =
        new Period(period.from().minusDays(days), period.from(), "the " + days + " days before");
    boolean partial = period.to().isAfter(account.today());
    if (totals.size() != 1
        || partial
        || before.from().isBefore(account.today().minusDays(FREE_DAYS))) {
      return;
    }
    List<CostSeries.Entry> then = matching(account.costs(before), inquiry);
    Money now = totals.values().iterator().next();
    boolean comparable =
        then.stream().map(CostSeries.Entry::day).distinct().count() == days
            && then.stream().allMatch(e -> e.cost().currency().equals(now.currency()));
    if (!comparable) {
      return;
    }
    Money was =
        then.stream().map(CostSeries.Entry::cost).reduce(Money.zero(now.currency()), Money::plus);
    Money difference = now.minus(was);
    String direction = difference.amount().signum() < 0 ? "less" : "more";
    Money size =
        difference.isPositive() ? difference : Money.zero(now.currency()).minus(difference);
    draft.claim(
        "That is %s %s than in %s (%s)."
            .formatted(size, direction, days == 1 ? "the day before" : before.words(), before),
        fact(draft, "spend.change", "change against " + before, difference, series, period),
        "spend.total");
  }

  private static void moving(List<CostSeries.Entry> entries, Draft draft) {
    TreeSet<LocalDate> days = new TreeSet<>();
    entries.stream().filter(CostSeries.Entry::estimated).forEach(e -> days.add(e.day()));
    if (!days.isEmpty()) {
      draft.note(
          "Still moving (AWS has not closed them): %s."
              .formatted(days.size() == 1 ? days.first() : days.first() + " to " + days.last()));
    }
  }

  private static List<CostSeries.Entry> matching(CostSeries series, Inquiry inquiry) {
    Inquiry.Scope scope = inquiry.scope();
    List<Pattern> services = scope.services().stream().map(Pattern::compile).toList();
    return series.entries().stream()
        .filter(e -> scope.accounts().isEmpty() || scope.accounts().contains(e.account()))
        .filter(
            e ->
                services.isEmpty()
                    || services.stream()
                        .anyMatch(s -> s.matcher(e.service().toLowerCase(Locale.ROOT)).find()))
        .toList();
  }

  private static List<String> names(List<CostSeries.Entry> entries) {
    return entries.stream().map(CostSeries.Entry::service).distinct().sorted().toList();
  }

  private static String fact(
      Draft draft, String id, String label, Money money, CostSeries series, Period period) {
    return draft.fact(
        id,
        label,
        money.rounded().toPlainString(),
        money.currency(),
        period.toString(),
        series.source() + ", " + series.metric(),
        series.asOf());
  }

  private static String suffix(Map<String, Money> totals, String currency) {
    return totals.size() == 1 ? "" : "." + currency;
  }

  /** The period's words as they go on in a sentence. */
  private static String when(Period period) {
    String words = period.words();
    boolean bare = words.matches("(?:the |last |past |previous )+\\S+ (?:days?|weeks?|months?)");
    if (!bare) {
      boolean month = words.matches("[a-z]+(?: \\d{4})?") && Periods.isMonth(words);
      boolean range = words.matches("\\d{4}-.*");
      return month ? "in " + words : range ? "from " + words : words;
    }
    return "in " + (words.startsWith("the ") ? words : "the " + words);
  }

  private static String sentence(String words) {
    return "\"" + words + "\"";
  }
}
