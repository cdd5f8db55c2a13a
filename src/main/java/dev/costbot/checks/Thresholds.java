package dev.costbot.checks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Thresholds that a settings file changed, by check id and parameter name. */
public final class Thresholds {
  private final Map<String, Map<String, BigDecimal>> changed;

  /**
   * @throws IllegalArgumentException naming the first check or parameter that does not exist, or a
   *     negative value
   */
  public Thresholds(Map<String, Map<String, BigDecimal>> changed, List<CheckInfo> checks) {
    this.changed = Map.copyOf(changed);
    changed.forEach(
        (id, values) -> {
          CheckInfo check =
              checks.stream()
                  .filter(candidate -> candidate.id().equals(id))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "settings: there is no check \"%s\"; ./costbot check --list names them"
                                  .formatted(id)));
          values.forEach((name, value) -> requireParameter(check, name, value));
        });
  }

  public static Thresholds standard() {
    return new Thresholds(Map.of(), List.of());
  }

  BigDecimal value(CheckInfo check, String name) {
    BigDecimal value = changed.getOrDefault(check.id(), Map.of()).get(name);
    return value != null ? value : parameter(check, name).standard();
  }

  private static void requireParameter(CheckInfo check, String name, BigDecimal value) {
    CheckInfo.Parameter parameter = parameter(check, name);
    if (value.signum() < 0) {
      throw new IllegalArgumentException(
          "settings: %s of %s is %s; expected zero or more (%s)"
              .formatted(name, check.id(), value, parameter.meaning()));
    }
  }

  private static CheckInfo.Parameter parameter(CheckInfo check, String name) {
    return check.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "settings: check %s has no parameter \"%s\"; it has %s"
                        .formatted(
                            check.id(),
                            name,
                            check.parameters().stream().map(CheckInfo.Parameter::name).toList())));
  }
}
