package dev.costbot.advisor;

import dev.costbot.model.Fact;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a fact reads inside a sentence: {@code 1,234.56 USD (Amazon EC2, 2026-11-09 to 2026-11-15)}.
 *
 * <p>Label and period always stand beside the value, even where the sentence seems to say the same:
 * whether it truly does is a question of grammar, and "EC2 was cheap, S3 cost {spend.ec2}" must not
 * put a true figure in a false place.
 */
final class FactText {
  private static final int LONGEST_PART = 120;
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,12})?");

  private FactText() {}

  static String placed(Fact fact) {
    String where =
        List.of(oneLine(fact.label()), oneLine(fact.period())).stream()
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return where.isEmpty() ? value(fact) : value(fact) + " (" + where + ")";
  }

  /** The end of a sentence with facts in front of its full stop: {@code … (Amazon EC2: 5 USD).} */
  static String withAdded(String rest, List<Fact> facts) {
    if (facts.isEmpty()) {
      return rest;
    }
    String end = rest.stripTrailing();
    boolean stopped = end.endsWith(".") || end.endsWith("!") || end.endsWith("?");
    String stop = stopped ? end.substring(end.length() - 1) : "";
    String added = facts.stream().map(FactText::placed).collect(Collectors.joining("; "));
    return end.substring(0, end.length() - stop.length()) + ": " + added + stop;
  }

  /**
   * Models like to write {@code ${spend.ec2}}: the sign goes, since the unit comes with the fact.
   */
  static String withoutSignOf(Fact fact, String before) {
    boolean signed = before.endsWith("$") && fact.unit().startsWith("USD");
    return signed ? before.substring(0, before.length() - 1) : before;
  }

  /** How many characters after a placeholder only say its unit again. */
  static int repeatedUnit(Fact fact, String after) {
    String unit = fact.unit();
    int blanks = after.length() - after.stripLeading().length();
    boolean repeated =
        !unit.isEmpty()
            && after.startsWith(unit, blanks)
            && (after.length() == blanks + unit.length()
                || !Character.isLetterOrDigit(after.charAt(blanks + unit.length())));
    return repeated ? blanks + unit.length() : 0;
  }

  private static String value(Fact fact) {
    String value = oneLine(fact.value());
    if (fact.unit().isBlank()) {
      // Without a unit it may be a name or an id: digits are left as they are.
      return value;
    }
    String grouped = DECIMAL.matcher(value).matches() ? grouped(value) : value;
    return fact.unit().equals("%") ? grouped + "%" : grouped + " " + oneLine(fact.unit());
  }

  private static String grouped(String decimal) {
    BigDecimal amount = new BigDecimal(decimal);
    return String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
  }

  private static String oneLine(String text) {
    String line = PlainProse.visible(text).replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_PART ? line : line.substring(0, LONGEST_PART - 1) + "…";
  }
}
