package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.citycase.Refusal;
import org.citycase.rules.Filings.Filed;
import org.junit.jupiter.api.Test;

/** Which version answers when, and which one a filed case keeps. */
class TableHistoryTest {

  private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");

  private final List<TableVersion> versions = new ArrayList<>();

  TableHistoryTest() {
    version("first", Instant.EPOCH, false);
  }

  @Test
  void theFirstVersionAnswersForAllTimeBeforeTheSecond() {
    version("second", NOON, false);
    assertThat(at(Instant.EPOCH.minusSeconds(1))).isEqualTo("first");
    assertThat(at(NOON.minusMillis(1))).isEqualTo("first");
    assertThat(at(NOON)).isEqualTo("second");
    assertThat(at(NOON.plusSeconds(1))).isEqualTo("second");
  }

  @Test
  void ofTwoVersionsOfOneInstantTheLaterNumberAnswers() {
    version("second", NOON, false);
    version("third", NOON, false);
    assertThat(at(NOON.minusMillis(1))).isEqualTo("first");
    assertThat(at(NOON)).isEqualTo("third");
  }

  @Test
  void aFiledCaseKeepsTheVersionOfItsFiling() {
    version("second", NOON, false);
    assertThat(kept(NOON.minusMillis(1), NOON.plusSeconds(9))).isEqualTo("first");
    assertThat(kept(NOON, NOON.plusSeconds(9))).isEqualTo("second");
  }

  @Test
  void aCorrectionAlsoAnswersForCasesFiledUnderTheVersionItCorrectsOnceItIsInForce() {
    version("second", NOON, false);
    version("third", NOON.plusSeconds(60), true);
    Instant filed = NOON.plusSeconds(1);
    assertThat(kept(filed, NOON.plusSeconds(59))).isEqualTo("second");
    assertThat(kept(filed, NOON.plusSeconds(60))).isEqualTo("third");
    assertThat(kept(NOON.minusSeconds(1), NOON.plusSeconds(60))).isEqualTo("first");
  }

  @Test
  void correctionsOfCorrectionsAreFollowedUpToTheNextOrdinaryVersion() {
    version("second", NOON, true);
    version("third", NOON.plusSeconds(10), true);
    version("fourth", NOON.plusSeconds(20), false);
    version("fifth", NOON.plusSeconds(30), true);
    Instant later = NOON.plusSeconds(99);
    assertThat(kept(Instant.EPOCH, NOON.plusSeconds(9))).isEqualTo("second");
    assertThat(kept(Instant.EPOCH, later)).isEqualTo("third");
    assertThat(kept(NOON.plusSeconds(10), later)).isEqualTo("third");
    assertThat(kept(NOON.plusSeconds(20), later)).isEqualTo("fifth");
  }

  @Test
  void theNewestVersionWaitsUntilItsInstant() {
    assertThat(history().scheduled(Instant.EPOCH.minusSeconds(1))).isEmpty();
    version("second", NOON, false);
    assertThat(history().latest().version()).isEqualTo("second");
    assertThat(history().scheduled(NOON.minusMillis(1)))
        .hasValueSatisfying(one -> assertThat(one.version()).isEqualTo("second"));
    assertThat(history().scheduled(NOON)).isEmpty();
  }

  @Test
  void whatIsComingIsTheVersionInForceAndAllThatWait() {
    version("second", NOON, false);
    version("third", NOON.plusSeconds(5), false);
    assertThat(history().coming(NOON.minusMillis(1)))
        .extracting(TableVersion::version)
        .containsExactly("first", "second", "third");
    assertThat(history().coming(NOON.plusSeconds(5)))
        .extracting(TableVersion::version)
        .containsExactly("third");
  }

  @Test
  void aTextPublishedTwiceIsFoundAsItsNewestPublication() {
    version("second", NOON, false);
    version("first", NOON.plusSeconds(5), false);
    assertThat(history().of("first").number()).isEqualTo(3);
    assertThatThrownBy(() -> history().of("fourth"))
        .isInstanceOf(Refusal.class)
        .hasMessage("Table penalty has no version fourth; its history names those it has.");
  }

  private String at(Instant instant) {
    return history().at(instant).version();
  }

  @Test
  void ofTwoVersionsWithinOneInstantACaseKeepsTheOneItWasFiledUnder() {
    version("second", NOON, false);
    assertThat(history().keptSince(new Filed(NOON, 1), NOON).version()).isEqualTo("first");
    assertThat(history().keptSince(new Filed(NOON, 2), NOON).version()).isEqualTo("second");
  }

  private String kept(Instant filed, Instant now) {
    return history().keptSince(new Filed(filed, Long.MAX_VALUE), now).version();
  }

  private TableHistory history() {
    return new TableHistory("penalty", versions);
  }

  private void version(String version, Instant effective, boolean correction) {
    versions.add(
        new TableVersion(
            versions.size() + 1,
            "penalty",
            versions.size() + 1,
            version,
            "national",
            TableVersion.Kind.PUBLISHED,
            effective,
            effective,
            "owner2",
            "owner",
            "",
            correction,
            1,
            "",
            false));
  }
}
