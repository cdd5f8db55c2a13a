package dev.costbot.advisor;

import dev.costbot.conversation.Turn;
import dev.costbot.knowledge.Guide;
import dev.costbot.knowledge.KnowledgeBase;
import dev.costbot.knowledge.Retrieval;
import dev.costbot.model.Answer;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Inquiry.Grouping;
import dev.costbot.model.Inquiry.Page;
import dev.costbot.model.Inquiry.Scope;
import dev.costbot.model.Inquiry.Topic;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions.
 *
 * <ol>
 *   <li>Rules read the question, with what the conversation said before.
 *   <li>They gather the facts it needs and write an answer from them.
 *   <li>A model, where there is one, words that answer anew; what it writes counts only as far as
 *       the facts carry it, and otherwise the rules' words stand.
 * </ol>
 */
public final class Advisor {
  private static final int GUIDES_FOR_THE_MODEL = 2;

  private final Understanding understanding;
  private final Retrieval retrieval;
  private final WasteRules waste;
  private final SpendRules spend = new SpendRules();
  private final FixRules fix = new FixRules();
  private final GuideRules guides;
  private final Optional<ModelAdvisor> model;

  public Advisor(KnowledgeBase knowledgeBase, Retrieval retrieval, Optional<ModelAdvisor> model) {
    this.understanding = new Understanding(knowledgeBase);
    this.retrieval = retrieval;
    this.waste = new WasteRules(knowledgeBase);
    this.guides = new GuideRules(knowledgeBase, retrieval);
    this.model = model;
  }

  /**
   * Answers a question. Facts that cannot be had make a poorer answer that says so, not a failure.
   *
   * @param history the turns the asker may see, oldest first
   */
  public Answer answer(String question, List<Turn> history, AccountFacts account, Limits limits) {
    Draft draft = new Draft();
    Inquiry inquiry;
    try {
      inquiry = understanding.read(question, history, account.today());
    } catch (IllegalArgumentException e) {
      draft.claim("That cannot be answered: " + e.getMessage() + ".");
      return finished(nothing(Topic.OTHER), draft, "rules", account, 0);
    }
    try {
      gather(question, inquiry, history.isEmpty(), account, limits, draft);
    } catch (FactsUnavailableException e) {
      draft.claim(String.valueOf(e.getMessage()));
      return finished(inquiry, draft, "rules", account, 0);
    }
    if (model.isEmpty() || draft.facts().isEmpty()) {
      return finished(inquiry, draft, "rules", account, 0);
    }
    List<String> texts =
        retrieval.find(question).stream()
            .limit(GUIDES_FOR_THE_MODEL)
            .map(Retrieval.Match::guide)
            .map(Guide::text)
            .toList();
    Explanation explanation =
        model
            .get()
            .explain(question, history, draft.facts(), draft.findings(), texts, limits.modelTime());
    return switch (explanation) {
      case Explanation.Explained explained -> {
        draft.reword(explained.claims());
        yield finished(inquiry, draft, explained.model(), account, explained.tokens());
      }
      case Explanation.Unexplained unexplained -> {
        draft.note(unexplained.note());
        yield finished(inquiry, draft, "rules", account, unexplained.tokens());
      }
    };
  }

  private void gather(
      String question,
      Inquiry inquiry,
      boolean isFirst,
      AccountFacts account,
      Limits limits,
      Draft draft)
      throws FactsUnavailableException {
    switch (inquiry.topic()) {
      case WASTE -> waste.answer(inquiry, account, draft);
      case SPEND -> spend.answer(inquiry, account, draft);
      case FIX -> fix.answer(inquiry, account, limits, draft);
      case HELP -> guides.help(draft);
      case EXPLAIN -> {
        if (!guides.explain(question, inquiry, account, draft)) {
          guides.unknown(question, isFirst, draft);
        }
      }
      case OTHER -> guides.unknown(question, isFirst, draft);
    }
  }

  private static Inquiry nothing(Topic topic) {
    return new Inquiry(topic, Scope.ALL, null, Grouping.TOTAL, Page.FIRST);
  }

  private static Answer finished(
      Inquiry inquiry, Draft draft, String author, AccountFacts account, int tokens) {
    return new Answer(
        inquiry,
        draft.claims(),
        draft.facts(),
        draft.tables(),
        draft.findings(),
        draft.matching(),
        draft.fix().orElse(null),
        draft.notes(),
        draft.suggestions(),
        author,
        new Answer.Spent(account.costExplorerCalls(), tokens));
  }
}
