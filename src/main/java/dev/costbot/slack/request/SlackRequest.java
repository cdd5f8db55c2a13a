package dev.costbot.slack.request;

/** What a verified request from Slack turned out to be. */
public sealed interface SlackRequest {
  /** A question for the worker. */
  record Question(Envelope envelope) implements SlackRequest {}

  /** Slack asks whether the events URL is ours: the text goes back as it came. */
  record Challenge(String text) implements SlackRequest {}

  /** Slack looks at the certificate; wants nothing but a 200. */
  record SslCheck() implements SlackRequest {}

  /** Help was asked for, or nothing at all: the front answers that by itself. */
  record Help() implements SlackRequest {}

  /** Nothing for costbot: acknowledged, so that Slack does not repeat it. */
  record Ignored(String reason) implements SlackRequest {}

  /** Nothing that Slack would send. The reason quotes nothing of the request. */
  record Malformed(String reason) implements SlackRequest {}
}
