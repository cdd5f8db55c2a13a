package dev.costbot.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers what was said. A conversation has an id of its own; aliases lead to it. */
public interface ConversationStore {

  /**
   * The id of the conversation the alias stands for; empty when there is none or it has expired.
   */
  Optional<String> find(Alias alias, Instant now);

  /** Lets the alias stand for the conversation until it expires; replaces what it stood for. */
  void link(Alias alias, String conversation, Instant expires);

  /** The last turns, oldest first, within the store's bounds of number and size. */
  List<Turn> history(String conversation);

  /** Adds a turn; one with the same id and time replaces what was there. */
  void remember(String conversation, Turn turn);
}
