package dev.costbot.advisor;

import dev.costbot.model.Assessment;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Money;
import java.util.List;

/** Answers how to remove a waste. */
final class FixRules {

  void answer(Inquiry inquiry, AccountFacts account, Draft draft) throws FactsUnavailableException {
    Assessment assessment = account.assessment();
    List<Finding> matching = Selection.matching(assessment.findings(), inquiry.scope());
    List<Finding> chosen = Selection.page(matching, inquiry.page(), Integer.MAX_VALUE);
    if (chosen.isEmpty()) {
      draft.claim(
          inquiry.scope().resources().isEmpty()
              ? "There is nothing to fix: no finding matches."
              : "There is nothing to fix any more: the newest scan finds none of these.");
      draft.suggest("what are we wasting?");
      return;
    }
    Fix fix = account.fix(chosen);
    Money total = Assessment.totalMonthlySavings(chosen);
    draft.show(chosen, chosen.size());
    draft.fix(fix);
    WasteRules.savings(chosen, draft);
    String sum =
        draft.fact(
            "fix.total",
            "saving of this fix",
            total.rounded().toPlainString(),
            total.currency(),
            "a month",
            "the checks' findings",
            assessment.inventory().scannedAt());
    draft.claim(
        "This Terraform fixes %s and saves %s a month."
            .formatted(chosen.size() == 1 ? "1 finding" : chosen.size() + " findings", total),
        sum);
    draft.claim("Nothing changes before you apply it; look at the plan first.");
  }
}
