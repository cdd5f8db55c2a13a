package dev.costbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.Envelope.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaceTest {

  @Test
  void answersACommandInAThreadOfItsOwn() {
    assertThat(Place.of(asked(Kind.COMMAND, "C1", null, null), false))
        .isEqualTo(new Place.NewThread("C1", "U1", "what?"));
  }

  @Test
  void answersAMentionInItsThread() {
    assertThat(Place.of(asked(Kind.MENTION, "C1", null, "2.0"), false))
        .isEqualTo(new Place.InThread("C1", "2.0"));
    assertThat(Place.of(asked(Kind.MESSAGE, "C1", "1.0", "2.0"), false))
        .isEqualTo(new Place.InThread("C1", "1.0"));
  }

  @Test
  void keepsAPrivateAnswerFromTheChannel() {
    assertThat(Place.of(asked(Kind.MENTION, "C1", "1.0", "2.0"), true))
        .isEqualTo(new Place.OnlyFor("C1", "U1", "1.0"));
    assertThat(Place.of(asked(Kind.MESSAGE, "D1", null, "2.0"), true))
        .isEqualTo(new Place.InThread("D1", "2.0"));
  }

  private static Envelope asked(
      Kind kind, String channel, @Nullable String threadTs, @Nullable String messageTs) {
    return new Envelope(
        "Ev1", kind, "T1", channel, "U1", "what?", null, threadTs, messageTs, Instant.EPOCH);
  }
}
