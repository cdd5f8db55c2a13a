package dev.costbot.advisor;

import dev.costbot.model.Finding;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Saving;
import java.util.List;

/** The findings an inquiry is about. */
final class Selection {
  private Selection() {}

  /** All that match the scope, by falling saving. */
  static List<Finding> matching(List<Finding> findings, Inquiry.Scope scope) {
    return findings.stream()
        .filter(f -> allows(scope.accounts(), f.resource().id().account()))
        .filter(f -> allows(scope.regions(), f.resource().id().region()))
        .filter(f -> allows(scope.checks(), f.check()))
        .filter(
            f ->
                scope.resources().isEmpty()
                    || scope.resources().contains(f.id())
                    || scope.resources().contains(f.resource().id().id()))
        .filter(f -> isLargeEnough(f, scope))
        .toList();
  }

  /** The page of a list that was asked for. */
  static <T> List<T> page(List<T> list, Inquiry.Page page, int standardSize) {
    int from = Math.min(page.offset(), list.size());
    Integer size = page.size();
    int to = Math.min(list.size(), from + (size == null ? standardSize : size));
    return list.subList(from, to);
  }

  /** The scope without its least saving. */
  static Inquiry.Scope ofAnySaving(Inquiry.Scope scope) {
    return new Inquiry.Scope(
        scope.accounts(),
        scope.regions(),
        scope.services(),
        scope.checks(),
        scope.resources(),
        null);
  }

  private static boolean allows(List<String> allowed, String value) {
    return allowed.isEmpty() || allowed.contains(value);
  }

  private static boolean isLargeEnough(Finding finding, Inquiry.Scope scope) {
    if (scope.minimumSaving() == null) {
      return true;
    }
    return finding.saving() instanceof Saving.Priced priced
        && priced.monthly().amount().compareTo(scope.minimumSaving()) >= 0;
  }
}
