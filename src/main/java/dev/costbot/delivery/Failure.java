package dev.costbot.delivery;

/** Why there is an apology instead of an answer. */
public sealed interface Failure {
  /** The work was not finished in time. */
  record OutOfTime() implements Failure {}

  /** The work threw. */
  record Broken(Throwable cause) implements Failure {}

  /** Whoever worked on it died, as often as it was tried. */
  record NeverFinished() implements Failure {}
}
