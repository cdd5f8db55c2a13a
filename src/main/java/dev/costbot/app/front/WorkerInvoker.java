package dev.costbot.app.front;

import dev.costbot.slack.request.Envelope;

/** Hands an accepted question to the worker, which answers in its own time. */
public interface WorkerInvoker {

  /**
   * Returns once the worker has the question for certain.
   *
   * @throws WorkerUnavailableException when it may not have it
   */
  void invoke(Envelope envelope) throws WorkerUnavailableException;
}
