package dev.costbot.advisor;

import dev.costbot.knowledge.Guide;
import dev.costbot.knowledge.KnowledgeBase;
import dev.costbot.model.Inquiry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Finds which part of the account a question is about. */
final class Scopes {
  /** What people call a kind of resource, and which checks are about it. */
  private static final Map<String, Predicate<String>> KINDS =
      new TreeMap<>(
          Map.of(
              "volumes?|disks?", id -> id.startsWith("ebs-volume-"),
              "ebs(?! (?:gp2 )?(?:volume|disk|snapshot)s?)", id -> id.startsWith("ebs-"),
              "snapshots?|backups?", id -> id.startsWith("ebs-snapshot-"),
              "(?<!(?:rds|db|database) )(?:instances?|servers?|machines|vms?)",
                  id -> id.startsWith("ec2-instance-"),
              "eips?|(?:elastic |public )?ips?|(?:elastic )?ip addresses|addresses|(?:public )?ipv4s?",
                  id -> id.startsWith("elastic-ip-")));

  /** What people say of them, and the check that finds it. */
  private static final Map<String, Predicate<String>> PROBLEMS =
      new TreeMap<>(
          Map.of(
              "gp2", id -> id.equals("ebs-volume-gp2"),
              "unattached|detached|orphaned|not attached|attached to nothing",
                  id -> id.equals("ebs-volume-unattached"),
              "stopped|turned off|switched off|shut down|parked",
                  id -> id.equals("ec2-instance-stopped")));

  private static final String NOT_MONEY =
      "(?! ?(?:days?|weeks?|months?|years?|hours?|gi?b|ti?b|iops|%|percent|findings?|volumes?|snapshots?|instances?|of))";

  private final KnowledgeBase knowledgeBase;

  Scopes(KnowledgeBase knowledgeBase) {
    this.knowledgeBase = knowledgeBase;
  }

  Inquiry.Scope find(Words words) {
    return new Inquiry.Scope(
        words.all("\\d{12}"),
        Regions.find(words),
        Services.find(words),
        checks(words),
        words.all("(?:vol|snap|i|eipalloc)-[0-9a-f]{8,17}"),
        minimumSaving(words));
  }

  private List<String> checks(Words words) {
    List<String> ids = knowledgeBase.guides().stream().map(Guide::id).toList();
    List<String> named = ids.stream().filter(words::any).toList();
    if (!named.isEmpty()) {
      return named;
    }
    List<Predicate<String>> kinds = said(KINDS, words);
    List<Predicate<String>> problems = said(PROBLEMS, words);
    if (kinds.isEmpty()) {
      return ids.stream().filter(id -> isOne(problems, id)).toList();
    }
    // "gp2 volumes and addresses": a problem narrows the kinds it can befall, and no other.
    return ids.stream()
        .filter(
            id ->
                kinds.stream()
                    .filter(kind -> kind.test(id))
                    .anyMatch(
                        kind ->
                            isOne(problems, id)
                                || ids.stream().noneMatch(o -> kind.test(o) && isOne(problems, o))))
        .toList();
  }

  private static List<Predicate<String>> said(
      Map<String, Predicate<String>> vocabulary, Words words) {
    return vocabulary.entrySet().stream()
        .filter(entry -> words.any(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static boolean isOne(List<Predicate<String>> problems, String id) {
    return problems.stream().anyMatch(problem -> problem.test(id));
  }

  private static @Nullable BigDecimal minimumSaving(Words words) {
    return words
        .first(
            "(?:above|over|more than|at least|greater than|>=?) ?\\$?(\\d+(?:\\.\\d+)?)(k?)(?: ?(?:\\$|usd|dollars?|bucks))?"
                + NOT_MONEY)
        .map(Scopes::amount)
        .orElse(null);
  }

  private static BigDecimal amount(Matcher found) {
    BigDecimal number = new BigDecimal(found.group(1));
    return found.group(2).isEmpty() ? number : number.movePointRight(3);
  }
}
