package dev.costbot.app;

import dev.costbot.advisor.Advisor;
import dev.costbot.advisor.Limits;
import dev.costbot.delivery.Outcome;
import dev.costbot.delivery.Work;
import dev.costbot.inventory.ScanProgress;
import dev.costbot.knowledge.FixWriter;
import dev.costbot.model.Answer;
import dev.costbot.report.Apology;
import dev.costbot.report.SlackMessage;
import dev.costbot.report.SlackOptions;
import dev.costbot.report.SlackReport;
import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.EnvelopeJson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** Answers accepted questions: each ends in one message, whatever fails. */
public final class Worker {
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
      Replies replies,
      Conversations conversations,
      Supplier<Advisor> advisor,
      AccountSource account,
      Judge judge,
      FixWriter fixWriter,
      Quota quota,
      Config config,
      InstantSource time) {}

  public Worker(Parts parts) {
    this.parts = parts;
    this.places = new Places(parts.config().publicChannels());
  }

  /** Takes the rendered message to where it was asked for. */
  @FunctionalInterface
  private interface Way {
    Outcome take(Envelope envelope, boolean inPrivate, Instant deadline, Work work)
        throws InterruptedException;
  }

  /** Whether costbot is spoken to; other questions need not be kept. */
  public boolean concerns(Envelope envelope) {
    return parts.replies().concerns(envelope);
  }

  /**
   * Answers the question, unless it is answered or someone else is at it.
   *
   * @param envelope as {@link EnvelopeJson} wrote it
   * @param deadline when this process may be ended
   * @throws IllegalArgumentException when it is no envelope
   */
  public Outcome answer(byte[] envelope, Instant deadline) throws InterruptedException {
    return handle(envelope, deadline, parts.replies()::answer);
  }

  /** As {@link #answer}, for a question that was accepted before this process started. */
  public Outcome resume(byte[] envelope, Instant deadline) throws InterruptedException {
    return handle(envelope, deadline, parts.replies()::resume);
  }

  private Outcome handle(byte[] json, Instant deadline, Way way) throws InterruptedException {
    Envelope envelope = EnvelopeJson.read(json);
    if (!concerns(envelope)) {
      return new Outcome.AlreadyPosted(null);
    }
    int most = parts.config().questionsPerPersonPerHour();
    String person = envelope.team() + "#" + envelope.user();
    return parts.quota().allows(person, envelope.id(), envelope.receivedAt(), most)
        ? way.take(envelope, places.inPrivate(envelope), deadline, () -> render(envelope, deadline))
        // Nobody else has to know who asks too much.
        : way.take(envelope, true, deadline, () -> tooMany(envelope, most));
  }

  /** Never nought or less: that means no limit to one client, and is a defect to another. */
  private static Duration modelTime(Duration left) {
    Duration shortest = Duration.ofMillis(1);
    Duration longest = left.compareTo(MODEL_TIME) < 0 ? left : MODEL_TIME;
    return longest.compareTo(shortest) < 0 ? shortest : longest;
  }

  private static String tooMany(Envelope envelope, int most) {
    Instant next = envelope.receivedAt().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    return Apology.render(
            "You have asked %s this hour, which is as many as this workspace allows; ask again from %s on."
                .formatted(most == 1 ? "1 question" : most + " questions", next),
            envelope.text())
        .toJson();
  }

  private String render(Envelope envelope, Instant deadline) {
    Instant now = parts.time().instant();
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
                new Limits(
                    modelTime(left), SlackReport.FIX_CHARACTERS, SlackOptions.STANDARD.findings()));
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
}
