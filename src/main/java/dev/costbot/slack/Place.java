package dev.costbot.slack;

import dev.costbot.slack.request.Envelope;
import org.jspecify.annotations.Nullable;

/** Where the bot posts an answer. */
public sealed interface Place {
  String channel();

  /** As a reply in a thread that exists. */
  record InThread(String channel, String threadTs) implements Place {}

  /** In a thread of its own, under a message that shows the question. */
  record NewThread(String channel, String user, String question) implements Place {}

  /** For the eyes of the person who asked alone. */
  record OnlyFor(String channel, String user, @Nullable String threadTs) implements Place {}

  /**
   * The place for an accepted question.
   *
   * @param inPrivate whether only the person who asked may see the answer; a direct message is
   *     private as it is
   */
  static Place of(Envelope question, boolean inPrivate) {
    if (inPrivate && !question.isDirectMessage()) {
      return new OnlyFor(question.channel(), question.user(), question.threadTs());
    }
    String thread = question.threadTs() != null ? question.threadTs() : question.messageTs();
    return thread != null
        ? new InThread(question.channel(), thread)
        : new NewThread(question.channel(), question.user(), question.text());
  }
}
