package dev.costbot.report;

import dev.costbot.model.Answer;
import dev.costbot.model.Answer.Claim;
import dev.costbot.model.Answer.Spent;
import dev.costbot.model.Answer.Table;
import dev.costbot.model.Assessment;
import dev.costbot.model.EbsSnapshot;
import dev.costbot.model.EbsVolume;
import dev.costbot.model.ElasticIp;
import dev.costbot.model.Fact;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Inquiry.Grouping;
import dev.costbot.model.Inquiry.Page;
import dev.costbot.model.Inquiry.Scope;
import dev.costbot.model.Inquiry.Topic;
import dev.costbot.model.Inventory;
import dev.costbot.model.Level;
import dev.costbot.model.Money;
import dev.costbot.model.Period;
import dev.costbot.model.Resource;
import dev.costbot.model.ResourceId;
import dev.costbot.model.ResourceType;
import dev.costbot.model.Saving;
import dev.costbot.model.Severity;
import dev.costbot.model.Unread;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers written by hand, with names as a stranger may have given them. */
final class Answers {
  static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  static final String ACCOUNT = "123456789012";
  static final String FILE_FUNCTION = "${file(\"/etc/passwd\")}";
  static final String MENTION = "<!channel> <http://evil|click>";
  static final String STEERING = "müller \uD83D\uDE80 \u202Egnp.exe\nsecond line\u001B[2J";
  private static final String PRICES = "AWS price list, us-east-1";
  private static final LocalDate PRICED = LocalDate.parse("2026-11-01");

  private Answers() {}

  /** 500 GiB x (0.10 - 0.08) USD = 10.00 USD. */
  static Finding gp2(String number, String name) {
    ResourceId id = new ResourceId(ACCOUNT, "eu-west-1", ResourceType.EBS_VOLUME, "vol-" + number);
    return finding(
        "ebs-volume-gp2",
        volume(id, name),
        saving(id, "10.00", "500 GiB × (0.10 − 0.08) USD per GiB-month"),
        "gp2 volume; gp3 gives the same for less",
        "Change the type back to gp2.");
  }

  static Finding unassociatedAddress() {
    ResourceId id = new ResourceId(ACCOUNT, "us-east-1", ResourceType.ELASTIC_IP, "eipalloc-0b7");
    ElasticIp address =
        new ElasticIp(id, Map.of("Name", MENTION), "203.0.113.7", "amazon", null, null, null, null);
    return finding(
        "elastic-ip-unassociated",
        address,
        saving(id, "3.65", "730 hours × 0.005 USD per hour"),
        "Associated with nothing; tagged " + MENTION,
        "A released address may be gone for good.");
  }

  static Finding unpricedSnapshot() {
    ResourceId id = new ResourceId(ACCOUNT, "eu-west-1", ResourceType.EBS_SNAPSHOT, "snap-0c1");
    EbsSnapshot snapshot =
        new EbsSnapshot(
            id,
            Map.of("Name", STEERING),
            "vol-gone",
            80,
            null,
            Instant.parse("2025-01-05T00:00:00Z"),
            "completed",
            "standard",
            "",
            false,
            List.of());
    return finding(
        "ebs-snapshot-old",
        snapshot,
        new Saving.Unpriced("what one snapshot stores is not known"),
        "684 days old, and its volume is gone",
        "A deleted snapshot cannot be restored.");
  }

  static List<Finding> three() {
    return List.of(gp2("0a1", FILE_FUNCTION), unassociatedAddress(), unpricedSnapshot());
  }

  static List<Finding> volumes(int number) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      findings.add(gp2("%04d".formatted(i), "data-" + i));
    }
    return findings;
  }

  static Assessment assessment() {
    List<Finding> findings = three();
    Inventory inventory =
        new Inventory(
            List.of(ACCOUNT),
            List.of("eu-west-1", "us-east-1"),
            NOW,
            findings.stream().map(Finding::resource).toList(),
            List.of(
                new Unread(
                    ACCOUNT, "eu-west-1", "cloudwatch", "AccessDenied: cloudwatch:GetMetricData")));
    ResourceId unsure = new ResourceId(ACCOUNT, "eu-west-1", ResourceType.EBS_VOLUME, "vol-0d9");
    return new Assessment(
        inventory,
        findings,
        List.of(
            new Assessment.Undecided(
                "ebs-volume-unattached", unsure, "its last use could not be read")));
  }

  static Answer waste() {
    return answer(
        Topic.WASTE,
        List.of(
            new Claim("You waste 13.65 USD a month.", List.of("waste.total")),
            new Claim("The largest part is a volume named " + MENTION + ".", List.of())),
        List.of(fact("waste.total", "Waste", "13.65", "")),
        List.of(),
        three(),
        3,
        null);
  }

  static Answer spend() {
    String week = "2026-11-09 to 2026-11-15";
    return answer(
        Topic.SPEND,
        List.of(new Claim("Last week cost 1,234.50 USD.", List.of("spend.total"))),
        List.of(
            fact("spend.total", "Total", "1,234.50", week),
            fact("spend.ec2", "Amazon Elastic Compute Cloud - Compute", "1,200.00", week),
            fact("spend.s3", "Amazon Simple Storage Service", "34.50", week)),
        List.of(new Table("Cost by service", List.of("spend.ec2", "spend.s3", "spend.total"))),
        List.of(),
        0,
        null);
  }

  static Answer fix() {
    return withFix(
        new Fix(
            Map.of(
                "ebs-volume-gp2.tf",
                """
                locals {
                  volumes = {
                    "vol-0a1" = { name = "$${file(\\"/etc/passwd\\")}", note = "```<!channel>" }
                  }
                }
                """),
            List.of("Run terraform plan.", "The plan must show 0 to destroy, nothing replaced.")),
        List.of(gp2("0a1", FILE_FUNCTION)),
        1);
  }

  static Answer withFix(@Nullable Fix fix, List<Finding> findings, int matching) {
    return answer(
        Topic.FIX,
        List.of(new Claim("This changes gp2 volumes to gp3.", List.of())),
        List.of(),
        List.of(),
        findings,
        matching,
        fix);
  }

  static Answer answer(
      Topic topic,
      List<Claim> claims,
      List<Fact> facts,
      List<Table> tables,
      List<Finding> findings,
      int matching,
      @Nullable Fix fix) {
    Period week =
        new Period(LocalDate.parse("2026-11-09"), LocalDate.parse("2026-11-16"), "last week");
    return new Answer(
        new Inquiry(topic, Scope.ALL, week, Grouping.SERVICE, Page.FIRST),
        claims,
        facts,
        tables,
        findings,
        matching,
        fix,
        List.of(
            "Not read: eu-west-1 cloudwatch (AccessDenied)",
            "Last week means 2026-11-09 to 2026-11-15, UTC."),
        List.of("how do I fix that?", "and in eu-west-1?"),
        "deepseek-flash",
        new Spent(1, 1234));
  }

  static Fact fact(String id, String label, String value, String period) {
    return new Fact(id, label, value, "USD", period, "Cost Explorer, UnblendedCost", NOW);
  }

  private static Saving saving(ResourceId id, String amount, String formula) {
    Money monthly = Money.usd(amount);
    return new Saving.Priced(monthly, formula, PRICES, PRICED, Map.of(id, monthly));
  }

  private static EbsVolume volume(ResourceId id, String name) {
    return new EbsVolume(
        id,
        Map.of("Name", name),
        "gp2",
        500,
        "in-use",
        1500,
        null,
        Instant.parse("2026-01-01T00:00:00Z"),
        "eu-west-1a",
        true,
        null,
        null,
        false,
        null,
        List.of("i-01"),
        null);
  }

  private static Finding finding(
      String check, Resource resource, Saving saving, String reason, String undo) {
    return new Finding(
        check,
        Severity.of(saving),
        resource,
        saving,
        reason,
        Level.HIGH,
        Level.LOW,
        Level.LOW,
        undo,
        Map.of());
  }
}
