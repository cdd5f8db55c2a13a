package dev.costbot.conversation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Remembers as long as the process lives. */
public final class InMemoryConversationStore implements ConversationStore {
  private final Bounds bounds;
  private final InstantSource clock;
  private final TurnJson json = new TurnJson();
  private final Map<Alias, Linked> aliases = new HashMap<>();
  private final Map<String, NavigableMap<String, Remembered>> conversations = new HashMap<>();

  public InMemoryConversationStore() {
    this(Bounds.STANDARD, InstantSource.system());
  }

  /**
   * @param clock tells which turns have expired
   */
  public InMemoryConversationStore(Bounds bounds, InstantSource clock) {
    this.bounds = bounds;
    this.clock = clock;
  }

  @Override
  public synchronized Optional<String> find(Alias alias, Instant now) {
    return Optional.ofNullable(aliases.get(alias))
        .filter(linked -> now.isBefore(linked.expires()))
        .map(Linked::conversation);
  }

  @Override
  public synchronized void link(Alias alias, String conversation, Instant expires) {
    aliases.values().removeIf(linked -> !clock.instant().isBefore(linked.expires()));
    aliases.put(alias, new Linked(conversation, expires));
  }

  @Override
  public synchronized List<Turn> history(String conversation) {
    Recent recent = new Recent(json, bounds);
    Instant now = clock.instant();
    conversations.getOrDefault(conversation, new TreeMap<>()).descendingMap().values().stream()
        .filter(remembered -> now.isBefore(remembered.expires()))
        .forEach(remembered -> recent.offer(remembered.turn()));
    return recent.oldestFirst();
  }

  @Override
  public synchronized void remember(String conversation, Turn turn) {
    Turn fitting = new Abridgement(json).fit(turn, bounds.turnBytes());
    NavigableMap<String, Remembered> turns =
        conversations.computeIfAbsent(conversation, id -> new TreeMap<>());
    turns.put(TurnKey.of(turn), new Remembered(fitting, turn.askedAt().plus(bounds.retention())));
    while (turns.size() > bounds.turns()) {
      turns.pollFirstEntry();
    }
  }

  private record Linked(String conversation, Instant expires) {}

  private record Remembered(Turn turn, Instant expires) {}
}
