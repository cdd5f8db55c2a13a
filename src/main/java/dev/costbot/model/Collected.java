package dev.costbot.model;

import java.util.List;

/**
 * What reading one kind of resource in one region gave. A failed read is a value, not an exception.
 */
public sealed interface Collected<T> {

  record Read<T>(List<T> items) implements Collected<T> {
    public Read {
      items = List.copyOf(items);
    }
  }

  /** Access was refused; {@code reason} names the permission that is missing. */
  record Denied<T>(String reason) implements Collected<T> {}

  /** Anything else: a timeout, throttling to the end, an answer that makes no sense. */
  record Failed<T>(String reason) implements Collected<T> {}
}
