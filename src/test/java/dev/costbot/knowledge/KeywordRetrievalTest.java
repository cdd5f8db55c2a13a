package dev.costbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordRetrievalTest {
  private final Retrieval retrieval =
      new KeywordRetrieval(KnowledgeBase.ofChecks(FixWriterTest.CHECKS));

  @ParameterizedTest
  @CsvSource({
    "what is gp2?, ebs-volume-gp2",
    "General Purpose SSD or gp3, ebs-volume-gp2",
    "may I release an elastic IP?, elastic-ip-unassociated",
    "EIPs, elastic-ip-unassociated",
    "our oldest backups, ebs-snapshot-old",
    "which machines are turned off, ec2-instance-stopped",
    "an orphaned disk, ebs-volume-unattached"
  })
  void findsTheGuideFirst(String question, String guide) {
    assertThat(ids(question)).startsWith(guide);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "how are you?", "snapshotting", "agp2x", "the weather in Paris"})
  void findsNothingWhereNoWordFits(String question) {
    assertThat(retrieval.find(question)).isEmpty();
  }

  @Test
  void severalWordsCountMoreThanOne() {
    // "old snapshots" 2, "snapshots" 1, against "volumes" 1.
    List<Retrieval.Match> found = retrieval.find("old snapshots of volumes");

    assertThat(found.getFirst().guide().id()).isEqualTo("ebs-snapshot-old");
    assertThat(found.getFirst().score()).isEqualTo(3);
    assertThat(found)
        .extracting(match -> match.guide().id())
        .contains("ebs-volume-unattached", "ebs-volume-gp2");
    assertThat(found)
        .extracting(Retrieval.Match::score)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  private List<String> ids(String question) {
    return retrieval.find(question).stream().map(match -> match.guide().id()).toList();
  }
}
