package dev.costbot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the arrows of docs/architecture.md. No rule here has an exception. */
@AnalyzeClasses(packages = "dev.costbot", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
  private static final Map<String, List<String>> MAY_LOOK_INTO =
      Map.ofEntries(
          Map.entry("model", List.of()),
          Map.entry("inventory", List.of("model")),
          Map.entry("cost", List.of("model")),
          Map.entry("checks", List.of("model")),
          Map.entry("knowledge", List.of("model")),
          Map.entry("conversation", List.of("model")),
          Map.entry("advisor", List.of("model", "knowledge", "conversation")),
          Map.entry("report", List.of("model")),
          Map.entry("delivery", List.of("model", "report")),
          Map.entry("slack", List.of("model", "report", "delivery")));

  @ArchTest
  static void everyRoomLooksOnlyWhereItMay(JavaClasses house) {
    MAY_LOOK_INTO.forEach(
        (room, others) -> {
          Set<String> closed = new TreeSet<>(MAY_LOOK_INTO.keySet());
          closed.add("app");
          closed.remove(room);
          closed.removeAll(others);
          noClasses()
              .that()
              .resideInAPackage("dev.costbot." + room + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(
                  closed.stream().map(name -> "dev.costbot." + name + "..").toArray(String[]::new))
              .check(house);
        });
  }

  @ArchTest
  static void everyClassLivesInARoom(JavaClasses house) {
    Set<String> rooms = new TreeSet<>(MAY_LOOK_INTO.keySet());
    rooms.add("app");
    classes()
        .should()
        .resideInAnyPackage(
            rooms.stream().map(name -> "dev.costbot." + name + "..").toArray(String[]::new))
        .check(house);
  }

  @ArchTest
  static void theModelLooksIntoTheJdkOnly(JavaClasses house) {
    classes()
        .that()
        .resideInAPackage("dev.costbot.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "dev.costbot.model..")
        .check(house);
  }

  @ArchTest
  static void theFrontFunctionStaysSmall(JavaClasses house) {
    classes()
        .that()
        .resideInAnyPackage("dev.costbot.app.front..", "dev.costbot.slack.request..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.crypto..",
            "org.jspecify..",
            "com.fasterxml.jackson.core..",
            "com.amazonaws.services.lambda.runtime..",
            "dev.costbot.app.front..",
            "dev.costbot.slack.request..")
        .check(house);
  }

  @ArchTest
  static void checksAndReportsArePure(JavaClasses house) {
    noClasses()
        .that()
        .resideInAnyPackage("dev.costbot.checks..", "dev.costbot.report..", "dev.costbot.model..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.time\\.Clock|java\\.nio\\.file\\.Files|java\\.io\\.File.*")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "okhttp3..", "com.slack..")
        .check(house);
  }

  @ArchTest
  static void noRoomIsForOddsAndEnds(JavaClasses house) {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..helper..")
        .check(house);
  }

  @Test
  void theRulesNameEveryRoomOfTheHouse() {
    assertThat(MAY_LOOK_INTO.keySet())
        .containsExactlyInAnyOrder(
            "model",
            "inventory",
            "cost",
            "checks",
            "knowledge",
            "conversation",
            "advisor",
            "report",
            "delivery",
            "slack");
  }
}
