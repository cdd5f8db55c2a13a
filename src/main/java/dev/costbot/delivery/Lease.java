package dev.costbot.delivery;

/**
 * The right to work on one question and to post its answer.
 *
 * @param id of the envelope
 * @param owner a token that nobody else has
 */
public record Lease(String id, String owner) {}
