package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one answer says otherwise than another, word for word, in both languages. */
class AnswerChangesTest {

  private static final Words WORDS = Words.read(new CatalogueWords());
  private static final Map<String, Object> FILED = filing("ask", 4, "urgent_hour");

  @Test
  void aLimitIsToldAsInAListOfChanges() {
    assertThat(told(FILED, filing("ask", 1, "urgent_hour")))
        .isEqualTo(new Bilingual("时限 4 → 1 紧急工作时", "limit 4 → 1 urgent hours"));
    assertThat(told(FILED, filing("ask", 1, "work_day")))
        .isEqualTo(new Bilingual("时限 4 紧急工作时 → 1 工作日", "limit 4 urgent hours → 1 work day"));
    assertThat(told(FILED, filing("ask", 4, "work_hour")).en())
        .isEqualTo("limit 4 urgent hours → 4 work hours");
  }

  @Test
  void whatIsNoLongerFiledHasNoLimit() {
    assertThat(told(FILED, filing("none", 0, "")))
        .isEqualTo(
            new Bilingual(
                "决定 值班长决定 → 不予立案；时限 4 紧急工作时 → 无",
                "decision the duty leader decides → not filed; limit 4 urgent hours → none"));
  }

  @Test
  void withoutAnAnswerBeforeEverythingIsNew() {
    assertThat(told(Map.of(), filing("ask", 4, "urgent_hour")).en())
        .isEqualTo("decision none → the duty leader decides; limit none → 4 urgent hours");
    assertThat(told(FILED, FILED)).isEqualTo(new Bilingual("", ""));
  }

  @Test
  void aUnitTypeIsToldByItsNameAndATextInItsLanguage() {
    assertThat(
            AnswerChanges.told(
                WORDS,
                "unit-type",
                Map.of("unitType", "Gas company"),
                Map.of("unitType", "Traffic police")))
        .isEqualTo(
            new Bilingual("责任单位类型 燃气企业 → 公安交通管理部门", "unit type Gas company → Traffic police"));
    assertThat(
            AnswerChanges.told(
                WORDS, "closing-standard", texts("完好", "Sound"), texts("完好", "Whole and clean")))
        .isEqualTo(new Bilingual("结案条件 完好 → 完好", "closing condition Sound → Whole and clean"));
  }

  private static Bilingual told(Map<String, Object> before, Map<String, Object> after) {
    return AnswerChanges.told(WORDS, "filing-standard", before, after);
  }

  private static Map<String, Object> filing(String decision, int limit, String unit) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("decision", decision);
    answer.put("limitValue", limit);
    answer.put("limitUnit", unit);
    return answer;
  }

  private static Map<String, Object> texts(String zh, String en) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("zh", zh);
    answer.put("en", en);
    return answer;
  }
}
