package dev.costbot.advisor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.costbot.model.Answer;
import dev.costbot.model.Fact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a model to its facts: the model never writes a figure.
 *
 * <ol>
 *   <li>The model answers {@code {"sentences":[{"text":"Most of it, {spend.ec2}, went to
 *       EC2.","facts":["spend.ec2"]}]}}.
 *   <li>Every {@code {placeholder}} becomes the fact's value with its unit, label and period; a
 *       fact that is named and not placed is added at the end of the sentence.
 *   <li>What remains of the model's own words has to be {@link PlainProse plain prose}; a sentence
 *       that is not is dropped, the others stay.
 * </ol>
 *
 * <p>This secures figures and where they belong, and that nothing in the text can act in Slack or
 * pass for code. It cannot secure that the words around a figure are wise.
 */
public final class Grounding {
  private static final int MOST_SENTENCES = 12;
  private static final int LONGEST_SENTENCE = 500;
  private static final int MOST_FACTS_ADDED = 3;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]{1,100})}");
  private static final Pattern FENCED =
      Pattern.compile("\\s*```(?:json)?\\s*\\n(.*)\\n\\s*```\\s*", Pattern.DOTALL);
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Grounding() {}

  /**
   * @param claims what may be shown; empty when nothing holds, and the rules answer instead
   */
  public record Result(List<Answer.Claim> claims, List<Dropped> dropped) {
    public Result {
      claims = List.copyOf(claims);
      dropped = List.copyOf(dropped);
    }
  }

  /**
   * A sentence that may not be shown. Its text is left out: it may hold what must not be logged.
   *
   * @param sentence its place in the model's answer, from 1; 0 for the answer as a whole
   */
  public record Dropped(int sentence, DropReason reason) {}

  /** As {@link #claims(String, Map, Set, Set)}: facts under their own ids, and no guides. */
  public static Result claims(String modelJson, List<Fact> facts, Set<String> knownTerms) {
    Map<String, Fact> byId = new LinkedHashMap<>();
    facts.forEach(fact -> byId.put(fact.id(), fact));
    return claims(modelJson, byId, knownTerms, Set.of());
  }

  /**
   * The sentences of a model's answer that rest on facts.
   *
   * @param facts under the ids the model knows them by; claims name them by their own
   * @param knownTerms names with digits that may stand in a sentence, e.g. {@code eu-west-1}
   * @param guides ids of guides a sentence without figures may rest on
   */
  public static Result claims(
      String modelJson, Map<String, Fact> facts, Set<String> knownTerms, Set<String> guides) {
    Optional<JsonNode> sentences = sentences(modelJson);
    if (sentences.isEmpty()) {
      return new Result(List.of(), List.of(new Dropped(0, DropReason.NOT_THE_AGREED_JSON)));
    }
    PlainProse prose = new PlainProse(AllowedTerms.of(facts.values(), knownTerms));

    List<Answer.Claim> claims = new ArrayList<>();
    List<Dropped> dropped = new ArrayList<>();
    int number = 0;
    for (JsonNode sentence : sentences.get()) {
      number++;
      if (number > MOST_SENTENCES) {
        dropped.add(new Dropped(number, DropReason.TOO_LONG));
        break;
      }
      switch (judge(sentence, facts, prose, guides)) {
        case Judged.Kept kept -> claims.add(kept.claim());
        case Judged.Refused refused -> dropped.add(new Dropped(number, refused.reason()));
      }
    }
    return new Result(claims, dropped);
  }

  private sealed interface Judged {
    record Kept(Answer.Claim claim) implements Judged {}

    record Refused(DropReason reason) implements Judged {}
  }

  private static Judged judge(
      JsonNode sentence, Map<String, Fact> facts, PlainProse prose, Set<String> guides) {
    JsonNode text = sentence.path("text");
    JsonNode named = sentence.path("facts");
    if (!text.isTextual() || !(named.isArray() || named.isMissingNode())) {
      return new Judged.Refused(DropReason.NOT_THE_AGREED_JSON);
    }
    if (text.textValue().length() > LONGEST_SENTENCE) {
      return new Judged.Refused(DropReason.TOO_LONG);
    }
    Set<String> unplaced = new LinkedHashSet<>();
    boolean guided = false;
    for (JsonNode id : named) {
      if (facts.containsKey(id.asText())) {
        unplaced.add(id.asText());
      } else if (guides.contains(id.asText())) {
        guided = true;
      } else {
        return new Judged.Refused(DropReason.UNKNOWN_FACT);
      }
    }
    return fill(PlainProse.tidy(text.textValue()), facts, unplaced, guided, prose);
  }

  /** Splits the sentence at its placeholders, judges what lies between, and joins it again. */
  private static Judged fill(
      String text,
      Map<String, Fact> facts,
      Set<String> unplaced,
      boolean guided,
      PlainProse prose) {
    StringBuilder words = new StringBuilder();
    StringBuilder shown = new StringBuilder();
    Set<String> used = new LinkedHashSet<>();
    Matcher placeholder = PLACEHOLDER.matcher(text);
    int from = 0;
    while (placeholder.find(from)) {
      Fact fact = facts.get(placeholder.group(1).strip());
      if (fact == null) {
        return new Judged.Refused(DropReason.UNKNOWN_FACT);
      }
      String before = FactText.withoutSignOf(fact, text.substring(from, placeholder.start()));
      words.append(before).append(PlainProse.PLACED);
      shown.append(before).append(FactText.placed(fact));
      used.add(fact.id());
      unplaced.remove(placeholder.group(1).strip());
      from = placeholder.end() + FactText.repeatedUnit(fact, text.substring(placeholder.end()));
    }
    String rest = text.substring(from);
    words.append(rest);
    Optional<DropReason> refused =
        prose.refuse(words.toString(), basis(used.isEmpty() && unplaced.isEmpty(), guided));
    if (refused.isPresent()) {
      return new Judged.Refused(refused.get());
    }
    if (unplaced.size() > MOST_FACTS_ADDED) {
      return new Judged.Refused(DropReason.TOO_LONG);
    }
    List<Fact> added = unplaced.stream().map(facts::get).filter(Objects::nonNull).toList();
    shown.append(FactText.withAdded(rest, added));
    added.forEach(fact -> used.add(fact.id()));
    return new Judged.Kept(new Answer.Claim(shown.toString().strip(), List.copyOf(used)));
  }

  private static PlainProse.Basis basis(boolean withoutFacts, boolean guided) {
    if (!withoutFacts) {
      return PlainProse.Basis.FACTS;
    }
    return guided ? PlainProse.Basis.GUIDE : PlainProse.Basis.NOTHING;
  }

  private static Optional<JsonNode> sentences(String modelJson) {
    Matcher fenced = FENCED.matcher(modelJson);
    try {
      JsonNode found = JSON.readTree(fenced.matches() ? fenced.group(1) : modelJson);
      return Optional.of(found.path("sentences")).filter(JsonNode::isArray);
    } catch (IOException e) {
      // A model's slip, not a defect: the caller hears of it as NOT_THE_AGREED_JSON.
      return Optional.empty();
    }
  }
}
