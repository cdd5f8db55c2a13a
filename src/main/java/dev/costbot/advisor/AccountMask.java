package dev.costbot.advisor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces AWS account ids by {@code ********9012}, the same id always by the same mask.
 *
 * <p>Anything of twelve digits counts as an account id, also written {@code 1234-5678-9012}: it is
 * better to hide a number too many than an account too few. Two accounts that end alike are told
 * apart by a letter.
 */
final class AccountMask {
  private static final Pattern ACCOUNT =
      Pattern.compile("(?<!\\d)(?:\\d{12}|\\d{4}[- ]\\d{4}[- ]\\d{4})(?!\\d)");

  private final Map<String, String> masks = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  String masked(String text) {
    return ACCOUNT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(mask(found.group())));
  }

  private String mask(String written) {
    return masks.computeIfAbsent(written.replaceAll("[- ]", ""), this::fresh);
  }

  private String fresh(String account) {
    String mask = "********" + account.substring(8);
    String free = mask;
    for (char letter = 'b'; !taken.add(free); letter++) {
      free = mask + letter;
    }
    return free;
  }
}
