package dev.costbot.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was understood, complete in itself: what a follow-up left out has been filled in
 * from the conversation.
 *
 * @param period null where the topic has none
 */
public record Inquiry(
    Topic topic, Scope scope, @Nullable Period period, Grouping grouping, Page page) {

  public enum Topic {
    /** What is wasted. */
    WASTE,
    /** What was spent. */
    SPEND,
    /** How to remove a waste. */
    FIX,
    /** What something means, answered from the guides. */
    EXPLAIN,
    /** What can be asked. */
    HELP,
    /** Nothing the rules know. */
    OTHER
  }

  public enum Grouping {
    TOTAL,
    SERVICE,
    DAY,
    ACCOUNT
  }

  /**
   * Which part of the account is meant; an empty list means all.
   *
   * @param checks check ids
   * @param resources resource ids
   * @param minimumSaving a month; null for none
   */
  public record Scope(
      List<String> accounts,
      List<String> regions,
      List<String> services,
      List<String> checks,
      List<String> resources,
      @Nullable BigDecimal minimumSaving) {
    public static final Scope ALL =
        new Scope(List.of(), List.of(), List.of(), List.of(), List.of(), null);

    public Scope {
      accounts = List.copyOf(accounts);
      regions = List.copyOf(regions);
      services = List.copyOf(services);
      checks = List.copyOf(checks);
      resources = List.copyOf(resources);
    }
  }

  /**
   * Which part of a long list is meant.
   *
   * @param size null for as many as fit
   */
  public record Page(int offset, @Nullable Integer size) {
    public static final Page FIRST = new Page(0, null);
  }
}
