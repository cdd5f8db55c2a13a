package dev.costbot.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The prices known, by id and region. A price that is not in it is unknown, never guessed. */
public final class PriceList {
  private final Map<Key, Price> prices = new HashMap<>();

  public PriceList(List<Price> prices) {
    for (Price price : prices) {
      this.prices.put(new Key(price.id(), price.region()), price);
    }
  }

  /**
   * The price in that region, or the one in us-east-1 for want of a better one: {@link
   * Price#region()} tells which it is, and whoever shows the figure has to say so.
   */
  public Optional<Price> find(String id, String region) {
    Price here = prices.get(new Key(id, region));
    return Optional.ofNullable(here != null ? here : prices.get(new Key(id, "us-east-1")));
  }

  private record Key(String id, String region) {}
}
