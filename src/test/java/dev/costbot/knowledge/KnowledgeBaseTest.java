package dev.costbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeBaseTest {
  private static final String GUIDE =
      """
      ---
      title: Things nobody uses
      keywords: [thing, old things]
      first-plan: change
      second-apply: delete_things
      must: Nothing is replaced.
      edit: |
        type = "new"
      ---
      ## Why it costs
      Because it is there.
      ### Why it costs even more
      It grows.

      ## How to undo
      Never.
      """;

  @Test
  void readsAGuide() {
    Guide guide = GuideFile.read("thing-unused", GUIDE, null);

    assertThat(guide.title()).isEqualTo("Things nobody uses");
    assertThat(guide.keywords()).containsExactly("thing", "old things");
    assertThat(guide.firstPlan()).isEqualTo(Guide.FirstPlan.CHANGE);
    assertThat(guide.deletes()).isTrue();
    assertThat(guide.edit()).isEqualTo("type = \"new\"\n");
    assertThat(guide.editNote()).isEmpty();
    assertThat(guide.template()).isEmpty();
  }

  @Test
  void readsAGuideWithTheLineEndsOfWindows() {
    Guide guide = GuideFile.read("thing-unused", GUIDE.replace("\n", "\r\n"), null);

    assertThat(guide.section("How to undo")).isEqualTo("Never.");
  }

  @Test
  void aSectionEndsBeforeTheNextHeadingOfItsKind() {
    Guide guide = GuideFile.read("thing-unused", GUIDE, null);

    assertThat(guide.section("Why it costs"))
        .isEqualTo("Because it is there.\n### Why it costs even more\nIt grows.");
    assertThat(guide.section("How to undo")).isEqualTo("Never.");
  }

  @Test
  void saysWhichSectionIsMissing() {
    Guide guide = GuideFile.read("thing-unused", GUIDE, null);

    assertThatThrownBy(() -> guide.section("How to fix"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("thing-unused/guide.md has no section \"How to fix\"");
    assertThatThrownBy(() -> guide.section("Why it costs even more"))
        .hasMessage("thing-unused/guide.md has no section \"Why it costs even more\"");
  }

  @Test
  void saysWhichFolderIsMissing() {
    assertThatThrownBy(() -> KnowledgeBase.ofChecks(List.of("ebs-volume-gp2", "no-such-check")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the check no-such-check has no /knowledge-base/checks/no-such-check/guide.md");
  }

  @ParameterizedTest
  @CsvSource({"'## Why it costs'", "'---\ntitle: x\n'", "'text\n---\ntitle: x\n---\nmore'", "''"})
  void saysThatFrontMatterIsMissing(String text) {
    assertRefused(text, "thing-unused/guide.md does not start with front matter between two ---");
  }

  @ParameterizedTest
  @CsvSource({"title", "must", "first-plan"})
  void saysWhatTheFrontMatterLacks(String key) {
    assertRefused(
        GUIDE.replaceAll("(?m)^" + key + ":.*\n", ""),
        "thing-unused/guide.md: the front matter has no \"" + key + "\"");
  }

  @ParameterizedTest
  @CsvSource({"'keywords: []'", "'keywords: thing'", "'words: [thing]'"})
  void saysThatThereAreNoKeywords(String line) {
    assertRefused(
        GUIDE.replaceAll("(?m)^keywords:.*", line),
        "thing-unused/guide.md: keywords has to be a list of words");
  }

  @Test
  void saysWhatAFirstPlanMayBe() {
    assertRefused(
        GUIDE.replace("first-plan: change", "first-plan: destroy"),
        "thing-unused/guide.md: first-plan is \"destroy\"; expected import, change or add");
  }

  @ParameterizedTest
  @CsvSource({"'a: [b'", "'just words'", "''"})
  void saysThatTheFrontMatterIsNoMap(String yaml) {
    assertRefused(
        "---\n" + yaml + "\n---\ntext",
        "thing-unused/guide.md: the front matter is not a YAML map");
  }

  @Test
  void aTemplateThatCannotBeFilledIsRefusedOnLoading() {
    assertThatThrownBy(() -> GuideFile.read("thing-unused", GUIDE, "resource {}"))
        .hasMessageStartingWith("thing-unused/fix.tf has 0 locals blocks");
  }

  private static void assertRefused(String guide, String why) {
    assertThatThrownBy(() -> GuideFile.read("thing-unused", guide, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(why);
  }
}
