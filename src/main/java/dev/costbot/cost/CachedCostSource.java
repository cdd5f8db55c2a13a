package dev.costbot.cost;

import dev.costbot.model.CostSeries;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves most questions from one base query over the last 95 days, so that a conversation costs one
 * call. Older days are a query of their own, kept as long.
 */
public final class CachedCostSource implements CostSource {
  private static final Logger LOG = LoggerFactory.getLogger(CachedCostSource.class);

  /** The longest three months and a few days: a quarter, or 90 days, up to any day this week. */
  private static final int WINDOW_DAYS = 95;

  /**
   * AWS updates billing data up to three times a day, every eight hours: a shorter time shows every
   * update, and costs at most five calls a day.
   */
  private static final Duration KEPT = Duration.ofHours(6);

  private final CostSource source;
  private final CostCache cache;
  private final String caller;
  private final InstantSource now;

  /**
   * @param caller who asks, e.g. the account id: it keeps one account's bill from another's
   *     questions. Where the endpoint is not AWS's own it has to name that too.
   */
  public CachedCostSource(CostSource source, CostCache cache, String caller, InstantSource now) {
    if (caller.isBlank()) {
      throw new IllegalArgumentException("a cached bill needs to know whose it is");
    }
    this.source = source;
    this.cache = cache;
    this.caller = caller;
    this.now = now;
  }

  @Override
  public CostSeries fetch(LocalDate from, LocalDate toExclusive) throws CostUnavailableException {
    Instant instant = now.instant();
    LocalDate today = LocalDate.ofInstant(instant, ZoneOffset.UTC);
    Days asked = Days.upTo(today, from, toExclusive);
    Days window = new Days(today.minusDays(WINDOW_DAYS), today.plusDays(1));
    boolean inWindow = !from.isBefore(window.from());
    CostSeries series = read(inWindow ? window : asked, today, instant);
    return Days.covered(series).cut(series, asked.from(), asked.toExclusive());
  }

  private CostSeries read(Days days, LocalDate today, Instant instant)
      throws CostUnavailableException {
    // The day is part of it: with a new day, other days are still moving.
    String key =
        String.join(
            "#", "cost-1", caller, today.toString(), days.from() + "/" + days.toExclusive());
    Optional<CostSeries> known = cached(key, instant);
    if (known.isPresent()) {
      return known.get();
    }
    CostSeries series = source.fetch(days.from(), days.toExclusive());
    keep(key, series, instant.plus(KEPT));
    return series;
  }

  /** A cache that fails costs a call, not the answer. */
  private Optional<CostSeries> cached(String key, Instant instant) {
    try {
      Optional<byte[]> bytes = cache.get(key, instant);
      return bytes.isEmpty()
          ? Optional.empty()
          : Optional.of(CostSeriesCsv.read(bytes.get(), "the cached bill"));
    } catch (IOException e) {
      LOG.warn("the cached bill cannot be read, asking again", e);
      return Optional.empty();
    }
  }

  private void keep(String key, CostSeries series, Instant expires) {
    try {
      cache.put(key, CostSeriesCsv.write(series), expires);
    } catch (IOException e) {
      LOG.warn("the bill cannot be cached", e);
    }
  }
}
