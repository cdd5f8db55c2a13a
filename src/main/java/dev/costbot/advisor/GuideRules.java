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
  private static final String WHY = "Why it costs";
  private static final List<String> SECTIONS =
      List.of(WHY, "When it is fine", "How to fix", "How to undo");

  private final KnowledgeBase knowledgeBase;
  private final Retrieval retrieval;

  GuideRules(KnowledgeBase knowledgeBase, Retrieval retrieval) {
    this.knowledgeBase = knowledgeBase;
    this.retrieval = retrieval;
  }

  /** Whether a guide fitted. */
  boolean explain(String question, Inquiry inquiry, AccountFacts account, Draft draft) {
    List<Guide> guides =
        inquiry.scope().checks().stream()
            .flatMap(check -> knowledgeBase.guide(check).stream())
            .toList();
    if (guides.isEmpty()) {
      guides = clearlyMeant(question).stream().toList();
    }
    if (guides.size() == 1) {
      tell(guides.getFirst(), account, draft);
    } else {
      guides.forEach(guide -> tellBriefly(guide, account, draft));
    }
    return !guides.isEmpty();
  }

  void help(Draft draft) {
    draft.claim(
        "Ask me what this AWS account spends and wastes, and how to fix it. For example: “what are we wasting?”, “how much did we spend last week by service?”, “unattached volumes in eu-west-1 above 10 USD”, “how do I fix the gp2 volumes?”.");
    draft.claim("Then go on: “and in eu-west-1?”, “only the biggest three”, “how do I fix that?”.");
    draft.suggest("what are we wasting?");
    draft.suggest("how much did we spend last week by service?");
  }

  /**
   * Says that the question was not understood.
   *
   * @param isFirst whether nothing was said before, as far as is remembered
   */
  void unknown(String question, boolean isFirst, Draft draft) {
    draft.claim("I did not understand that well enough to give figures for it, so I give none.");
    if (isFirst) {
      draft.claim(
          "If it goes on from something said before: that is not remembered here, so please ask in full.");
    }
    clearlyMeant(question)
        .ifPresent(guide -> draft.suggest("explain " + guide.keywords().getFirst()));
    help(draft);
  }

  /** The guide that fits best; none where two fit as well. */
  private Optional<Guide> clearlyMeant(String question) {
    List<Retrieval.Match> found = retrieval.find(question);
    boolean clear =
        found.size() == 1 || (found.size() > 1 && found.get(0).score() > found.get(1).score());
    return clear ? Optional.of(found.getFirst().guide()) : Optional.empty();
  }

  private static void tell(Guide guide, AccountFacts account, Draft draft) {
    String fact = fact(guide, account, draft);
    draft.claim(guide.title() + ".", fact);
    for (String section : SECTIONS) {
      draft.claim(section + ": " + guide.section(section).replace('\n', ' '), fact);
    }
    draft.suggest("which " + guide.keywords().getFirst() + " do we pay for?");
  }

  private static void tellBriefly(Guide guide, AccountFacts account, Draft draft) {
    String fact = fact(guide, account, draft);
    draft.claim(
        "%s. %s: %s".formatted(guide.title(), WHY, guide.section(WHY).replace('\n', ' ')), fact);
    draft.suggest("explain " + guide.keywords().getFirst());
  }

  private static String fact(Guide guide, AccountFacts account, Draft draft) {
    Instant today = account.today().atStartOfDay().toInstant(ZoneOffset.UTC);
    return draft.fact(
        "guide." + guide.id(), "guide", guide.title(), "", "", "the knowledge base", today);
  }
}
