package dev.costbot.advisor;

import dev.costbot.model.Fact;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that are names although they hold digits or dots. AWS's own words are always allowed; the
 * name of a resource, a region or an instance type only when a fact or the caller names it.
 */
final class AllowedTerms {
  private static final Set<String> OF_THE_FIELD =
      Set.of(
          "gp2", "gp3", "io1", "io2", "st1", "sc1", "ec2", "s3", "ipv4", "ipv6", "t2", "t3", "t3a",
          "t4g", "i/o", "e.g", "i.e");

  /** Instance types, regions and zones, resource ids, ARNs. Never a bare number. */
  private static final Pattern NAME =
      Pattern.compile(
          "arn:aws[a-z-]*:[A-Za-z0-9:/._-]+"
              + "|(?<![A-Za-z0-9-])[a-z]{1,12}-[0-9a-f]{8,17}(?![A-Za-z0-9])"
              + "|(?<![A-Za-z0-9-])[a-z]{2}(?:-[a-z]{3,9}){1,2}-\\d[a-f]?(?![A-Za-z0-9])"
              + "|(?<![A-Za-z0-9])[a-z][a-z0-9-]{1,12}\\.(?:nano|micro|small|medium|large|metal"
              + "|\\d{0,2}xlarge)(?![A-Za-z0-9])");

  /** What only a figure looks like: a known term of this form is not believed. */
  private static final Pattern LIKE_A_FIGURE = Pattern.compile("[\\d.,:/_-]+[A-Za-z]{0,4}");

  private final Set<String> named;

  private AllowedTerms(Set<String> named) {
    this.named = Set.copyOf(named);
  }

  static AllowedTerms of(Collection<Fact> facts, Set<String> knownTerms) {
    Set<String> named = new HashSet<>();
    for (Fact fact : facts) {
      Matcher name = NAME.matcher(fact.label() + " " + fact.value());
      while (name.find()) {
        named.add(name.group());
      }
    }
    knownTerms.stream().filter(term -> !LIKE_A_FIGURE.matcher(term).matches()).forEach(named::add);
    return new AllowedTerms(named);
  }

  boolean allows(String token) {
    return named.contains(token) || OF_THE_FIELD.contains(token.toLowerCase(Locale.ROOT));
  }

  /** Whether the token has the form of a name, known or not. */
  static boolean looksLikeAName(String token) {
    return NAME.matcher(token).matches() || token.matches("\\d{12}");
  }
}
