package dev.costbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Turn OPEN = said("open", "U1", false);
  private static final Turn OTHERS = said("others", "U2", false);
  private static final Turn MINE = said("mine", "U1", true);
  private static final Turn THEIRS = said("theirs", "U2", true);
  private static final List<Turn> ALL = List.of(OPEN, MINE, THEIRS, OTHERS);

  private static Turn said(String id, String asker, boolean inPrivate) {
    return new Turn(
        id, Turns.NOON, asker, inPrivate, "q", "a", Turns.waste(), List.of(), List.of());
  }

  @Test
  void carriesNothingPrivateIntoPublic() {
    assertThat(History.visibleTo(ALL, "U1", true)).containsExactly(OPEN, OTHERS);
  }

  @Test
  void showsAnAskerTheirOwnPrivateTurnsInPrivate() {
    assertThat(History.visibleTo(ALL, "U1", false)).containsExactly(OPEN, MINE, OTHERS);
  }
}
