package dev.costbot.app.front;

import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.ResponseOrigins;
import dev.costbot.slack.request.SlackCommands;
import dev.costbot.slack.request.SlackEvents;
import dev.costbot.slack.request.SlackInteractions;
import dev.costbot.slack.request.SlackRequest;
import dev.costbot.slack.request.SlackSignature;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides what one request gets: trusted or not, understood or not, allowed or not. */
final class FrontDesk {
  /** Slack's three ways in; they differ in what an acknowledgement may say. */
  private enum Entry {
    COMMAND,
    EVENT,
    INTERACTION
  }

  private final SigningSecret secret;
  private final WorkerInvoker worker;
  private final Askers askers;
  private final Clock clock;
  private final SlackCommands commands;
  private final SlackEvents events = new SlackEvents();
  private final SlackInteractions interactions;

  FrontDesk(
      SigningSecret secret,
      WorkerInvoker worker,
      Askers askers,
      ResponseOrigins origins,
      Clock clock) {
    this.secret = secret;
    this.worker = worker;
    this.askers = askers;
    this.clock = clock;
    this.commands = new SlackCommands(origins);
    this.interactions = new SlackInteractions(origins);
  }

  FrontResponse answer(FrontRequest request, LogLine log) {
    Entry entry =
        switch (request.path()) {
          case "/slack/commands" -> Entry.COMMAND;
          case "/slack/events" -> Entry.EVENT;
          case "/slack/interactions" -> Entry.INTERACTION;
          default -> null;
        };
    if (entry != null) {
      log.with("entry", entry.name());
      return request.method().equals("POST")
          ? slack(entry, request, log)
          : FrontResponse.methodNotAllowed("POST");
    }
    if (request.path().equals("/health")) {
      return request.method().equals("GET") ? health(log) : FrontResponse.methodNotAllowed("GET");
    }
    return FrontResponse.text(404, "not found");
  }

  private FrontResponse health(LogLine log) {
    try {
      secret.current();
      return FrontResponse.json(200, "{\"status\":\"ok\"}");
    } catch (SecretUnavailableException missing) {
      return withoutSecret(missing, log);
    }
  }

  private FrontResponse slack(Entry entry, FrontRequest request, LogLine log) {
    String retry = SlackSignature.header(request.headers(), "X-Slack-Retry-Num");
    if (retry != null) {
      log.with("retry", retry);
    }
    byte[] body = request.body();
    if (body == null) {
      return malformed("the body is not base64", log);
    }
    Instant now = clock.instant();
    SlackSignature.Check check;
    try {
      check = check(request.headers(), body, now);
    } catch (SecretUnavailableException missing) {
      return withoutSecret(missing, log);
    }
    if (check != SlackSignature.Check.FITS) {
      // Slack's look at the certificate has nothing to protect and is answered with nothing.
      if (check == SlackSignature.Check.NO_TIMESTAMP
          && entry == Entry.COMMAND
          && SlackCommands.isSslCheck(body)) {
        return FrontResponse.empty(200);
      }
      log.with("signature", check.reason());
      return FrontResponse.text(401, "the signature does not fit");
    }
    Instant receivedAt = now.truncatedTo(ChronoUnit.MILLIS);
    return respond(
        entry,
        switch (entry) {
          case COMMAND -> commands.read(body, receivedAt);
          case EVENT -> events.read(body, receivedAt);
          case INTERACTION -> interactions.read(body, receivedAt);
        },
        log);
  }

  private SlackSignature.Check check(Map<String, String> headers, byte[] body, Instant now)
      throws SecretUnavailableException {
    SlackSignature.Check check = SlackSignature.check(secret.current(), headers, body, now);
    if (check != SlackSignature.Check.DOES_NOT_FIT) {
      return check;
    }
    @Nullable String replaced = secret.replacement();
    return replaced == null ? check : SlackSignature.check(replaced, headers, body, now);
  }

  private FrontResponse respond(Entry entry, SlackRequest request, LogLine log) {
    return switch (request) {
      case SlackRequest.Question question -> ask(entry, question.envelope(), log);
      case SlackRequest.Challenge challenge -> FrontResponse.text(200, challenge.text());
      case SlackRequest.SslCheck ssl -> FrontResponse.empty(200);
      case SlackRequest.Help help -> FrontResponse.toThePerson(FrontWords.HELP, true);
      case SlackRequest.Ignored ignored -> {
        log.with("ignored", ignored.reason());
        yield FrontResponse.empty(200);
      }
      case SlackRequest.Malformed malformed -> malformed(malformed.reason(), log);
    };
  }

  private FrontResponse ask(Entry entry, Envelope envelope, LogLine log) {
    log.with("kind", envelope.kind().name()).with("id", envelope.id());
    Askers.Refusal refusal = askers.refusal(envelope);
    if (refusal != null) {
      log.with("refused", refusal.name());
      return entry == Entry.COMMAND
          ? FrontResponse.toThePerson(FrontWords.refused(refusal, askers), true)
          : FrontResponse.empty(200);
    }
    try {
      worker.invoke(envelope);
    } catch (WorkerUnavailableException down) {
      log.because(down.reason());
      // Slack repeats an event that got a 500, and marks a button that did: neither can be told
      // more.
      return entry == Entry.COMMAND
          ? FrontResponse.toThePerson(FrontWords.WORKER_DOWN, true)
          : FrontResponse.text(500, "the worker could not be invoked");
    }
    return entry == Entry.COMMAND
        ? FrontResponse.toThePerson(FrontWords.onIt(envelope), false)
        : FrontResponse.empty(200);
  }

  private static FrontResponse malformed(String reason, LogLine log) {
    log.because(reason);
    return FrontResponse.text(400, reason);
  }

  private static FrontResponse withoutSecret(SecretUnavailableException missing, LogLine log) {
    log.because(missing.reason());
    return FrontResponse.text(503, missing.reason());
  }
}
