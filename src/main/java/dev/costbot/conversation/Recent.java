package dev.costbot.conversation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Collects the newest turns of a conversation within its bounds. */
final class Recent {
  private final TurnJson json;
  private final Bounds bounds;
  private final Deque<Turn> turns = new ArrayDeque<>();
  private int bytes;
  private boolean full;

  Recent(TurnJson json, Bounds bounds) {
    this.json = json;
    this.bounds = bounds;
  }

  /**
   * Takes the next older turn, if it fits. The newest is shortened rather than left out: a
   * follow-up has to find what it follows.
   */
  void offer(Turn turn) {
    if (full) {
      return;
    }
    Turn fitting = turns.isEmpty() ? new Abridgement(json).fit(turn, bounds.historyBytes()) : turn;
    bytes += json.size(fitting);
    if (bytes > bounds.historyBytes()) {
      full = true;
    } else {
      turns.addFirst(fitting);
      full = turns.size() == bounds.turns();
    }
  }

  /** Whether older turns need not be offered any more. */
  boolean full() {
    return full;
  }

  List<Turn> oldestFirst() {
    return List.copyOf(turns);
  }
}
