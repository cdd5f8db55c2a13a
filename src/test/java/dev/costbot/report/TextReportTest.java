package dev.costbot.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.model.Assessment;
import dev.costbot.model.Finding;
import dev.costbot.model.Inventory;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextReportTest {

  @Test
  void rendersACheck() {
    Golden.holds("check.txt", TextReport.render(Answers.assessment(), Answers.three()));
  }

  @Test
  void rendersWasteSpendAndFix() {
    Golden.holds("answer-waste.txt", TextReport.render(Answers.waste()));
    Golden.holds("answer-spend.txt", TextReport.render(Answers.spend()));
    Golden.holds("answer-fix.txt", TextReport.render(Answers.fix()));
  }

  @Test
  void saysLoudlyWhatWasNotRead() {
    assertThat(TextReport.render(Answers.assessment(), Answers.three()))
        .contains(
            "\nNOT READ: 123456789012 eu-west-1 cloudwatch:"
                + " AccessDenied: cloudwatch:GetMetricData\n");
  }

  @Test
  void totalsWhatIsShownAndCountsWhatHasNoPrice() {
    assertThat(TextReport.render(Answers.assessment(), Answers.three()))
        .contains("Total: 13.65 USD a month for 3 findings, 1 without a known price\n");
  }

  @Test
  void letsNoNameMoveTheCursor() {
    String text = TextReport.render(Answers.assessment(), Answers.three());

    assertThat(text.codePoints().filter(c -> c != '\n')).noneMatch(CleanText::steers);
    assertThat(text).contains("müller \uD83D\uDE80 gnp.exe second line[2J");
  }

  @Test
  void alignsColumnsByWhatATerminalShows() {
    List<String> lines =
        new TextTable(TextTable.Side.LEFT, TextTable.Side.RIGHT)
            .row("日本", "1.00")
            .row("e\u0301", "10.00")
            .lines();

    // Two ideographs are four columns wide; an e and its accent are one.
    assertThat(lines).containsExactly("日本   1.00", "e\u0301     10.00");
  }

  @Test
  void writesMoneyTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(TextReport.render(Answers.assessment(), Answers.three())).contains("13.65 USD");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void saysWhenThereIsNothing() {
    Inventory empty =
        new Inventory(List.of("1"), List.of("eu-west-1"), Answers.NOW, List.of(), List.of());
    List<Finding> none = List.of();

    assertThat(TextReport.render(new Assessment(empty, none, List.of()), none))
        .contains("No findings.")
        .contains("Total: 0.00 USD a month for 0 findings\n");
  }
}
