package dev.costbot.report;

import dev.costbot.model.Answer;
import dev.costbot.model.Assessment;
import dev.costbot.model.Fact;
import dev.costbot.model.Finding;
import dev.costbot.model.Money;
import dev.costbot.model.ResourceType;
import dev.costbot.model.Saving;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How amounts, times, counts and kinds are put into words, the same in every report. */
final class Wording {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Wording() {}

  /** E.g. {@code 1,234.50 USD}, wherever the program runs. */
  static String money(Money money) {
    return String.format(Locale.ROOT, "%,.2f %s", money.rounded(), money.currency());
  }

  static String saving(Saving saving) {
    return switch (saving) {
      case Saving.Priced priced -> money(priced.monthly());
      case Saving.Unpriced unpriced -> "unknown";
    };
  }

  static String time(Instant time) {
    return MINUTE.format(time);
  }

  /** E.g. {@code 1 file}, {@code 2 files}. */
  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** E.g. {@code ebs-volume}. */
  static String token(ResourceType type) {
    return token((Enum<?>) type);
  }

  static String token(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String fact(Fact fact) {
    return fact.unit().isEmpty() ? fact.value() : fact.value() + " " + fact.unit();
  }

  /** Empty, or how many of them have no known price. */
  static String unpriced(List<Finding> findings) {
    int number = Assessment.unpriced(findings);
    return number == 0 ? "" : ", " + number + " without a known price";
  }

  /** Where the facts come from, each source once with its time. */
  static List<String> sources(Answer answer) {
    // A price's source stands with the findings already.
    Set<String> ofPrices =
        answer.findings().stream()
            .map(Finding::saving)
            .filter(Saving.Priced.class::isInstance)
            .map(saving -> ((Saving.Priced) saving).priceSource())
            .collect(Collectors.toSet());
    return answer.facts().stream()
        .filter(fact -> !fact.source().isBlank() && !ofPrices.contains(fact.source()))
        .map(fact -> fact.source() + ", as of " + time(fact.asOf()))
        .distinct()
        .toList();
  }

  /** Where the prices come from, each source once with its date. */
  static List<String> priceSources(List<Finding> findings) {
    return findings.stream()
        .map(Finding::saving)
        .filter(Saving.Priced.class::isInstance)
        .map(Saving.Priced.class::cast)
        .map(Wording::priceSource)
        .distinct()
        .toList();
  }

  static String priceSource(Saving.Priced priced) {
    return priced.priceSource() + ", as of " + priced.asOf();
  }

  /** Notes on what could not be read start so; they stand at the top. */
  static boolean isLoud(String note) {
    return note.strip().toLowerCase(Locale.ROOT).startsWith("not read");
  }

  static List<String> calmNotes(Answer answer) {
    return answer.notes().stream().filter(note -> !isLoud(note)).toList();
  }

  /** Who wrote it and what it cost to find. */
  static String credits(Answer answer) {
    String author =
        answer.model().equals("rules")
            ? "Written by rules, without a model"
            : "Written by " + answer.model();
    return author
        + "; "
        + count(answer.cost().costExplorerCalls(), "Cost Explorer call")
        + ", "
        + count(answer.cost().modelTokens(), "model token")
        + ".";
  }
}
