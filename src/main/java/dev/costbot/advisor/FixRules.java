package dev.costbot.advisor;

import dev.costbot.model.Assessment;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Money;
import java.util.List;

/** Answers how to remove a waste. */
final class FixRules {

  void answer(Inquiry inquiry, AccountFacts account, Limits limits, Draft draft)
      throws FactsUnavailableException {
    Assessment assessment = account.assessment();
    List<Finding> matching = Selection.matching(assessment.findings(), inquiry.scope());
    List<Finding> wanted = Selection.page(matching, inquiry.page(), limits.fixFindings());
    if (wanted.isEmpty()) {
      draft.claim(
          inquiry.scope().resources().isEmpty()
              ? "There is nothing to fix: no finding matches."
              : "There is nothing to fix any more: the newest scan finds none of these.");
      draft.suggest("what are we wasting?");
      return;
    }
    List<Finding> chosen = asManyAsFit(wanted, account, limits.fixCharacters());
    Fix fix = account.fix(chosen);
    Money total = Assessment.totalMonthlySavings(chosen);
    draft.show(chosen, matching.size());
    draft.fix(fix);
    WasteRules.savings(chosen, draft);
    String sum =
        draft.fact(
            "fix.total",
            "saving of this fix",
            total.rounded().toPlainString(),
            total.currency(),
            "a month",
            WasteRules.SOURCE,
            assessment.inventory().scannedAt());
    draft.claim(
        "This Terraform fixes %s and saves %s a month."
            .formatted(chosen.size() == 1 ? "1 finding" : chosen.size() + " findings", total),
        sum);
    if (chosen.size() < matching.size()) {
      draft.claim(
          "It is for %d of %d findings; ask for the next, or take all at once with ./costbot fix."
              .formatted(chosen.size(), matching.size()),
          draft.fact(
              "fix.matching",
              "findings that match",
              String.valueOf(matching.size()),
              "",
              "",
              WasteRules.SOURCE,
              assessment.inventory().scannedAt()));
    }
    draft.claim("Nothing changes before you apply it; look at the plan first.");
  }

  /** The first findings whose Terraform is short enough, by bisection; one at the least. */
  private static List<Finding> asManyAsFit(
      List<Finding> wanted, AccountFacts account, int mostCharacters) {
    int fits = 1;
    int tooMany = wanted.size() + 1;
    while (tooMany - fits > 1) {
      int middle = (fits + tooMany) >>> 1;
      if (characters(account.fix(wanted.subList(0, middle))) <= mostCharacters) {
        fits = middle;
      } else {
        tooMany = middle;
      }
    }
    return wanted.subList(0, fits);
  }

  private static int characters(Fix fix) {
    return fix.files().values().stream().mapToInt(String::length).sum();
  }
}
