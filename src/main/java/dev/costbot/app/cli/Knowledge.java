package dev.costbot.app.cli;

import dev.costbot.checks.CheckEngine;
import dev.costbot.knowledge.KnowledgeBase;

/** The knowledge base that goes with the checks. */
final class Knowledge {
  private Knowledge() {}

  static KnowledgeBase load() {
    return KnowledgeBase.ofChecks(
        CheckEngine.all().stream().map(check -> check.info().id()).toList());
  }
}
