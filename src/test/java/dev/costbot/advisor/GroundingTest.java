package dev.costbot.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.costbot.model.Answer.Claim;
import dev.costbot.model.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WEEK = "2026-11-09 to 2026-11-15";
  private static final List<Fact> FACTS =
      List.of(
          fact("spend.ec2", "Amazon EC2", "1234.56", "USD", WEEK),
          fact("share.ec2", "share of Amazon EC2", "62.5", "%", WEEK),
          fact("saving.1", "saving of vol-0a1b2c3d4e5f60718", "8.00", "USD a month", ""),
          fact("volumes.idle", "volumes nobody uses", "1200", "volumes", "2026-11-15"),
          fact("type.web", "instance type of web", "m5.large", "", ""));

  private static Fact fact(String id, String label, String value, String unit, String period) {
    return new Fact(id, label, value, unit, period, "test", Instant.EPOCH);
  }

  private static String answer(String text, String... facts) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode named = root.putArray("sentences").addObject().put("text", text).putArray("facts");
    for (String id : facts) {
      named.add(id);
    }
    return root.toString();
  }

  private static Grounding.Result claims(String text, String... facts) {
    return Grounding.claims(answer(text, facts), FACTS, Set.of("eu-west-1", "ebs-volume-gp2"));
  }

  private static DropReason reason(String text, String... facts) {
    Grounding.Result result = claims(text, facts);
    assertThat(result.claims()).isEmpty();
    assertThat(result.dropped()).hasSize(1);
    return result.dropped().getFirst().reason();
  }

  @Test
  void putsAFigureInItsPlace() {
    assertThat(claims("Most of it, {spend.ec2}, went to EC2.", "spend.ec2").claims())
        .containsExactly(
            new Claim(
                "Most of it, 1,234.56 USD (Amazon EC2, 2026-11-09 to 2026-11-15), went to EC2.",
                List.of("spend.ec2")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EC2 took {share.ec2}.      | EC2 took 62.5% (share of Amazon EC2, 2026-11-09 to 2026-11-15).
          EC2 took {share.ec2}%.     | EC2 took 62.5% (share of Amazon EC2, 2026-11-09 to 2026-11-15).
          EC2 cost ${spend.ec2}.     | EC2 cost 1,234.56 USD (Amazon EC2, 2026-11-09 to 2026-11-15).
          EC2 cost {spend.ec2} USD.  | EC2 cost 1,234.56 USD (Amazon EC2, 2026-11-09 to 2026-11-15).
          It frees {saving.1}.       | It frees 8.00 USD a month (saving of vol-0a1b2c3d4e5f60718).
          It runs on {type.web}.     | It runs on m5.large (instance type of web).
          There are {volumes.idle}.  | There are 1,200 volumes (volumes nobody uses, 2026-11-15).
          """)
  void writesTheUnitOnce(String text, String shown) {
    assertThat(claims(text).claims()).extracting(Claim::text).containsExactly(shown);
  }

  @Test
  void addsAFactThatWasNamedAndNotPlaced() {
    assertThat(claims("Most of it went to EC2.", "spend.ec2").claims())
        .containsExactly(
            new Claim(
                "Most of it went to EC2: 1,234.56 USD (Amazon EC2, 2026-11-09 to 2026-11-15).",
                List.of("spend.ec2")));
  }

  @Test
  void countsAPlacedFactAsNamed() {
    assertThat(claims("EC2 cost {spend.ec2}.").claims())
        .extracting(Claim::facts)
        .containsExactly(List.of("spend.ec2"));
  }

  @Test
  void dropsOneSentenceAndKeepsTheOthers() {
    String json =
        """
        {"sentences":[
          {"text":"EC2 cost {spend.ec2}.","facts":["spend.ec2"]},
          {"text":"That is 40% more than last week.","facts":["spend.ec2"]},
          {"text":"Review the idle volumes first.","facts":[]}]}
        """;
    Grounding.Result result = Grounding.claims(json, FACTS, Set.of());
    assertThat(result.claims())
        .extracting(Claim::text)
        .containsExactly(
            "EC2 cost 1,234.56 USD (Amazon EC2, 2026-11-09 to 2026-11-15).",
            "Review the idle volumes first.");
    assertThat(result.dropped()).containsExactly(new Grounding.Dropped(2, DropReason.FIGURE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EC2 cost {spend.ec2}, 40 more than before.",
        "EC2 cost {spend.ec2} of 9,999.00.",
        "EC2 cost {spend.ec2}k.",
        "EC2 cost 1{spend.ec2}.",
        "EC2 cost {spend.ec2}000.",
        "EC2 cost {spend.ec2} in 2025.",
        "Twelve volumes cost {spend.ec2}.",
        "A dozen volumes cost {spend.ec2}.",
        "EC2 took half of it, {spend.ec2}.",
        "EC2 doubled to {spend.ec2}.",
        "EC2 cost {spend.ec2}, twice as much as before.",
        "EC2 cost {spend.ec2}, a tenfold rise.",
        "Several hundred volumes cost {spend.ec2}.",
        "Twenty-one volumes cost {spend.ec2}.",
        "Twentyone volumes cost {spend.ec2}.",
        "One volume costs {spend.ec2}.",
        "A third of it is {spend.ec2}.",
        "Seventy percent of it is {spend.ec2}.",
        "Some percent of it is {spend.ec2}.",
        "There are XII volumes for {spend.ec2}.",
        "There are xii volumes for {spend.ec2}.",
        "There are V volumes for {spend.ec2}.",
        "There are l00 volumes for {spend.ec2}.",
        "There are lOO volumes for {spend.ec2}.",
        "There are I,OOO volumes for {spend.ec2}.",
        "There are t-w-e-l-v-e volumes for {spend.ec2}.",
        "There are t w o volumes for {spend.ec2}.",
        "There are \uff11\uff12 volumes for {spend.ec2}.",
        "There are \u0661\u0662 volumes for {spend.ec2}.",
        "There are x\u00b2 volumes for {spend.ec2}.",
        "There are \u2462 volumes for {spend.ec2}.",
        "There are \u216b volumes for {spend.ec2}.",
        "There are \u00bd volumes for {spend.ec2}.",
        "There are \ud835\udfd9 volumes for {spend.ec2}.",
        "There are \u5341 volumes for {spend.ec2}.",
        "There are gp2 12 volumes for {spend.ec2}.",
        "There are gp12 volumes for {spend.ec2}.",
      })
  void dropsAFigureOfTheModelsOwn(String text) {
    assertThat(reason(text, "spend.ec2")).isIn(DropReason.FIGURE, DropReason.NOT_PLAIN_TEXT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EC2 cost -{spend.ec2}.             | MISUSED_FIGURE
          EC2 cost {spend.ec2} per day.      | MISUSED_FIGURE
          EC2 cost {spend.ec2} a day.        | MISUSED_FIGURE
          EC2 cost {spend.ec2} each.         | MISUSED_FIGURE
          EC2 cost {spend.ec2} USD daily.    | MISUSED_FIGURE
          EC2 cost {spend.ec2} million.      | FIGURE
          EC2 cost {spend.ec2} EUR.          | CURRENCY
          EC2 cost dollars, {spend.ec2}.     | CURRENCY
          EC2 cost €{spend.ec2}.             | CURRENCY
          EC2 cost $ and {spend.ec2}.        | CURRENCY
          EC2 took ${share.ec2}.             | CURRENCY
          EC2 cost {spend.s3}.               | UNKNOWN_FACT
          EC2 cost {}.                       | NOT_PLAIN_TEXT
          EC2 cost {{spend.ec2}}.            | NOT_PLAIN_TEXT
          EC2 cost {spend.ec2 more.          | FIGURE
          """)
  void dropsAFigureThatIsBentOrUnknown(String text, DropReason reason) {
    assertThat(reason(text, "spend.ec2")).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Delete vol-0deadbeefdeadbeef at last.                    | UNKNOWN_NAME
          Delete arn:aws:ec2:eu-west-1:123456789012:volume/v.      | UNKNOWN_NAME
          Ask the owner of 123456789012 about it.                  | UNKNOWN_NAME
          Look at us-east-2 as well.                               | UNKNOWN_NAME
          Use an r6i.large for it.                                 | UNKNOWN_NAME
          Read https://evil.test/fix for more.                     | LINK
          Read evil.test for more.                                 | LINK
          Read www.evil for more.                                  | LINK
          Check <http://evil.test> now.                            | LINK
          Ask <!channel> about it.                                 | NOT_PLAIN_TEXT
          Ask <@U012AB3CD> about it.                               | FIGURE
          Ask @here about it.                                      | NOT_PLAIN_TEXT
          Run `terraform destroy` now.                             | NOT_PLAIN_TEXT
          Run *this* now.                                          | NOT_PLAIN_TEXT
          Add resource "aws_ebs_volume" "x" { size = a }.          | UNKNOWN_FACT
          Add type = "gp" to it.                                   | NOT_PLAIN_TEXT
          Check it :tada: now.                                     | LINK
          """)
  void dropsWhatCouldActOrMislead(String text, DropReason reason) {
    assertThat(reason(text)).isEqualTo(reason);
  }

  @Test
  void dropsHiddenCharactersAndItsOwnMark() {
    assertThat(reason("Check the volu\u200bmes.")).isEqualTo(DropReason.NOT_PLAIN_TEXT);
    assertThat(reason("Check the volumes \u0001.")).isEqualTo(DropReason.NOT_PLAIN_TEXT);
    assertThat(reason("Check the v\u043elumes.")).isEqualTo(DropReason.NOT_PLAIN_TEXT);
    assertThat(reason("Check\nthe volumes.")).isEqualTo(DropReason.NOT_PLAIN_TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EC2 is the largest service.",
        "There is nothing wasted.",
        "All volumes are in use.",
        "If the bill is right, EC2 cost the most.",
        "Check EC2, it is the most expensive."
      })
  void dropsAClaimThatNamesNoFact(String text) {
    assertThat(reason(text)).isEqualTo(DropReason.NO_FACT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Check with the owner before anything is deleted.",
        "Take a snapshot first, so that the volume can be restored.",
        "Move gp2 volumes to gp3 - it works while they are attached, e.g. during the day.",
        "Delete vol-0a1b2c3d4e5f60718 in eu-west-1 once it was copied.",
        "Confirm that no one needs an m5.large, IPv4 addresses or the T3 instances.",
        "Use this one, or one of the others: it\u2019s a one-time change.",
        "If it\u2019s idle, don\u2019t wait \u2014 release it.",
        "Move io1 to gp3 for I/O that rarely peaks.",
        "Review what ebs-volume-gp2 lists (see the table)."
      })
  void keepsPlainAdvice(String text) {
    assertThat(claims(text).dropped()).isEmpty();
    assertThat(claims(text).claims()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Last week you spent {spend.ec2} on Amazon EC2, the largest part of the bill.",
        "The biggest saving is {saving.1}: the volume is unattached, and it isn't used by anyone.",
        "Compared with the week before, spending on EC2 rose sharply.",
        "EC2 ({share.ec2} of the total) is where the money goes; S3 hardly matters.",
        "In eu-west-1, vol-0a1b2c3d4e5f60718 has no owner tag; removing it saves {saving.1}."
      })
  void keepsWhatModelsNaturallyWriteOfFacts(String text) {
    assertThat(claims(text, "spend.ec2").dropped()).isEmpty();
  }

  @Test
  void letsAGuideExplainButNotSpeakOfTheAccount() {
    String explains = answer("A volume is charged while it exists, attached or not.", "guide.1");
    String speaks = answer("EC2 is the most expensive service.", "guide.1");
    assertThat(Grounding.claims(explains, Map.of(), Set.of(), Set.of("guide.1")).claims())
        .containsExactly(
            new Claim("A volume is charged while it exists, attached or not.", List.of()));
    assertThat(Grounding.claims(speaks, Map.of(), Set.of(), Set.of("guide.1")).dropped())
        .containsExactly(new Grounding.Dropped(1, DropReason.NO_FACT));
    assertThat(reason("A volume is charged while it exists.", "guide.1"))
        .isEqualTo(DropReason.UNKNOWN_FACT);
  }

  @Test
  void doesNotBelieveAKnownTermThatIsAFigure() {
    Grounding.Result result =
        Grounding.claims(
            answer("Check the 900GB volumes, 5000 in all."), FACTS, Set.of("900GB", "5000"));
    assertThat(result.dropped()).containsExactly(new Grounding.Dropped(1, DropReason.FIGURE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"```json\n%s\n```", "```\n%s\n```\n", " \n%s\n "})
  void readsJsonInAFence(String wrapping) {
    assertThat(
            Grounding.claims(wrapping.formatted(answer("EC2 cost {spend.ec2}.")), FACTS, Set.of())
                .claims())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "EC2 cost a lot.",
        "[]",
        "null",
        "{\"sentences\":\"EC2\"}",
        "{\"answer\":\"EC2\"}",
        "{\"sentences\":[{\"text\":\"Check it.\"",
        "{\"sentences\":[]} and more",
        "Here: ```json\n{\"sentences\":[]}\n```",
        "{\"sentences\":[],\"sentences\":[]}"
      })
  void givesNothingForAnythingElse(String text) {
    Grounding.Result result = Grounding.claims(text, FACTS, Set.of());
    assertThat(result.claims()).isEmpty();
    assertThat(result.dropped())
        .containsExactly(new Grounding.Dropped(0, DropReason.NOT_THE_AGREED_JSON));
  }

  @Test
  void dropsSentencesOfAnotherShape() {
    String json =
        """
        {"sentences":["Check it.",{"text":5},{"text":"Check it.","facts":"spend.ec2"},
          {"text":"Check it.","facts":[{"id":"spend.ec2"}]},null]}
        """;
    Grounding.Result result = Grounding.claims(json, FACTS, Set.of());
    assertThat(result.claims()).isEmpty();
    assertThat(result.dropped()).hasSize(5);
  }

  @Test
  void boundsTheAnswer() {
    assertThat(reason("Check " + "it and ".repeat(100) + "it.")).isEqualTo(DropReason.TOO_LONG);
    String one = "{\"text\":\"Check it.\",\"facts\":[]}";
    String many = "{\"sentences\":[" + (one + ",").repeat(40) + one + "]}";
    assertThat(Grounding.claims(many, FACTS, Set.of()).claims()).hasSize(12);
  }

  @Test
  void flattensAHostileLabel() {
    Fact hostile = fact("name.1", "na\nme\u202e" + "x".repeat(300), "web\u0000", "", "");
    Grounding.Result result =
        Grounding.claims(answer("Check {name.1}."), List.of(hostile), Set.of());
    assertThat(result.claims().getFirst().text())
        .startsWith("Check web (na me" + "x".repeat(20))
        .hasSizeLessThan(150);
  }
}
