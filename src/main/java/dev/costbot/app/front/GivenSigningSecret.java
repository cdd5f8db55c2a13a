package dev.costbot.app.front;

import org.jspecify.annotations.Nullable;

/** A secret that was given at the start, by the environment or by a test. */
public final class GivenSigningSecret implements SigningSecret {
  private final String secret;

  public GivenSigningSecret(String secret) {
    this.secret = secret;
  }

  @Override
  public String current() {
    return secret;
  }

  @Override
  public @Nullable String replacement() {
    return null;
  }
}
