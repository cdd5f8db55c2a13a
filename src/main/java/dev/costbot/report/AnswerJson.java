package dev.costbot.report;

import dev.costbot.model.Answer;
import dev.costbot.model.Answer.Claim;
import dev.costbot.model.Fact;
import dev.costbot.model.Fix;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of {@code ask --json}. */
public final class AnswerJson {
  private AnswerJson() {}

  /** The answer, pretty-printed with a stable order of keys. Times are ISO 8601 in UTC. */
  public static String render(Answer answer) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("answer", answer.text());
    json.put("claims", answer.claims().stream().map(AnswerJson::claim).toList());
    json.put("facts", answer.facts().stream().map(AnswerJson::fact).toList());
    json.put("findings", FindingJson.findings(answer.findings()));
    json.put("fix", fix(answer.fix()));
    json.put("model", answer.model());
    json.put("cost", cost(answer.cost()));
    return FindingJson.print(json);
  }

  private static Map<String, @Nullable Object> claim(Claim claim) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("text", claim.text());
    json.put("facts", claim.facts());
    return json;
  }

  private static Map<String, @Nullable Object> fact(Fact fact) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", fact.id());
    json.put("label", fact.label());
    json.put("value", fact.value());
    json.put("unit", fact.unit());
    json.put("period", fact.period());
    json.put("source", fact.source());
    json.put("asOf", fact.asOf().toString());
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> fix(@Nullable Fix fix) {
    if (fix == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("files", fix.files());
    return json;
  }

  private static Map<String, @Nullable Object> cost(Answer.Spent spent) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("costExplorerCalls", spent.costExplorerCalls());
    json.put("modelTokens", spent.modelTokens());
    return json;
  }
}
