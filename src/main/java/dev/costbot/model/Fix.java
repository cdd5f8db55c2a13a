package dev.costbot.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Terraform fix.
 *
 * @param files text by relative path, e.g. {@code ebs-volume-gp2.tf}
 * @param instructions what to run and what the plan must show, a sentence each
 */
public record Fix(Map<String, String> files, List<String> instructions) {
  public Fix {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    instructions = List.copyOf(instructions);
  }
}
