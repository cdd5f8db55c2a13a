package dev.costbot.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * One folder of the knowledge base: what a Terraform engineer wrote about a waste and its fix.
 *
 * @param id the folder's name; for a check, the check's id
 * @param keywords what people call it
 * @param firstPlan what the first {@code terraform plan} shows beside the imports
 * @param secondApply the variable that makes a second apply delete what the first imported; empty
 *     when one apply does it
 * @param must what else the plans have to show
 * @param edit the arguments to set where Terraform manages the resource already; may be empty
 * @param editNote how to go about that
 * @param ebsBlockNote how to go about that where the resource stands in an {@code ebs_block_device}
 *     block, whose change replaces the instance; may be empty
 * @param text why it costs, when it is fine, how to fix, how to undo: Markdown with these headings
 * @param template the Terraform fix; empty where Terraform has none
 */
public record Guide(
    String id,
    String title,
    List<String> keywords,
    FirstPlan firstPlan,
    String secondApply,
    String must,
    String edit,
    String editNote,
    String ebsBlockNote,
    String text,
    Optional<FixTemplate> template) {
  /** What a fix's first plan shows for each finding. */
  public enum FirstPlan {
    /** An import and nothing else. */
    IMPORT,
    /** An import and a change in place. */
    CHANGE,
    /** Imports, and one resource that is added. */
    ADD
  }

  public Guide {
    keywords = List.copyOf(keywords);
  }

  /**
   * The text under a heading.
   *
   * @throws IllegalArgumentException when the guide has no such heading
   */
  public String section(String heading) {
    String start = "\n## " + heading + "\n";
    String whole = "\n" + text;
    int from = whole.indexOf(start);
    if (from < 0) {
      throw new IllegalArgumentException(id + "/guide.md has no section \"" + heading + "\"");
    }
    String rest = whole.substring(from + start.length() - 1);
    int end = rest.indexOf("\n## ");
    return (end < 0 ? rest : rest.substring(0, end)).strip();
  }

  /** Whether the fix deletes what it is applied to. */
  boolean deletes() {
    return !secondApply.isEmpty();
  }
}
