package dev.costbot.checks;

import dev.costbot.model.Money;
import dev.costbot.model.Price;
import dev.costbot.model.PriceList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cost a month with the arithmetic that leads to it.
 *
 * @param formula e.g. {@code 100 GiB × 0.10 = 10.00 USD}
 * @param basis a price it rests on; the others are of the same source and date
 * @param elsewhere the region whose prices were used for want of local ones; empty when local
 */
record MonthlyCost(Money money, String formula, Price basis, Optional<String> elsewhere) {
  /** AWS's own convention: 365 days × 24 hours / 12 months. */
  static final BigDecimal HOURS_A_MONTH = BigDecimal.valueOf(730);

  static Terms of(PriceList prices, String region) {
    return new Terms(prices, region);
  }

  /** The formula with what limits it. */
  String explained(String region) {
    return elsewhere
        .map(
            other ->
                "%s (list prices of %s; those of %s are not known here)"
                    .formatted(formula, other, region))
        .orElse(formula);
  }

  /** Adds up quantities times prices; one unknown price makes the whole unknown. */
  static final class Terms {
    private final PriceList prices;
    private final String region;
    private final List<String> words = new ArrayList<>();
    private final List<Price> used = new ArrayList<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private boolean unknown;

    private Terms(PriceList prices, String region) {
      this.prices = prices;
      this.region = region;
    }

    /** Adds a term; one of no quantity is left out. */
    Terms plus(BigDecimal quantity, String unit, String priceId) {
      if (quantity.signum() > 0) {
        prices
            .find(priceId, region)
            .ifPresentOrElse(price -> add(quantity, unit, price), () -> unknown = true);
      }
      return this;
    }

    Terms unknown() {
      unknown = true;
      return this;
    }

    Optional<MonthlyCost> total() {
      if (unknown || used.isEmpty()) {
        return Optional.empty();
      }
      Money money = new Money(sum, used.getFirst().currency());
      Optional<String> elsewhere =
          used.stream().map(Price::region).filter(place -> !place.equals(region)).findFirst();
      return Optional.of(
          new MonthlyCost(
              money,
              "%s = %s".formatted(String.join(" + ", words), money),
              used.getFirst(),
              elsewhere));
    }

    private void add(BigDecimal quantity, String unit, Price price) {
      sum = sum.add(quantity.multiply(price.amount()));
      words.add("%s %s × %s".formatted(plain(quantity), unit, plain(price.amount())));
      used.add(price);
    }

    private static String plain(BigDecimal number) {
      BigDecimal short3 = number.setScale(Math.min(number.scale(), 5), RoundingMode.HALF_EVEN);
      return short3.stripTrailingZeros().toPlainString();
    }
  }
}
