package dev.costbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of conversations keeps to. */
abstract class ConversationStoreContract {
  private static final Alias THREAD = Alias.thread("T1", "C1", "1700000000.000100");
  private static final Instant NOON = Turns.NOON;

  /** An empty store, or one more view of the same one when this test has already asked. */
  abstract ConversationStore open(Bounds bounds, InstantSource clock);

  private ConversationStore store() {
    return open(Bounds.STANDARD, InstantSource.fixed(NOON));
  }

  @Test
  void findsNothingUnderAnUnknownAlias() {
    assertThat(store().find(THREAD, NOON)).isEmpty();
    assertThat(store().history("nobody")).isEmpty();
  }

  @Test
  void findsAConversationUnderItsAliasUntilThatExpires() {
    ConversationStore store = store();
    store.link(THREAD, "one", NOON.plusSeconds(1800));

    assertThat(store.find(THREAD, NOON)).contains("one");
    assertThat(store.find(THREAD, NOON.plusSeconds(1799))).contains("one");
    assertThat(store.find(THREAD, NOON.plusSeconds(1800))).isEmpty();
  }

  @Test
  void tellsAliasesOfDifferentKindsApart() {
    ConversationStore store = store();
    store.link(Alias.person("T1", "C1", "x"), "person", NOON.plusSeconds(60));
    store.link(Alias.thread("T1", "C1", "x"), "thread", NOON.plusSeconds(60));

    assertThat(store.find(Alias.person("T1", "C1", "x"), NOON)).contains("person");
    assertThat(store.find(Alias.thread("T1", "C1", "x"), NOON)).contains("thread");
    assertThat(store.find(Alias.local("x"), NOON)).isEmpty();
  }

  @Test
  void aLaterLinkReplacesAnEarlierOne() {
    ConversationStore store = store();
    store.link(THREAD, "one", NOON.plusSeconds(60));
    store.link(THREAD, "two", NOON.plusSeconds(120));

    assertThat(store.find(THREAD, NOON.plusSeconds(90))).contains("two");
  }

  @Test
  void givesTurnsBackAsTheyWereOldestFirst() {
    ConversationStore store = store();
    Turn private3 =
        new Turn(
            "3",
            NOON.plusSeconds(1),
            "U2",
            true,
            "und \"Zürich\"? 💶\n",
            "",
            Turns.waste(),
            java.util.List.of(),
            java.util.List.of());
    Turn half = Turns.turn("2", NOON.plusMillis(500));
    Turn first = Turns.withFacts("1", 2, "You spent 123.40 USD.");
    store.remember("one", private3);
    store.remember("one", half);
    store.remember("one", first);
    store.remember("other", Turns.turn("4", NOON));

    assertThat(store.history("one")).containsExactly(first, half, private3);
  }

  @Test
  void rememberingATurnTwiceKeepsTheLaterText() {
    ConversationStore store = store();
    store.remember("one", Turns.answered("1", NOON, "draft"));
    store.remember("one", Turns.answered("1", NOON, "final"));

    assertThat(store.history("one")).extracting(Turn::answer).containsExactly("final");
  }

  @Test
  void keepsTwoTurnsOfTheSameMoment() {
    ConversationStore store = store();
    store.remember("one", Turns.turn("b", NOON));
    store.remember("one", Turns.turn("a", NOON));

    assertThat(store.history("one")).extracting(Turn::id).containsExactly("a", "b");
  }

  @Test
  void givesTheLastTenTurns() {
    ConversationStore store = store();
    for (int n = 0; n < 13; n++) {
      store.remember("one", Turns.turn("t" + n, NOON.plusSeconds(n)));
    }

    assertThat(store.history("one"))
        .extracting(Turn::id)
        .containsExactly("t3", "t4", "t5", "t6", "t7", "t8", "t9", "t10", "t11", "t12");
  }

  @Test
  void givesTheNewestTurnsThatFitIntoAHundredKilobytes() {
    ConversationStore store = store();
    for (int n = 0; n < 4; n++) {
      store.remember("one", Turns.answered("t" + n, NOON.plusSeconds(n), "x".repeat(40_000)));
    }

    // Two turns of about 40,300 bytes fit into 100,000 bytes, three do not.
    assertThat(store.history("one")).extracting(Turn::id).containsExactly("t2", "t3");
  }

  @Test
  void shortensTheNewestTurnRatherThanForgettingWhatAFollowUpFollows() {
    ConversationStore store = store();
    store.remember("one", Turns.turn("old", NOON.minusSeconds(60)));
    store.remember("one", Turns.withFacts("new", 1_000, "You spent 123.40 USD."));

    assertThat(store.history("one")).extracting(Turn::id).containsExactly("old", "new");
    Turn newest = store.history("one").getLast();
    assertThat(newest.answer()).startsWith("You spent 123.40 USD.").contains("without 1000 facts");
    assertThat(newest.facts()).isEmpty();
    assertThat(newest.inquiry()).isEqualTo(Turns.spend());
  }

  @Test
  void remembersATurnFarLargerThanAnItemMayBe() {
    ConversationStore store = store();
    // 600,000 characters of two bytes each: three times what DynamoDB takes.
    store.remember("one", Turns.withFacts("1", 4_000, "ü".repeat(600_000)));

    assertThat(store.history("one"))
        .singleElement()
        .satisfies(
            turn -> {
              assertThat(turn.answer()).startsWith("üüü").contains("the end of the answer");
              assertThat(turn.findings()).hasSize(1);
            });
  }

  @Test
  void forgetsTurnsAfterTheirRetention() {
    Bounds month = Bounds.STANDARD;
    Instant asked = NOON.minus(Duration.ofDays(30));
    open(month, InstantSource.fixed(asked)).remember("one", Turns.turn("old", asked));
    open(month, InstantSource.fixed(asked))
        .remember("one", Turns.turn("newer", asked.plusSeconds(1)));

    assertThat(open(month, InstantSource.fixed(NOON.minusSeconds(1))).history("one"))
        .extracting(Turn::id)
        .containsExactly("old", "newer");
    assertThat(open(month, InstantSource.fixed(NOON)).history("one"))
        .extracting(Turn::id)
        .containsExactly("newer");
  }

  @Test
  void keepsWhatSeveralWritersRememberAtOnce() {
    ConversationStore store = store();
    ConversationStore again = store();
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 10)
          .forEach(
              n ->
                  writers.execute(
                      () ->
                          (n % 2 == 0 ? store : again)
                              .remember("one", Turns.turn("t" + n, NOON.plusSeconds(n)))));
    }

    assertThat(store.history("one")).hasSize(10);
  }
}
