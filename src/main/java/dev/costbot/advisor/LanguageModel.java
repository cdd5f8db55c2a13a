package dev.costbot.advisor;

import java.time.Duration;
import java.util.List;

/** A language model behind whatever API. */
public interface LanguageModel {

  /** The name shown beside an answer, e.g. {@code deepseek-flash}. */
  String name();

  /**
   * Completes a prompt in one call.
   *
   * @throws ModelUnavailableException when there is no usable reply within the time limit
   */
  Reply complete(Prompt prompt) throws ModelUnavailableException;

  /**
   * @param instructions the same for every question, sent first so that providers can cache it
   * @param messages the conversation, the question last
   * @param timeLimit for the whole call, retries included
   */
  record Prompt(String instructions, List<Message> messages, int maxTokens, Duration timeLimit) {
    public Prompt {
      messages = List.copyOf(messages);
    }
  }

  record Message(Role role, String text) {}

  enum Role {
    USER,
    ASSISTANT
  }

  /**
   * @param tokens prompt and completion together, as the provider counts them
   */
  record Reply(String text, int tokens) {}
}
