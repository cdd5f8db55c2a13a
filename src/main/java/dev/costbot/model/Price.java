package dev.costbot.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A list price.
 *
 * @param id e.g. {@code ebs.gp3.gib-month}
 * @param amount per {@code unit}
 * @param unit e.g. {@code GiB-month}
 * @param region where the price holds
 * @param source who says so
 * @param asOf when they said so
 */
public record Price(
    String id,
    BigDecimal amount,
    String currency,
    String unit,
    String region,
    String source,
    LocalDate asOf) {}
