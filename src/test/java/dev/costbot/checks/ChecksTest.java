package dev.costbot.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.cost.BundledPrices;
import dev.costbot.knowledge.Guide;
import dev.costbot.knowledge.KnowledgeBase;
import dev.costbot.model.Resource;
import dev.costbot.model.Saving;
import dev.costbot.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Walks all checks: class, folder, guide and cases have to go together. */
class ChecksTest {
  private static final Path FOLDERS = Path.of("knowledge-base", "checks");

  @Test
  void everyCheckHasAFolderAndEveryFolderACheck() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDERS)) {
      assertThat(CheckEngine.all())
          .extracting(check -> check.info().id())
          .containsExactlyInAnyOrderElementsOf(
              folders.map(folder -> folder.getFileName().toString()).toList());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyGuideSaysWhyWhenHowAndHowBack() {
    List<String> ids = CheckEngine.all().stream().map(check -> check.info().id()).toList();
    return KnowledgeBase.ofChecks(ids).guides().stream()
        .map(guide -> DynamicTest.dynamicTest(guide.id(), () -> complete(guide)));
  }

  private static void complete(Guide guide) {
    assertThat(guide.title()).isNotBlank();
    assertThat(guide.keywords()).isNotEmpty();
    assertThat(guide.must()).isNotBlank();
    assertThat(guide.template().orElseThrow().text())
        .contains(guide.secondApply().isEmpty() ? "prevent_destroy" : "var." + guide.secondApply());
    for (String heading : List.of("Why it costs", "When it is fine", "How to fix", "How to undo")) {
      assertThat(guide.section(heading)).isNotBlank();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCaseIsJudgedAsItSays() {
    return CheckEngine.all().stream()
        .flatMap(
            check -> {
              CaseFile file = file(check);
              return file.cases().stream()
                  .map(
                      one ->
                          DynamicTest.dynamicTest(
                              check.info().id() + ": " + one, () -> judge(check, file, one)));
            });
  }

  @TestFactory
  Stream<DynamicTest> everyCheckHasCasesOfAllVerdicts() {
    return CheckEngine.all().stream()
        .map(
            check ->
                DynamicTest.dynamicTest(
                    check.info().id(),
                    () -> {
                      CaseFile file = file(check);
                      assertThat(file.cases())
                          .extracting(one -> one.text("verdict"))
                          .contains("waste", "fine");
                      if (file.noUnknown().isEmpty()) {
                        assertThat(file.cases())
                            .extracting(one -> one.text("verdict"))
                            .containsAnyOf("unknown", "skipped");
                      }
                    }));
  }

  private static CaseFile file(Check<?> check) {
    return new CaseFile(FOLDERS.resolve(check.info().id()).resolve("cases.yaml"));
  }

  private static <R extends Resource> void judge(Check<R> check, CaseFile file, CaseFile.Case one) {
    Thresholds thresholds =
        new Thresholds(Map.of(check.info().id(), one.thresholds()), List.of(check.info()));
    Verdict verdict =
        check.judge(
            check.kind().cast(one.resource()),
            new Surroundings(one.inventory(), BundledPrices.list(), thresholds, file.now()));
    assertThat(verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT))
        .isEqualTo(one.text("verdict"));
    assertThat(one.text("reason")).isNotBlank();
    assertThat(verdict.reason()).contains(one.text("reason"));
    if (verdict instanceof Verdict.Waste waste) {
      assertThat(amount(waste.saving())).isEqualTo(one.text("saving"));
      assertThat(waste.saving().formula()).contains(one.text("formula"));
      if (!one.text("confidence").isEmpty()) {
        assertThat(waste.confidence().name()).isEqualToIgnoringCase(one.text("confidence"));
      }
    }
  }

  private static String amount(Saving saving) {
    return switch (saving) {
      case Saving.Priced priced -> priced.monthly().rounded().toPlainString();
      case Saving.Unpriced unpriced -> "unknown";
    };
  }
}
