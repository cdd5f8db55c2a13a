package dev.costbot.app;

import dev.costbot.conversation.Alias;
import dev.costbot.delivery.Delivery;
import dev.costbot.delivery.Failure;
import dev.costbot.delivery.Outcome;
import dev.costbot.delivery.Poster;
import dev.costbot.delivery.Work;
import dev.costbot.report.Apology;
import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.EnvelopeJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that each accepted question gets its one message, where it was asked: an answer, or
 * words of regret. Knows nothing of how answers are made, so that apologising needs little.
 */
public final class Replies {
  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

  private final Delivery delivery;
  private final Conversations conversations;
  private final Posters posters;
  private final Places places;
  private final InstantSource time;

  Replies(
      Delivery delivery,
      Conversations conversations,
      Posters posters,
      Places places,
      InstantSource time) {
    this.delivery = delivery;
    this.conversations = conversations;
    this.posters = posters;
    this.places = places;
    this.time = time;
  }

  /**
   * Whether costbot is spoken to. In threads that it has no part in it is not, and the front cannot
   * know which those are.
   */
  boolean concerns(Envelope envelope) {
    return envelope.kind() != Envelope.Kind.MESSAGE
        || envelope.isDirectMessage()
        || conversations.current(places.of(envelope).alias(), time.instant()).isPresent();
  }

  /**
   * Posts what the work renders, unless the question is answered or someone else is at it.
   *
   * @param inPrivate whether only the asker may read it
   * @param deadline when this process may be ended
   */
  Outcome answer(Envelope envelope, boolean inPrivate, Instant deadline, Work work)
      throws InterruptedException {
    return followed(
        envelope,
        delivery.deliver(
            envelope.id(),
            json(envelope),
            deadline,
            work,
            poster(envelope, inPrivate, deadline),
            failure -> apology(failure, envelope)));
  }

  /** As {@link #answer}, for a question that was accepted before this process started. */
  Outcome resume(Envelope envelope, boolean inPrivate, Instant deadline, Work work)
      throws InterruptedException {
    return followed(
        envelope,
        delivery.resume(
            envelope.id(),
            json(envelope),
            deadline,
            work,
            poster(envelope, inPrivate, deadline),
            failure -> apology(failure, envelope)));
  }

  /** Says sorry for a question nobody will answer any more, unless it was answered after all. */
  Outcome apologise(Envelope envelope, Instant deadline) throws InterruptedException {
    if (!concerns(envelope)) {
      return new Outcome.AlreadyPosted(null);
    }
    return followed(
        envelope,
        delivery.apologise(
            envelope.id(),
            json(envelope),
            deadline,
            poster(envelope, places.inPrivate(envelope), deadline),
            failure -> apology(failure, envelope)));
  }

  private Poster poster(Envelope envelope, boolean inPrivate, Instant deadline) {
    return posters.forQuestion(envelope, inPrivate, deadline);
  }

  private static String json(Envelope envelope) {
    return new String(EnvelopeJson.write(envelope), StandardCharsets.UTF_8);
  }

  /** A thread that was opened or joined continues the conversation. */
  private Outcome followed(Envelope envelope, Outcome outcome) {
    @Nullable String thread =
        switch (outcome) {
          case Outcome.Posted posted -> posted.thread();
          case Outcome.AlreadyPosted posted -> posted.thread();
          case Outcome.Busy busy -> null;
          case Outcome.LeaseLost lost -> null;
          case Outcome.NotPosted failed -> null;
        };
    if (thread != null) {
      Instant now = time.instant();
      String conversation =
          conversations
              .current(places.of(envelope).alias(), now)
              .orElseGet(Conversations::newConversation);
      conversations.linkThread(
          Alias.thread(envelope.team(), envelope.channel(), thread),
          conversation,
          now.plus(Places.THREAD));
    }
    return outcome;
  }

  private static String apology(Failure failure, Envelope envelope) {
    String reason =
        switch (failure) {
          case Failure.OutOfTime late ->
              "I ran out of time before the answer was complete. Ask again, or about less: one region, one service.";
          case Failure.Broken broken -> {
            LOG.error("Question {} failed", envelope.id(), broken.cause());
            yield "Something broke on my side, and it has been logged as %s. Asking again may help; whoever runs costbot finds the cause in the log."
                .formatted(envelope.id());
          }
          case Failure.NeverFinished never ->
              "I was stopped while I worked on this, more than once. Please ask again; whoever runs costbot finds the cause in the log.";
        };
    return Apology.render(reason, envelope.text()).toJson();
  }
}
