package dev.costbot.delivery;

/** Says that there will be no answer. */
@FunctionalInterface
public interface Apology {
  /** The message, ready to be posted. Must be quick, and must not depend on what failed. */
  String render(Failure failure);
}
