package dev.costbot.model;

import java.time.LocalDate;
import java.util.Map;

/** What removing a waste saves. */
public sealed interface Saving {
  /** How the figure comes about, or why there is none. */
  String formula();

  /**
   * @param monthly the whole saving a month
   * @param parts the saving by resource, so that savings on one resource are never added twice
   */
  record Priced(
      Money monthly,
      String formula,
      String priceSource,
      LocalDate asOf,
      Map<ResourceId, Money> parts)
      implements Saving {
    public Priced {
      parts = Map.copyOf(parts);
    }
  }

  record Unpriced(String formula) implements Saving {}
}
