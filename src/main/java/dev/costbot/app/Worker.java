package dev.costbot.app;

import dev.costbot.advisor.Advisor;
import dev.costbot.conversation.Alias;
import dev.costbot.delivery.Delivery;
import dev.costbot.delivery.Failure;
import dev.costbot.delivery.Outcome;
import dev.costbot.delivery.Poster;
import dev.costbot.inventory.ScanProgress;
import dev.costbot.knowledge.FixWriter;
import dev.costbot.model.Answer;
import dev.costbot.report.Apology;
import dev.costbot.report.SlackMessage;
import dev.costbot.report.SlackOptions;
import dev.costbot.report.SlackReport;
import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.EnvelopeJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers accepted questions: each ends in one message, whatever fails. */
public final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration MODEL_TIME = Duration.ofSeconds(60);

  /** Kept back from the model's time for rendering and posting. */
  private static final Duration AFTER_THE_MODEL = Duration.ofSeconds(20);

  private final Parts parts;
  private final Places places;

  /**
   * What a worker works with.
   *
   * @param advisor built anew when the model's key was rotated
   */
  public record Parts(
      Delivery delivery,
      Conversations conversations,
      Supplier<Advisor> advisor,
      AccountSource account,
      Judge judge,
      FixWriter fixWriter,
      Posters posters,
      Quota quota,
      Config config,
      InstantSource time) {}

  public Worker(Parts parts) {
    this.parts = parts;
    this.places = new Places(parts.config().publicChannels());
  }

  /** How to go about a question that somebody may be at already. */
  private enum Manner {
    FIRST,
    RESUME,
    APOLOGISE
  }

  /**
   * Answers the question, unless it is answered or someone else is at it.
   *
   * @param envelope as {@link EnvelopeJson} wrote it
   * @param deadline when this process may be ended
   * @throws IllegalArgumentException when it is no envelope
   */
  public Outcome answer(byte[] envelope, Instant deadline) throws InterruptedException {
    return handle(envelope, deadline, Manner.FIRST);
  }

  /** As {@link #answer}, for a question that was accepted before this process started. */
  public Outcome resume(byte[] envelope, Instant deadline) throws InterruptedException {
    return handle(envelope, deadline, Manner.RESUME);
  }

  /** Says sorry for a question nobody will answer any more, unless it was answered after all. */
  public Outcome apologise(byte[] envelope, Instant deadline) throws InterruptedException {
    return handle(envelope, deadline, Manner.APOLOGISE);
  }

  private Outcome handle(byte[] json, Instant deadline, Manner manner) throws InterruptedException {
    Envelope envelope = EnvelopeJson.read(json);
    if (isNotForUs(envelope)) {
      return new Outcome.AlreadyPosted(null);
    }
    boolean inPrivate = places.inPrivate(envelope);
    Poster poster = parts.posters().forQuestion(envelope, inPrivate, deadline);
    String text = new String(json, StandardCharsets.UTF_8);
    Outcome outcome =
        switch (manner) {
          case FIRST ->
              parts
                  .delivery()
                  .deliver(
                      envelope.id(),
                      text,
                      deadline,
                      () -> render(envelope, deadline),
                      poster,
                      failure -> apology(failure, envelope));
          case RESUME ->
              parts
                  .delivery()
                  .resume(
                      envelope.id(),
                      text,
                      deadline,
                      () -> render(envelope, deadline),
                      poster,
                      failure -> apology(failure, envelope));
          case APOLOGISE ->
              parts
                  .delivery()
                  .apologise(
                      envelope.id(), text, deadline, poster, failure -> apology(failure, envelope));
        };
    follow(envelope, outcome);
    return outcome;
  }

  /** Threads costbot has no part in: the front cannot know which those are. */
  private boolean isNotForUs(Envelope envelope) {
    return envelope.kind() == Envelope.Kind.MESSAGE
        && !envelope.isDirectMessage()
        && !parts.conversations().goesOn(places.of(envelope).alias(), parts.time().instant());
  }

  private String render(Envelope envelope, Instant deadline) {
    Instant now = parts.time().instant();
    int asked = parts.quota().count(envelope.team() + "#" + envelope.user(), now);
    int allowed = parts.config().questionsPerPersonPerHour();
    if (asked > allowed) {
      Instant next = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
      return Apology.render(
              "You have asked %d questions this hour, which is as many as this workspace allows; ask again from %s on."
                  .formatted(allowed, next),
              envelope.text())
          .toJson();
    }
    Conversations.Place place = places.of(envelope);
    Conversations.Conversation conversation = parts.conversations().open(place, now);
    QuestionFacts facts =
        new QuestionFacts(parts.account(), parts.judge(), parts.fixWriter(), ScanProgress.SILENT);
    Duration left = Duration.between(now, deadline).minus(AFTER_THE_MODEL);
    Answer answer =
        parts
            .advisor()
            .get()
            .answer(
                envelope.text(),
                conversation.history(),
                facts,
                left.compareTo(MODEL_TIME) < 0 ? left : MODEL_TIME);
    SlackOptions options =
        place.inPrivate() && envelope.kind() == Envelope.Kind.COMMAND
            ? SlackOptions.STANDARD.withQuestion(envelope.text())
            : SlackOptions.STANDARD;
    SlackMessage message = SlackReport.render(answer, options);
    // Before it is posted, because a later attempt posts the stored message without this answer.
    parts
        .conversations()
        .remember(
            conversation.id(),
            place,
            envelope.id(),
            envelope.text(),
            answer,
            SlackReport.shown(answer, options),
            envelope.receivedAt());
    return message.toJson();
  }

  /** A thread that was opened or joined continues the conversation. */
  private void follow(Envelope envelope, Outcome outcome) {
    String thread =
        switch (outcome) {
          case Outcome.Posted posted -> posted.thread();
          case Outcome.AlreadyPosted posted -> posted.thread();
          case Outcome.Busy busy -> null;
          case Outcome.LeaseLost lost -> null;
          case Outcome.NotPosted failed -> null;
        };
    if (thread == null) {
      return;
    }
    Instant now = parts.time().instant();
    Conversations.Conversation conversation = parts.conversations().open(places.of(envelope), now);
    parts
        .conversations()
        .linkThread(
            Alias.thread(envelope.team(), envelope.channel(), thread),
            conversation.id(),
            now.plus(Places.THREAD));
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
