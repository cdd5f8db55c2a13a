package dev.costbot.knowledge;

import java.util.List;

/** Finds the guides that fit a question. */
public interface Retrieval {

  /** The guides that fit, best first; empty when none does. */
  List<Match> find(String question);

  /**
   * A guide that fits.
   *
   * @param score above 0; only comparable within one answer
   */
  record Match(Guide guide, double score) {}
}
