package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.citycase.Refusal;
import org.citycase.evaluate.PenaltyQuestion;
import org.junit.jupiter.api.Test;

/** What a person changes in the page. */
class EditedSheetTest {

  private static final Sheet PENALTY = WrittenTable.inTheFolder(PenaltyQuestion.class).sheet();

  @Test
  void aCellIsNamedByItsRowAndColumnAndTrimmed() {
    Sheet edited = cell("OT-1", "points", " 0.7 ");
    assertThat(row(edited, "OT-1")).contains("0.7");
    assertThat(row(cell("OT-1", "remark", "decree"), "OT-1").get(0)).isEqualTo("decree");
    assertThat(row(cell("OT-1", "multiple<=", null), "OT-1").get(4)).isEmpty();
  }

  @Test
  void theSheetItselfStaysAsItIs() {
    String before = TableText.print(PENALTY.rows());
    cell("OT-1", "points", "0.7");
    assertThat(TableText.print(PENALTY.rows())).isEqualTo(before);
  }

  @Test
  void aRowIsAddedBehindAnotherOrAtTheEnd() {
    TableEdit.Added behind = new TableEdit.Added("N-1", "new", "OT-1", Map.of("code", "N-1"));
    TableEdit.Added last = new TableEdit.Added("N-2", null, null, null);
    Sheet edited = edit(new TableEdit(null, List.of(behind, last), null));
    List<String> ids = ids(edited);
    assertThat(ids.indexOf("N-1")).isEqualTo(ids.indexOf("OT-1") + 1);
    assertThat(ids.get(ids.size() - 1)).isEqualTo("N-2");
    assertThat(row(edited, "N-1")).startsWith("new", "N-1").contains("N-1");
  }

  @Test
  void aRowThatIsGivenAnotherIdIsThenNamedByIt() {
    TableEdit edit =
        new TableEdit(
            List.of(
                new TableEdit.Cell("OT-1", "id", "OT-9"),
                new TableEdit.Cell("OT-9", "points", "0.7")),
            null,
            null);
    assertThat(row(edit(edit), "OT-9")).contains("0.7");
  }

  @Test
  void aRowIsTakenAway() {
    assertThat(ids(edit(new TableEdit(null, null, List.of("OT-1"))))).doesNotContain("OT-1");
  }

  @Test
  void aRowOrAColumnThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> cell("OT-99", "points", "1"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("The draft has no row OT-99");
    assertThatThrownBy(() -> cell("OT-1", "fine", "1"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("The table has no column fine; it has [id, trigger==");
    assertThatThrownBy(() -> edit(new TableEdit(null, null, List.of("OT-99"))))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void anEditWithoutRowNamesOrWithLinesThatAreNotThereIsRefused() {
    assertThatThrownBy(() -> cell(null, "points", "1")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> cell("OT-1", null, "1")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> cell("", "points", "1")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> edit(new TableEdit(Collections.singletonList(null), null, null)))
        .isInstanceOf(Refusal.class);
  }

  private static Sheet cell(String row, String key, String value) {
    return edit(new TableEdit(List.of(new TableEdit.Cell(row, key, value)), null, null));
  }

  private static Sheet edit(TableEdit edit) {
    return new EditedSheet(PENALTY).with(edit);
  }

  private static List<String> ids(Sheet sheet) {
    return sheet.rows().subList(Head.FIRST_DATA_ROW, sheet.rows().size()).stream()
        .map(row -> row.get(Head.FIRST_COLUMN))
        .toList();
  }

  private static List<String> row(Sheet sheet, String id) {
    return sheet.rows().stream()
        .filter(row -> row.get(Head.FIRST_COLUMN).equals(id))
        .findFirst()
        .orElseThrow();
  }
}
