package dev.costbot.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.costbot.model.Finding;
import dev.costbot.model.Money;
import dev.costbot.model.Resource;
import dev.costbot.model.Saving;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON that `ask` and `check` share: findings, money, and how it is printed. */
final class FindingJson {
  private FindingJson() {}

  static List<Map<String, @Nullable Object>> findings(List<Finding> findings) {
    return findings.stream().map(FindingJson::finding).toList();
  }

  static Map<String, @Nullable Object> finding(Finding finding) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", finding.id());
    json.put("check", finding.check());
    json.put("severity", Wording.token(finding.severity()));
    json.put("resource", resource(finding.resource()));
    json.put("monthlySavings", saving(finding.saving()));
    json.put("formula", finding.saving().formula());
    json.put("reason", finding.reason());
    json.put("confidence", Wording.token(finding.confidence()));
    json.put("effort", Wording.token(finding.effort()));
    json.put("risk", Wording.token(finding.risk()));
    json.put("undo", finding.undo());
    return json;
  }

  /** A decimal string with two places, never a number, which would lose digits on the way. */
  static Map<String, @Nullable Object> money(Money money) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("amount", money.rounded().toPlainString());
    json.put("currency", money.currency());
    return json;
  }

  /** Indented by two, lines ended by line feeds on every system, and one at the end. */
  static String print(Map<String, @Nullable Object> json) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(json) + "\n";
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("maps of strings and numbers are always JSON", broken);
    }
  }

  private static Map<String, @Nullable Object> resource(Resource resource) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", resource.id().id());
    json.put("arn", resource.id().arn());
    json.put("type", Wording.token(resource.id().type()));
    json.put("account", resource.id().account());
    json.put("region", resource.id().region());
    json.put("name", resource.name());
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> saving(Saving saving) {
    return switch (saving) {
      case Saving.Unpriced unpriced -> null;
      case Saving.Priced priced -> {
        Map<String, @Nullable Object> json = money(priced.monthly());
        json.put("priceSource", priced.priceSource());
        json.put("asOf", priced.asOf().toString());
        yield json;
      }
    };
  }
}
