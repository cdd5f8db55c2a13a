package dev.costbot.app;

import dev.costbot.app.front.ParameterStore;
import dev.costbot.app.front.SecretUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secrets the worker may use: from the environment, or from SSM, looked up again every five
 * minutes so that a rotation needs no deployment.
 */
public final class Secrets {
  private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final String NOT_THERE = "ParameterNotFound";

  private final Map<String, String> environment;
  private final Optional<ParameterStore> store;
  private final String prefix;
  private final InstantSource time;
  private final Map<String, Looked> looked = new HashMap<>();

  /**
   * @param store empty outside Lambda, where the environment has to do
   * @param prefix of the parameters' names, e.g. {@code /costbot}
   */
  public Secrets(
      Map<String, String> environment,
      Optional<ParameterStore> store,
      String prefix,
      InstantSource time) {
    this.environment = Map.copyOf(environment);
    this.store = store;
    this.prefix = prefix;
    this.time = time;
  }

  /**
   * Slack's bot token; empty when there is none, which is allowed.
   *
   * @throws SecretUnavailableException when there may be one that cannot be read
   */
  public Optional<String> botToken() throws SecretUnavailableException {
    return secret("SLACK_BOT_TOKEN", "slack_bot_token");
  }

  /**
   * The key of the model; empty when there is none.
   *
   * @throws SecretUnavailableException when there may be one that cannot be read
   */
  public Optional<String> modelKey() throws SecretUnavailableException {
    return secret("COSTBOT_MODEL_KEY", "deepseek_api_key");
  }

  private synchronized Optional<String> secret(String variable, String parameter)
      throws SecretUnavailableException {
    String given = environment.getOrDefault(variable, "").strip();
    if (!given.isEmpty() || store.isEmpty()) {
      return Optional.of(given).filter(value -> !value.isEmpty());
    }
    Looked known = looked.get(parameter);
    if (known == null || known.at().plus(FRESH).isBefore(time.instant())) {
      known = new Looked(lookUp(store.get(), prefix + "/" + parameter, known), time.instant());
      looked.put(parameter, known);
    }
    return known.value();
  }

  /** A secret that was good five minutes ago beats none, when SSM fails for a while. */
  private static Optional<String> lookUp(ParameterStore store, String name, @Nullable Looked known)
      throws SecretUnavailableException {
    try {
      return Optional.of(store.value(name));
    } catch (SecretUnavailableException e) {
      if (e.reason().endsWith(NOT_THERE)) {
        return Optional.empty();
      }
      if (known != null && known.value().isPresent()) {
        LOG.warn("Going on with the secret that is known: {}", e.reason());
        return known.value();
      }
      throw e;
    }
  }

  private record Looked(Optional<String> value, Instant at) {}
}
