package dev.costbot.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.model.Answer;
import dev.costbot.model.Answer.Claim;
import dev.costbot.model.Answer.Spent;
import dev.costbot.model.Answer.Table;
import dev.costbot.model.Fact;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever strangers write, it is shown and does nothing. A seed repeats one case. */
class HostileTextTest {
  private static final List<String> PIECES =
      List.of(
          "<!channel>",
          "<!here>",
          "<!subteam^S1>",
          "<@U1>",
          "<#C1>",
          "<http://evil|click>",
          "@channel",
          "@Here",
          "&",
          "&lt;",
          "&amp;lt;!channel&amp;gt;",
          "<",
          ">",
          "`",
          "``",
          "```",
          "*bold*",
          "_italic_",
          "~gone~",
          "> quote",
          "\n",
          "\r\n",
          "\t",
          "\u0000",
          "\u001B[2J",
          "\u202E",
          "\u2066",
          "\u200B",
          "\u2028",
          "\uD83D",
          "\uDE80",
          "\uD83D\uDE80",
          "${file(\"/etc/passwd\")}",
          "plain words ",
          "日本語",
          "\\",
          "\"",
          "'");

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void comesOutInertEverywhere(int seed) {
    Random random = new Random(seed);
    Answer answer = hostile(random);
    SlackMessage message =
        SlackReport.render(
            answer,
            new SlackOptions(1 + random.nextInt(20), random.nextBoolean(), text(random, 60)));

    SlackLimits.holdFor(message);
    SlackLimits.isInert(message);
    SlackLimits.isInert(message.mayRepeat());
    SlackLimits.isInert(message.inSections());
    SlackLimits.isInert(message.asText());
    SlackLimits.isInert(Apology.render(text(random, 400), text(random, 400)));
    SlackLimits.isInert(AskedQuestion.render(text(random, 3), text(random, 400)));
    String terminal = TextReport.render(answer);
    assertThat(terminal.codePoints().filter(c -> c != '\n' && c != '\t'))
        .noneMatch(CleanText::steers);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void formatsNothingInProse(int seed) {
    String prose = Mrkdwn.prose(text(new Random(seed), 30));

    assertThat(prose)
        .doesNotContain("*", "~", "`", "\n")
        .doesNotContainPattern("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])")
        .doesNotContainPattern("(?i)@(here|channel)");
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 31, 32, 33, 34, 35, 60, 100})
  void neverCutsAnEntityInTwo(int max) {
    assertThat(Mrkdwn.prose("<&>".repeat(100), max))
        .hasSizeLessThanOrEqualTo(max)
        .matches("(&(amp|lt|gt);)*… \\([0-9]+ more characters\\)");
  }

  private static Answer hostile(Random random) {
    List<Fact> facts = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    for (int t = 0; t < random.nextInt(5); t++) {
      List<String> rows = new ArrayList<>();
      for (int r = 0; r < random.nextInt(60); r++) {
        String id = t + "." + r;
        rows.add(id);
        facts.add(
            new Fact(
                id,
                text(random, 10),
                text(random, 3),
                text(random, 1),
                text(random, 2),
                text(random, 4),
                Answers.NOW));
      }
      tables.add(new Table(text(random, 9), rows));
    }
    List<Finding> findings = new ArrayList<>();
    for (int f = 0; f < random.nextInt(30); f++) {
      Finding base = Answers.gp2(f + text(random, 4), text(random, 12));
      findings.add(
          new Finding(
              text(random, 3),
              base.severity(),
              base.resource(),
              base.saving(),
              text(random, 40),
              base.confidence(),
              base.effort(),
              base.risk(),
              text(random, 20),
              Map.of()));
    }
    Answer plain = Answers.withFix(fix(random), findings, findings.size() + random.nextInt(50));
    return new Answer(
        plain.inquiry(),
        texts(random, 10, 80).stream().map(claim -> new Claim(claim, List.of())).toList(),
        facts,
        tables,
        findings,
        plain.matching(),
        plain.fix(),
        texts(random, 12, 40).stream()
            .map(n -> random.nextBoolean() ? n : "not read " + n)
            .toList(),
        texts(random, 12, 90).stream().map(question -> "why " + question).toList(),
        text(random, 3),
        Spent.NOTHING);
  }

  private static Fix fix(Random random) {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < 1 + random.nextInt(60); i++) {
      files.put(i + text(random, 3) + (random.nextBoolean() ? ".tf" : ".md"), text(random, 300));
    }
    return new Fix(files, texts(random, 12, 60));
  }

  private static List<String> texts(Random random, int most, int pieces) {
    return IntStream.range(0, random.nextInt(most + 1))
        .mapToObj(i -> text(random, pieces))
        .toList();
  }

  private static String text(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= random.nextInt(most + 1); i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
