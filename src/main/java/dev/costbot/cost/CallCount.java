package dev.costbot.cost;

import dev.costbot.model.Money;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the paid calls to Cost Explorer, one for each page. Whoever answers a question makes one,
 * hands it to the {@link CostExplorerSource} of that question and reports it with the answer.
 */
public final class CallCount {
  /** What AWS takes for a page, says the Cost Explorer FAQ; the same in every account. */
  private static final Money PRICE = Money.usd("0.01");

  private final AtomicInteger calls = new AtomicInteger();

  void add() {
    calls.incrementAndGet();
  }

  public int calls() {
    return calls.get();
  }

  public Money cost() {
    return PRICE.times(BigDecimal.valueOf(calls()));
  }
}
