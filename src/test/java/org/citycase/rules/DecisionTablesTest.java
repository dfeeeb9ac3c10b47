package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citycase.Refusal;
import org.citycase.casefile.FilingQuestion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All examples beside the tables are run; a row without an example fails the build. */
class DecisionTablesTest {

  private static final Set<String> NEGATIVE = Set.of("none", "coordinate", "rework");

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");

  private static Map<String, TableFolder.Loaded> tables;

  @BeforeAll
  static void loadAllTables() {
    tables = new TableFolder(Path.of("rules"), KnownWords.any()).load();
  }

  static Stream<String> names() {
    return tables.keySet().stream();
  }

  @Test
  void theTablesOfTheHouseAreThere() {
    assertThat(tables)
        .containsOnlyKeys(
            "closing-standard",
            "duplicate",
            "emergency-stages",
            "escalation",
            "filing-standard",
            "penalty",
            "reply-limits",
            "request-standard",
            "responsible-unit",
            "score",
            "stage-limits",
            "unit-type");
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyExampleGetsItsRowAndItsAnswer(String name) {
    assertThat(Example.of(name)).isNotEmpty().allSatisfy(DecisionTablesTest::holds);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyRowIsHitByAnExample(String name) {
    Set<String> unhit = new HashSet<>(tables.get(name).compiled().table().rowIds());
    Example.of(name).forEach(example -> unhit.remove(example.row()));
    assertThat(unhit).as("rows of %s that no example hits", name).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void atLeastOneExampleIsRefusedOrAnsweredNegatively(String name) {
    assertThat(Example.of(name))
        .anyMatch(
            each -> each.refused() || each.answer().values().stream().anyMatch(NEGATIVE::contains));
  }

  @Test
  void aQuestionNoRowAnswersIsRefusedWithTheTableAndTheQuestion() {
    assertThatThrownBy(() -> ask(filing("C01-37-99")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("filing-standard has no row")
        .hasMessageContaining("condition=C01-37-99");
  }

  @Test
  void manyThreadsAskOneTableAndNobodyGetsTheAnswerOfAnother() {
    List<String> conditions = List.of("C01-37-1", "C01-37-3", "E02-01-1", "E05-02-1", "C01-01-2");
    IntStream.range(0, 4000)
        .parallel()
        .mapToObj(i -> conditions.get(i % conditions.size()))
        .forEach(condition -> assertThat(ask(filing(condition)).id()).isEqualTo(condition));
  }

  private static void holds(Example example) {
    TableFolder.Loaded table = tables.get(example.table());
    Record question = table.question().of(example.question());
    if (example.refused()) {
      assertThatThrownBy(() -> table.compiled().ask(question, DAY))
          .as("%s", example)
          .isInstanceOf(Refusal.class);
      return;
    }
    Answer.Row row = table.compiled().ask(question, DAY);
    assertThat(row.id()).as("%s", example).isEqualTo(example.row());
    assertThat((Record) table.answer().of(row.values()))
        .as("%s", example)
        .isEqualTo(table.answer().of(example.answer()));
  }

  private static Answer.Row ask(FilingQuestion question) {
    return tables.get("filing-standard").compiled().ask(question, DAY);
  }

  private static FilingQuestion filing(String condition) {
    String category = condition.substring(0, "C01-37".length());
    return new FilingQuestion(category, condition, "public", false, 0, "", false, false, false);
  }
}
