package dev.costbot.advisor;

import java.time.Duration;

/**
 * How much an answer may take.
 *
 * @param modelTime how long a model may take; more than nothing
 * @param fixCharacters how long the Terraform of one answer may be: a message has its limits, and
 *     half a file is worse than none
 * @param fixFindings how many findings the Terraform of one answer may be for
 */
public record Limits(Duration modelTime, int fixCharacters, int fixFindings) {
  public static Limits ofTime(Duration modelTime) {
    return new Limits(modelTime, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }
}
