package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a table can say has a word in both languages. */
class WordsTest {

  private static final Words WORDS = Words.read();

  static Stream<Class<? extends Record>> questions() {
    return TableFolder.questions().stream();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void everyTablePropertyAndWordOfAClosedListIsNamed(Class<? extends Record> question) {
    QuestionTo to = question.getAnnotation(QuestionTo.class);
    assertThat(WORDS.knowsTable(to.table())).as(to.table()).isTrue();
    named(to.table(), new Form<>(question, KnownWords.any()).properties());
    named(to.table(), new Form<>(to.answer(), KnownWords.any()).components());
  }

  private static void named(String table, Map<String, CellType> properties) {
    properties.forEach(
        (property, type) -> {
          assertThat(WORDS.knowsProperty(table, property)).as(table + " " + property).isTrue();
          assertThat(type.words())
              .as(table + " " + property)
              .allMatch(word -> WORDS.knows(table, property, word));
        });
  }

  @Test
  void aWordMayMeanSomethingOfItsOwnInOneTable() {
    assertThat(WORDS.word("filing-standard", "decision", "ask"))
        .isEqualTo(new Bilingual("值班长决定", "the duty leader decides"));
    assertThat(WORDS.word("request-standard", "decision", "ask"))
        .isEqualTo(new Bilingual("由派遣员决定", "a dispatcher decides"));
    assertThat(WORDS.property("request-standard", "kind").en()).isEqualTo("request");
    assertThat(WORDS.property("duplicate", "kind").en()).isEqualTo("kind");
  }

  @Test
  void codesStandForThemselves() {
    assertThat(WORDS.word("filing-standard", "category", "C01-37"))
        .isEqualTo(Bilingual.same("C01-37"));
    assertThat(WORDS.table("old-table")).isEqualTo(Bilingual.same("old-table"));
  }

  @Test
  void codesOfTheBaseDataAreToldWithTheirNames() {
    Words named = Words.read(new CatalogueWords());
    assertThat(named.word("filing-standard", "category", "C01-37"))
        .isEqualTo(new Bilingual("C01-37 路灯", "C01-37 street lamp"));
    assertThat(named.word("responsible-unit", "unit", "LAMP-CO"))
        .isEqualTo(new Bilingual("LAMP-CO 路灯公司", "LAMP-CO Lamp Co."));
    assertThat(named.word("unit-type", "unitType", "Gas company"))
        .isEqualTo(new Bilingual("燃气企业", "Gas company"));
    assertThat(named.word("filing-standard", "category", "X99-99"))
        .isEqualTo(Bilingual.same("X99-99"));
  }

  @ParameterizedTest
  @CsvSource({"escalation, document", "score, part"})
  void everyFreeWordOfTheNationalTablesIsNamed(String name, String key) {
    CheckedTable table = RulesFolder.table(name);
    assertThat(table.rows())
        .extracting(row -> new Row(table, row).cell(key))
        .isNotEmpty()
        .allMatch(word -> WORDS.knows(name, key, word));
  }

  @Test
  void oneOfSomethingIsSingularInEnglish() {
    assertThat(WORDS.amount("filing-standard", "1", "limitUnit", "urgent_hour"))
        .isEqualTo(new Bilingual("1 紧急工作时", "1 urgent hour"));
    assertThat(WORDS.amount("filing-standard", "2", "limitUnit", "urgent_hour").en())
        .isEqualTo("2 urgent hours");
  }

  @Test
  void aRemarkFallsIntoItsLanguages() {
    assertThat(Remark.of("第 1、2 次核查不符，每次 1st and 2nd failed check, each"))
        .isEqualTo(new Bilingual("第 1、2 次核查不符，每次", "1st and 2nd failed check, each"));
    assertThat(Remark.of("超时倍数 0.5–1 Overdue")).isEqualTo(new Bilingual("超时倍数 0.5–1", "Overdue"));
    assertThat(Remark.of("only English")).isEqualTo(Bilingual.same("only English"));
    assertThat(List.of(Remark.of("只有中文"))).containsExactly(Bilingual.same("只有中文"));
  }
}
