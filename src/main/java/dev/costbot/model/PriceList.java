package dev.costbot.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The prices known, by id and region. A price that is not in it is unknown, never guessed. */
public final class PriceList {
  /** Where list prices are known without asking AWS. */
  private static final String REFERENCE_REGION = "us-east-1";

  private final Map<Key, Price> prices = new HashMap<>();

  public PriceList(List<Price> prices) {
    for (Price price : prices) {
      this.prices.put(new Key(price.id(), price.region()), price);
    }
  }

  /**
   * The price in that region, or the one in us-east-1 for want of a better one: {@link
   * Price#region} tells which it is, and whoever shows the figure has to say so.
   */
  public Optional<Price> find(String id, String region) {
    return Stream.of(region, REFERENCE_REGION)
        .map(place -> prices.get(new Key(id, place)))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private record Key(String id, String region) {}
}
