package dev.costbot.advisor;

import dev.costbot.knowledge.Guide;
import dev.costbot.knowledge.KnowledgeBase;
import dev.costbot.knowledge.Retrieval;
import dev.costbot.model.Inquiry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Answers from the guides, and says what can be asked. */
final class GuideRules {
  private static final List<String> SECTIONS =
      List.of("Why it costs", "When it is fine", "How to fix", "How to undo");

  private final KnowledgeBase knowledgeBase;
  private final Retrieval retrieval;

  GuideRules(KnowledgeBase knowledgeBase, Retrieval retrieval) {
    this.knowledgeBase = knowledgeBase;
    this.retrieval = retrieval;
  }

  /** Whether a guide fitted. */
  boolean explain(String question, Inquiry inquiry, AccountFacts account, Draft draft) {
    Optional<Guide> found =
        inquiry.scope().checks().stream()
            .findFirst()
            .flatMap(knowledgeBase::guide)
            .or(() -> retrieval.find(question).stream().findFirst().map(Retrieval.Match::guide));
    found.ifPresent(guide -> tell(guide, account, draft));
    return found.isPresent();
  }

  void help(Draft draft) {
    draft.claim(
        "Ask me what this AWS account spends and wastes, and how to fix it. For example: “what are we wasting?”, “how much did we spend last week by service?”, “unattached volumes in eu-west-1 above 10 USD”, “how do I fix the gp2 volumes?”.");
    draft.claim("Then go on: “and in eu-west-1?”, “only the biggest three”, “how do I fix that?”.");
    suggestions(draft);
  }

  void unknown(Draft draft) {
    draft.claim("I did not understand that well enough to give figures for it, so I give none.");
    help(draft);
  }

  private static void suggestions(Draft draft) {
    draft.suggest("what are we wasting?");
    draft.suggest("how much did we spend last week by service?");
  }

  private static void tell(Guide guide, AccountFacts account, Draft draft) {
    Instant today = account.today().atStartOfDay().toInstant(ZoneOffset.UTC);
    String fact =
        draft.fact(
            "guide." + guide.id(), "guide", guide.title(), "", "", "the knowledge base", today);
    draft.claim(guide.title() + ".", fact);
    for (String section : SECTIONS) {
      draft.claim(section + ": " + guide.section(section).replace('\n', ' '), fact);
    }
    draft.suggest("which " + guide.keywords().getFirst() + " do we waste money on?");
  }
}
