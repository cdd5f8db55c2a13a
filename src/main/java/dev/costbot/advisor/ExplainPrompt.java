package dev.costbot.advisor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.costbot.conversation.Turn;
import dev.costbot.model.Fact;
import dev.costbot.model.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a model is sent: the question, and everything it may use, as JSON between two marks.
 *
 * <p>The marks hold angle brackets, and every angle bracket inside the JSON is escaped: no text can
 * close the fence. {@code docs/what-a-model-is-sent.md} tells readers the same in words.
 *
 * @param text of the message
 * @param facts those in it, under the ids the model knows them by
 * @param guides ids of the guides in it
 */
record ExplainPrompt(String text, Map<String, Fact> facts, Set<String> guides) {
  static final String OPEN = "<data>";
  static final String CLOSE = "</data>";

  private static final int MOST_CHARACTERS = 48_000;
  private static final int MOST_FACTS = 120;
  private static final int MOST_FINDINGS = 20;
  private static final int MOST_GUIDES = 3;
  private static final int MOST_TURNS = 4;
  private static final ObjectMapper JSON = new ObjectMapper();

  ExplainPrompt {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    guides = Set.copyOf(guides);
  }

  /** What never changes from question to question. */
  static String instructions() {
    try (InputStream in = ExplainPrompt.class.getResourceAsStream("/prompts/explain.txt")) {
      if (in == null) {
        throw new IllegalStateException("prompts/explain.txt is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("prompts/explain.txt could not be read", e);
    }
  }

  /** A message within all bounds: guides give way first, then history, findings and facts. */
  static ExplainPrompt of(
      String question,
      List<Turn> history,
      List<Fact> facts,
      List<Finding> findings,
      List<String> guideTexts,
      boolean maskAccounts) {
    PromptData data = new PromptData(maskAccounts);
    int turns = Math.min(MOST_TURNS, history.size());
    int guides = Math.min(MOST_GUIDES, guideTexts.size());
    int shownFindings = Math.min(MOST_FINDINGS, findings.size());
    int shownFacts = Math.min(MOST_FACTS, facts.size());
    while (true) {
      List<Fact> chosen = facts.subList(0, shownFacts);
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("facts", chosen.stream().map(data::fact).toList());
      all.put("findings", data.findings(findings.subList(0, shownFindings), chosen));
      all.put("findingsNotShown", findings.size() - shownFindings);
      all.put("guides", data.guides(guideTexts.subList(0, guides)));
      all.put(
          "history",
          history.subList(history.size() - turns, history.size()).stream()
              .map(data::turn)
              .toList());
      all.put("question", data.question(question));
      String text = fenced(all);
      if (text.length() <= MOST_CHARACTERS) {
        Map<String, Fact> sent = new LinkedHashMap<>();
        chosen.forEach(fact -> sent.put(data.idOf(fact), fact));
        return new ExplainPrompt(text, sent, ids(guides));
      }
      if (guides > 0) {
        guides--;
      } else if (turns > 0) {
        turns--;
      } else if (shownFindings > 0) {
        shownFindings /= 2;
      } else {
        shownFacts /= 2;
      }
    }
  }

  private static Set<String> ids(int guides) {
    return new LinkedHashSet<>(
        IntStream.rangeClosed(1, guides).mapToObj(number -> "guide." + number).toList());
  }

  private static String fenced(Map<String, Object> data) {
    try {
      String json = JSON.writeValueAsString(data);
      String closed = json.replace("<", "\\u003c").replace(">", "\\u003e");
      return OPEN + "\n" + closed + "\n" + CLOSE + "\nAnswer the question in JSON.\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("data of plain text could not be written", e);
    }
  }
}
