package dev.costbot.advisor;

import java.util.Locale;
import java.util.Set;

/** Words that decide what kind of sentence a model wrote. */
final class ProseWords {
  private static final Set<String> CURRENCY =
      Set.of(
          "usd", "eur", "gbp", "jpy", "chf", "cny", "inr", "cad", "aud", "dollar", "dollars",
          "euro", "euros", "cents", "pound", "pounds", "yen", "buck", "bucks", "quid", "rupee",
          "rupees", "franc", "francs", "pence");

  /** Advice starts by telling what to do, or when to do it. */
  private static final Set<String> STARTS_ADVICE =
      Set.of(
          "add",
          "after",
          "apply",
          "archive",
          "ask",
          "attach",
          "avoid",
          "back",
          "before",
          "check",
          "choose",
          "confirm",
          "consider",
          "delete",
          "detach",
          "discuss",
          "do",
          "don",
          "export",
          "first",
          "if",
          "import",
          "keep",
          "let",
          "look",
          "make",
          "migrate",
          "move",
          "once",
          "please",
          "prefer",
          "read",
          "release",
          "remove",
          "resize",
          "restore",
          "review",
          "run",
          "schedule",
          "set",
          "shut",
          "snapshot",
          "start",
          "stop",
          "switch",
          "tag",
          "take",
          "talk",
          "terminate",
          "test",
          "then",
          "to",
          "try",
          "turn",
          "use",
          "verify",
          "wait",
          "watch",
          "when");

  /** Words that say something of this account, which only a fact may do. */
  private static final Set<String> SPEAKS_OF_THE_ACCOUNT =
      Set.of(
          "spend",
          "spent",
          "spending",
          "bill",
          "billed",
          "total",
          "totals",
          "overall",
          "most",
          "mostly",
          "majority",
          "largest",
          "biggest",
          "highest",
          "lowest",
          "smallest",
          "rose",
          "fell",
          "grew",
          "risen",
          "fallen",
          "grown",
          "increased",
          "decreased",
          "dropped",
          "nothing",
          "none",
          "nobody",
          "everything",
          "wasted",
          "wasting",
          "saves",
          "saved",
          "expensive",
          "cheapest",
          "found",
          "detected");

  private ProseWords() {}

  static boolean isCurrency(String word) {
    return CURRENCY.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean startsAdvice(String word) {
    return STARTS_ADVICE.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean speaksOfTheAccount(String word) {
    return SPEAKS_OF_THE_ACCOUNT.contains(word.toLowerCase(Locale.ROOT));
  }
}
