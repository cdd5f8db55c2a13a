package dev.costbot.cost;

import dev.costbot.model.CostSeries;
import dev.costbot.model.Money;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds charges up by day, service, account and currency. */
final class FocusSums {
  private final Days asked;
  private final Map<Key, Money> sums =
      new TreeMap<>(
          Comparator.comparing(Key::day)
              .thenComparing(Key::service)
              .thenComparing(Key::account)
              .thenComparing(Key::currency));
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;

  /**
   * @param asked the days to add up; of others only the dates are noted
   */
  FocusSums(Days asked) {
    this.asked = asked;
  }

  void add(FocusCharges.Charge charge) {
    LocalDate day = charge.day();
    first = first == null || day.isBefore(first) ? day : first;
    last = last == null || day.isAfter(last) ? day : last;
    if (asked.contains(day)) {
      Key key = new Key(day, charge.service(), charge.account(), charge.cost().currency());
      sums.merge(key, charge.cost(), Money::plus);
    }
  }

  /** From the first day with a charge to the last. */
  Days covered() throws IOException {
    if (first == null || last == null) {
      throw new IOException("it holds no charges");
    }
    return new Days(first, last.plusDays(1));
  }

  List<CostSeries.Entry> entries() {
    return sums.entrySet().stream()
        .map(
            sum ->
                new CostSeries.Entry(
                    sum.getKey().day(),
                    sum.getKey().service(),
                    sum.getKey().account(),
                    sum.getValue(),
                    false))
        .toList();
  }

  private record Key(LocalDate day, String service, String account, String currency) {}
}
