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
 * three", "how do I fix that?") is taken from the turns before.
 */
public final class Understanding {
  /** Words that point back at what was said before. */
  private static final String POINTING = "that|this|these|those|them|it|ones?|there";

  /** "What would that save?", said of what was shown. */
  private static final String OF_THAT =
      "(?:do|does|did|would|will|could|can) (?:that|this|it|those|these|they|them)(?: all)? (?:save|cost)";

  /** "Why did it rise?", "how much was that in October?" */
  private static final String OF_IT =
      "(?:did|has|have|was|were|is|does) (?:it|that|this|they|those)";

  private static final String AND =
      "(?:and|what about|how about) (?!.*\\b(?:total|altogether|overall)\\b).*";

  private static final String THERE = "there$|in (?:that|this|the same) (?:region|account)";

  private static final String FORECAST =
      "forecasts?|predict(?:ions?|ed)?|projected|projections?|will (?:we|i|it|this|that) (?:spend|cost|pay|be)";

  private static final String NOT_ON_THE_BILL =
      "(?:by|per|for each|for every) (?:regions?|tags?|teams?|projects?|owners?|environments?|instances?|resources?)|by (?:hour|week|month|year)";

  private final Scopes scopes;

  public Understanding(KnowledgeBase knowledgeBase) {
    this.scopes = new Scopes(knowledgeBase);
  }

  /**
   * The question, made complete.
   *
   * @param history oldest first
   * @throws IllegalArgumentException when it cannot be answered as it stands, e.g. because it names
   *     days that do not exist; the message says why
   */
  public Inquiry read(String question, List<Turn> history, LocalDate today) {
    Words words = new Words(question);
    Listed before = new Listed(history);
    Scope scope = inTheSamePlace(words, scopes.find(words), before);
    Optional<ListPart> part = ListPart.find(words);
    Topic topic = Topics.find(words, scope);
    if (topic == Topic.FIX) {
      return fix(words, scope, part, before);
    }
    if (topic == Topic.HELP || topic == Topic.EXPLAIN) {
      return new Inquiry(topic, scope, null, Grouping.TOTAL, Page.FIRST);
    }
    if (words.any(FORECAST)) {
      throw new IllegalArgumentException(
          "what will be spent is not known here, only what was spent");
    }
    Optional<Period> period = Periods.find(words, today);
    Optional<Grouping> grouping = grouping(words);
    if (before.last().isPresent()) {
      Turn last = before.last().get();
      if (words.any(OF_THAT) && !last.findings().isEmpty()) {
        return new Inquiry(
            Topic.WASTE, ofFindings(last.findings()), null, Grouping.TOTAL, Page.FIRST);
      }
      boolean named = !scope.equals(Scope.ALL) || period.isPresent() || grouping.isPresent();
      boolean goesOn =
          topic == Topic.OTHER
              ? named || part.isPresent()
              : topic == last.inquiry().topic()
                  && (words.text().matches(AND)
                      || (scope.equals(Scope.ALL)
                          && (words.any(OF_IT) || (!named && goesThroughAList(part)))));
      if (goesOn) {
        return followUp(last, scope, period, grouping, part, before);
      }
    }
    return asked(topic, scope, period, grouping, part, words, today);
  }

  private static boolean goesThroughAList(Optional<ListPart> part) {
    return part.filter(p -> p.kind() != ListPart.Kind.TOP).isPresent();
  }

  private static Inquiry asked(
      Topic topic,
      Scope scope,
      Optional<Period> period,
      Optional<Grouping> grouping,
      Optional<ListPart> part,
      Words words,
      LocalDate today) {
    Page page = Listed.page(part, 0, 0);
    if (topic != Topic.SPEND) {
      return new Inquiry(topic, scope, period.orElse(null), Grouping.TOTAL, page);
    }
    words
        .first(NOT_ON_THE_BILL)
        .ifPresent(
            found -> {
              throw new IllegalArgumentException(
                  "the bill here is by day, service and account, not " + found.group());
            });
    Scope billed = billed(scope);
    return new Inquiry(
        topic,
        billed,
        period.orElseGet(() -> Periods.standard(today)),
        grouping.orElse(billed.services().isEmpty() ? Grouping.SERVICE : Grouping.TOTAL),
        page);
  }

  private static Scope inTheSamePlace(Words words, Scope scope, Listed before) {
    if (before.last().isEmpty() || !words.any(THERE)) {
      return scope;
    }
    Scope there = before.last().get().inquiry().scope();
    return new Scope(
        said(scope.accounts(), there.accounts()),
        said(scope.regions(), there.regions()),
        scope.services(),
        scope.checks(),
        scope.resources(),
        scope.minimumSaving());
  }

  /** Volumes and the like have no line of their own on the bill, but their service has. */
  private static Scope billed(Scope scope) {
    if (!scope.services().isEmpty() || scope.checks().isEmpty()) {
      return scope;
    }
    return new Scope(
        scope.accounts(),
        scope.regions(),
        scope.checks().stream().map(Services::ofCheck).distinct().toList(),
        scope.checks(),
        scope.resources(),
        scope.minimumSaving());
  }

  private static Inquiry followUp(
      Turn last,
      Scope scope,
      Optional<Period> period,
      Optional<Grouping> grouping,
      Optional<ListPart> part,
      Listed before) {
    Inquiry inquiry = last.inquiry();
    boolean next = part.filter(p -> p.kind() == ListPart.Kind.NEXT).isPresent();
    // What comes next comes next in the list that was shown, not in the ids of a fix for it.
    Scope from =
        next
            ? before.list().map(turn -> turn.inquiry().scope()).orElse(inquiry.scope())
            : inquiry.scope();
    Scope now = inquiry.topic() == Topic.SPEND ? billed(scope) : scope;
    boolean sameList = scope.equals(Scope.ALL);
    return new Inquiry(
        inquiry.topic(),
        merged(from, now),
        period.orElse(inquiry.period()),
        grouping.orElse(inquiry.grouping()),
        sameList ? before.page(part) : Listed.page(part, 0, 0));
  }

  private static Inquiry fix(Words words, Scope scope, Optional<ListPart> part, Listed before) {
    boolean named = !scope.equals(Scope.ALL);
    boolean points = words.any(POINTING);
    if (before.last().isEmpty() || (named && !points)) {
      boolean atNothing = points && !named && part.isEmpty();
      return new Inquiry(
          atNothing ? Topic.OTHER : Topic.FIX,
          scope,
          null,
          Grouping.TOTAL,
          Listed.page(part, 0, 0));
    }
    Turn last = before.last().get();
    List<String> meant = named ? List.of() : before.meant(part);
    if (!meant.isEmpty()) {
      return new Inquiry(Topic.FIX, ofFindings(meant), null, Grouping.TOTAL, Page.FIRST);
    }
    Scope from = before.list().orElse(last).inquiry().scope();
    return new Inquiry(
        Topic.FIX,
        merged(named ? last.inquiry().scope() : from, scope),
        null,
        Grouping.TOTAL,
        named ? Listed.page(part, 0, 0) : before.page(part));
  }

  private static Scope ofFindings(List<String> ids) {
    return new Scope(List.of(), List.of(), List.of(), List.of(), ids, null);
  }

  private static Scope merged(Scope before, Scope now) {
    boolean otherThings = !now.checks().isEmpty() || !now.services().isEmpty();
    return new Scope(
        said(now.accounts(), before.accounts()),
        said(now.regions(), before.regions()),
        otherThings ? now.services() : before.services(),
        otherThings ? now.checks() : before.checks(),
        otherThings || !now.regions().isEmpty()
            ? now.resources()
            : said(now.resources(), before.resources()),
        now.minimumSaving() != null ? now.minimumSaving() : before.minimumSaving());
  }

  private static List<String> said(List<String> now, List<String> before) {
    return now.isEmpty() ? before : now;
  }

  private static Optional<Grouping> grouping(Words words) {
    if (words.any("(?:by|per|each|every) service", "(?:which|what) services?", "services")) {
      return Optional.of(Grouping.SERVICE);
    }
    if (words.any("(?:by|per|each|every) day", "daily", "day by day")) {
      return Optional.of(Grouping.DAY);
    }
    if (words.any("(?:by|per|each|every|which) accounts?")) {
      return Optional.of(Grouping.ACCOUNT);
    }
    return words.any("in total", "total", "altogether", "overall")
        ? Optional.of(Grouping.TOTAL)
        : Optional.empty();
  }
}
