package dev.costbot.advisor;

import dev.costbot.model.CostSeries;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Money;
import dev.costbot.model.Period;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** Answers what was spent. */
final class SpendRules {

  void answer(Inquiry inquiry, AccountFacts account, Draft draft) throws FactsUnavailableException {
    Period wanted =
        Optional.ofNullable(inquiry.period()).orElseGet(() -> Periods.standard(account.today()));
    CostSeries series = account.costs(wanted);
    Period period = covered(wanted, series);
    if (!period.equals(wanted)) {
      draft.note("The bill here covers only %s of %s.".formatted(period, wanted));
    }
    draft.note(
        "%sMetric %s; source %s; days are UTC."
            .formatted(
                isDates(period) ? "" : "\"%s\" is %s. ".formatted(period.words(), period),
                series.metric(),
                series.source()));
    notSplit(inquiry.scope(), draft);
    List<CostSeries.Entry> entries = matching(series, inquiry);
    if (entries.isEmpty()) {
      draft.claim("There is no cost%s %s.".formatted(asked(inquiry.scope()), when(period)));
      return;
    }
    String what = of(inquiry.scope(), entries);
    Map<String, Money> totals = new TreeMap<>();
    entries.forEach(e -> totals.merge(e.cost().currency(), e.cost(), Money::plus));
    totals.forEach(
        (currency, total) ->
            draft.claim(
                "%s was spent%s %s.".formatted(total, what, when(period)),
                fact(
                    draft,
                    "spend.total" + suffix(totals, currency),
                    "total" + what,
                    total,
                    series,
                    period)));
    SpendChange.tell(inquiry, account, series, period, draft);
    breakdown(inquiry, entries, series, period, draft);
    moving(entries, draft);
    draft.suggest("what are we wasting?");
  }

  /** What was asked for of which the bill says nothing by itself. */
  private static void notSplit(Inquiry.Scope scope, Draft draft) {
    if (!scope.regions().isEmpty()) {
      draft.caveat(
          "The bill here does not tell regions apart: these figures are for all of them, not for %s alone."
              .formatted(Prose.and(scope.regions())));
    }
    if (!scope.checks().isEmpty() || !scope.resources().isEmpty()) {
      draft.caveat(
          "The bill here is by service: what you ask about is only a part of these figures.");
      draft.suggest("what are we wasting?");
    }
  }

  private static Period covered(Period wanted, CostSeries series) {
    Period period = new Period(series.from(), series.to(), wanted.words());
    return isDates(wanted) ? new Period(series.from(), series.to(), period.toString()) : period;
  }

  /** Whether its words are its dates. */
  private static boolean isDates(Period period) {
    return period.words().equals(period.toString());
  }

  /** What was spent on, by its names on the bill. */
  private static String of(Inquiry.Scope scope, List<CostSeries.Entry> entries) {
    String on =
        scope.services().isEmpty()
            ? " on all services"
            : " on "
                + Prose.and(
                    entries.stream().map(CostSeries.Entry::service).distinct().sorted().toList());
    return on + in(scope);
  }

  private static String asked(Inquiry.Scope scope) {
    return (scope.services().isEmpty()
            ? ""
            : " of " + Prose.or(scope.services().stream().map(Services::name).toList()))
        + in(scope);
  }

  private static String in(Inquiry.Scope scope) {
    List<String> accounts = scope.accounts();
    return accounts.isEmpty()
        ? ""
        : (accounts.size() == 1 ? " in account " : " in accounts ") + Prose.and(accounts);
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
        List<Map.Entry<Key, Money>> sums = sums(entries, CostSeries.Entry::service, largestFirst());
        table("By service", sums, inquiry.page(), series, period, draft);
        if (inquiry.page().offset() == 0) {
          largest(sums, draft);
        }
      }
      case ACCOUNT -> {
        List<Map.Entry<Key, Money>> sums = sums(entries, CostSeries.Entry::account, largestFirst());
        table("By account", sums, inquiry.page(), series, period, draft);
      }
      case DAY -> {
        Comparator<Map.Entry<Key, Money>> byDay =
            Map.Entry.comparingByKey(Comparator.comparing(Key::name).thenComparing(Key::currency));
        table(
            "By day",
            sums(entries, entry -> entry.day().toString(), byDay),
            Inquiry.Page.FIRST,
            series,
            period,
            draft);
      }
    }
  }

  private record Key(String name, String currency) {}

  private static Comparator<Map.Entry<Key, Money>> largestFirst() {
    return Comparator.comparing((Map.Entry<Key, Money> row) -> row.getValue().amount())
        .reversed()
        .thenComparing(row -> row.getKey().name());
  }

  private static List<Map.Entry<Key, Money>> sums(
      List<CostSeries.Entry> entries,
      Function<CostSeries.Entry, String> by,
      Comparator<Map.Entry<Key, Money>> order) {
    Map<Key, Money> sums = new HashMap<>();
    entries.forEach(
        e -> sums.merge(new Key(by.apply(e), e.cost().currency()), e.cost(), Money::plus));
    return sums.entrySet().stream().sorted(order).toList();
  }

  private static void table(
      String title,
      List<Map.Entry<Key, Money>> sums,
      Inquiry.Page page,
      CostSeries series,
      Period period,
      Draft draft) {
    List<Map.Entry<Key, Money>> shown = Selection.page(sums, page, sums.size());
    if (shown.isEmpty()) {
      draft.claim("That was all: there are %d rows.".formatted(sums.size()));
      return;
    }
    String part =
        shown.size() == sums.size()
            ? ""
            : " (%d to %d of %d)"
                .formatted(page.offset() + 1, page.offset() + shown.size(), sums.size());
    List<String> rows = new ArrayList<>();
    for (Map.Entry<Key, Money> row : shown) {
      rows.add(
          fact(
              draft,
              "spend." + (rows.size() + 1),
              row.getKey().name(),
              row.getValue(),
              series,
              period));
    }
    draft.table(title + part, rows);
  }

  /** The table's first row is the fact it rests on. */
  private static void largest(List<Map.Entry<Key, Money>> sums, Draft draft) {
    boolean oneCurrency = sums.stream().map(row -> row.getKey().currency()).distinct().count() == 1;
    if (sums.size() > 1 && oneCurrency && sums.getFirst().getValue().isPositive()) {
      draft.claim(
          "The largest part is %s: %s."
              .formatted(sums.getFirst().getKey().name(), sums.getFirst().getValue()),
          "spend.1");
    }
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

  static List<CostSeries.Entry> matching(CostSeries series, Inquiry inquiry) {
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

  static String fact(
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

  /** The period as a sentence goes on with it, its dates included. */
  private static String when(Period period) {
    String words = period.words();
    if (isDates(period)) {
      return (words.contains(" to ") ? "from " : "on ") + words;
    }
    boolean named = words.startsWith("the ") || words.matches("[A-Z].*|\\d{4}");
    String preposition = !named ? "" : words.contains(" to ") ? "from " : "in ";
    return preposition + words + " (" + period + ")";
  }
}
