package dev.costbot.checks;

import dev.costbot.model.Level;
import dev.costbot.model.Money;
import dev.costbot.model.ResourceId;
import dev.costbot.model.Saving;
import java.util.Map;
import java.util.Optional;

/** Turns costs into savings. */
final class Savings {
  private Savings() {}

  /** Removing the resource saves all that it costs. */
  static Saving all(ResourceId resource, Optional<MonthlyCost> cost) {
    return cost.map(
            known -> priced(resource, known, known.money(), known.explained(resource.region())))
        .orElseGet(() -> unpriced(resource));
  }

  /** Changing the resource saves the difference. */
  static Saving difference(
      ResourceId resource, Optional<MonthlyCost> before, Optional<MonthlyCost> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return unpriced(resource);
    }
    MonthlyCost now = before.get();
    MonthlyCost then = after.get();
    Money difference = now.money().minus(then.money());
    String formula =
        "(%s) − (%s) = %s".formatted(now.formula(), then.explained(resource.region()), difference);
    return priced(resource, now, difference, formula);
  }

  /** One step less sure when the prices are another region's. */
  static Level confidence(Level without, Optional<MonthlyCost> cost) {
    boolean elsewhere = cost.flatMap(MonthlyCost::elsewhere).isPresent();
    return elsewhere && without == Level.HIGH ? Level.MEDIUM : without;
  }

  private static Saving priced(
      ResourceId resource, MonthlyCost basis, Money money, String formula) {
    return new Saving.Priced(
        money, formula, basis.basis().source(), basis.basis().asOf(), Map.of(resource, money));
  }

  private static Saving unpriced(ResourceId resource) {
    return new Saving.Unpriced(
        "the price of this %s in %s is not known here"
            .formatted(resource.type().title(), resource.region()));
  }
}
