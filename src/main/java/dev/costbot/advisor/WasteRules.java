package dev.costbot.advisor;

import dev.costbot.knowledge.Guide;
import dev.costbot.knowledge.KnowledgeBase;
import dev.costbot.model.Assessment;
import dev.costbot.model.Finding;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Money;
import dev.costbot.model.Saving;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers what is wasted. */
final class WasteRules {
  /** Findings in one answer when nobody says how many. */
  static final int PAGE = 10;

  /** Who says what is wasted; the price behind each saving stands with its finding. */
  static final String SOURCE = "the checks";

  private static final String A_MONTH = "a month";

  private final KnowledgeBase knowledgeBase;

  WasteRules(KnowledgeBase knowledgeBase) {
    this.knowledgeBase = knowledgeBase;
  }

  void answer(Inquiry inquiry, AccountFacts account, Draft draft) throws FactsUnavailableException {
    if (Coverage.isOfUnjudgedServices(inquiry.scope(), draft)) {
      return;
    }
    Assessment assessment = account.assessment();
    Coverage coverage = new Coverage(assessment, inquiry.scope());
    if (!coverage.isUnscanned(draft)) {
      found(inquiry, assessment, coverage, draft);
    }
    coverage.note(draft);
    if (inquiry.period() != null) {
      draft.note(
          "\"%s\" makes no difference here: waste is what there was when it was scanned."
              .formatted(inquiry.period().words()));
    }
  }

  private void found(Inquiry inquiry, Assessment assessment, Coverage coverage, Draft draft) {
    List<Finding> matching = Selection.matching(assessment.findings(), inquiry.scope());
    List<Finding> shown = Selection.page(matching, inquiry.page(), PAGE);
    draft.show(shown, matching.size());
    if (matching.isEmpty()) {
      nothing(inquiry.scope(), assessment, coverage, draft);
    } else if (shown.isEmpty()) {
      draft.claim(
          matching.size() == 1
              ? "That was all: 1 finding matches."
              : "That was all: %d findings match.".formatted(matching.size()),
          count(matching, draft, assessment));
    } else {
      totals(inquiry.scope(), assessment, coverage, matching, draft);
      shown(inquiry.page(), assessment, matching, shown, draft);
      savings(shown, draft);
      draft.suggest("how do I fix that?");
      if (inquiry.page().offset() + shown.size() < matching.size()) {
        draft.suggest("the next " + PAGE);
      }
    }
    leastSaving(inquiry.scope(), assessment, draft);
  }

  private static void nothing(
      Inquiry.Scope scope, Assessment assessment, Coverage coverage, Draft draft) {
    String among =
        " among %s%s."
            .formatted(
                Prose.count(coverage.resources(), "resource"),
                coverage.isPartly() ? " that could be read" : "");
    String scanned =
        draft.fact(
            "scan.resources",
            "resources scanned" + coverage.where(),
            String.valueOf(coverage.resources()),
            "",
            "",
            "the scan",
            assessment.inventory().scannedAt());
    List<String> unknown =
        scope.resources().stream().filter(id -> !id.contains(":") && !coverage.knows(id)).toList();
    if (!unknown.isEmpty()) {
      draft.claim(
          "%s %s not among the %s that %s scanned."
              .formatted(
                  Prose.and(unknown),
                  unknown.size() == 1 ? "is" : "are",
                  Prose.count(coverage.resources(), "resource"),
                  coverage.resources() == 1 ? "was" : "were"),
          scanned);
    } else if (!scope.resources().isEmpty()) {
      draft.claim(
          scope.resources().stream().allMatch(coverage::knows)
              ? "Nothing wasteful was found about %s.".formatted(Prose.or(scope.resources()))
              : "The newest scan finds none of these any more.",
          scanned);
    } else if (scope.checks().isEmpty()) {
      draft.claim("Nothing wasteful was found" + coverage.where() + among, scanned);
    } else {
      draft.claim(
          "Nothing was found by %s%s%s"
              .formatted(Prose.or(scope.checks()), coverage.where(), among),
          scanned);
    }
  }

  private void totals(
      Inquiry.Scope scope,
      Assessment assessment,
      Coverage coverage,
      List<Finding> matching,
      Draft draft) {
    Money total = Assessment.totalMonthlySavings(matching);
    int unpriced = Assessment.unpriced(matching);
    String count = count(matching, draft, assessment);
    String findings =
        Prose.count(matching.size(), "finding")
            + (scope.checks().size() == 1 ? " of " + scope.checks().getFirst() : "");
    if (unpriced == matching.size()) {
      draft.claim(
          "%s%s; what could be saved is not known, for want of a price."
              .formatted(findings, coverage.where()),
          count,
          unpriced(unpriced, draft, assessment));
      return;
    }
    draft.claim(
        "%s a month could be saved%s: %s.".formatted(total, coverage.where(), findings),
        money(draft, "waste.total", "possible savings" + coverage.where(), total, assessment),
        count);
    if (unpriced > 0) {
      draft.claim(
          unpriced == 1
              ? "One of them has no known price and is not in that sum."
              : "%d of them have no known price and are not in that sum.".formatted(unpriced),
          unpriced(unpriced, draft, assessment));
    }
    byCheck(matching, assessment, draft);
  }

  private static void shown(
      Inquiry.Page page,
      Assessment assessment,
      List<Finding> matching,
      List<Finding> shown,
      Draft draft) {
    Money ofShown = Assessment.totalMonthlySavings(shown);
    if (page.size() == null
        || page.offset() > 0
        || shown.size() == matching.size()
        || !ofShown.isPositive()) {
      return;
    }
    draft.claim(
        shown.size() == 1
            ? "The biggest comes to %s a month.".formatted(ofShown)
            : "The biggest %d come to %s a month.".formatted(shown.size(), ofShown),
        money(draft, "waste.shown", "savings of the findings shown", ofShown, assessment));
  }

  /** Says what a least saving leaves out. */
  private static void leastSaving(Inquiry.Scope scope, Assessment assessment, Draft draft) {
    if (scope.minimumSaving() == null) {
      return;
    }
    draft.caveat(
        "Only findings of %s a month or more count here."
            .formatted(Money.usd(scope.minimumSaving())));
    int unpriced =
        Assessment.unpriced(
            Selection.matching(assessment.findings(), Selection.ofAnySaving(scope)));
    if (unpriced > 0) {
      draft.note(
          "%s without a known price %s left out."
              .formatted(Prose.count(unpriced, "finding"), unpriced == 1 ? "is" : "are"));
    }
  }

  private void byCheck(List<Finding> matching, Assessment assessment, Draft draft) {
    Map<String, List<Finding>> groups =
        matching.stream()
            .collect(
                Collectors.groupingBy(Finding::check, LinkedHashMap::new, Collectors.toList()));
    if (groups.size() < 2) {
      return;
    }
    List<Map.Entry<String, List<Finding>>> sorted =
        groups.entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<String, List<Finding>> group) ->
                            Assessment.totalMonthlySavings(group.getValue()))
                    .reversed())
            .toList();
    List<String> rows = new ArrayList<>();
    for (Map.Entry<String, List<Finding>> group : sorted) {
      Money sum = Assessment.totalMonthlySavings(group.getValue());
      boolean unknown = Assessment.unpriced(group.getValue()) == group.getValue().size();
      String id = "waste." + group.getKey();
      String label = "%s (%d)".formatted(group.getKey(), group.getValue().size());
      Instant asOf = assessment.inventory().scannedAt();
      rows.add(
          unknown
              ? draft.fact(id, label, "unknown", "", A_MONTH, SOURCE, asOf)
              : money(draft, id, label, sum, assessment));
    }
    draft.table("Possible savings by check (in the total, each resource counts once)", rows);
    Money largest = Assessment.totalMonthlySavings(sorted.getFirst().getValue());
    draft.claim(
        "The largest part is %s: %s a month."
            .formatted(Prose.inside(title(sorted.getFirst().getKey())), largest),
        "waste." + sorted.getFirst().getKey());
  }

  /** A fact for the saving of each finding shown, so that sentences can refer to it. */
  static void savings(List<Finding> shown, Draft draft) {
    int number = 0;
    for (Finding finding : shown) {
      number++;
      String label = finding.resource().id().type().title() + " " + finding.resource().id().id();
      if (finding.saving() instanceof Saving.Priced priced) {
        draft.fact(
            "saving." + number,
            "saving on " + label,
            priced.monthly().rounded().toPlainString(),
            priced.monthly().currency(),
            A_MONTH,
            priced.priceSource(),
            priced.asOf().atStartOfDay().toInstant(ZoneOffset.UTC));
      }
    }
  }

  /** The fact how many of some findings have no known price. */
  static String unpriced(int number, Draft draft, Assessment assessment) {
    return draft.fact(
        "waste.unpriced",
        "findings without a known price",
        String.valueOf(number),
        "",
        "",
        SOURCE,
        assessment.inventory().scannedAt());
  }

  static String money(Draft draft, String id, String label, Money money, Assessment assessment) {
    Instant asOf = assessment.inventory().scannedAt();
    return draft.fact(
        id, label, money.rounded().toPlainString(), money.currency(), A_MONTH, SOURCE, asOf);
  }

  private static String count(List<Finding> matching, Draft draft, Assessment assessment) {
    return draft.fact(
        "waste.count",
        "findings",
        String.valueOf(matching.size()),
        "",
        "",
        SOURCE,
        assessment.inventory().scannedAt());
  }

  private String title(String check) {
    return knowledgeBase.guide(check).map(Guide::title).orElse(check);
  }
}
