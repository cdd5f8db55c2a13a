package dev.costbot.knowledge;

import dev.costbot.model.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What to change by hand where Terraform manages a resource already. */
final class StateEdits {
  private StateEdits() {}

  /** One resource, its guide, and where it is managed. */
  record Edit(Finding finding, Guide guide, TerraformState.Managed managed) {}

  static String text(List<Edit> edits) {
    StringBuilder text =
        new StringBuilder(
            """
            # Edits where Terraform manages the resource already

            Do not import these: change their blocks where they stand.
            """);
    for (Edit edit : edits) {
      Finding finding = edit.finding();
      String block = edit.managed().block();
      text.append(
          "\n## `%s`\n\n%s: %s.%s\n"
              .formatted(
                  edit.managed().address(),
                  finding.resource().id().id(),
                  edit.guide().title(),
                  block.isEmpty() ? "" : " It stands in the `" + block + "` block."));
      if (!edit.guide().edit().isEmpty()) {
        text.append("\n```hcl\n%s```\n".formatted(filled(edit)));
      }
      text.append("\n").append(edit.guide().editNote()).append("\n");
    }
    return text.toString();
  }

  /** The guide's arguments with their values, equals signs aligned. */
  private static String filled(Edit edit) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (String line : edit.guide().edit().lines().toList()) {
      String[] parts = line.split("=", 2);
      arguments.put(argument(edit, parts[0].strip()), value(edit, parts[1].strip()));
    }
    int width = arguments.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    arguments.forEach(
        (name, value) ->
            text.append(name)
                .append(" ".repeat(width - name.length()))
                .append(" = ")
                .append(value)
                .append('\n'));
    return text.toString();
  }

  /** In a block device, a volume's type has a name of its own. */
  private static String argument(Edit edit, String name) {
    return !edit.managed().block().isEmpty() && name.equals("type") ? "volume_type" : name;
  }

  private static String value(Edit edit, String value) {
    return value.startsWith("{") && value.endsWith("}")
        ? Objects.toString(edit.finding().fixValues().get(value.substring(1, value.length() - 1)))
        : value;
  }
}
