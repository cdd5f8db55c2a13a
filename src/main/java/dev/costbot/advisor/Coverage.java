package dev.costbot.advisor;

import dev.costbot.model.Assessment;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Inventory;
import dev.costbot.model.ResourceId;
import dev.costbot.model.Unread;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How much of what a question is about a scan has seen. */
final class Coverage {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Assessment assessment;
  private final Inquiry.Scope scope;
  private final Inventory inventory;

  Coverage(Assessment assessment, Inquiry.Scope scope) {
    this.assessment = assessment;
    this.scope = scope;
    this.inventory = assessment.inventory();
  }

  /** Says so and is true when no check looks at any of the services asked about. */
  static boolean isOfUnjudgedServices(Inquiry.Scope scope, Draft draft) {
    List<String> unjudged =
        scope.services().stream()
            .filter(service -> !Services.isJudged(service))
            .map(Services::name)
            .toList();
    if (unjudged.isEmpty()) {
      return false;
    }
    draft.caveat(
        "No check looks at %s yet, so nothing can be said about waste there."
            .formatted(Prose.or(unjudged)));
    if (unjudged.size() < scope.services().size()) {
      return false;
    }
    draft.claim(
        "The checks there are look at EC2 instances, EBS volumes and snapshots, and Elastic IP addresses.");
    draft.suggest("what are we wasting?");
    return true;
  }

  /** Says so and is true when nothing of what was asked about was scanned. */
  boolean isUnscanned(Draft draft) {
    List<String> regions = missing(scope.regions(), inventory.regions());
    List<String> accounts = missing(scope.accounts(), inventory.accounts());
    boolean nothing =
        (!regions.isEmpty() && regions.size() == scope.regions().size())
            || (!accounts.isEmpty() && accounts.size() == scope.accounts().size());
    List<String> missing =
        Stream.concat(regions.stream(), accounts.stream().map(account -> "account " + account))
            .toList();
    if (!missing.isEmpty()) {
      draft.caveat(
          "%s %s not scanned, so nothing can be said about %s."
              .formatted(
                  Prose.and(missing).replaceFirst("^account", "Account"),
                  missing.size() == 1 ? "was" : "were",
                  missing.size() == 1 ? "it" : "them"));
    }
    if (nothing) {
      draft.claim(
          "Scanned: %s in %s."
              .formatted(
                  Prose.and(inventory.regions()),
                  inventory.accounts().size() == 1
                      ? "account " + inventory.accounts().getFirst()
                      : "accounts " + Prose.and(inventory.accounts())));
    }
    return nothing;
  }

  /** Whether a part of it could not be read. */
  boolean isPartly() {
    return !unread().isEmpty();
  }

  /** The resources of those regions and accounts that were scanned. */
  int resources() {
    return (int) inventory.resources().stream().filter(r -> isAskedFor(r.id())).count();
  }

  /** Whether a resource of that id was scanned. */
  boolean knows(String resourceId) {
    return inventory.resources().stream().anyMatch(r -> r.id().id().equals(resourceId));
  }

  /** E.g. {@code " in eu-west-1"}, of what was scanned; empty when everything is meant. */
  String where() {
    List<String> places = new ArrayList<>();
    scope.regions().stream().filter(inventory.regions()::contains).forEach(places::add);
    scope.accounts().stream()
        .filter(inventory.accounts()::contains)
        .forEach(account -> places.add("account " + account));
    return places.isEmpty() ? "" : " in " + Prose.and(places);
  }

  /** Notes what was not read or not judged, and when the scan was. */
  void note(Draft draft) {
    for (Unread unread : unread()) {
      draft.note(
          "NOT READ: %s in %s, account %s: %s"
              .formatted(
                  unread.service(),
                  unread.region().equals("all") ? "all regions" : unread.region(),
                  unread.account(),
                  unread.reason()));
    }
    long undecided =
        assessment.undecided().stream()
            .filter(u -> isIn(scope.checks(), u.check()))
            .filter(u -> isAskedFor(u.resource()))
            .map(Assessment.Undecided::resource)
            .distinct()
            .count();
    if (undecided > 0) {
      draft.note(
          "%s could not be judged; ./costbot check names them."
              .formatted(Prose.count((int) undecided, "resource")));
    }
    draft.note(
        "Scanned at %s: %s."
            .formatted(MINUTE.format(inventory.scannedAt()), Prose.and(inventory.regions())));
  }

  private List<Unread> unread() {
    return inventory.unread().stream()
        .filter(unread -> isIn(scope.accounts(), unread.account()))
        .filter(unread -> unread.region().equals("all") || isIn(scope.regions(), unread.region()))
        .toList();
  }

  private boolean isAskedFor(ResourceId id) {
    return isIn(scope.regions(), id.region()) && isIn(scope.accounts(), id.account());
  }

  private static boolean isIn(List<String> asked, String value) {
    return asked.isEmpty() || asked.contains(value);
  }

  private static List<String> missing(List<String> asked, List<String> scanned) {
    return asked.stream().filter(one -> !scanned.contains(one)).toList();
  }
}
