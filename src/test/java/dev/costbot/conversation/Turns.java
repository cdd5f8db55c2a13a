package dev.costbot.conversation;

import dev.costbot.model.Fact;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Turns for tests. */
final class Turns {
  static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

  private Turns() {}

  static Inquiry spend() {
    return new Inquiry(
        Inquiry.Topic.SPEND,
        new Inquiry.Scope(
            List.of("111122223333"),
            List.of("eu-west-1"),
            List.of(),
            List.of(),
            List.of("vol-1"),
            new BigDecimal("10.50")),
        new Period(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 16), "last week"),
        Inquiry.Grouping.SERVICE,
        new Inquiry.Page(3, 3));
  }

  static Inquiry waste() {
    return new Inquiry(
        Inquiry.Topic.WASTE, Inquiry.Scope.ALL, null, Inquiry.Grouping.TOTAL, Inquiry.Page.FIRST);
  }

  static Fact fact(String id) {
    return new Fact(
        id, "Spent", "123.40", "USD", "2026-11-09 to 2026-11-15", "Cost Explorer", NOON);
  }

  static Turn turn(String id, Instant askedAt) {
    return new Turn(
        id,
        askedAt,
        "U1",
        false,
        "what do we waste?",
        "Zürich: 3 €",
        waste(),
        List.of(),
        List.of());
  }

  static Turn answered(String id, Instant askedAt, String answer) {
    return new Turn(
        id, askedAt, "U1", false, "what do we waste?", answer, waste(), List.of(), List.of());
  }

  static Turn withFacts(String id, int facts, String answer) {
    return new Turn(
        id,
        NOON,
        "U1",
        false,
        "what do we spend?",
        answer,
        spend(),
        List.of("ebs-volume-gp2:111122223333:eu-west-1:vol-1"),
        java.util.stream.IntStream.range(0, facts).mapToObj(n -> fact("spend." + n)).toList());
  }
}
