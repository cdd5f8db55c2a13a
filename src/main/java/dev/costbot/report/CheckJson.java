package dev.costbot.report;

import dev.costbot.model.Assessment;
import dev.costbot.model.Assessment.Undecided;
import dev.costbot.model.Finding;
import dev.costbot.model.Unread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of {@code check --format json}. */
public final class CheckJson {
  private CheckJson() {}

  /**
   * The result of a scan, pretty-printed with a stable order of keys. Total and number of unpriced
   * findings are those of the findings shown. An undecided resource is named by its ARN.
   */
  public static String render(Assessment assessment, List<Finding> shown) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("accounts", assessment.inventory().accounts());
    json.put("scannedAt", assessment.inventory().scannedAt().toString());
    json.put("resources", assessment.inventory().resources().size());
    json.put("unread", assessment.inventory().unread().stream().map(CheckJson::unread).toList());
    json.put("undecided", assessment.undecided().stream().map(CheckJson::undecided).toList());
    json.put("findings", FindingJson.findings(shown));
    json.put("totalMonthlySavings", FindingJson.money(Assessment.totalMonthlySavings(shown)));
    json.put("unpriced", Assessment.unpriced(shown));
    return FindingJson.print(json);
  }

  private static Map<String, @Nullable Object> unread(Unread unread) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("account", unread.account());
    json.put("region", unread.region());
    json.put("service", unread.service());
    json.put("reason", unread.reason());
    return json;
  }

  private static Map<String, @Nullable Object> undecided(Undecided undecided) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("check", undecided.check());
    json.put("resource", undecided.resource().arn());
    json.put("reason", undecided.reason());
    return json;
  }
}
