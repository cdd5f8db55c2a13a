package dev.costbot.knowledge;

import dev.costbot.model.Finding;
import dev.costbot.model.ResourceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    edits.forEach(edit -> text.append(section(edit)));
    return text.toString();
  }

  private static String section(Edit edit) {
    Guide guide = edit.guide();
    ResourceId resource = edit.finding().resource().id();
    String block = edit.managed().block();
    String heading =
        "\n## `%s`\n\n%s in %s: %s.%s\n"
            .formatted(
                edit.managed().address(),
                resource.id(),
                resource.region(),
                guide.title(),
                block.isEmpty() ? "" : " The state has it in a `" + block + "` block.");
    String arguments = guide.edit().isEmpty() ? "" : "\n```hcl\n%s```\n".formatted(arguments(edit));
    return block.equals(TerraformState.EBS_BLOCK) && !guide.ebsBlockNote().isEmpty()
        ? heading + note(with(edit, guide.ebsBlockNote())) + arguments
        : heading + arguments + note(guide.editNote());
  }

  private static String note(String text) {
    return "\n" + text.strip() + "\n";
  }

  /** The guide's arguments with their values, equals signs aligned. */
  private static String arguments(Edit edit) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (String line : edit.guide().edit().lines().toList()) {
      String[] parts = line.split("=", 2);
      arguments.put(argument(edit, parts[0].strip()), with(edit, parts[1].strip()));
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

  /** The text with the finding's values in place of their names in braces. */
  private static String with(Edit edit, String text) {
    ResourceId resource = edit.finding().resource().id();
    String filled = text.replace("{id}", resource.id()).replace("{region}", resource.region());
    for (Map.Entry<String, Object> value : edit.finding().fixValues().entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
    }
    return filled;
  }
}
