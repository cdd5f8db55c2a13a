package dev.costbot.advisor;

import dev.costbot.conversation.Turn;
import dev.costbot.model.Fact;
import dev.costbot.model.Finding;
import dev.costbot.model.ResourceId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a model explain facts, and passes on only what the facts carry. */
public final class ModelAdvisor {
  private static final Logger LOG = LoggerFactory.getLogger(ModelAdvisor.class);
  private static final int MOST_TOKENS = 1_200;

  private final LanguageModel model;
  private final boolean maskAccounts;
  private final String instructions;

  /**
   * @param maskAccounts whether account ids are replaced before anything is sent
   */
  public ModelAdvisor(LanguageModel model, boolean maskAccounts) {
    this.model = model;
    this.maskAccounts = maskAccounts;
    this.instructions = ExplainPrompt.instructions();
  }

  /**
   * Explains the facts in answer to the question.
   *
   * @param history of the conversation, oldest first
   * @param facts all figures the answer may show; a finding's saving is the fact {@code saving.N}
   * @param findings in the order of {@code saving.1}, {@code saving.2} …
   * @param guideTexts guides that fit the question, best first
   * @param timeLimit for the whole call
   */
  public Explanation explain(
      String question,
      List<Turn> history,
      List<Fact> facts,
      List<Finding> findings,
      List<String> guideTexts,
      Duration timeLimit) {
    ExplainPrompt prompt =
        ExplainPrompt.of(question, history, facts, findings, guideTexts, maskAccounts);
    LanguageModel.Reply reply;
    try {
      reply =
          model.complete(
              new LanguageModel.Prompt(
                  instructions,
                  List.of(new LanguageModel.Message(LanguageModel.Role.USER, prompt.text())),
                  MOST_TOKENS,
                  timeLimit));
    } catch (ModelUnavailableException e) {
      LOG.warn("{}: {}", model.name(), e.getMessage());
      return new Explanation.Unexplained(String.valueOf(e.getMessage()), 0);
    }
    Grounding.Result grounded =
        Grounding.claims(reply.text(), prompt.facts(), knownTerms(findings), prompt.guides());
    grounded
        .dropped()
        .forEach(
            dropped ->
                LOG.info(
                    "{}: sentence {} dropped: {}",
                    model.name(),
                    dropped.sentence(),
                    dropped.reason().words()));
    if (grounded.claims().isEmpty()) {
      return new Explanation.Unexplained(
          "nothing the model wrote could be traced to the facts", reply.tokens());
    }
    return new Explanation.Explained(
        grounded.claims(), grounded.dropped(), model.name(), reply.tokens());
  }

  private static Set<String> knownTerms(List<Finding> findings) {
    Set<String> terms = new HashSet<>();
    for (Finding finding : findings) {
      ResourceId id = finding.resource().id();
      terms.addAll(List.of(finding.check(), id.region(), id.id()));
    }
    return terms;
  }
}
