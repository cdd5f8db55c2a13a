package dev.costbot.report;

import dev.costbot.model.Finding;
import dev.costbot.model.ResourceId;
import dev.costbot.model.Saving;
import java.util.Map;

/** A finding as a Slack section. */
final class SlackFindings {
  private SlackFindings() {}

  /** In one line, for beside the fix. */
  static Map<String, Object> brief(Finding finding) {
    return SlackBlocks.section(
        "%s  *%s*".formatted(where(finding), Mrkdwn.prose(amount(finding.saving()), 40)));
  }

  static Map<String, Object> section(Finding finding) {
    String where = where(finding);
    String saving =
        "*%s*: %s"
            .formatted(
                Mrkdwn.prose(amount(finding.saving()), 40),
                Mrkdwn.prose(finding.saving().formula(), 220));
    String why =
        "%s (%s; confidence %s, risk %s)"
            .formatted(
                Mrkdwn.prose(finding.reason(), 260),
                Mrkdwn.code(finding.check(), 40),
                Wording.token(finding.confidence()),
                Wording.token(finding.risk()));
    return SlackBlocks.section(String.join("\n", where, saving, why));
  }

  private static String where(Finding finding) {
    ResourceId resource = finding.resource().id();
    String name = Mrkdwn.code(finding.resource().name(), 60);
    return "*%s*  %s%s  %s, account %s"
        .formatted(
            Wording.token(finding.severity()),
            name.isEmpty() ? "" : name + " ",
            Mrkdwn.code(resource.id(), 80),
            Mrkdwn.prose(resource.region(), 24),
            Mrkdwn.prose(resource.account(), 16));
  }

  private static String amount(Saving saving) {
    return switch (saving) {
      case Saving.Priced priced -> Wording.money(priced.monthly()) + " a month";
      case Saving.Unpriced unpriced -> "Saving unknown";
    };
  }
}
