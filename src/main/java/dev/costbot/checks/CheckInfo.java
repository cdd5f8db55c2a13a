package dev.costbot.checks;

import dev.costbot.model.Level;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a check says of itself.
 *
 * @param id {@code <service>-<thing>-<problem>}, never renamed
 * @param title what it finds, in a few words
 * @param effort of the fix
 * @param risk of the fix
 * @param undo how to take the fix back
 */
public record CheckInfo(
    String id, String title, Level effort, Level risk, String undo, List<Parameter> parameters) {
  public CheckInfo {
    parameters = List.copyOf(parameters);
  }

  /**
   * A threshold that a settings file can change.
   *
   * @param standard its value when nobody changed it
   */
  public record Parameter(String name, String meaning, BigDecimal standard) {
    public Parameter(String name, String meaning, int standard) {
      this(name, meaning, BigDecimal.valueOf(standard));
    }
  }
}
