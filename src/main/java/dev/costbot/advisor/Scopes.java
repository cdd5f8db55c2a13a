package dev.costbot.advisor;

import dev.costbot.knowledge.Guide;
import dev.costbot.knowledge.KnowledgeBase;
import dev.costbot.model.Inquiry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds which part of the account a question is about, and how much of a list it wants. */
final class Scopes {
  private static final String REGION =
      "(?:us|eu|ap|ca|sa|me|af|il|mx|cn)(?:-gov)?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\\d";

  /** Region names people use (AWS's "Regions and zones" page). */
  private static final Map<String, String> PLACES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("virginia|n\\. virginia", "us-east-1"),
              Map.entry("ohio", "us-east-2"),
              Map.entry("oregon", "us-west-2"),
              Map.entry("ireland|dublin", "eu-west-1"),
              Map.entry("london", "eu-west-2"),
              Map.entry("paris", "eu-west-3"),
              Map.entry("frankfurt", "eu-central-1"),
              Map.entry("stockholm", "eu-north-1"),
              Map.entry("singapore", "ap-southeast-1"),
              Map.entry("sydney", "ap-southeast-2"),
              Map.entry("tokyo", "ap-northeast-1"),
              Map.entry("mumbai", "ap-south-1")));

  /** What people call a kind of resource, and which checks are about it. */
  private static final Map<String, Predicate<String>> THINGS =
      new TreeMap<>(
          Map.of(
              "gp2", id -> id.endsWith("-gp2"),
              "(?:ebs )?volumes?|disks?|ebs", id -> id.startsWith("ebs-volume-"),
              "snapshots?|backups?", id -> id.startsWith("ebs-snapshot-"),
              "instances?|servers?|machines|vms?", id -> id.startsWith("ec2-instance-"),
              "eips?|elastic ips?|(?:elastic )?ip addresses|addresses|(?:public )?ipv4s?|ips?",
                  id -> id.startsWith("elastic-ip-"),
              "unattached|detached|orphaned volumes?", id -> id.equals("ebs-volume-unattached"),
              "stopped|turned off", id -> id.equals("ec2-instance-stopped")));

  /** What people call a service on the bill, and a part of its name there. */
  private static final Map<String, String> SERVICES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("ec2", "elastic compute cloud|ec2"),
              Map.entry("rds|databases?", "relational database"),
              Map.entry("s3", "simple storage service"),
              Map.entry("lambdas?", "lambda"),
              Map.entry("cloudwatch", "cloudwatch"),
              Map.entry("dynamo ?db", "dynamodb"),
              Map.entry("vpc", "virtual private cloud"),
              Map.entry("kms", "key management"),
              Map.entry("eks|kubernetes", "kubernetes|eks"),
              Map.entry("ecs|fargate", "container service"),
              Map.entry("cloudfront", "cloudfront"),
              Map.entry("sqs", "queue service"),
              Map.entry("tax(?:es)?", "tax")));

  private final KnowledgeBase knowledgeBase;

  Scopes(KnowledgeBase knowledgeBase) {
    this.knowledgeBase = knowledgeBase;
  }

  Inquiry.Scope find(Words words) {
    return new Inquiry.Scope(
        words.all("\\d{12}"),
        regions(words),
        SERVICES.entrySet().stream()
            .filter(service -> words.any(service.getKey()))
            .map(Map.Entry::getValue)
            .toList(),
        checks(words),
        words.all("(?:vol|snap|i|eipalloc)-[0-9a-f]{8,17}"),
        minimumSaving(words));
  }

  /** The part of a list that is asked for; empty when none is. */
  Optional<Inquiry.Page> page(Words words, Inquiry.Page before, int shownBefore) {
    int next = before.offset() + shownBefore;
    Optional<Matcher> following = words.first("next " + Words.NUMBER);
    if (following.isPresent()) {
      return Optional.of(new Inquiry.Page(next, Words.number(following.get().group(1))));
    }
    if (words.any("next", "the rest", "show more", "more(?! than)")) {
      return Optional.of(new Inquiry.Page(next, null));
    }
    String superlative =
        "(?:biggest|largest|top|first|most expensive|worst|best|costliest|highest)";
    Optional<Matcher> counted =
        words
            .first("(?:" + superlative + ") " + Words.NUMBER)
            .or(() -> words.first(Words.NUMBER + " " + superlative))
            .or(() -> words.first("(?:only|just) " + Words.NUMBER));
    if (counted.isPresent()) {
      return Optional.of(new Inquiry.Page(0, Math.max(1, Words.number(counted.get().group(1)))));
    }
    return words.any("the " + superlative) ? Optional.of(new Inquiry.Page(0, 1)) : Optional.empty();
  }

  private static List<String> regions(Words words) {
    return Stream.concat(
            words.all(REGION).stream(),
            PLACES.entrySet().stream()
                .filter(place -> words.any(place.getKey()))
                .map(Map.Entry::getValue))
        .distinct()
        .toList();
  }

  private List<String> checks(Words words) {
    List<String> ids = knowledgeBase.guides().stream().map(Guide::id).toList();
    List<String> named = ids.stream().filter(words::any).toList();
    if (!named.isEmpty()) {
      return named;
    }
    // "gp2 volumes" is about gp2: what several words narrow down is what all of them allow.
    List<Predicate<String>> said =
        THINGS.entrySet().stream()
            .filter(thing -> words.any(thing.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    List<String> all =
        ids.stream().filter(id -> said.stream().allMatch(thing -> thing.test(id))).toList();
    List<String> any =
        ids.stream().filter(id -> said.stream().anyMatch(thing -> thing.test(id))).toList();
    if (said.isEmpty()) {
      return List.of();
    }
    return all.isEmpty() ? any : all;
  }

  private static @Nullable BigDecimal minimumSaving(Words words) {
    return words
        .first(
            "(?:above|over|more than|at least|greater than) \\$?(\\d+(?:\\.\\d+)?)(?: ?(?:\\$|usd|dollars))?")
        .map(found -> new BigDecimal(found.group(1)))
        .orElse(null);
  }
}
