package dev.costbot.advisor;

import dev.costbot.model.Assessment;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Inquiry.Page;
import dev.costbot.model.Money;
import java.util.List;

/** Answers how to remove a waste. */
final class FixRules {

  void answer(Inquiry inquiry, AccountFacts account, Limits limits, Draft draft)
      throws FactsUnavailableException {
    if (Coverage.isOfUnjudgedServices(inquiry.scope(), draft)) {
      return;
    }
    Assessment assessment = account.assessment();
    Coverage coverage = new Coverage(assessment, inquiry.scope());
    if (!coverage.isUnscanned(draft)) {
      fix(inquiry, account, assessment, limits, draft);
    }
    coverage.note(draft);
  }

  private static void fix(
      Inquiry inquiry, AccountFacts account, Assessment assessment, Limits limits, Draft draft) {
    List<Finding> matching = Selection.matching(assessment.findings(), inquiry.scope());
    Page page = inquiry.page();
    Integer size = page.size();
    int most = limits.fixFindings();
    Page bounded = new Page(page.offset(), size == null ? most : Math.min(size, most));
    List<Finding> wanted = Selection.page(matching, bounded, most);
    if (wanted.isEmpty()) {
      draft.claim(nothing(inquiry.scope(), matching));
      draft.suggest("what are we wasting?");
      return;
    }
    List<Finding> chosen = asManyAsFit(wanted, account, limits.fixCharacters());
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
