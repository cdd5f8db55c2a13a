package dev.costbot.advisor;

import dev.costbot.conversation.Turn;
import dev.costbot.knowledge.KnowledgeBase;
import dev.costbot.model.Assessment;
import dev.costbot.model.CostSeries;
import dev.costbot.model.EbsSnapshot;
import dev.costbot.model.EbsVolume;
import dev.costbot.model.ElasticIp;
import dev.costbot.model.Finding;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Inventory;
import dev.costbot.model.Level;
import dev.costbot.model.Money;
import dev.costbot.model.Resource;
import dev.costbot.model.ResourceId;
import dev.costbot.model.ResourceType;
import dev.costbot.model.Saving;
import dev.costbot.model.Severity;
import dev.costbot.model.Unread;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small account, its findings and its bill, built by hand. */
final class HandMade {
  static final KnowledgeBase KNOWLEDGE =
      KnowledgeBase.ofChecks(
          List.of(
              "ebs-snapshot-old",
              "ebs-volume-gp2",
              "ebs-volume-unattached",
              "ec2-instance-stopped",
              "elastic-ip-unassociated"));

  /** A Friday. */
  static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  static final String ACCOUNT = "123456789012";

  private HandMade() {}

  static Finding volume(String check, String id, String region, @Nullable String saving) {
    ResourceId resource = new ResourceId(ACCOUNT, region, ResourceType.EBS_VOLUME, id);
    EbsVolume volume =
        new EbsVolume(
            resource,
            Map.of("Name", "data"),
            "gp2",
            100,
            "available",
            300,
            null,
            NOW,
            region + "a",
            true,
            null,
            null,
            false,
            null,
            List.of(),
            null);
    return finding(check, volume, saving);
  }

  static Finding snapshot(String id, String region, @Nullable String saving) {
    EbsSnapshot snapshot =
        new EbsSnapshot(
            new ResourceId(ACCOUNT, region, ResourceType.EBS_SNAPSHOT, id),
            Map.of(),
            "vol-gone",
            8,
            null,
            NOW,
            "completed",
            "standard",
            "",
            false,
            List.of());
    return finding("ebs-snapshot-old", snapshot, saving);
  }

  static Finding address(String id, String region) {
    ElasticIp address =
        new ElasticIp(
            new ResourceId(ACCOUNT, region, ResourceType.ELASTIC_IP, id),
            Map.of(),
            "203.0.113.10",
            "amazon",
            null,
            null,
            null,
            null);
    return finding("elastic-ip-unassociated", address, "3.65");
  }

  private static Finding finding(String check, Resource resource, @Nullable String monthly) {
    Saving saving =
        monthly == null
            ? new Saving.Unpriced("not known")
            : new Saving.Priced(
                Money.usd(monthly),
                "by hand",
                "a price list",
                LocalDate.parse("2026-08-01"),
                Map.of(resource.id(), Money.usd(monthly)));
    return new Finding(
        check,
        Severity.of(saving),
        resource,
        saving,
        "wasted",
        Level.HIGH,
        Level.LOW,
        Level.MEDIUM,
        "undo it",
        Map.of());
  }

  /** Scanned were two regions; findings by falling saving, unpriced last, as the checks sort. */
  static Assessment assessment(List<Finding> findings, Unread... unread) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(
        Comparator.comparing(
                (Finding finding) ->
                    finding.saving() instanceof Saving.Priced priced
                        ? priced.monthly()
                        : Money.usd("-1"))
            .reversed());
    Inventory inventory =
        new Inventory(
            List.of(ACCOUNT),
            List.of("eu-west-1", "us-east-1"),
            NOW,
            sorted.stream().map(Finding::resource).distinct().toList(),
            List.of(unread));
    return new Assessment(inventory, sorted, List.of());
  }

  static Assessment withUndecided(Assessment assessment, String check, ResourceId... resources) {
    return new Assessment(
        assessment.inventory(),
        assessment.findings(),
        List.of(resources).stream()
            .map(resource -> new Assessment.Undecided(check, resource, "not known"))
            .toList());
  }

  static CostSeries.Entry cost(String day, String service, String account, String amount) {
    return new CostSeries.Entry(LocalDate.parse(day), service, account, Money.usd(amount), false);
  }

  static CostSeries.Entry cost(String day, String service, String amount) {
    return cost(day, service, ACCOUNT, amount);
  }

  static CostSeries series(String from, String last, List<CostSeries.Entry> entries) {
    return new CostSeries(
        LocalDate.parse(from),
        LocalDate.parse(last).plusDays(1),
        "UnblendedCost",
        "AWS Cost Explorer",
        NOW,
        entries);
  }

  static Turn turn(String question, Inquiry inquiry, List<String> findings) {
    return new Turn(
        question, NOW, "U1", false, question, "an answer", inquiry, findings, List.of());
  }
}
