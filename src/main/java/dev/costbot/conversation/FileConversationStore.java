package dev.costbot.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Remembers in one JSON file, for the command line and for self-hosting. Several processes may use
 * the same file.
 *
 * <p>All methods throw {@link UnreadableHistoryException} when the file is damaged, and {@link
 * java.io.UncheckedIOException} when it cannot be read or written.
 */
public final class FileConversationStore implements ConversationStore {
  private final HistoryFile file;
  private final Bounds bounds;
  private final InstantSource clock;
  private final TurnJson json = new TurnJson();
  private final JsonMapper mapper = TurnJson.mapper();

  /**
   * @param file made when something is first remembered, with the folders it lies in
   */
  public FileConversationStore(Path file) {
    this(file, Bounds.STANDARD, InstantSource.system());
  }

  /**
   * @param clock tells which turns and aliases have expired
   */
  public FileConversationStore(Path file, Bounds bounds, InstantSource clock) {
    this.file = new HistoryFile(file);
    this.bounds = bounds;
    this.clock = clock;
  }

  @Override
  public Optional<String> find(Alias alias, Instant now) {
    return Optional.ofNullable(file.read().aliases().get(alias.value()))
        .filter(linked -> now.isBefore(linked.expires()))
        .map(HistoryFile.Linked::conversation);
  }

  @Override
  public void link(Alias alias, String conversation, Instant expires) {
    file.change(
        content -> {
          removeExpired(content);
          content.aliases().put(alias.value(), new HistoryFile.Linked(conversation, expires));
        });
  }

  @Override
  public List<Turn> history(String conversation) {
    Recent recent = new Recent(json, bounds);
    Instant now = clock.instant();
    file
        .read()
        .turns()
        .getOrDefault(conversation, new TreeMap<>())
        .descendingMap()
        .values()
        .stream()
        .filter(remembered -> now.isBefore(remembered.expires()))
        .flatMap(remembered -> json.read(remembered.turn().toString()).stream())
        .forEach(recent::offer);
    return recent.oldestFirst();
  }

  @Override
  public void remember(String conversation, Turn turn) {
    JsonNode written = tree(new Abridgement(json).fit(turn, bounds.turnBytes()));
    Instant expires = turn.askedAt().plus(bounds.retention());
    file.change(
        content -> {
          removeExpired(content);
          TreeMap<String, HistoryFile.Remembered> turns =
              content.turns().computeIfAbsent(conversation, id -> new TreeMap<>());
          turns.put(TurnKey.of(turn), new HistoryFile.Remembered(expires, written));
          while (turns.size() > bounds.turns()) {
            turns.pollFirstEntry();
          }
        });
  }

  private JsonNode tree(Turn turn) {
    try {
      return mapper.readTree(json.write(turn));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was just written as JSON can be read as JSON", e);
    }
  }

  private void removeExpired(HistoryFile.Content content) {
    Instant now = clock.instant();
    content.aliases().values().removeIf(linked -> !now.isBefore(linked.expires()));
    content
        .turns()
        .values()
        .forEach(turns -> turns.values().removeIf(turn -> !now.isBefore(turn.expires())));
    content.turns().values().removeIf(TreeMap::isEmpty);
  }
}
