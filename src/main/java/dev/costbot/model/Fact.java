package dev.costbot.model;

import java.time.Instant;

/**
 * One figure or statement with where it comes from. Sentences refer to it by id.
 *
 * @param id unique in one answer, e.g. {@code spend.total}
 * @param value as it is shown: a decimal number or words
 * @param unit e.g. {@code USD}; empty for none
 * @param period the days it is about, e.g. {@code 2026-11-09 to 2026-11-15}; empty for none
 * @param source who says so
 * @param asOf when they said so
 */
public record Fact(
    String id,
    String label,
    String value,
    String unit,
    String period,
    String source,
    Instant asOf) {}
