package dev.costbot.conversation;

import java.util.List;

/** What of a history may be used for an answer. */
public final class History {
  private History() {}

  /**
   * Leaves out what was said in private, unless the new answer is private too and goes to the same
   * person.
   *
   * @param turns oldest first
   * @param asker who gets the new answer
   * @param publicDestination whether others will read the new answer
   * @return the turns that may be used, in their order
   */
  public static List<Turn> visibleTo(List<Turn> turns, String asker, boolean publicDestination) {
    return turns.stream()
        .filter(turn -> !turn.inPrivate() || (!publicDestination && turn.asker().equals(asker)))
        .toList();
  }
}
