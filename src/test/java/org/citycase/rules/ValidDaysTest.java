package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Arrays;
import org.citycase.Refusal;
import org.citycase.evaluate.PenaltyQuestion;
import org.junit.jupiter.api.Test;

/** Rows that are valid for a time, both days included. */
class ValidDaysTest {

  private static final PenaltyQuestion OVERDUE = new PenaltyQuestion("overdue", 0.2, 1);

  private static final CompiledTable TABLE =
      new CompiledTable(
          WrittenTable.of(
              PenaltyQuestion.class,
              row("UNTIL", "validUntil", "2026-06-30"),
              row("SUMMER", "validFrom", "2026-07-01", "validUntil", "2026-08-31"),
              row("FROM", "validFrom", "2026-09-02")));

  @Test
  void theFirstAndTheLastDayBelongToTheTime() {
    assertThat(on("2000-01-01")).isEqualTo("UNTIL");
    assertThat(on("2026-06-30")).isEqualTo("UNTIL");
    assertThat(on("2026-07-01")).isEqualTo("SUMMER");
    assertThat(on("2026-08-31")).isEqualTo("SUMMER");
    assertThat(on("2026-09-02")).isEqualTo("FROM");
    assertThat(on("9999-12-31")).isEqualTo("FROM");
  }

  @Test
  void onADayOfNoRowTheQuestionIsRefused() {
    assertThatThrownBy(() -> on("2026-09-01"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("has no row for this question");
  }

  @Test
  void aRowThatIsNotValidOnTheDayIsToldAmongThoseThatLost() {
    assertThat(TABLE.asked(OVERDUE, LocalDate.parse("2026-07-15")).lost())
        .extracting(Lost::row, Lost::why)
        .containsExactly(tuple("FROM", "validity"), tuple("UNTIL", "validity"));
  }

  @Test
  void twoRowsValidOnOneDayAreRefusedOnThatDayOnly() {
    CompiledTable both =
        new CompiledTable(
            WrittenTable.of(
                PenaltyQuestion.class,
                row("A", "validUntil", "2026-06-30"),
                row("B", "validFrom", "2026-06-30")));
    assertThat(both.ask(OVERDUE, LocalDate.parse("2026-06-29")).id()).isEqualTo("A");
    assertThatThrownBy(() -> both.ask(OVERDUE, LocalDate.parse("2026-06-30")))
        .hasMessageContaining("more than one row for this question: A, B");
    assertThat(both.ask(OVERDUE, LocalDate.parse("2026-07-01")).id()).isEqualTo("B");
  }

  private static String on(String day) {
    return TABLE.ask(OVERDUE, LocalDate.parse(day)).id();
  }

  private static String row(String id, String... days) {
    String[] cells = {"id", id, "trigger==", "overdue", "code", id, "points", "1", "factor", "1"};
    String[] all = Arrays.copyOf(cells, cells.length + days.length);
    System.arraycopy(days, 0, all, cells.length, days.length);
    return WrittenTable.row(PenaltyQuestion.class, all);
  }
}
