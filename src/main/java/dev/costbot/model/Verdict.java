package dev.costbot.model;

import java.util.Map;

/** What a check says of one resource. */
public sealed interface Verdict {
  /** In words, also when all is well. */
  String reason();

  /**
   * @param fixValues what the check's Terraform template needs to know of this resource: strings,
   *     numbers, booleans, null, lists and maps of these
   */
  record Waste(Saving saving, String reason, Level confidence, Map<String, Object> fixValues)
      implements Verdict {}

  record Fine(String reason) implements Verdict {}

  /** Not for this check to judge, e.g. because something else manages the resource. */
  record Skipped(String reason) implements Verdict {}

  /** A fact is missing that decides. */
  record Unknown(String reason) implements Verdict {}
}
