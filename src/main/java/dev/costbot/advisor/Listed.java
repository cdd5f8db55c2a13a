package dev.costbot.advisor;

import dev.costbot.conversation.Turn;
import dev.costbot.model.Inquiry.Page;
import dev.costbot.model.Inquiry.Topic;
import java.util.List;
import java.util.Optional;

/** What a conversation has listed so far, for questions that go on from it. */
final class Listed {
  private final List<Turn> answered;

  /**
   * @param history oldest first
   */
  Listed(List<Turn> history) {
    this.answered =
        history.reversed().stream()
            .filter(turn -> turn.inquiry().topic() != Topic.HELP)
            .filter(turn -> turn.inquiry().topic() != Topic.OTHER)
            .toList();
  }

  /** The turn a follow-up goes on from. */
  Optional<Turn> last() {
    return answered.stream().findFirst();
  }

  /** The turn whose list is gone through: a fix of what was shown has no list of its own. */
  Optional<Turn> list() {
    return answered.stream()
        .filter(turn -> turn.inquiry().scope().resources().stream().noneMatch(Listed::isFinding))
        .findFirst();
  }

  /** The part of that list. */
  Page page(Optional<ListPart> part) {
    return list()
        .map(turn -> page(part, turn.inquiry().page().offset(), shown(turn)))
        .orElseGet(() -> page(part, 0, 0));
  }

  /**
   * The part of a list of which some were shown.
   *
   * @param offset where the shown ones began
   */
  static Page page(Optional<ListPart> part, int offset, int shown) {
    if (part.isEmpty()) {
      return Page.FIRST;
    }
    Integer number = part.get().number();
    return switch (part.get().kind()) {
      case TOP -> new Page(0, number);
      case NTH -> new Page(offset + (number == null ? 1 : number) - 1, 1);
      case NEXT -> new Page(offset + shown, number);
    };
  }

  /** Ids of those findings of the last answer that are meant; empty when it showed no such. */
  List<String> meant(Optional<ListPart> part) {
    List<String> shown = last().map(Turn::findings).orElse(List.of());
    if (part.isEmpty()) {
      return shown;
    }
    Integer number = part.get().number();
    int count = number == null ? 1 : number;
    return switch (part.get().kind()) {
      case TOP -> count > shown.size() ? List.of() : shown.subList(0, count);
      case NTH -> count > shown.size() ? List.of() : shown.subList(count - 1, count);
      case NEXT -> List.of();
    };
  }

  private static int shown(Turn turn) {
    Integer size = turn.inquiry().page().size();
    return turn.findings().isEmpty() && size != null ? size : turn.findings().size();
  }

  /** A finding's id is made of parts, a resource's is not. */
  private static boolean isFinding(String id) {
    return id.contains(":");
  }
}
