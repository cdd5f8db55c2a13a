package dev.costbot.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rendered Slack message.
 *
 * @param text what notifications and screen readers get, as mrkdwn
 * @param blocks Block Kit as JSON-able maps; empty for a message of text alone
 */
public record SlackMessage(String text, List<Map<String, Object>> blocks) {
  private static final String REPEAT =
      "This may be a repeat: an earlier try to post this answer may have got through.";

  public SlackMessage {
    blocks = List.copyOf(blocks);
  }

  /** {@code {"text":…,"blocks":[…]}} on one line. */
  public String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("text", text);
    json.put("blocks", blocks);
    return write(json);
  }

  /** The blocks alone, as {@code chat.postMessage} takes them. */
  public String blocksJson() {
    return write(blocks);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static SlackMessage parse(String json) {
    try {
      return new ObjectMapper()
          .readerFor(SlackMessage.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readValue(json);
    } catch (JsonProcessingException broken) {
      // Without the cause: it quotes the message, which may hold figures not meant for a log.
      throw new IllegalArgumentException("this is no rendered Slack message");
    }
  }

  /** The same message, saying that it may have been posted before. */
  public SlackMessage mayRepeat() {
    List<Map<String, Object>> noted = new ArrayList<>();
    if (!blocks.isEmpty()) {
      noted.add(SlackBlocks.context(List.of(REPEAT)));
      noted.addAll(blocks);
    }
    return new SlackMessage(REPEAT + "\n" + text, noted);
  }

  /** The same words in plain sections, for when Slack refuses the blocks. */
  public SlackMessage inSections() {
    return new SlackMessage(text, words().stream().map(SlackBlocks::section).toList());
  }

  /** The same words without blocks, which every message of Slack can hold. */
  public SlackMessage asText() {
    return blocks.isEmpty() ? this : new SlackMessage(String.join("\n\n", words()), List.of());
  }

  private List<String> words() {
    return blocks.stream().map(SlackMessage::wordsOf).filter(words -> !words.isBlank()).toList();
  }

  private static String wordsOf(Map<String, Object> block) {
    if (block.get("elements") instanceof List<?> elements) {
      String words = elements.stream().map(SlackMessage::textOf).collect(Collectors.joining("\n"));
      return "actions".equals(block.get("type"))
          ? "Ask next: " + words.replace("\n", " · ")
          : words;
    }
    return textOf(block);
  }

  /** The text of a text object, or of the text object that a block or a button holds. */
  private static String textOf(@Nullable Object json) {
    return switch (json) {
      case String words -> words;
      case Map<?, ?> map -> textOf(map.get("text"));
      case null, default -> "";
    };
  }

  private static String write(Object json) {
    try {
      return new ObjectMapper().writeValueAsString(json);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("maps of strings are always JSON", broken);
    }
  }
}
