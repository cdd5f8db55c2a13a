package dev.costbot.app.front;

import dev.costbot.slack.request.ResponseOrigins;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The front's settings, from the environment.
 *
 * @param signingSecret null when it is kept in SSM
 * @param parameterPrefix what the names of costbot's SSM parameters begin with, without a slash at
 *     the end
 * @param worker name or ARN of the worker's function with its alias; empty when not set
 */
public record FrontSettings(
    @Nullable String signingSecret,
    String parameterPrefix,
    String worker,
    Askers askers,
    ResponseOrigins origins) {
  static final String SECRET = "SLACK_SIGNING_SECRET";
  static final String PREFIX = "COSTBOT_PARAMETER_PREFIX";
  static final String WORKER = "COSTBOT_WORKER_FUNCTION";
  static final String CONFIG = "COSTBOT_CONFIG";

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException naming the setting that makes no sense
   */
  public static FrontSettings of(Map<String, String> environment) {
    String secret = environment.getOrDefault(SECRET, "").strip();
    String prefix = environment.getOrDefault(PREFIX, "").strip();
    if (prefix.endsWith("/")) {
      prefix = prefix.substring(0, prefix.length() - 1);
    }
    return new FrontSettings(
        secret.isEmpty() ? null : secret,
        prefix.isEmpty() ? "/costbot" : prefix,
        environment.getOrDefault(WORKER, "").strip(),
        Askers.of(environment.get(CONFIG)),
        ResponseOrigins.of(environment.get(ResponseOrigins.SETTING)));
  }

  /** The SSM parameter that holds the signing secret. */
  public String signingSecretParameter() {
    return parameterPrefix + "/slack_signing_secret";
  }

  /** Says whether there is a secret, never which. */
  @Override
  public String toString() {
    return "FrontSettings[worker=" + worker + ", parameterPrefix=" + parameterPrefix + "]";
  }
}
