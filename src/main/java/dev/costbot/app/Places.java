package dev.costbot.app;

import dev.costbot.conversation.Alias;
import dev.costbot.slack.request.Envelope;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which conversation a question from Slack belongs to, and who may read its answer. */
final class Places {
  /** As long as a response URL lives. */
  private static final Duration WINDOW = Duration.ofMinutes(30);

  static final Duration THREAD = Duration.ofDays(30);

  private final List<String> publicChannels;

  Places(List<String> publicChannels) {
    this.publicChannels = List.copyOf(publicChannels);
  }

  boolean inPrivate(Envelope envelope) {
    return envelope.isDirectMessage() || !publicChannels.contains(envelope.channel());
  }

  Conversations.Place of(Envelope envelope) {
    String thread = thread(envelope);
    Alias alias =
        thread == null
            ? Alias.person(envelope.team(), envelope.channel(), envelope.user())
            : Alias.thread(envelope.team(), envelope.channel(), thread);
    return new Conversations.Place(
        alias, thread == null ? WINDOW : THREAD, envelope.user(), inPrivate(envelope));
  }

  /** A mention outside a thread starts one under itself. */
  private static @Nullable String thread(Envelope envelope) {
    boolean starts = envelope.kind() == Envelope.Kind.MENTION && envelope.threadTs() == null;
    return starts ? envelope.messageTs() : envelope.threadTs();
  }
}
