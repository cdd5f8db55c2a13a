package dev.costbot.app;

import dev.costbot.conversation.Alias;
import dev.costbot.conversation.ConversationStore;
import dev.costbot.conversation.History;
import dev.costbot.conversation.Turn;
import dev.costbot.model.Answer;
import dev.costbot.model.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the conversation a question belongs to, and keeps what was said. */
public final class Conversations {
  private final ConversationStore store;

  public Conversations(ConversationStore store) {
    this.store = store;
  }

  /**
   * Where a question was asked.
   *
   * @param alias by which the conversation is found
   * @param window for how long after a question the next one continues it
   * @param asker who asked
   * @param inPrivate whether only the asker reads the answer
   */
  public record Place(Alias alias, Duration window, String asker, boolean inPrivate) {}

  /**
   * A conversation as one asker may see it.
   *
   * @param history oldest first
   */
  public record Conversation(String id, List<Turn> history) {
    public Conversation {
      history = List.copyOf(history);
    }
  }

  /** The conversation that goes on there, or a new one. */
  public Conversation open(Place place, Instant now) {
    return current(place.alias(), now)
        .map(
            id ->
                new Conversation(
                    id, History.visibleTo(store.history(id), place.asker(), !place.inPrivate())))
        .orElseGet(() -> new Conversation(newConversation(), List.of()));
  }

  /** The id of the conversation that goes on there, without what was said in it. */
  public Optional<String> current(Alias alias, Instant now) {
    return store.find(alias, now);
  }

  /** An id that no conversation has yet. */
  static String newConversation() {
    return UUID.randomUUID().toString();
  }

  /**
   * Keeps a turn, and lets its place lead to the conversation.
   *
   * @param id of the accepted question, the same for each try
   * @param shown the findings the person got to see, in their order
   */
  public void remember(
      String conversation,
      Place place,
      String id,
      String question,
      Answer answer,
      List<Finding> shown,
      Instant askedAt) {
    store.remember(
        conversation,
        new Turn(
            id,
            askedAt,
            place.asker(),
            place.inPrivate(),
            question,
            answer.text(),
            answer.inquiry(),
            shown.stream().map(Finding::id).toList(),
            answer.facts()));
    store.link(place.alias(), conversation, askedAt.plus(place.window()));
  }

  /** Lets a thread lead to the conversation it continues. */
  public void linkThread(Alias thread, String conversation, Instant expires) {
    store.link(thread, conversation, expires);
  }
}
