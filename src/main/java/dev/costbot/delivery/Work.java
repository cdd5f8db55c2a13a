package dev.costbot.delivery;

/** Finds the answer to one question and renders it. */
@FunctionalInterface
public interface Work {
  /**
   * Runs on a virtual thread and is interrupted when its time is over or the lease is lost.
   *
   * @return the message, ready to be posted
   */
  String render() throws Exception;
}
