package dev.costbot.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.conversation.Turn;
import dev.costbot.model.Answer.Claim;
import dev.costbot.model.Finding;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Inquiry.Grouping;
import dev.costbot.model.Inquiry.Page;
import dev.costbot.model.Inquiry.Scope;
import dev.costbot.model.Inquiry.Topic;
import dev.costbot.model.Unread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FixRulesTest {
  private static final Limits TEN_AT_A_TIME =
      new Limits(Duration.ofSeconds(5), Integer.MAX_VALUE, 10);

  private static final String CAREFULLY =
      "Nothing changes before you apply it; look at the plan first.";

  private final FakeAccount account = new FakeAccount();

  /** Volumes 1 to n; the first saves most. */
  private static List<Finding> volumes(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(
            i ->
                HandMade.volume(
                    "ebs-volume-gp2",
                    "vol-%08d".formatted(i),
                    "us-east-1",
                    String.valueOf(100 - i)))
        .toList();
  }

  @Test
  void fixesWhatMatchesAndSaysWhatItSaves() throws FactsUnavailableException {
    account.with(HandMade.assessment(volumes(2)));

    Draft draft = answer(fix(Scope.ALL, Page.FIRST));

    // 99 + 98
    assertThat(texts(draft))
        .containsExactly(
            "This Terraform fixes 2 findings and can save 197.00 USD a month.", CAREFULLY);
    assertThat(draft.fix()).isPresent();
    assertThat(account.fixed().getLast()).isEqualTo(draft.findings());
  }

  @Test
  void goesThroughALongListTenAtATime() throws FactsUnavailableException {
    account.with(HandMade.assessment(volumes(25)));

    Draft first = answer(fix(Scope.ALL, Page.FIRST));
    assertThat(texts(first))
        .contains(
            "It is for findings 1 to 10 of 25; ask for the next, or take all with ./costbot fix.");
    assertThat(first.matching()).isEqualTo(25);
    assertThat(first.suggestions()).containsExactly("the next 10");

    Draft second = answer(fix(Scope.ALL, new Page(10, 10)));
    assertThat(texts(second))
        .anyMatch(text -> text.startsWith("It is for findings 11 to 20 of 25;"));
    assertThat(second.suggestions()).containsExactly("the next 5");

    Draft last = answer(fix(Scope.ALL, new Page(20, 10)));
    assertThat(texts(last)).contains("It is for findings 21 to 25 of 25, the last.");
    assertThat(last.suggestions()).isEmpty();

    assertThat(texts(answer(fix(Scope.ALL, new Page(30, 10)))))
        .containsExactly("That was all: 25 findings match.");
    // Beside them, smaller parts were tried, to see how many fit.
    assertThat(account.fixed()).extracting(List::size).contains(10, 5).allMatch(size -> size <= 10);
  }

  @Test
  void givesNoMoreThanTenWhateverIsAskedFor() throws FactsUnavailableException {
    account.with(HandMade.assessment(volumes(25)));

    assertThat(answer(fix(Scope.ALL, new Page(0, 10_000))).findings()).hasSize(10);
    assertThat(texts(answer(fix(Scope.ALL, new Page(4, 1)))))
        .anyMatch(text -> text.startsWith("It is for finding 5 of 25;"));
  }

  /** Ten were shown out of 25; "that" is those ten, also when bigger ones have appeared since. */
  @Test
  void thatIsWhatWasShown() throws FactsUnavailableException {
    List<Finding> findings = new ArrayList<>(volumes(25));
    List<String> shown = findings.subList(0, 10).stream().map(Finding::id).toList();
    findings.add(HandMade.volume("ebs-volume-unattached", "vol-new", "us-east-1", "500"));
    account.with(HandMade.assessment(findings));
    Turn before = HandMade.turn("what are we wasting?", inquiry(Topic.WASTE, Scope.ALL), shown);

    Draft draft = answer(read("how do I fix that?", before));

    assertThat(draft.findings()).extracting(Finding::id).containsExactlyElementsOf(shown);
    assertThat(answer(read("fix the second one", before)).findings())
        .extracting(Finding::id)
        .containsExactly(shown.get(1));
  }

  @Test
  void whatIsGoneIsSaidToBeGone() throws FactsUnavailableException {
    account.with(HandMade.assessment(List.of()));
    Turn before =
        HandMade.turn(
            "what are we wasting?", inquiry(Topic.WASTE, Scope.ALL), List.of("a:b:c:vol-1"));

    assertThat(texts(answer(read("how do I fix that?", before))))
        .containsExactly("There is nothing to fix: the newest scan finds nothing wasteful there.");
    assertThat(texts(answer(fix(Scope.ALL, Page.FIRST))))
        .containsExactly("There is nothing to fix: no finding matches.");
    assertThat(account.fixed()).isEmpty();
  }

  @Test
  void whatHasNoPriceIsFixedWithoutASum() throws FactsUnavailableException {
    Finding unpriced = HandMade.snapshot("snap-00000001", "us-east-1", null);
    account.with(HandMade.assessment(List.of(unpriced)));

    assertThat(texts(answer(fix(Scope.ALL, Page.FIRST))).getFirst())
        .isEqualTo(
            "This Terraform fixes 1 finding; what that saves is not known, for want of a price.");

    account.with(
        HandMade.assessment(List.of(unpriced, HandMade.address("eipalloc-1", "us-east-1"))));
    assertThat(texts(answer(fix(Scope.ALL, Page.FIRST))))
        .startsWith(
            "This Terraform fixes 2 findings and can save 3.65 USD a month.",
            "One of them has no known price and is not in that sum.");
  }

  @Test
  void saysWhatWasNotScannedOrRead() throws FactsUnavailableException {
    account.with(
        HandMade.assessment(
            volumes(1), new Unread(HandMade.ACCOUNT, "eu-west-1", "ec2", "timeout")));

    assertThat(texts(answer(read("fix the volumes in Frankfurt"))).getFirst())
        .isEqualTo("eu-central-1 was not scanned, so nothing can be said about it.");
    assertThat(answer(read("fix the volumes in Ireland")).notes())
        .contains("NOT READ: ec2 in eu-west-1, account 123456789012: timeout");
  }

  @Test
  void fixesNothingElseForAServiceWithoutChecks() throws FactsUnavailableException {
    account.with(HandMade.assessment(volumes(1)));
    Turn before = HandMade.turn("what did S3 cost?", read("what did S3 cost?"), List.of());

    assertThat(texts(answer(read("how do I fix that?", before))).getFirst())
        .isEqualTo("No check looks at S3 yet, so nothing can be said about waste there.");
    assertThat(account.fixed()).isEmpty();
  }

  private static Inquiry fix(Scope scope, Page page) {
    return new Inquiry(Topic.FIX, scope, null, Grouping.TOTAL, page);
  }

  private static Inquiry inquiry(Topic topic, Scope scope) {
    return new Inquiry(topic, scope, null, Grouping.TOTAL, Page.FIRST);
  }

  private static Inquiry read(String question, Turn... history) {
    return new Understanding(HandMade.KNOWLEDGE).read(question, List.of(history), HandMade.TODAY);
  }

  private Draft answer(Inquiry inquiry) throws FactsUnavailableException {
    Draft draft = new Draft();
    new FixRules().answer(inquiry, account, TEN_AT_A_TIME, draft);
    return draft;
  }

  private static List<String> texts(Draft draft) {
    return draft.claims().stream().map(Claim::text).toList();
  }
}
