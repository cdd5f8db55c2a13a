package dev.costbot.model;

/**
 * A part of an account that could not be read. It never looks like "nothing there".
 *
 * @param region the region, or {@code all}
 * @param service e.g. {@code ec2} or {@code cloudwatch}
 * @param reason what AWS said, and what to do about it
 */
public record Unread(String account, String region, String service, String reason) {}
