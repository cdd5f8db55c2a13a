package dev.costbot.advisor;

import dev.costbot.model.CostSeries;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Money;
import dev.costbot.model.Period;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tells how a period differs from as many days before it. */
final class SpendChange {
  /** How far back the one base query reaches: a comparison inside it costs nothing. */
  private static final int FREE_DAYS = 90;

  private SpendChange() {}

  /** Says nothing where the days before would cost a further call, or are not all known. */
  static void tell(
      Inquiry inquiry, AccountFacts account, CostSeries series, Period period, Draft draft) {
    long days = ChronoUnit.DAYS.between(period.from(), period.to());
    String words = days == 1 ? "the day before" : "the " + days + " days before";
    Period before = new Period(period.from().minusDays(days), period.from(), words);
    boolean partial = period.to().isAfter(account.today());
    if (partial || before.from().isBefore(account.today().minusDays(FREE_DAYS))) {
      return;
    }
    List<CostSeries.Entry> then = then(inquiry, account, before);
    List<CostSeries.Entry> now = SpendRules.matching(series, inquiry);
    boolean known = then.stream().map(CostSeries.Entry::day).distinct().count() == days;
    List<String> currencies =
        Stream.concat(then.stream(), now.stream())
            .map(e -> e.cost().currency())
            .distinct()
            .toList();
    if (!known || currencies.size() != 1) {
      return;
    }
    Money none = Money.zero(currencies.getFirst());
    Money difference = sum(now, none).minus(sum(then, none));
    String fact =
        SpendRules.fact(
            draft, "spend.change", "change against " + before, difference, series, period);
    String than = "%s%s (%s)".formatted(days == 1 ? "" : "in ", words, before);
    if (difference.rounded().signum() == 0) {
      draft.claim("That is as much as %s.".formatted(than), fact, "spend.total");
      return;
    }
    draft.claim("That is %s than %s.".formatted(moreOrLess(difference), than), fact, "spend.total");
    mover(now, then, difference)
        .ifPresent(
            service ->
                draft.claim(
                    "The largest %s is in %s: %s."
                        .formatted(
                            difference.isPositive() ? "rise" : "fall",
                            service.getKey(),
                            moreOrLess(service.getValue())),
                    SpendRules.fact(
                        draft,
                        "spend.mover",
                        service.getKey() + ", change against " + before,
                        service.getValue(),
                        series,
                        period)));
  }

  /** The days before are a courtesy: where they cannot be had, there is no comparison. */
  private static List<CostSeries.Entry> then(Inquiry inquiry, AccountFacts account, Period before) {
    try {
      return SpendRules.matching(account.costs(before), inquiry);
    } catch (FactsUnavailableException e) {
      return List.of();
    }
  }

  /** The service that changed most in the direction of the whole; empty where there is one only. */
  private static Optional<Map.Entry<String, Money>> mover(
      List<CostSeries.Entry> now, List<CostSeries.Entry> then, Money difference) {
    Map<String, Money> changes = new TreeMap<>();
    now.forEach(e -> changes.merge(e.service(), e.cost(), Money::plus));
    then.forEach(
        e -> changes.merge(e.service(), e.cost().times(BigDecimal.ONE.negate()), Money::plus));
    if (changes.size() < 2) {
      return Optional.empty();
    }
    return difference.isPositive()
        ? changes.entrySet().stream().max(Map.Entry.comparingByValue())
        : changes.entrySet().stream().min(Map.Entry.comparingByValue());
  }

  private static Money sum(List<CostSeries.Entry> entries, Money none) {
    return entries.stream().map(CostSeries.Entry::cost).reduce(none, Money::plus);
  }

  private static String moreOrLess(Money difference) {
    return difference.isPositive()
        ? difference + " more"
        : new Money(difference.amount().negate(), difference.currency()) + " less";
  }
}
