package dev.costbot.advisor;

import dev.costbot.model.Assessment;
import dev.costbot.model.Finding;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Inquiry.Page;
import dev.costbot.model.Money;
import java.util.List;

/** Answers how to remove a waste. */
final class FixRules {

  void answer(Inquiry inquiry, AccountFacts account, Draft draft) throws FactsUnavailableException {
    if (Coverage.isOfUnjudgedServices(inquiry.scope(), draft)) {
      return;
    }
    Assessment assessment = account.assessment();
    Coverage coverage = new Coverage(assessment, inquiry.scope());
    if (!coverage.isUnscanned(draft)) {
      fix(inquiry, account, assessment, draft);
    }
    coverage.note(draft);
  }

  private static void fix(
      Inquiry inquiry, AccountFacts account, Assessment assessment, Draft draft) {
    List<Finding> matching = Selection.matching(assessment.findings(), inquiry.scope());
    Page page = inquiry.page();
    Integer size = page.size();
    int most = size == null ? WasteRules.PAGE : Math.min(size, WasteRules.PAGE);
    List<Finding> chosen = Selection.page(matching, new Page(page.offset(), most), WasteRules.PAGE);
    if (chosen.isEmpty()) {
      draft.claim(nothing(inquiry.scope(), matching));
      draft.suggest("what are we wasting?");
      return;
    }
    draft.show(chosen, matching.size());
    draft.fix(account.fix(chosen));
    WasteRules.savings(chosen, draft);
    saving(chosen, assessment, draft);
    int last = page.offset() + chosen.size();
    if (chosen.size() < matching.size()) {
      boolean more = last < matching.size();
      draft.caveat(
          "It is for %s of %d%s."
              .formatted(
                  chosen.size() == 1
                      ? "finding " + last
                      : "findings %d to %d".formatted(page.offset() + 1, last),
                  matching.size(),
                  more ? "; ask for the next, or take all with ./costbot fix" : ", the last"),
          draft.fact(
              "fix.matching",
              "findings that match",
              String.valueOf(matching.size()),
              "",
              "",
              WasteRules.SOURCE,
              assessment.inventory().scannedAt()));
      if (more) {
        draft.suggest("the next " + Math.min(WasteRules.PAGE, matching.size() - last));
      }
    }
    draft.caveat("Nothing changes before you apply it; look at the plan first.");
  }

  private static String nothing(Inquiry.Scope scope, List<Finding> matching) {
    if (!matching.isEmpty()) {
      return matching.size() == 1
          ? "That was all: 1 finding matches."
          : "That was all: %d findings match.".formatted(matching.size());
    }
    return scope.resources().isEmpty()
        ? "There is nothing to fix: no finding matches."
        : "There is nothing to fix: the newest scan finds nothing wasteful there.";
  }

  private static void saving(List<Finding> chosen, Assessment assessment, Draft draft) {
    Money total = Assessment.totalMonthlySavings(chosen);
    int unpriced = Assessment.unpriced(chosen);
    String findings = Prose.count(chosen.size(), "finding");
    if (unpriced == chosen.size()) {
      draft.claim(
          "This Terraform fixes %s; what that saves is not known, for want of a price."
              .formatted(findings),
          WasteRules.unpriced(unpriced, draft, assessment));
      return;
    }
    draft.claim(
        "This Terraform fixes %s and can save %s a month.".formatted(findings, total),
        WasteRules.money(draft, "fix.total", "saving of this fix", total, assessment));
    if (unpriced > 0) {
      draft.claim(
          unpriced == 1
              ? "One of them has no known price and is not in that sum."
              : "%d of them have no known price and are not in that sum.".formatted(unpriced),
          WasteRules.unpriced(unpriced, draft, assessment));
    }
  }
}
