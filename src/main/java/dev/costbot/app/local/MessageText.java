package dev.costbot.app.local;

import com.fasterxml.jackson.databind.JsonNode;

/** A Slack message as it reads on a terminal. */
final class MessageText {
  private MessageText() {}

  static String of(JsonNode message) {
    StringBuilder text = new StringBuilder();
    for (JsonNode block : message.path("blocks")) {
      switch (block.path("type").asText()) {
        case "divider" -> text.append("----\n");
        case "actions" -> {
          for (JsonNode button : block.path("elements")) {
            text.append("[ ").append(button.path("text").path("text").asText()).append(" ] ");
          }
          text.append('\n');
        }
        case "context" -> {
          for (JsonNode element : block.path("elements")) {
            text.append(element.path("text").asText()).append('\n');
          }
        }
        default -> {
          text.append(block.path("text").path("text").asText());
          for (JsonNode field : block.path("fields")) {
            text.append("\n").append(field.path("text").asText());
          }
          text.append('\n');
        }
      }
    }
    if (text.isEmpty()) {
      text.append(message.path("text").asText());
    }
    return text.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
