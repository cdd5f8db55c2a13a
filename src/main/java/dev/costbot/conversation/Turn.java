package dev.costbot.conversation;

import dev.costbot.model.Fact;
import dev.costbot.model.Inquiry;
import java.time.Instant;
import java.util.List;

/**
 * One question and its answer.
 *
 * @param id of the accepted question: remembering it twice keeps one
 * @param asker who asked
 * @param inPrivate answered for the asker's eyes only: never carried into a public thread
 * @param answer the sentences of the answer
 * @param findings ids of the findings that were shown, in their order
 * @param facts the facts the answer used
 */
public record Turn(
    String id,
    Instant askedAt,
    String asker,
    boolean inPrivate,
    String question,
    String answer,
    Inquiry inquiry,
    List<String> findings,
    List<Fact> facts) {
  public Turn {
    findings = List.copyOf(findings);
    facts = List.copyOf(facts);
  }
}
