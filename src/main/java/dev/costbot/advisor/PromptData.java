package dev.costbot.advisor;

import dev.costbot.conversation.Turn;
import dev.costbot.model.Fact;
import dev.costbot.model.Finding;
import dev.costbot.model.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The parts of a prompt as plain maps: only what an explanation needs, each text bounded. */
final class PromptData {
  private static final int NAME = 80;
  private static final int SENTENCES = 400;
  private static final int QUESTION = 1_000;
  private static final int EARLIER_ANSWER = 800;
  private static final int GUIDE = 3_000;

  /** Tags that say whose a resource is; others may hold anything and stay at home. */
  private static final Set<String> TAGS =
      Set.of("owner", "team", "environment", "env", "project", "application", "service");

  private final boolean maskAccounts;
  private final AccountMask mask = new AccountMask();

  PromptData(boolean maskAccounts) {
    this.maskAccounts = maskAccounts;
  }

  String question(String question) {
    return text(question, QUESTION);
  }

  /**
   * The fact's id as the model knows it: whole, since it gives it back, but masked like all else.
   */
  String idOf(Fact fact) {
    return maskAccounts ? mask.masked(fact.id()) : fact.id();
  }

  Map<String, Object> fact(Fact fact) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", idOf(fact));
    data.put("label", text(fact.label(), NAME));
    data.put("value", text(fact.value(), NAME));
    data.put("unit", text(fact.unit(), NAME));
    data.put("period", text(fact.period(), NAME));
    data.put("source", text(fact.source(), NAME));
    return data;
  }

  /** The findings, each with the id of the fact that is its saving, if that is among the facts. */
  List<Map<String, Object>> findings(List<Finding> findings, List<Fact> facts) {
    Set<String> known = facts.stream().map(Fact::id).collect(Collectors.toSet());
    List<Map<String, Object>> all = new ArrayList<>();
    for (Finding finding : findings) {
      String saving = "saving." + (all.size() + 1);
      all.add(finding(finding, known.contains(saving) ? saving : "unknown"));
    }
    return all;
  }

  private Map<String, Object> finding(Finding finding, String saving) {
    Resource resource = finding.resource();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("check", text(finding.check(), NAME));
    data.put("saving", saving);
    data.put("severity", word(finding.severity()));
    data.put("kind", resource.id().type().title());
    data.put("resource", text(resource.id().id(), NAME));
    data.put("name", text(resource.name(), NAME));
    data.put("account", text(resource.id().account(), NAME));
    data.put("region", text(resource.id().region(), NAME));
    data.put("tags", tags(resource.tags()));
    data.put("reason", text(finding.reason(), SENTENCES));
    data.put("confidence", word(finding.confidence()));
    data.put("effort", word(finding.effort()));
    data.put("risk", word(finding.risk()));
    data.put("undo", text(finding.undo(), SENTENCES));
    return data;
  }

  List<Map<String, Object>> guides(List<String> texts) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String guide : texts) {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("id", "guide." + (all.size() + 1));
      data.put("text", text(guide, GUIDE));
      all.add(data);
    }
    return all;
  }

  Map<String, Object> turn(Turn turn) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("asked", text(turn.question(), SENTENCES));
    data.put("answered", text(turn.answer(), EARLIER_ANSWER));
    return data;
  }

  private Map<String, String> tags(Map<String, String> tags) {
    Map<String, String> chosen = new TreeMap<>();
    tags.forEach(
        (key, value) -> {
          if (TAGS.contains(key.toLowerCase(Locale.ROOT))) {
            chosen.put(key, text(value, NAME));
          }
        });
    return chosen;
  }

  /** Hidden characters go first and the cut comes last: either could break an account id apart. */
  private String text(String given, int most) {
    String visible = PlainProse.visible(given);
    String masked = maskAccounts ? mask.masked(visible) : visible;
    if (masked.length() <= most) {
      return masked;
    }
    int end = Character.isHighSurrogate(masked.charAt(most - 1)) ? most - 1 : most;
    return masked.substring(0, end) + "…";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
