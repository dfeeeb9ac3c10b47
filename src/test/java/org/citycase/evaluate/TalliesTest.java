package org.citycase.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.citycase.TestDatabase;
import org.citycase.rules.Decision;
import org.citycase.rules.OneTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which cases and tasks count in a period, and for whom; the numbers were counted by hand. */
@Tag(TestDatabase.TAG)
class TalliesTest {

  private static final Period MARCH = Period.of("2026-03-01", "2026-03-31");
  private static final Period APRIL = Period.of("2026-04-01", "2026-04-30");
  private static final String IN_MAY = "2026-05-10T12:00";

  private final CaseRows rows = new CaseRows();

  private Tally empty(Period period, String now) {
    Instant asked = Instant.ofEpochMilli(CaseRows.at(now));
    return new Tally(rows.jdbc(), period.begin(CaseRows.CITY), period.end(CaseRows.CITY, asked));
  }

  private Counts street(Period period, String now) {
    return CaseTallies.ofUnits(empty(period, now)).of("STREET-A");
  }

  private Counts person(String user) {
    return PostTallies.of(empty(MARCH, IN_MAY)).of(user);
  }

  private static void counts(Counts counts, Object... numbers) {
    for (int i = 0; i < numbers.length; i += 2) {
      String name = (String) numbers[i];
      assertThat(counts.of(name)).as(name).isEqualTo(((Integer) numbers[i + 1]).longValue());
    }
  }

  private void closedCases(int count, boolean late, Object... columns) {
    String fedBack = late ? "2026-03-21T10:00" : "2026-03-19T10:00";
    for (int i = 0; i < count; i++) {
      rows.closed(late, fedBack, "2026-03-22T10:00", columns);
    }
  }

  @Test
  void s66_twoHundredOfTwoHundredAndFiveCasesMakeTheScoreOfMarch() {
    closedCases(10, false, "extension_count", 2);
    closedCases(6, false, "rework_count", 1);
    closedCases(164, false);
    closedCases(12, true);
    for (int i = 0; i < 8; i++) {
      rows.file();
    }
    for (int i = 0; i < 5; i++) {
      rows.file("state", "SUSPENDED", "clock_state", "paused", "due_at", null);
    }
    Counts march = street(MARCH, IN_MAY);
    counts(
        march,
        "due",
        200,
        "handled",
        192,
        "handled_on_time",
        180,
        "overdue_open",
        8,
        "closed",
        192,
        "closed_on_time",
        180,
        "closed_late",
        12,
        "extended",
        10,
        "reworked",
        6,
        "filed",
        205);
    var table = OneTable.of(ScoreQuestion.class, ScoreWeight.class);
    Grading grading =
        new Grading(
            asked -> new Decision<>(table.apply(asked), "score", "v", "r", Instant.EPOCH, 0),
            ScoreObject.UNIT,
            "P1");
    assertThat(grading.grade(march).score()).isEqualByComparingTo("93.12");
  }

  @Test
  void s71_aCaseFedBackAfterThePeriodItWasDueInCountsOnceAndStaysAsItWas() {
    rows.closed(true, "2026-04-01T09:00", "2026-04-01T15:00", "due_at", "2026-03-31T17:00");
    counts(
        street(MARCH, IN_MAY),
        "due",
        1,
        "handled",
        0,
        "handled_on_time",
        0,
        "overdue_open",
        1,
        "closed",
        0,
        "closed_on_time",
        0,
        "closed_late",
        0);
    assertThat(street(APRIL, IN_MAY).of("due")).isNull();
  }

  @Test
  void aCaseFedBackBeforeItIsDueCountsWhenItWasFedBack() {
    rows.closed(false, "2026-03-30T09:00", "2026-04-01T09:00", "due_at", "2026-04-02T17:00");
    counts(street(MARCH, IN_MAY), "due", 1, "handled_on_time", 1, "closed_on_time", 1);
    assertThat(street(APRIL, IN_MAY).of("due")).isNull();
  }

  @Test
  void whatIsNotDueYetDoesNotCountWhileThePeriodLasts() {
    rows.file("due_at", "2026-03-20T17:00");
    assertThat(street(MARCH, "2026-03-20T17:00").of("due")).isNull();
    counts(street(MARCH, "2026-03-20T17:01"), "due", 1, "overdue_open", 1);
  }

  @Test
  void mergedRefusedVoidedAndQuickCasesAreOutAndAGrantedAppealTakesTheMarkAway() {
    for (String end : new String[] {"MERGED", "REJECTED", "NOT_FILED", "VOIDED"}) {
      rows.file("state", end, "clock_state", "stopped");
    }
    closedCases(1, false, "quick", true);
    rows.file("state", "RETURN_REVIEW", "clock_state", "paused", "due_at", null);
    assertThat(street(MARCH, IN_MAY).of("due")).isNull();
    closedCases(1, true, "exempt", true);
    counts(
        street(MARCH, IN_MAY),
        "due",
        1,
        "handled_on_time",
        1,
        "closed_on_time",
        1,
        "closed_late",
        0,
        "filed",
        7,
        "filed_rightly",
        6);
  }

  @Test
  void anEarlierStageThatRanPastItsDueInstantMakesTheCaseLateButAnExtendedStretchDoesNot() {
    String emergency = rows.closed(false, "2026-03-19T10:00", "2026-03-19T11:00");
    rows.ran(emergency, 1, 1, "2026-03-18T14:00", "2026-03-18T13:00");
    rows.ran(emergency, 2, 2, "2026-03-19T10:00", "2026-03-20T17:00");
    counts(street(MARCH, IN_MAY), "due", 1, "closed_on_time", 0, "closed_late", 1);
    String extended = rows.closed(false, "2026-03-19T10:00", "2026-03-19T11:00");
    rows.ran(extended, 1, 1, "2026-03-18T14:00", "2026-03-18T13:00");
    rows.ran(extended, 1, 2, "2026-03-19T10:00", "2026-03-20T17:00");
    counts(street(MARCH, IN_MAY), "due", 2, "closed_on_time", 1, "closed_late", 1);
  }

  @Test
  void aDistrictCountsItsPublicReportsItsRecurrencesAndWhatReportersSaid() {
    closedCases(1, false, "channel", "HOTLINE", "satisfaction", "basicallySatisfied");
    closedCases(1, false, "channel", "PUBLIC", "satisfaction", "dissatisfied", "recurrence", true);
    closedCases(2, false, "district", "110102");
    counts(
        CaseTallies.ofDistricts(empty(MARCH, IN_MAY)).of("110101"),
        "due",
        2,
        "filed",
        2,
        "public_filed",
        2,
        "recurred",
        1,
        "rated",
        2,
        "satisfied",
        1);
    assertThat(CaseTallies.ofDistricts(empty(APRIL, IN_MAY)).of("110101").of("filed")).isNull();
  }

  @Test
  void aCollectorAnswersForHisReportsAndHisFieldTasks() {
    String good = rows.file();
    rows.file("state", "NOT_FILED", "filed_at", null, "unit", null);
    rows.file("state", "MERGED", "filed_at", null, "unit", null);
    rows.file("state", "TO_FILE", "filed_at", null, "unit", null);
    rows.file("channel", "HOTLINE", "reported_by", "li");
    rows.task(good, "verify", "chen", "2026-03-03T10:00");
    rows.task(good, "verify", "chen", "2026-03-03T11:00", "overdue", true);
    rows.task(good, "check", "chen", "2026-03-31T23:59");
    rows.task(good, "check", "chen", "2026-04-01T00:00");
    rows.task(good, "check", null, "2026-03-05T10:00");
    counts(
        person("chen"),
        "decided_reports",
        2,
        "effective_reports",
        1,
        "verified",
        2,
        "verified_on_time",
        1,
        "checked",
        1,
        "checked_on_time",
        1);
    assertThat(person("li").of("decided_reports")).isNull();
  }

  @Test
  void aClerkAShiftLeaderAndADispatcherAnswerForTheirTasks() {
    String one = rows.file("filed_by", "zhao");
    String moved = rows.file("filed_by", "zhao", "state", "VOIDED", "moved", true);
    String coordinated = rows.file("filed_by", "rule", "coordinated", true);
    rows.task(one, "accept", "li", "2026-03-02T09:05", "paused", true);
    rows.task(one, "accept", "li", "2026-03-02T09:09");
    rows.task(moved, "accept", "li", "2026-03-02T09:50", "overdue", true, "paused", true);
    rows.task(one, "review", "li", "2026-03-09T09:50", "overdue", true);
    rows.task(one, "review", "li", "2026-03-09T10:50");
    counts(
        person("li"),
        "accepted",
        1,
        "verify_sent",
        2,
        "verify_sent_on_time",
        1,
        "reviewed",
        2,
        "reviewed_on_time",
        1);
    rows.task(one, "file", "zhao", "2026-03-02T09:10");
    rows.task(moved, "file", "zhao", "2026-03-02T09:40", "overdue", true);
    rows.task(one, "close", "zhao", "2026-03-10T09:40");
    counts(
        person("zhao"),
        "filing_decided",
        2,
        "filing_decided_on_time",
        1,
        "closing_decided",
        1,
        "closing_decided_on_time",
        1,
        "filed",
        2,
        "filed_rightly",
        1);
    for (String number : new String[] {one, moved, coordinated}) {
      rows.task(number, "dispatch", "sun", "2026-03-02T10:00");
    }
    counts(
        person("sun"),
        "dispatched",
        3,
        "dispatched_on_time",
        3,
        "dispatched_cases",
        2,
        "dispatched_accurately",
        1);
  }
}
