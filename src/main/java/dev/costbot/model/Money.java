package dev.costbot.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * An exact amount in one currency. Amounts of different currencies are never added.
 *
 * @param amount the exact amount, of any scale
 * @param currency ISO 4217 code, or the name of a provider's unit as FOCUS allows
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {
  public Money {
    if (currency.isBlank()) {
      throw new IllegalArgumentException("an amount of money needs a currency");
    }
  }

  public static Money usd(String amount) {
    return new Money(new BigDecimal(amount), "USD");
  }

  public static Money usd(BigDecimal amount) {
    return new Money(amount, "USD");
  }

  public static Money zero(String currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(sameCurrency(other).amount), currency);
  }

  public Money times(BigDecimal factor) {
    return new Money(amount.multiply(factor), currency);
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  /** Rounded to cents, half to even: what people and programs are shown. */
  public BigDecimal rounded() {
    return amount.setScale(2, RoundingMode.HALF_EVEN);
  }

  /**
   * @throws IllegalArgumentException when the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    return amount.compareTo(sameCurrency(other).amount);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,.2f %s", rounded(), currency);
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "cannot combine " + currency + " with " + other.currency + ": convert one of them first");
    }
    return other;
  }
}
