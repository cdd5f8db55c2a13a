package dev.costbot.advisor;

import java.util.List;

/** Small pieces of English. */
final class Prose {
  private Prose() {}

  /** E.g. {@code 1 finding}, {@code 2 findings}. */
  static String count(int number, String thing) {
    return number == 1 ? "1 " + thing : number + " " + thing + "s";
  }

  /** E.g. {@code a}, {@code a and b}, {@code a, b and c}. */
  static String and(List<String> items) {
    return listed(items, " and ");
  }

  /** E.g. {@code a}, {@code a or b}, {@code a, b or c}. */
  static String or(List<String> items) {
    return listed(items, " or ");
  }

  /** A title inside a sentence: an acronym or a name such as gp2 stays as it is. */
  static String inside(String title) {
    boolean acronym = title.length() > 1 && Character.isUpperCase(title.charAt(1));
    return acronym ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
  }

  private static String listed(List<String> items, String last) {
    return items.size() < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, items.size() - 1)) + last + items.getLast();
  }
}
