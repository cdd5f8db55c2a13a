package dev.costbot.advisor;

import dev.costbot.model.Inquiry.Scope;
import dev.costbot.model.Inquiry.Topic;

/** Finds what a question wants to know. */
final class Topics {
  private static final String[] FIX = {
    "fix(?:es|ing)?",
    "terraform",
    "hcl",
    "remediat(?:e|ion)",
    "get rid of",
    "how (?:do|can|should|would) (?:i|we) (?:delete|remove|clean|release|migrate|change|upgrade|terminate|convert|switch|stop paying)[a-z ]*"
  };

  /** Asks for a fix only where it says of what. */
  private static final String ORDERS =
      "delete|remove|release|terminate|migrate|convert|upgrade|decommission|drop";

  private static final String[] WASTE = {
    "wast(?:e|es|ed|ing|eful|age)",
    "unused|not used|unneeded|not needed|idle|unattached|orphaned|unassociated|detached",
    "not attached|attached to nothing|leftovers?|forgotten|zombies?|obsolete|abandoned",
    "savings?(?! plans?)",
    "saves?|saved",
    "clean ?ups?",
    "findings?",
    "(?:cut|lower|reduce|reducing|shrink)(?: [a-z]+){0,2} (?:bill|costs?|spend|spending)",
    "cheaper",
    "optimi[sz](?:e|ation|ing)",
    "recommendations?"
  };

  /** Wasteful where it is said of one of the kinds that checks judge. */
  private static final String[] WASTE_OF_A_KIND = {
    "gp2",
    "stopped|turned off|switched off|shut down|parked",
    "old|older|ancient|stale|too many|too much"
  };

  private static final String[] MONEY = {
    "spend|spends|spent|spending|expenses?",
    "costs?|costing|costly|expensive",
    "bills?|billed|invoices?",
    "pay|pays|paid|paying",
    "how much",
    "charges?|charged",
    "money",
    "(?:top|biggest|largest)(?: [a-z0-9]+)? services?"
  };

  /** What a bill does between two periods. */
  private static final String[] CHANGE = {
    "rise|rises|rose|risen|rising|increase[sd]?|increasing|go up|went up|gone up|going up",
    "jump(?:ed)?|spiked?|grow|grew|grown|growing|fall|fell|fallen|drop(?:ped)|go down|went down",
    "higher|lower|changed?"
  };

  private static final String[] EXPLAIN = {
    "explain",
    "why (?:do|does|is|are|should|would)",
    "what does .* mean",
    "tell me (?:more )?about",
    "difference between",
    "what happens (?:if|when)",
    "is it (?:safe|ok|okay|fine|dangerous|risky)",
    "(?:what(?:'s| is| are)) (?!(?:our|the|my|all|these|those) )(?:an? )?(?:[a-z0-9]+ ){0,2}?"
        + "(?:gp2|gp3|snapshots?|volumes?|elastic ips?|eips?|addresses|instances?)$"
  };

  private static final String MAY_WE =
      "^(?:should|can|may|could) (?:i|we) (?:safely )?(?:delete|remove|release|terminate|migrate|keep).*";

  private Topics() {}

  static Topic find(Words words, Scope scope) {
    if (words.text().isEmpty()
        || words.text().matches("(?:hi|hello|hey|thanks|thank you|help)(?: .{0,10})?")
        || words.any("what can (?:you do|i ask)")) {
      return Topic.HELP;
    }
    boolean ofAKind = !scope.checks().isEmpty();
    boolean ofOne = !scope.resources().isEmpty();
    boolean wasteful = words.any(WASTE) || (ofAKind && words.any(WASTE_OF_A_KIND));
    boolean money = words.any(MONEY);
    boolean explain = words.any(EXPLAIN) || words.text().matches(MAY_WE);
    if (words.any("how much") && words.any("saves?", "saved", "savings?")) {
      return Topic.WASTE;
    }
    if (explain && ofAKind && !words.any(FIX)) {
      return Topic.EXPLAIN;
    }
    if (words.any(FIX) || ((ofAKind || ofOne) && words.any(ORDERS))) {
      return Topic.FIX;
    }
    if (wasteful || ofOne) {
      return Topic.WASTE;
    }
    if (money || (words.any(CHANGE) && !ofAKind)) {
      return Topic.SPEND;
    }
    if (explain) {
      return Topic.EXPLAIN;
    }
    if (ofAKind && words.any("show", "list", "which", "any", "are there", "find", "do we have")) {
      return Topic.WASTE;
    }
    return words.any("help") ? Topic.HELP : Topic.OTHER;
  }
}
