package dev.costbot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What Slack takes, as its documentation of blocks and of the text object says. */
final class SlackLimits {
  private static final Pattern BARE_AMPERSAND = Pattern.compile("&(?!amp;|lt;|gt;)");

  private SlackLimits() {}

  static void holdFor(SlackMessage message) {
    assertThat(message.blocks()).hasSizeLessThan(50);
    assertThat(SlackBudget.characters(message.blocks())).isLessThan(12_000);
    assertThat(message.text()).hasSizeLessThan(4_000);
    message.blocks().forEach(SlackLimits::block);
  }

  /** Every text in it is inert: nothing of Slack's control syntax, all code is closed. */
  static void isInert(SlackMessage message) {
    inert(message.text());
    texts(message.blocks());
  }

  private static void block(Map<String, Object> block) {
    if (block.get("text") instanceof Map<?, ?> text) {
      assertThat((String) text.get("text")).isNotEmpty().hasSizeLessThanOrEqualTo(3_000);
    }
    if (block.get("elements") instanceof List<?> elements) {
      boolean actions = "actions".equals(block.get("type"));
      assertThat(elements).isNotEmpty().hasSizeLessThanOrEqualTo(actions ? 25 : 10);
      elements.forEach(element -> element(actions, (Map<?, ?>) element));
    }
  }

  private static void element(boolean button, Map<?, ?> element) {
    if (button) {
      assertThat(element.get("text"))
          .isInstanceOfSatisfying(
              Map.class,
              label ->
                  assertThat((String) label.get("text")).isNotEmpty().hasSizeLessThanOrEqualTo(75));
      assertThat((String) element.get("value")).isNotEmpty().hasSizeLessThanOrEqualTo(2_000);
    } else {
      assertThat((String) element.get("text")).isNotEmpty().hasSizeLessThanOrEqualTo(3_000);
    }
  }

  private static void texts(Object json) {
    switch (json) {
      case Map<?, ?> map -> {
        assertThat(String.valueOf(map.get("value"))).doesNotContain("<", ">");
        if (map.get("text") instanceof String text) {
          inert(text);
          assertThat(
                  "plain_text".equals(map.get("type")) || Boolean.TRUE.equals(map.get("verbatim")))
              .as("Slack is not to look for links by itself")
              .isTrue();
        }
        map.values().forEach(SlackLimits::texts);
      }
      case List<?> list -> list.forEach(SlackLimits::texts);
      default -> assertThat(json).isInstanceOfAny(String.class, Boolean.class);
    }
  }

  private static void inert(String text) {
    assertThat(text).doesNotContain("<", ">").doesNotContainPattern(BARE_AMPERSAND);
    List<String> parts = List.of(text.split("```", -1));
    assertThat(parts.size() % 2).as("fences are closed: " + text).isOne();
    for (int outside = 0; outside < parts.size(); outside += 2) {
      assertThat(parts.get(outside).chars().filter(c -> c == '`').count() % 2)
          .as("code is closed: " + text)
          .isZero();
    }
    assertThat(text.codePoints().filter(c -> c != '\n' && c != '\t' && c != 0x2060))
        .noneMatch(CleanText::steers);
  }
}
