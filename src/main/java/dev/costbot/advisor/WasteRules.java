package dev.costbot.advisor;

import dev.costbot.knowledge.Guide;
import dev.costbot.knowledge.KnowledgeBase;
import dev.costbot.model.Assessment;
import dev.costbot.model.Finding;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Money;
import dev.costbot.model.Saving;
import dev.costbot.model.Unread;
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
  private static final String SERVICE_WITH_CHECKS = "ec2";

  private final KnowledgeBase knowledgeBase;

  WasteRules(KnowledgeBase knowledgeBase) {
    this.knowledgeBase = knowledgeBase;
  }

  void answer(Inquiry inquiry, AccountFacts account, Draft draft) throws FactsUnavailableException {
    if (!inquiry.scope().services().isEmpty()
        && inquiry.scope().services().stream().noneMatch(s -> s.contains(SERVICE_WITH_CHECKS))) {
      draft.claim(
          "No check looks at that service yet, so nothing can be said about waste in it. The checks there are look at EC2 instances, EBS volumes and snapshots, and Elastic IP addresses.");
      draft.suggest("what are we wasting?");
      return;
    }
    Assessment assessment = account.assessment();
    List<Finding> matching = Selection.matching(assessment.findings(), inquiry.scope());
    List<Finding> shown = Selection.page(matching, inquiry.page(), PAGE);
    draft.show(shown, matching.size());
    if (matching.isEmpty()) {
      draft.claim(
          "Nothing wasteful was found%s among %d resources."
              .formatted(where(inquiry), inScope(assessment, inquiry)),
          scanned(assessment, draft));
    } else if (shown.isEmpty()) {
      draft.claim(
          "That was all: %d findings match.".formatted(matching.size()),
          count(matching, draft, assessment));
    } else {
      totals(inquiry, assessment, matching, shown, draft);
      savings(shown, draft);
      draft.suggest("how do I fix that?");
    }
    unread(assessment, inquiry, draft);
    undecided(assessment, inquiry, draft);
    draft.note(
        "Scanned %s: %s."
            .formatted(
                assessment.inventory().scannedAt(),
                String.join(", ", assessment.inventory().regions())));
  }

  private void totals(
      Inquiry inquiry,
      Assessment assessment,
      List<Finding> matching,
      List<Finding> shown,
      Draft draft) {
    Money total = Assessment.totalMonthlySavings(matching);
    int unpriced = Assessment.unpriced(matching);
    String count = count(matching, draft, assessment);
    String sum =
        money(draft, "waste.total", "possible savings" + where(inquiry), total, assessment);
    draft.claim(
        "%s could be saved a month%s: %s."
            .formatted(total, where(inquiry), things(matching.size(), "finding")),
        sum,
        count);
    if (unpriced > 0) {
      draft.claim(
          "%s no known price and %s not in that sum."
              .formatted(
                  unpriced == 1 ? "One of them has" : unpriced + " of them have",
                  unpriced == 1 ? "is" : "are"),
          draft.fact(
              "waste.unpriced",
              "findings without a known price",
              String.valueOf(unpriced),
              "",
              "",
              SOURCE,
              assessment.inventory().scannedAt()));
    }
    byCheck(matching, assessment, draft);
    if (shown.size() < matching.size()
        && inquiry.page().size() != null
        && inquiry.page().offset() == 0) {
      Money ofShown = Assessment.totalMonthlySavings(shown);
      draft.claim(
          "The biggest %d come to %s a month.".formatted(shown.size(), ofShown),
          money(draft, "waste.shown", "savings of the findings shown", ofShown, assessment));
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
      String label = "%s (%d)".formatted(group.getKey(), group.getValue().size());
      rows.add(
          unknown
              ? draft.fact(
                  "waste." + group.getKey(),
                  label,
                  "unknown",
                  "",
                  A_MONTH,
                  SOURCE,
                  assessment.inventory().scannedAt())
              : money(draft, "waste." + group.getKey(), label, sum, assessment));
    }
    draft.table("Possible savings by check (a resource in several counts once in the total)", rows);
    Money largest = Assessment.totalMonthlySavings(sorted.getFirst().getValue());
    if (largest.isPositive()) {
      draft.claim(
          "The largest part is %s: %s a month."
              .formatted(lowerFirst(title(sorted.getFirst().getKey())), largest),
          "waste." + sorted.getFirst().getKey());
    }
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

  private static String scanned(Assessment assessment, Draft draft) {
    return draft.fact(
        "scan.resources",
        "resources scanned",
        String.valueOf(assessment.inventory().resources().size()),
        "",
        "",
        "the scan",
        assessment.inventory().scannedAt());
  }

  private static String money(
      Draft draft, String id, String label, Money money, Assessment assessment) {
    Instant asOf = assessment.inventory().scannedAt();
    return draft.fact(
        id, label, money.rounded().toPlainString(), money.currency(), A_MONTH, SOURCE, asOf);
  }

  private static void unread(Assessment assessment, Inquiry inquiry, Draft draft) {
    for (Unread unread : assessment.inventory().unread()) {
      if (inquiry.scope().regions().isEmpty()
          || unread.region().equals("all")
          || inquiry.scope().regions().contains(unread.region())) {
        draft.note(
            "NOT READ: %s in %s, account %s: %s"
                .formatted(unread.service(), unread.region(), unread.account(), unread.reason()));
      }
    }
    List<String> unscanned =
        inquiry.scope().regions().stream()
            .filter(region -> !assessment.inventory().regions().contains(region))
            .toList();
    if (!unscanned.isEmpty()) {
      draft.note(
          "NOT SCANNED: %s: not enabled in this account, or not asked for."
              .formatted(String.join(", ", unscanned)));
    }
  }

  private static void undecided(Assessment assessment, Inquiry inquiry, Draft draft) {
    long undecided =
        assessment.undecided().stream()
            .filter(
                u ->
                    inquiry.scope().checks().isEmpty()
                        || inquiry.scope().checks().contains(u.check()))
            .filter(
                u ->
                    inquiry.scope().regions().isEmpty()
                        || inquiry.scope().regions().contains(u.resource().region()))
            .count();
    if (undecided > 0) {
      draft.note(
          "%s could not be judged; ./costbot check names them."
              .formatted(things((int) undecided, "resource")));
    }
  }

  private static int inScope(Assessment assessment, Inquiry inquiry) {
    List<String> regions = inquiry.scope().regions();
    return (int)
        assessment.inventory().resources().stream()
            .filter(r -> regions.isEmpty() || regions.contains(r.id().region()))
            .count();
  }

  private String title(String check) {
    return knowledgeBase.guide(check).map(Guide::title).orElse(check);
  }

  private static String where(Inquiry inquiry) {
    List<String> regions = inquiry.scope().regions();
    return regions.isEmpty() ? "" : " in " + String.join(", ", regions);
  }

  private static String things(int count, String thing) {
    return count == 1 ? "1 " + thing : count + " " + thing + "s";
  }

  private static String lowerFirst(String title) {
    boolean acronym = title.length() > 1 && Character.isUpperCase(title.charAt(1));
    return acronym ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
  }
}
