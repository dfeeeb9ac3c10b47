package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The city's rows on the national table. */
class LayersTest {

  private static final String HEAD =
      """
      ,RuleSet,x
      ,Import,x
      ,Variables,x
      ,RuleTable x
      ,NAME,CONDITION,ACTION
      ,,question : X,
      ,,a == "$param","answer.set(""b"", ""$param"");"
      说明 Remark,行号 Row id,甲 A,乙 B
      """;

  private static final String WIDE_HEAD =
      """
      ,RuleSet,x
      ,Import,x
      ,Variables,x
      ,RuleTable x
      ,NAME,CONDITION,CONDITION,ACTION,ACTION
      ,,question : X,question : X,,
      ,,a == "$param",c >= $param,"answer.set(""b"", ""$param"");","answer.set(""d"", ""$param"");"
      说明 Remark,行号 Row id,甲 A,丙 C,乙 B,丁 D
      """;

  private static final Sheet NATIONAL = sheet(HEAD, "n,R1,a1,b1", "n,R2,a2,b2", "n,R3,a3,b3");

  @Test
  void aCityRowWithTheIdOfANationalOneTakesItsPlace() {
    assertThat(rows(Layers.merged(NATIONAL, sheet(HEAD, "c,R2,a9,b9"))))
        .containsExactly("n,R1,a1,b1", "c,R2,a9,b9", "n,R3,a3,b3");
  }

  @Test
  void aCityRowWithAnIdOfItsOwnIsAdded() {
    assertThat(rows(Layers.merged(NATIONAL, sheet(HEAD, "c,R9,a9,b9"))))
        .containsExactly("n,R1,a1,b1", "n,R2,a2,b2", "n,R3,a3,b3", "c,R9,a9,b9");
  }

  @Test
  void aCityRowOfNothingButItsIdTakesTheNationalOneAwayWhateverItsRemark() {
    assertThat(rows(Layers.merged(NATIONAL, sheet(HEAD, ",R1", "decree 12,R3,, "))))
        .containsExactly("n,R2,a2,b2");
    assertThat(rows(Layers.merged(NATIONAL, sheet(HEAD, ",R7,,")))).hasSize(3);
  }

  @Test
  void aColumnOnlyTheCityHasComesLastAndIsEmptyInNationalRows() {
    Sheet merged = Layers.merged(NATIONAL, sheet(WIDE_HEAD, "c,R2,a9,5,b9,d9"));
    assertThat(Head.keys(merged)).containsExactly("", "id", "a==", "b", "c>=", "d");
    assertThat(rows(merged)).containsExactly("n,R1,a1,b1,,", "c,R2,a9,b9,5,d9", "n,R3,a3,b3,,");
  }

  @Test
  void whatANewEditionAnswersBesidesIsTakenFromTheNationalRowAndANewConditionStaysOpen() {
    Sheet edition = sheet(WIDE_HEAD, "n,R1,a1,1,b1,d1", "n,R2,a2,2,b2,d2");
    assertThat(rows(Layers.merged(edition, sheet(HEAD, "c,R2,a9,b9", "c,R8,a8,b8"))))
        .containsExactly("n,R1,a1,1,b1,d1", "c,R2,a9,,b9,d2", "c,R8,a8,,b8,");
  }

  @Test
  void theCitysOwnRowsAreThoseThatDiffer() {
    Sheet whole = sheet(HEAD, "n,R1,a1,b1", "n,R2,a2,b9", "c,R9,a9,b9");
    assertThat(rows(Layers.cityRows(NATIONAL, whole)))
        .containsExactly("n,R2,a2,b9", "c,R9,a9,b9", ",R3");
    assertThat(rows(Layers.cityRows(NATIONAL, NATIONAL))).isEmpty();
  }

  @Test
  void withdrawalsAreNoRowsOfATableAndLeaveTheNumbersOfTheOthersAlone() {
    Sheet city = sheet(HEAD, ",R1", "c,R2,a9,b9", "why,R3");
    assertThat(rows(Layers.withoutWithdrawn(city))).containsExactly("", "c,R2,a9,b9", "");
  }

  /** Rows may stand in another order; the table answers the same. */
  @Property
  void theCitysRowsOnTheNationalTableGiveTheWholeTableAgain(
      @ForAll("tables") Map<String, String> national, @ForAll("tables") Map<String, String> whole) {
    Sheet standard = table(national);
    Sheet table = table(whole);
    Sheet again = Layers.merged(standard, Layers.cityRows(standard, table));
    assertThat(rows(again)).containsExactlyInAnyOrderElementsOf(rows(table));
    assertThat(Head.keys(again)).isEqualTo(Head.keys(standard));
  }

  /** A new edition keeps what the city changed and brings what it did not touch. */
  @Property
  void aNewEditionKeepsWhatTheCityChangedAndBringsTheRest(
      @ForAll("tables") Map<String, String> older,
      @ForAll("tables") Map<String, String> newer,
      @ForAll("tables") Map<String, String> whole) {
    Sheet city = Layers.cityRows(table(older), table(whole));
    List<String> own = rows(city).stream().map(row -> row.split(",")[1]).toList();
    List<String> renewed = rows(Layers.merged(table(newer), city));
    for (String row : rows(table(whole))) {
      assertThat(!own.contains(row.split(",")[1]) || renewed.contains(row)).isTrue();
    }
    for (String row : rows(table(newer))) {
      assertThat(own.contains(row.split(",")[1]) || renewed.contains(row)).isTrue();
    }
  }

  /** Row ids to what they say; few of each, so that rows often meet. */
  @Provide
  Arbitrary<Map<String, String>> tables() {
    return Arbitraries.maps(
            Arbitraries.integers().between(1, 8).map(id -> "R" + id),
            Arbitraries.of("a,b", "a,c", "d,b", ",b"))
        .ofMaxSize(8);
  }

  private static Sheet table(Map<String, String> rows) {
    return sheet(
        HEAD,
        rows.entrySet().stream()
            .map(row -> "," + row.getKey() + "," + row.getValue())
            .toArray(String[]::new));
  }

  private static Sheet sheet(String head, String... rows) {
    List<String> all = new ArrayList<>(List.of(rows));
    String text = head + String.join("\n", all);
    return Sheet.of("x.drl.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> rows(Sheet sheet) {
    return sheet.rows().subList(Head.FIRST_DATA_ROW, sheet.rows().size()).stream()
        .map(row -> String.join(",", row))
        .toList();
  }
}
