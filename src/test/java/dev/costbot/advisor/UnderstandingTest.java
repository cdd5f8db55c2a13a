package dev.costbot.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.conversation.Turn;
import dev.costbot.knowledge.Guide;
import dev.costbot.model.Inquiry;
import dev.costbot.model.Inquiry.Grouping;
import dev.costbot.model.Inquiry.Topic;
import dev.costbot.model.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is expected is written as topic, grouping, scope, page and period, as far as there is. */
class UnderstandingTest {
  private final Understanding understanding = new Understanding(HandMade.KNOWLEDGE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what are we wasting?                              | WASTE",
        "What do we waste in Ireland?                      | WASTE eu-west-1",
        "wasted money in us-east-1 and eu-west-1           | WASTE us-east-1 eu-west-1",
        "how much could we save?                           | WASTE",
        "how much can we save on EBS?                      | WASTE EBS ebs-snapshot-old ebs-volume-gp2 ebs-volume-unattached",
        "how much do stopped instances cost us?            | WASTE ec2-instance-stopped",
        "how much do our old snapshots cost?               | WASTE ebs-snapshot-old",
        "how much do the gp2 volumes cost us               | WASTE ebs-volume-gp2",
        "what do our stopped ec2 instances cost?           | WASTE EC2 ec2-instance-stopped",
        "what do we waste in S3?                           | WASTE S3",
        "any idle load balancers?                          | WASTE load balancers",
        "unattached volumes in eu-west-1 above 10 USD      | WASTE eu-west-1 ebs-volume-unattached >=10",
        "show me findings over $1,000                      | WASTE >=1000",
        "top 3 wastes                                      | WASTE 0+3",
        "top five savings in Frankfurt                     | WASTE eu-central-1 0+5",
        "which elastic ips are unused?                     | WASTE elastic-ip-unassociated",
        "list snapshots older than 90 days                 | WASTE ebs-snapshot-old",
        "do we have gp2 volumes?                           | WASTE ebs-volume-gp2",
        "are there orphaned disks?                         | WASTE ebs-volume-unattached",
        "we may have too many snapshots                    | WASTE ebs-snapshot-old",
        "how can we reduce our AWS bill?                   | WASTE",
        "where can we cut costs                            | WASTE",
        "what can we clean up?                             | WASTE",
        "help me save money                                | WASTE",
        "recommendations?                                  | WASTE",
        "is vol-0123456789abcdef0 wasted?                  | WASTE vol-0123456789abcdef0",
        "tell me about i-0123456789abcdef0                 | WASTE i-0123456789abcdef0",
        "what did we waste last month?                     | WASTE last month",
        "waste in account 123456789012                     | WASTE 123456789012",
        "show all unattached volumes                       | WASTE ebs-volume-unattached 0+10000",
        "how much did we spend last week by service?       | SPEND SERVICE last week",
        "how much did we spend?                            | SPEND SERVICE the last 30 days",
        "what did S3 cost in October?                      | SPEND S3 October 2026",
        "What was our AWS bill last month                  | SPEND SERVICE last month",
        "spend yesterday                                   | SPEND SERVICE yesterday",
        "cost per day for the last 7 days                  | SPEND DAY the last 7 days",
        "daily costs this month                            | SPEND DAY this month",
        "how much did each account spend last month?       | SPEND ACCOUNT last month",
        "spend by account last month                       | SPEND ACCOUNT last month",
        "total spend in may                                | SPEND May 2026",
        "how much was RDS since 2026-11-01?                | SPEND Aurora and RDS since 2026-11-01",
        "what are we paying for lambda                     | SPEND Lambda the last 30 days",
        "what do our servers cost?                         | SPEND elastic compute cloud ec2-instance-stopped the last 30 days",
        "how much do our snapshots cost?                   | SPEND EBS ebs-snapshot-old the last 30 days",
        "why did costs rise?                               | SPEND SERVICE the last 30 days",
        "why is our bill so high?                          | SPEND SERVICE the last 30 days",
        "why are we paying so much?                        | SPEND SERVICE the last 30 days",
        "why is EC2 so expensive?                          | SPEND EC2 the last 30 days",
        "what changed last week?                           | SPEND SERVICE last week",
        "why did EC2 get more expensive last week?         | SPEND EC2 last week",
        "what was our most expensive service last week?    | SPEND SERVICE last week",
        "top 5 services last month                         | SPEND SERVICE 0+5 last month",
        "how much did we spend in eu-west-1 last week?     | SPEND SERVICE eu-west-1 last week",
        "how much do we pay per month?                     | SPEND SERVICE the last 30 days",
        "how do I fix the gp2 volumes?                     | FIX ebs-volume-gp2",
        "terraform for old snapshots in eu-west-1          | FIX eu-west-1 ebs-snapshot-old",
        "give me the HCL for unattached volumes over 50 usd| FIX ebs-volume-unattached >=50",
        "how do I get rid of unused elastic IPs?           | FIX elastic-ip-unassociated",
        "delete the unattached volumes                     | FIX ebs-volume-unattached",
        "delete vol-0123456789abcdef0                      | FIX vol-0123456789abcdef0",
        "how can we migrate from gp2 to gp3?               | FIX ebs-volume-gp2",
        "fix everything                                    | FIX 0+10000",
        "fix the biggest one                               | FIX 0+1",
        "what is a gp2 volume?                             | EXPLAIN ebs-volume-gp2",
        "what are snapshots                                | EXPLAIN ebs-snapshot-old",
        "why does a stopped instance cost money?           | EXPLAIN ec2-instance-stopped",
        "is it safe to delete old snapshots?               | EXPLAIN ebs-snapshot-old",
        "can we delete unattached volumes?                 | EXPLAIN ebs-volume-unattached",
        "difference between gp2 and gp3                    | EXPLAIN ebs-volume-gp2",
        "tell me about elastic ips                         | EXPLAIN elastic-ip-unassociated",
        "help                                              | HELP",
        "what can you do?                                  | HELP",
        "Hello costbot!                                    | HELP",
        "thanks                                            | HELP",
        "''                                                | HELP",
        "what is the weather in Paris?                     | OTHER eu-west-3",
        "reboot the server                                 | OTHER ec2-instance-stopped",
        "do we have savings plans?                         | OTHER",
        "how do I fix that?                                | OTHER",
        "and in eu-west-1?                                 | OTHER eu-west-1",
        "the next 10                                       | OTHER 0+10"
      })
  void readsWhatPeopleType(String question, String expected) {
    assertThat(described(understanding.read(question, List.of(), HandMade.TODAY)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "forecast for december                | what will be spent is not known here, only what was spent",
        "what will we spend?                  | what will be spent is not known here, only what was spent",
        "how much did we spend next week      | next week lies ahead, and what will be spent is not known here",
        "spend on 2026-02-30                  | there is no day 2026-02-30",
        "cost by region                       | the bill here is by day, service and account, not by region",
        "spend per team last month            | the bill here is by day, service and account, not per team",
        "cost by month                        | the bill here is by day, service and account, not by month"
      })
  void saysWhyItCannotBeAnswered(String question, String why) {
    assertThatThrownBy(() -> understanding.read(question, List.of(), HandMade.TODAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }

  /**
   * Questions one after the other, each list showing ten findings at most; the last is expected.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what are we wasting? > and in eu-west-1?                         | WASTE eu-west-1",
        "what are we wasting? > and in Ireland?                           | WASTE eu-west-1",
        "what are we wasting? > and in eu-west-1? > and the gp2 volumes?  | WASTE eu-west-1 ebs-volume-gp2",
        "what are we wasting? > only the biggest three                    | WASTE 0+3",
        "what are we wasting? > the next 10                               | WASTE 10+10",
        "what are we wasting? > the next 10 > more                        | WASTE 20+",
        "what are we wasting? > show more findings                        | WASTE 10+",
        "top 3 wastes > the next 5                                        | WASTE 3+5",
        "what are we wasting? > the second one                            | WASTE 1+1",
        "what are we wasting? > the next 10 > the second one              | WASTE 11+1",
        "what are we wasting? > above 50 usd                              | WASTE >=50",
        "what are we wasting? > the next 10 > and in eu-west-1?           | WASTE eu-west-1",
        "what do we waste on gp2? > and S3?                               | WASTE S3",
        "what do we waste in S3? > and on gp2?                            | WASTE ebs-volume-gp2",
        "what are we wasting? > how do I fix that?                        | FIX f1..f10",
        "what are we wasting? > fix it                                    | FIX f1..f10",
        "what are we wasting? > how do I fix the first one?               | FIX f1..f1",
        "what are we wasting? > how do I fix the second one?              | FIX f2..f2",
        "what are we wasting? > fix the biggest three                     | FIX f1..f3",
        "what are we wasting? > the next 10 > fix the first one           | FIX f11..f11",
        "what are we wasting? > fix the top 20                            | FIX 0+20",
        "what are we wasting? > fix the next 10                           | FIX 10+10",
        "what are we wasting? > fix the gp2 ones                          | FIX ebs-volume-gp2",
        "what do we waste in eu-west-1? > fix the gp2 ones                | FIX eu-west-1 ebs-volume-gp2",
        "what do we waste in eu-west-1? > how do I fix the gp2 volumes?   | FIX ebs-volume-gp2",
        "only the biggest three wastes > how do I fix that?               | FIX f1..f3",
        "what are we wasting? > how do I fix that? > the next 10          | FIX 10+10",
        "what are we wasting? > fix that > the next 10 > the next 10      | FIX 20+10",
        "what are we wasting? > how do I fix that? > and in eu-west-1?    | FIX eu-west-1",
        "how do I fix the gp2 volumes? > the next 10                      | FIX ebs-volume-gp2 10+10",
        "what are we wasting? > how much would that save?                 | WASTE f1..f10",
        "what are we wasting? > what do those cost?                       | WASTE f1..f10",
        "what did S3 cost last week? > how do I fix that?                 | FIX S3",
        "how much did we spend last week? > and last month?               | SPEND SERVICE last month",
        "how much did we spend last week? > by account                    | SPEND ACCOUNT last week",
        "how much did we spend last week? > and by day?                   | SPEND DAY last week",
        "how much did we spend last week? > and S3?                       | SPEND SERVICE S3 last week",
        "how much did S3 cost last week? > how much was it in october?    | SPEND S3 October 2026",
        "how much did S3 cost last week? > why did it rise?               | SPEND S3 last week",
        "how much did S3 cost last week? > and the snapshots?             | SPEND EBS ebs-snapshot-old last week",
        "how much did S3 cost last week? > and what did EC2 cost?         | SPEND EC2 last week",
        "how much did S3 cost last week? > and how much did we spend in total? | SPEND the last 30 days",
        "what do snapshots cost? > and RDS?                               | SPEND Aurora and RDS the last 30 days",
        "how much did we spend? > and in eu-west-1? > what do we waste there? | WASTE eu-west-1",
        "top 5 services > the next 5                                      | SPEND SERVICE 5+5 the last 30 days",
        "how much did S3 cost last week? > what are we wasting?           | WASTE",
        "what are we wasting? > what did we spend last week?              | SPEND SERVICE last week",
        "what is a gp2 volume? > and snapshots?                           | EXPLAIN ebs-snapshot-old",
        "what are we wasting? > help > and in eu-west-1?                  | WASTE eu-west-1",
        "what are we wasting? > sing a song > only the biggest three      | WASTE 0+3",
        "help > and in eu-west-1?                                         | OTHER eu-west-1",
        "what are we wasting? > what is the answer to life?               | OTHER"
      })
  void goesOnFromWhatWasSaidBefore(String questions, String expected) {
    List<Turn> history = new ArrayList<>();
    Inquiry last =
        new Inquiry(Topic.OTHER, Inquiry.Scope.ALL, null, Grouping.TOTAL, Inquiry.Page.FIRST);
    for (String question : questions.split(" > ", -1)) {
      last = understanding.read(question.strip(), history, HandMade.TODAY);
      history.add(HandMade.turn(question, last, shown(last)));
    }
    assertThat(described(last)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("guides")
  void understandsWhatItsGuidesSuggest(Guide guide) {
    String keyword = guide.keywords().getFirst();

    assertThat(
            described(
                understanding.read(
                    "which " + keyword + " do we pay for?", List.of(), HandMade.TODAY)))
        .isEqualTo("WASTE " + guide.id());
    assertThat(described(understanding.read("explain " + keyword, List.of(), HandMade.TODAY)))
        .isEqualTo("EXPLAIN " + guide.id());
  }

  static List<Guide> guides() {
    return HandMade.KNOWLEDGE.guides();
  }

  @Test
  void theStandardPeriodIsSaidWithItsDays() {
    Period period = understanding.read("spend", List.of(), HandMade.TODAY).period();

    assertThat(period).hasToString("2026-10-21 to 2026-11-19");
  }

  /** Ids f1, f2 … in the order of the whole list, of which there is more than was shown. */
  private static List<String> shown(Inquiry inquiry) {
    if (inquiry.topic() != Topic.WASTE && inquiry.topic() != Topic.FIX) {
      return List.of();
    }
    Integer size = inquiry.page().size();
    int count = size == null ? 10 : Math.min(size, 10);
    return inquiry.scope().resources().isEmpty()
        ? IntStream.rangeClosed(1, count)
            .mapToObj(i -> "check:account:region:f" + (inquiry.page().offset() + i))
            .toList()
        : inquiry.scope().resources();
  }

  private static String described(Inquiry inquiry) {
    List<String> parts = new ArrayList<>();
    parts.add(inquiry.topic().name());
    if (inquiry.grouping() != Grouping.TOTAL) {
      parts.add(inquiry.grouping().name());
    }
    Inquiry.Scope scope = inquiry.scope();
    parts.addAll(scope.accounts());
    parts.addAll(scope.regions());
    scope.services().forEach(service -> parts.add(Services.name(service)));
    parts.addAll(scope.checks());
    if (!scope.resources().isEmpty()) {
      parts.add(ids(scope.resources()));
    }
    if (scope.minimumSaving() != null) {
      parts.add(">=" + scope.minimumSaving().toPlainString());
    }
    if (!inquiry.page().equals(Inquiry.Page.FIRST)) {
      Integer size = inquiry.page().size();
      parts.add(inquiry.page().offset() + "+" + (size == null ? "" : size));
    }
    if (inquiry.period() != null) {
      parts.add(inquiry.period().words());
    }
    return String.join(" ", parts);
  }

  private static String ids(List<String> ids) {
    List<String> ends = ids.stream().map(id -> id.substring(id.lastIndexOf(':') + 1)).toList();
    return ends.getFirst().startsWith("f")
        ? ends.getFirst() + ".." + ends.getLast()
        : String.join(" ", ends);
  }
}
