package org.citycase.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.citycase.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(TestDatabase.TAG)
class DeedsTest {

  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  private final AuditRows rows = new AuditRows();
  private final Deeds deeds = rows.deeds();

  /** 120 deeds of li on 10 March, one an hour later on each of two cases, one on the tables. */
  @BeforeEach
  void aDayOfLi() {
    for (int i = 1; i <= 120; i++) {
      rows.log(
          "A", i, "2026-03-10T01:00:%02dZ".formatted(i / 3), i % 4 == 0 ? "sun" : "li", "note");
    }
    rows.log("B", 1, "2026-03-10T02:00:00Z", "li", DeedQuery.READ_REPORTER);
    rows.log("B", 2, "2026-03-10T15:59:59Z", "admin", DeedQuery.INTERVENE);
    rows.log("B", 3, "2026-03-10T16:00:00Z", "admin", DeedQuery.INTERVENE);
    rows.configuration("2026-03-10T03:00:00Z", "li", "publishTable");
    rows.configuration("2026-03-11T03:00:00Z", "owner", "publishTable");
  }

  @Test
  void everythingOnePersonDidIsToldOverBothLogsNewestFirstWithTheExactTotal() {
    Found<Deed> found = deeds.of(DeedQuery.by("li", Span.EVER), new Leaf(0, 50));
    assertThat(found.total()).isEqualTo(92);
    assertThat(found.items()).hasSize(50);
    assertThat(found.items().subList(0, 3))
        .extracting(Deed::source, Deed::number, Deed::subject, Deed::action)
        .containsExactly(
            tuple("configuration", null, "penalty", "publishTable"),
            tuple("case", "B", null, DeedQuery.READ_REPORTER),
            tuple("case", "A", null, "note"));
    assertThat(found.items().get(2).data().path("row").asText()).isEqualTo("R1");
  }

  @Test
  void thePagesTogetherAreTheSheetAndTheCountsOfTheActions() {
    DeedQuery query = DeedQuery.by("li", Span.EVER);
    List<Deed> paged = new ArrayList<>();
    for (int page = 0; page < 10; page++) {
      paged.addAll(deeds.of(query, new Leaf(page, 10)).items());
    }
    List<Deed> sheet = new ArrayList<>();
    deeds.each(query, sheet::add);
    assertThat(paged).isEqualTo(sheet).hasSize(92).doesNotHaveDuplicates();
    assertThat(deeds.actions(query))
        .containsExactly(
            new Deeds.Count("note", 90),
            new Deeds.Count("publishTable", 1),
            new Deeds.Count(DeedQuery.READ_REPORTER, 1));
    assertThat(deeds.count(query.doing("note"))).isEqualTo(90);
  }

  @Test
  void aPeriodOfDaysHoldsItsLastDayToTheEndAndNoInstantMore() {
    Span day = Span.of("2026-03-10", "2026-03-10", CITY);
    assertThat(deeds.of(DeedQuery.interventions(day), Leaf.at(0)).items())
        .singleElement()
        .extracting(Deed::seq)
        .isEqualTo(2);
    Span next = Span.of("2026-03-11T00:00:00+08:00", "", CITY);
    assertThat(deeds.count(DeedQuery.interventions(next))).isEqualTo(1);
    assertThat(deeds.count(DeedQuery.configuration(next))).isEqualTo(1);
    assertThat(deeds.count(DeedQuery.personalData(next))).isZero();
  }

  @Test
  void aPageBehindTheLastIsEmptyAndStillTellsTheTotal() {
    Found<Deed> found = deeds.of(DeedQuery.by("li", Span.EVER), Leaf.at(7));
    assertThat(found.items()).isEmpty();
    assertThat(found.total()).isEqualTo(92);
    assertThat(deeds.of(DeedQuery.by("nobody", Span.EVER), Leaf.at(0)).total()).isZero();
  }
}
