package dev.costbot.app.front;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The secret in SSM Parameter Store: read while Lambda starts the function, kept for five minutes,
 * and looked up sooner when a signature does not fit. How often is bounded, since anyone on the
 * internet can send a signature that does not fit.
 */
public final class StoredSigningSecret implements SigningSecret {
  static final Duration FRESH = Duration.ofMinutes(5);
  static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
  static final Duration BETWEEN_FAILURES = Duration.ofSeconds(5);

  private final ParameterStore store;
  private final String name;
  private final Clock clock;

  private @Nullable String secret;
  private @Nullable SecretUnavailableException failure;
  private Instant lookedAt = Instant.MIN;

  public StoredSigningSecret(ParameterStore store, String name, Clock clock) {
    this.store = store;
    this.name = name;
    this.clock = clock;
    look();
  }

  @Override
  public synchronized String current() throws SecretUnavailableException {
    Duration keep = failure == null ? FRESH : secret == null ? BETWEEN_FAILURES : BETWEEN_LOOKS;
    if (isOlderThan(keep)) {
      look();
    }
    if (secret != null) {
      // An old secret beats none: Slack's requests are still checked against it.
      return secret;
    }
    throw failure == null ? new SecretUnavailableException(name + " is empty", null) : failure;
  }

  @Override
  public synchronized @Nullable String replacement() {
    if (!isOlderThan(BETWEEN_LOOKS)) {
      return null;
    }
    String before = secret;
    look();
    return secret == null || secret.equals(before) ? null : secret;
  }

  private boolean isOlderThan(Duration age) {
    return lookedAt.equals(Instant.MIN) || clock.instant().isAfter(lookedAt.plus(age));
  }

  private void look() {
    lookedAt = clock.instant();
    try {
      secret = store.value(name);
      failure = null;
    } catch (SecretUnavailableException unavailable) {
      failure = unavailable;
    }
  }
}
