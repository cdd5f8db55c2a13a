package dev.costbot.slack;

import dev.costbot.report.SlackMessage;
import java.io.IOException;
import java.util.List;

/** Sends a message, and sends it in a plainer form when Slack dislikes its blocks. */
final class PlainerForms {
  private PlainerForms() {}

  /** One way to send. */
  @FunctionalInterface
  interface Sending<T> {
    T send(SlackMessage form) throws IOException;
  }

  /**
   * @param forms the best first; at least one
   * @throws IOException when the plainest is refused too, or anything else goes wrong
   */
  static <T> T send(List<SlackMessage> forms, Sending<T> sending) throws IOException {
    for (SlackMessage form : forms.subList(0, forms.size() - 1)) {
      try {
        return sending.send(form);
      } catch (SlackRefusedException refused) {
        if (!SlackErrors.isAboutBlocks(refused.error())) {
          throw refused;
        }
      }
    }
    return sending.send(forms.getLast());
  }
}
