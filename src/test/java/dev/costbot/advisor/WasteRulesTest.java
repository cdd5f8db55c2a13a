package dev.costbot.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.model.Answer.Claim;
import dev.costbot.model.Assessment;
import dev.costbot.model.Fact;
import dev.costbot.model.Finding;
import dev.costbot.model.Unread;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WasteRulesTest {
  private static final Finding UNATTACHED =
      HandMade.volume("ebs-volume-unattached", "vol-00000001", "us-east-1", "10.00");

  /** The same volume: deleting it saves 10, so changing it saves nothing more. */
  private static final Finding SAME_AS_GP2 =
      HandMade.volume("ebs-volume-gp2", "vol-00000001", "us-east-1", "2.00");

  private static final Finding GP2 =
      HandMade.volume("ebs-volume-gp2", "vol-00000002", "eu-west-1", "1.005");

  private static final Finding UNPRICED = HandMade.snapshot("snap-00000001", "eu-west-1", null);
  private static final Finding ADDRESS = HandMade.address("eipalloc-00000001", "us-east-1");

  private static final Assessment ASSESSMENT =
      HandMade.assessment(List.of(UNATTACHED, SAME_AS_GP2, GP2, UNPRICED, ADDRESS));

  private final FakeAccount account = new FakeAccount().with(ASSESSMENT);

  @Test
  void sumsEachResourceOnce() throws FactsUnavailableException {
    Draft draft = answer("what are we wasting?");

    // vol-1 10.00 (not 12.00) + vol-2 1.005 + address 3.65 = 14.655, to even cents 14.66.
    assertThat(texts(draft))
        .startsWith(
            "14.66 USD a month could be saved: 5 findings.",
            "One of them has no known price and is not in that sum.",
            "The largest part is EBS volumes attached to nothing: 10.00 USD a month.");
    assertThat(fact(draft, "waste.total").value()).isEqualTo("14.66");
    assertThat(fact(draft, "waste.count").value()).isEqualTo("5");
    assertThat(fact(draft, "waste.unpriced").value()).isEqualTo("1");
  }

  @Test
  void listsTheChecksByWhatTheySave() throws FactsUnavailableException {
    Draft draft = answer("what are we wasting?");

    // gp2: 2.00 on vol-1 and 1.005 on vol-2 = 3.005, to even cents 3.00.
    assertThat(draft.tables().getFirst().facts().stream().map(id -> row(draft, id)).toList())
        .containsExactly(
            "ebs-volume-unattached (1): 10.00 USD",
            "elastic-ip-unassociated (1): 3.65 USD",
            "ebs-volume-gp2 (2): 3.00 USD",
            "ebs-snapshot-old (1): unknown");
  }

  @Test
  void everyFigureRestsOnAFact() throws FactsUnavailableException {
    for (String question :
        List.of("what are we wasting?", "top 2 wastes", "waste in eu-central-1", "waste in S3")) {
      Draft draft = answer(question);
      List<String> ids = draft.facts().stream().map(Fact::id).toList();
      assertThat(ids).doesNotHaveDuplicates();
      assertThat(draft.claims()).allSatisfy(claim -> assertThat(ids).containsAll(claim.facts()));
    }
  }

  @Test
  void aPageIsSaidAndTheNextIsOffered() throws FactsUnavailableException {
    Draft draft = answer("top 2 wastes");

    // 10.00 + 3.65
    assertThat(texts(draft)).contains("The biggest 2 come to 13.65 USD a month.");
    assertThat(draft.findings()).containsExactly(UNATTACHED, ADDRESS);
    assertThat(draft.matching()).isEqualTo(5);
    assertThat(draft.suggestions()).containsExactly("how do I fix that?", "the next 10");
    assertThat(texts(answer("the biggest saving")))
        .contains("The biggest comes to 10.00 USD a month.");
  }

  @Test
  void showsTenWhenNobodySaysHowMany() throws FactsUnavailableException {
    List<Finding> twelve =
        IntStream.rangeClosed(1, 12)
            .mapToObj(i -> HandMade.volume("ebs-volume-gp2", "vol-" + i, "us-east-1", "1.00"))
            .toList();
    Draft draft =
        answer("gp2 volumes to clean up", new FakeAccount().with(HandMade.assessment(twelve)));

    assertThat(texts(draft))
        .containsExactly("12.00 USD a month could be saved: 12 findings of ebs-volume-gp2.");
    assertThat(draft.findings()).hasSize(10);
    assertThat(draft.matching()).isEqualTo(12);
  }

  @Test
  void whereNoPriceIsKnownNoSumIsSaid() throws FactsUnavailableException {
    assertThat(texts(answer("old snapshots")))
        .containsExactly(
            "1 finding of ebs-snapshot-old; what could be saved is not known, for want of a price.");
  }

  @Test
  void nothingFoundIsSaidOfWhatWasScannedThere() throws FactsUnavailableException {
    // Of the four resources two are in eu-west-1.
    Draft draft = answer("stopped instances in eu-west-1");

    assertThat(texts(draft))
        .containsExactly(
            "Nothing was found by ec2-instance-stopped in eu-west-1 among 2 resources.");
    assertThat(fact(draft, "scan.resources").value()).isEqualTo("2");
    FakeAccount clean = new FakeAccount().with(HandMade.assessment(List.of()));
    assertThat(texts(answer("what are we wasting?", clean)))
        .containsExactly("Nothing wasteful was found among 0 resources.");
  }

  @Test
  void aRegionThatWasNotScannedIsNotSaidToBeClean() throws FactsUnavailableException {
    Draft draft = answer("what do we waste in Frankfurt?");

    assertThat(texts(draft))
        .containsExactly(
            "eu-central-1 was not scanned, so nothing can be said about it.",
            "Scanned: eu-west-1 and us-east-1 in account 123456789012.");
    assertThat(draft.findings()).isEmpty();
  }

  @Test
  void whatWasScannedIsAnsweredWhereAnotherRegionWasNot() throws FactsUnavailableException {
    assertThat(texts(answer("waste in eu-west-1 and eu-central-1")))
        .startsWith(
            "eu-central-1 was not scanned, so nothing can be said about it.",
            "1.00 USD a month could be saved in eu-west-1: 2 findings.");
  }

  @Test
  void anAccountThatWasNotScannedIsNotSaidToBeClean() throws FactsUnavailableException {
    assertThat(texts(answer("waste in account 999999999999")).getFirst())
        .isEqualTo("Account 999999999999 was not scanned, so nothing can be said about it.");
    assertThat(texts(answer("waste in account 123456789012")).getFirst())
        .isEqualTo("14.66 USD a month could be saved in account 123456789012: 5 findings.");
  }

  @Test
  void whatCouldNotBeReadIsSaidInThatRegionOnly() throws FactsUnavailableException {
    Unread unread =
        new Unread(HandMade.ACCOUNT, "eu-west-1", "ec2", "AccessDenied: ec2:DescribeVolumes");
    FakeAccount partly = new FakeAccount().with(HandMade.assessment(List.of(ADDRESS), unread));

    Draft there = answer("waste in eu-west-1", partly);
    assertThat(texts(there))
        .containsExactly(
            "Nothing wasteful was found in eu-west-1 among 0 resources that could be read.");
    assertThat(there.notes())
        .contains(
            "NOT READ: ec2 in eu-west-1, account 123456789012: AccessDenied: ec2:DescribeVolumes");
    assertThat(answer("waste in us-east-1", partly).notes())
        .noneMatch(note -> note.startsWith("NOT READ"));
    assertThat(answer("what are we wasting?", partly).notes())
        .anyMatch(note -> note.startsWith("NOT READ"));
  }

  @Test
  void aServiceWithoutChecksIsNotSaidToBeClean() throws FactsUnavailableException {
    Draft draft = answer("what do we waste in S3?");

    assertThat(texts(draft).getFirst())
        .isEqualTo("No check looks at S3 yet, so nothing can be said about waste there.");
    assertThat(draft.facts()).isEmpty();
    assertThat(texts(answer("what do we waste in S3 and EC2?")))
        .startsWith(
            "No check looks at S3 yet, so nothing can be said about waste there.",
            "14.66 USD a month could be saved: 5 findings.");
  }

  @Test
  void aLeastSavingIsSaidWithWhatItLeavesOut() throws FactsUnavailableException {
    Draft draft = answer("findings above 3 usd");

    // 10.00 + 3.65; the snapshot without a price may or may not reach 3.
    assertThat(texts(draft))
        .startsWith("13.65 USD a month could be saved: 2 findings.")
        .endsWith("Only findings of 3.00 USD a month or more count here.");
    assertThat(draft.notes()).contains("1 finding without a known price is left out.");
  }

  @Test
  void ofAResourceItSaysWhetherItWasSeen() throws FactsUnavailableException {
    FakeAccount withAFineOne =
        new FakeAccount()
            .with(
                new Assessment(
                    ASSESSMENT.inventory(), List.of(UNATTACHED), ASSESSMENT.undecided()));

    assertThat(texts(answer("is vol-00000001 wasted?", withAFineOne)))
        .containsExactly("10.00 USD a month could be saved: 1 finding.");
    assertThat(texts(answer("is vol-00000002 wasted?", withAFineOne)))
        .containsExactly("Nothing wasteful was found about vol-00000002.");
    assertThat(texts(answer("is vol-99999999 wasted?", withAFineOne)))
        .containsExactly("vol-99999999 is not among the 4 resources that were scanned.");
  }

  @Test
  void resourcesThatCouldNotBeJudgedAreCountedWhereTheyWereAskedFor()
      throws FactsUnavailableException {
    FakeAccount undecided =
        new FakeAccount()
            .with(
                HandMade.withUndecided(
                    ASSESSMENT,
                    "ebs-volume-unattached",
                    UNATTACHED.resource().id(),
                    GP2.resource().id()));

    assertThat(answer("what are we wasting?", undecided).notes())
        .contains("2 resources could not be judged; ./costbot check names them.");
    assertThat(answer("waste in eu-west-1", undecided).notes())
        .contains("1 resource could not be judged; ./costbot check names them.");
    assertThat(answer("old snapshots", undecided).notes())
        .noneMatch(note -> note.contains("judged"));
  }

  @Test
  void aPeriodMakesNoDifferenceAndThatIsSaid() throws FactsUnavailableException {
    assertThat(answer("what did we waste last month?").notes())
        .containsExactly(
            "Scanned at 2026-11-20 06:00 UTC: eu-west-1 and us-east-1.",
            "\"last month\" makes no difference here: waste is what there was when it was scanned.");
  }

  @Test
  void withoutAScanThereIsNoAnswerOfItsOwn() {
    assertThatThrownBy(() -> answer("what are we wasting?", new FakeAccount()))
        .isInstanceOf(FactsUnavailableException.class);
  }

  private Draft answer(String question) throws FactsUnavailableException {
    return answer(question, account);
  }

  private static Draft answer(String question, AccountFacts facts)
      throws FactsUnavailableException {
    Draft draft = new Draft();
    new WasteRules(HandMade.KNOWLEDGE)
        .answer(
            new Understanding(HandMade.KNOWLEDGE).read(question, List.of(), HandMade.TODAY),
            facts,
            draft);
    return draft;
  }

  private static List<String> texts(Draft draft) {
    return draft.claims().stream().map(Claim::text).toList();
  }

  private static String row(Draft draft, String id) {
    Fact fact = fact(draft, id);
    return (fact.label() + ": " + fact.value() + " " + fact.unit()).strip();
  }

  private static Fact fact(Draft draft, String id) {
    return draft.facts().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }
}
