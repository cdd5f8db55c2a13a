package dev.costbot.advisor;

import dev.costbot.conversation.Turn;
import dev.costbot.knowledge.KnowledgeBase;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Inquiry.Grouping;
import dev.costbot.model.Inquiry.Page;
import dev.costbot.model.Inquiry.Scope;
import dev.costbot.model.Inquiry.Topic;
import dev.costbot.model.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reads a question by rules. What a follow-up leaves out ("and in eu-west-1?", "only the biggest
 * three", "how do I fix that?") is taken from the turn before.
 */
public final class Understanding {
  /** Words that point back at what was said before. */
  private static final String POINTING = "that|this|these|those|them|it|ones?|there";

  private final Scopes scopes;

  public Understanding(KnowledgeBase knowledgeBase) {
    this.scopes = new Scopes(knowledgeBase);
  }

  /**
   * The question, made complete.
   *
   * @param history oldest first
   * @throws IllegalArgumentException when it names days that do not exist; the message says which
   */
  public Inquiry read(String question, List<Turn> history, LocalDate today) {
    Words words = new Words(question);
    Scope scope = scopes.find(words);
    Optional<Period> period = Periods.find(words, today);
    Optional<Turn> before =
        history.reversed().stream()
            .filter(turn -> turn.inquiry().topic() != Topic.HELP)
            .filter(turn -> turn.inquiry().topic() != Topic.OTHER)
            .findFirst();
    Optional<Page> page =
        scopes.page(
            words,
            before.map(turn -> turn.inquiry().page()).orElse(Page.FIRST),
            before.map(turn -> turn.findings().size()).orElse(0));
    Topic topic = topic(words, scope);
    if (topic == Topic.OTHER && before.isPresent() && isFollowUp(words, scope, period, page)) {
      return followUp(before.get().inquiry(), words, scope, period, page);
    }
    if (topic == Topic.FIX && before.isPresent() && (!names(scope) || words.any(POINTING))) {
      Scope meant =
          names(scope)
              ? merged(before.get().inquiry().scope(), scope)
              : shown(before.get(), scope, page);
      return new Inquiry(Topic.FIX, meant, null, Grouping.TOTAL, page.orElse(Page.FIRST));
    }
    return new Inquiry(
        topic,
        scope,
        topic == Topic.SPEND
            ? period.orElseGet(() -> Periods.standard(today))
            : period.orElse(null),
        grouping(words)
            .orElse(
                topic == Topic.SPEND && scope.services().isEmpty()
                    ? Grouping.SERVICE
                    : Grouping.TOTAL),
        page.orElse(Page.FIRST));
  }

  private static Topic topic(Words words, Scope scope) {
    if (words.text().isEmpty()
        || words.any("help", "what can you do", "what can i ask")
        || words.text().matches("(hi|hello|hey)( costbot)?")) {
      return Topic.HELP;
    }
    if (words.any(
        "fix",
        "fix(?:es|ing)?",
        "terraform",
        "hcl",
        "remediate",
        "remediation",
        "get rid of",
        "how (?:do|can|should) (?:i|we) (?:delete|remove|clean|release|migrate|change|upgrade|terminate)[a-z ]*")) {
      return Topic.FIX;
    }
    boolean wasteful =
        words.any(
            "waste",
            "wasted",
            "wasting",
            "wasteful",
            "unused",
            "idle",
            "savings?",
            "save",
            "saves",
            "clean ?up",
            "findings?",
            "cut (?:our |the )?(?:bill|costs?)",
            "reduce[a-z ]*",
            "cheaper",
            "unattached",
            "orphaned",
            "leftovers?",
            "not used",
            "unneeded",
            "unassociated");
    boolean about =
        words.any(
            "what(?:'s| is| are) (?:an? |the )?(?:gp2|gp3|snapshots?|elastic ips?|eips?)",
            "explain",
            "why (?:do|does|is|are|should)",
            "what does .* mean",
            "tell me about");
    if (about && !words.any("spend", "spent", "bill")) {
      return Topic.EXPLAIN;
    }
    if (wasteful) {
      return Topic.WASTE;
    }
    if (words.any(
        "spend",
        "spent",
        "spending",
        "costs?",
        "bill",
        "bills",
        "billed",
        "pay",
        "paid",
        "paying",
        "how much",
        "expensive",
        "charges?",
        "charged",
        "money")) {
      boolean ofThings = scope.services().isEmpty() && !scope.checks().isEmpty();
      return ofThings ? Topic.WASTE : Topic.SPEND;
    }
    return !scope.checks().isEmpty()
            && words.any(
                "show",
                "list",
                "which",
                "any",
                "are there",
                "find",
                "do we have",
                "old",
                "stopped",
                "gp2")
        ? Topic.WASTE
        : Topic.OTHER;
  }

  private static boolean isFollowUp(
      Words words, Scope scope, Optional<Period> period, Optional<Page> page) {
    return names(scope) || period.isPresent() || page.isPresent() || grouping(words).isPresent();
  }

  private static boolean names(Scope scope) {
    return !scope.equals(Scope.ALL);
  }

  private static Inquiry followUp(
      Inquiry before, Words words, Scope scope, Optional<Period> period, Optional<Page> page) {
    boolean narrowsAList = period.isEmpty() && page.isPresent() && !names(scope);
    return new Inquiry(
        before.topic(),
        merged(before.scope(), scope),
        period.orElse(before.period()),
        grouping(words).orElse(before.grouping()),
        narrowsAList ? page.get() : page.orElse(Page.FIRST));
  }

  /** What the person was shown last is what "that" means. */
  private static Scope shown(Turn before, Scope scope, Optional<Page> page) {
    if (before.findings().isEmpty() || page.isPresent()) {
      return merged(before.inquiry().scope(), scope);
    }
    return new Scope(
        List.of(), List.of(), List.of(), List.of(), before.findings(), scope.minimumSaving());
  }

  private static Scope merged(Scope before, Scope now) {
    return new Scope(
        said(now.accounts(), before.accounts()),
        said(now.regions(), before.regions()),
        said(now.services(), before.services()),
        said(now.checks(), before.checks()),
        now.regions().isEmpty() && now.checks().isEmpty()
            ? said(now.resources(), before.resources())
            : now.resources(),
        now.minimumSaving() != null ? now.minimumSaving() : before.minimumSaving());
  }

  private static List<String> said(List<String> now, List<String> before) {
    return now.isEmpty() ? before : now;
  }

  private static Optional<Grouping> grouping(Words words) {
    if (words.any("(?:by|per) service", "which services?", "services")) {
      return Optional.of(Grouping.SERVICE);
    }
    if (words.any("(?:by|per|each|every) day", "daily", "day by day")) {
      return Optional.of(Grouping.DAY);
    }
    if (words.any("(?:by|per|each|every) account")) {
      return Optional.of(Grouping.ACCOUNT);
    }
    return words.any("in total", "total", "altogether", "overall")
        ? Optional.of(Grouping.TOTAL)
        : Optional.empty();
  }
}
