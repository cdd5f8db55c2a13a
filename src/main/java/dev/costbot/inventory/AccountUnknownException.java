package dev.costbot.inventory;

import java.io.Serial;

/**
 * Nothing can be scanned, because AWS does not say whose account it is: no credentials, expired
 * ones, no region, no way to AWS. The message tells a person what to do and is all they need.
 */
public final class AccountUnknownException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  AccountUnknownException(String message) {
    super(message);
  }

  AccountUnknownException(String message, Throwable cause) {
    super(message, cause);
  }
}
