package dev.costbot.knowledge;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A {@code fix.tf}: Terraform that is valid as it stands, in which only the {@code locals} block
 * varies.
 */
public final class FixTemplate {
  private static final Pattern ANY_LOCALS = Pattern.compile("^locals\\b", Pattern.MULTILINE);

  /** One map and nothing beside it: what stands two spaces deep begins or ends the map. */
  private static final Pattern LOCALS =
      Pattern.compile(
          "^locals \\{\\n  (?<name>[a-z][a-z0-9_]*) = \\{\\n(?:(?: {4}[^\\n]*)?\\n)*  }\\n}\\n",
          Pattern.MULTILINE);

  private final String text;
  private final MatchResult locals;

  /**
   * @throws IllegalArgumentException when there is not exactly one locals block holding one map
   */
  public FixTemplate(String id, String text) {
    this.text = text;
    long blocks = ANY_LOCALS.matcher(text).results().count();
    List<MatchResult> found = LOCALS.matcher(text).results().toList();
    if (blocks != 1 || found.size() != 1) {
      throw new IllegalArgumentException(
          "%s/fix.tf has %d locals blocks, %d of them of the form \"locals { name = { … } }\" with one map; expected one such block and no other"
              .formatted(id, blocks, found.size()));
    }
    this.locals = found.getFirst();
  }

  /** The template as it stands. */
  public String text() {
    return text;
  }

  /** The template for these resources: attributes by resource id. */
  String fill(Map<String, Map<String, Object>> resources) {
    return text.substring(0, locals.start())
        + HclWriter.locals(locals.group("name"), resources)
        + text.substring(locals.end());
  }
}
