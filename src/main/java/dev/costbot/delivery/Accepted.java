package dev.costbot.delivery;

import java.time.Instant;

/**
 * A question that was accepted and whose answer has not been posted yet.
 *
 * @param envelope JSON, as it was accepted
 */
public record Accepted(String id, String envelope, Instant acceptedAt) {}
