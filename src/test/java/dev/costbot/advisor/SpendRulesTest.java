package dev.costbot.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.model.Answer.Claim;
import dev.costbot.model.CostSeries;
import dev.costbot.model.Fact;
import dev.costbot.model.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpendRulesTest {
  private static final String EC2 = "Amazon Elastic Compute Cloud - Compute";
  private static final String OTHER = "EC2 - Other";
  private static final String S3 = "Amazon Simple Storage Service";

  /** Each day 1.00 on EC2 in one account and 0.50 on S3 in another; EC2 - Other on two days. */
  private static final CostSeries BILL = HandMade.series("2026-10-01", "2026-11-19", entries());

  private final FakeAccount account = new FakeAccount().with(BILL);

  private static List<CostSeries.Entry> entries() {
    List<CostSeries.Entry> entries = new ArrayList<>();
    for (LocalDate day = LocalDate.parse("2026-10-01");
        day.isBefore(HandMade.TODAY);
        day = day.plusDays(1)) {
      entries.add(HandMade.cost(day.toString(), EC2, "111111111111", "1.00"));
      entries.add(HandMade.cost(day.toString(), S3, "222222222222", "0.50"));
    }
    entries.add(HandMade.cost("2026-11-03", OTHER, "111111111111", "4.00"));
    entries.add(HandMade.cost("2026-11-10", OTHER, "111111111111", "10.00"));
    return entries;
  }

  @Test
  void sumsAPeriodAndComparesItWithTheOneBefore() throws FactsUnavailableException {
    Draft draft = answer("how much did we spend last week?");

    // Last week 7 × 1.50 + 10.00 = 20.50; the week before 7 × 1.50 + 4.00 = 14.50.
    assertThat(texts(draft))
        .containsExactly(
            "20.50 USD was spent on all services last week (2026-11-09 to 2026-11-15).",
            "That is 6.00 USD more than in the 7 days before (2026-11-02 to 2026-11-08).",
            "The largest rise is in EC2 - Other: 6.00 USD more.",
            "The largest part is EC2 - Other: 10.00 USD.");
    assertThat(fact(draft, "spend.total").value()).isEqualTo("20.50");
    assertThat(fact(draft, "spend.total").period()).isEqualTo("2026-11-09 to 2026-11-15");
    assertThat(fact(draft, "spend.change").value()).isEqualTo("6.00");
  }

  @Test
  void listsServicesByFallingCost() throws FactsUnavailableException {
    assertThat(rows(answer("how much did we spend last week by service?")))
        .containsExactly(OTHER + ": 10.00 USD", EC2 + ": 7.00 USD", S3 + ": 3.50 USD");
  }

  @Test
  void listsAsManyServicesAsAskedForAndThenTheRest() throws FactsUnavailableException {
    Draft top = answer("top 2 services last week");

    assertThat(rows(top)).containsExactly(OTHER + ": 10.00 USD", EC2 + ": 7.00 USD");
    assertThat(top.tables().getFirst().title()).isEqualTo("By service (1 to 2 of 3)");
  }

  @Test
  void listsAccountsAndDays() throws FactsUnavailableException {
    // Account 1: 7 × 1.00 + 10.00; account 2: 7 × 0.50.
    assertThat(rows(answer("spend by account last week")))
        .containsExactly("111111111111: 17.00 USD", "222222222222: 3.50 USD");
    assertThat(rows(answer("spend by day last week")))
        .hasSize(7)
        .startsWith("2026-11-09: 1.50 USD", "2026-11-10: 11.50 USD", "2026-11-11: 1.50 USD");
  }

  @Test
  void namesTheServicesOnTheBillThatWereMeant() throws FactsUnavailableException {
    // 7 × 1.00 + 10.00 = 17.00; before 7.00 + 4.00 = 11.00.
    assertThat(texts(answer("what did EC2 cost last week?")))
        .startsWith(
            "17.00 USD was spent on Amazon Elastic Compute Cloud - Compute and EC2 - Other last week (2026-11-09 to 2026-11-15).",
            "That is 6.00 USD more than in the 7 days before (2026-11-02 to 2026-11-08).");
    assertThat(texts(answer("what did S3 cost last week?")))
        .containsExactly(
            "3.50 USD was spent on Amazon Simple Storage Service last week (2026-11-09 to 2026-11-15).",
            "That is as much as in the 7 days before (2026-11-02 to 2026-11-08).");
  }

  @Test
  void saysADayAsADay() throws FactsUnavailableException {
    assertThat(texts(answer("what did we spend on nov 10?")))
        .startsWith(
            "11.50 USD was spent on all services on 2026-11-10.",
            "That is 10.00 USD more than the day before (2026-11-09).");
    assertThat(texts(answer("what did we spend on nov 11?")))
        .startsWith(
            "1.50 USD was spent on all services on 2026-11-11.",
            "That is 10.00 USD less than the day before (2026-11-10).",
            "The largest fall is in EC2 - Other: 10.00 USD less.");
  }

  @Test
  void saysMonthsAndRangesInEnglish() throws FactsUnavailableException {
    // October has 31 days: 46.50. November so far 19: 28.50 + 14.00.
    assertThat(texts(answer("total spend in october")).getFirst())
        .isEqualTo(
            "46.50 USD was spent on all services in October 2026 (2026-10-01 to 2026-10-31).");
    assertThat(texts(answer("total spend from october to november")).getFirst())
        .isEqualTo(
            "89.00 USD was spent on all services from October 2026 to November 2026 (2026-10-01 to 2026-11-19).");
    assertThat(texts(answer("total spend from 2026-11-01 to 2026-11-02")).getFirst())
        .isEqualTo("3.00 USD was spent on all services from 2026-11-01 to 2026-11-02.");
    assertThat(texts(answer("total spend in the last 2 days")).getFirst())
        .isEqualTo(
            "3.00 USD was spent on all services in the last 2 days (2026-11-18 to 2026-11-19).");
    assertThat(texts(answer("total spend since 2026-11-18")).getFirst())
        .isEqualTo(
            "3.00 USD was spent on all services since 2026-11-18 (2026-11-18 to 2026-11-19).");
  }

  @Test
  void saysWhenTheBillCoversLess() throws FactsUnavailableException {
    Draft draft = answer("how much did we spend this month?");

    assertThat(texts(draft).getFirst())
        .isEqualTo("42.50 USD was spent on all services this month (2026-11-01 to 2026-11-19).");
    assertThat(draft.notes())
        .containsExactly(
            "The bill here covers only 2026-11-01 to 2026-11-19 of 2026-11-01 to 2026-11-20.",
            "\"this month\" is 2026-11-01 to 2026-11-19. Metric UnblendedCost; source AWS Cost Explorer; days are UTC.");
    assertThat(texts(answer("spend from 2026-09-20 to 2026-10-01")).getFirst())
        .isEqualTo("1.50 USD was spent on all services on 2026-10-01.");
  }

  @Test
  void saysWhichDaysAreStillMoving() throws FactsUnavailableException {
    CostSeries.Entry closed = HandMade.cost("2026-11-17", EC2, "1.00");
    List<CostSeries.Entry> entries =
        List.of(closed, estimated("2026-11-18"), estimated("2026-11-19"));
    FakeAccount moving =
        new FakeAccount().with(HandMade.series("2026-11-17", "2026-11-19", entries));

    assertThat(answer("spend in the last 3 days", moving).notes())
        .contains("Still moving (AWS has not closed them): 2026-11-18 to 2026-11-19.");
    assertThat(answer("spend yesterday", moving).notes())
        .contains("Still moving (AWS has not closed them): 2026-11-19.");
    assertThat(answer("spend on 2026-11-17", moving).notes())
        .noneMatch(note -> note.contains("moving"));
  }

  @Test
  void neverAddsCurrencies() throws FactsUnavailableException {
    List<CostSeries.Entry> entries =
        List.of(
            HandMade.cost("2026-11-19", EC2, "1.00"),
            HandMade.cost("2026-11-19", S3, "2.00"),
            inEuro("2026-11-19", "5.00"),
            HandMade.cost("2026-11-18", EC2, "1.00"));
    FakeAccount mixed =
        new FakeAccount().with(HandMade.series("2026-11-18", "2026-11-19", entries));

    Draft draft = answer("spend yesterday", mixed);

    assertThat(texts(draft))
        .containsExactly(
            "5.00 EUR was spent on all services yesterday (2026-11-19).",
            "3.00 USD was spent on all services yesterday (2026-11-19).");
    assertThat(fact(draft, "spend.total.EUR").value()).isEqualTo("5.00");
    assertThat(fact(draft, "spend.total.USD").value()).isEqualTo("3.00");
    assertThat(rows(draft))
        .containsExactlyInAnyOrder(EC2 + ": 1.00 USD", EC2 + ": 5.00 EUR", S3 + ": 2.00 USD");
  }

  @Test
  void comparesNothingWhereTheDaysBeforeAreNotKnown() throws FactsUnavailableException {
    // The bill begins on 2026-10-01: the first has no days before it, the second not all of them.
    assertThat(texts(answer("spend in october"))).noneMatch(text -> text.startsWith("That is"));
    assertThat(texts(answer("spend from 2026-10-05 to 2026-10-11")))
        .noneMatch(text -> text.startsWith("That is"));
  }

  @Test
  void comparesNothingThatWouldCostAFurtherCall() throws FactsUnavailableException {
    answer("how much did we spend in the last 60 days?");

    // 60 days before these begin 120 days ago, further back than the base query.
    assertThat(account.read()).hasSize(1);
  }

  @Test
  void comparesNoUnfinishedPeriod() throws FactsUnavailableException {
    FakeAccount today =
        new FakeAccount()
            .with(
                HandMade.series(
                    "2026-11-01",
                    "2026-11-20",
                    List.of(
                        HandMade.cost("2026-11-19", EC2, "1.00"),
                        HandMade.cost("2026-11-20", EC2, "0.10"))));
    assertThat(texts(answer("spend today", today)))
        .containsExactly("0.10 USD was spent on all services today (2026-11-20).");
  }

  @Test
  void saysThatRegionsAreNotToldApart() throws FactsUnavailableException {
    assertThat(texts(answer("what did we spend in eu-west-1 last week?")))
        .startsWith(
            "The bill here does not tell regions apart: these figures are for all of them, not for eu-west-1 alone.",
            "20.50 USD was spent on all services last week (2026-11-09 to 2026-11-15).");
  }

  @Test
  void saysThatVolumesAreAPartOfAService() throws FactsUnavailableException {
    assertThat(texts(answer("what did our volumes cost last week?")))
        .startsWith(
            "The bill here is by service: what you ask about is only a part of these figures.",
            "10.00 USD was spent on EC2 - Other last week (2026-11-09 to 2026-11-15).");
  }

  @Test
  void saysWhatHasNoCost() throws FactsUnavailableException {
    assertThat(texts(answer("what did RDS cost last week?")))
        .containsExactly(
            "There is no cost of Aurora and RDS last week (2026-11-09 to 2026-11-15).");
    assertThat(texts(answer("spend of account 333333333333 last week")))
        .containsExactly(
            "There is no cost in account 333333333333 last week (2026-11-09 to 2026-11-15).");
    assertThat(texts(answer("spend of account 222222222222 last week")).getFirst())
        .isEqualTo(
            "3.50 USD was spent on all services in account 222222222222 last week (2026-11-09 to 2026-11-15).");
  }

  @Test
  void everyClaimRestsOnFactsThatAreThere() throws FactsUnavailableException {
    Draft draft = answer("how much did we spend last week by service?");
    List<String> ids = draft.facts().stream().map(Fact::id).toList();

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(draft.claims())
        .allSatisfy(claim -> assertThat(ids).containsAll(claim.facts()))
        .allSatisfy(claim -> assertThat(claim.facts()).isNotEmpty());
  }

  @Test
  void withoutABillThereIsNoAnswerOfItsOwn() {
    assertThatThrownBy(() -> answer("spend", new FakeAccount()))
        .isInstanceOf(FactsUnavailableException.class);
  }

  private static CostSeries.Entry estimated(String day) {
    return new CostSeries.Entry(
        LocalDate.parse(day), EC2, HandMade.ACCOUNT, Money.usd("1.00"), true);
  }

  private static CostSeries.Entry inEuro(String day, String amount) {
    return new CostSeries.Entry(
        LocalDate.parse(day),
        EC2,
        HandMade.ACCOUNT,
        new Money(new BigDecimal(amount), "EUR"),
        false);
  }

  private Draft answer(String question) throws FactsUnavailableException {
    return answer(question, account);
  }

  private static Draft answer(String question, AccountFacts facts)
      throws FactsUnavailableException {
    Draft draft = new Draft();
    new SpendRules()
        .answer(
            new Understanding(HandMade.KNOWLEDGE).read(question, List.of(), HandMade.TODAY),
            facts,
            draft);
    return draft;
  }

  private static List<String> texts(Draft draft) {
    return draft.claims().stream().map(Claim::text).toList();
  }

  private static List<String> rows(Draft draft) {
    return draft.tables().getFirst().facts().stream()
        .map(id -> fact(draft, id))
        .map(fact -> fact.label() + ": " + fact.value() + " " + fact.unit())
        .toList();
  }

  private static Fact fact(Draft draft, String id) {
    return draft.facts().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }
}
