package dev.costbot.knowledge;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A {@code fix.tf}: Terraform that is valid as it stands, in which only the {@code locals} block
 * varies.
 */
public final class FixTemplate {
  private static final Pattern LOCALS =
      Pattern.compile("^locals \\{\\n  (?<name>[a-z][a-z0-9_]*) = \\{\\n.*?^}\\n", flags());

  private final String text;
  private final MatchResult locals;

  /**
   * @throws IllegalArgumentException when there is not exactly one locals block holding one map
   */
  public FixTemplate(String id, String text) {
    this.text = text;
    var found = LOCALS.matcher(text).results().toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "%s/fix.tf has %d locals blocks of the form \"locals { name = { … } }\"; expected one"
              .formatted(id, found.size()));
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

  private static int flags() {
    return Pattern.MULTILINE | Pattern.DOTALL;
  }
}
