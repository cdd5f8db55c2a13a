package dev.costbot.model;

import java.math.BigDecimal;

/**
 * How much a finding matters, by its monthly saving: critical from 1,000, high from 100, medium
 * from 10 (in the currency of the price); below that, and where the saving is unknown, low.
 */
public enum Severity {
  LOW("0"),
  MEDIUM("10"),
  HIGH("100"),
  CRITICAL("1000");

  private final BigDecimal from;

  Severity(String from) {
    this.from = new BigDecimal(from);
  }

  public static Severity of(Saving saving) {
    return switch (saving) {
      case Saving.Unpriced unknown -> LOW;
      case Saving.Priced priced -> {
        Severity found = LOW;
        for (Severity severity : values()) {
          if (priced.monthly().amount().compareTo(severity.from) >= 0) {
            found = severity;
          }
        }
        yield found;
      }
    };
  }
}
