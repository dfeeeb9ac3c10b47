package org.citycase.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.citycase.Refusal;
import org.citycase.trail.Canonical;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

/** The whole matrix: every move of T01–T30 is made, every other one is refused. */
class CaseMovesTest {

  private static final Instant NOW = Instant.parse("2026-03-10T01:00:00Z");

  /** Written out by hand from the list of transitions T01–T30, not from the code. */
  private static final Map<String, Set<String>> LEGAL =
      Map.ofEntries(
          Map.entry("REPORTED", Set.of("VERIFYING", "TO_FILE", "REJECTED", "MERGED")),
          Map.entry("VERIFYING", Set.of("REPORTED", "REJECTED")),
          Map.entry("TO_FILE", Set.of("TO_DISPATCH", "NOT_FILED", "REPORTED", "MERGED", "CLOSED")),
          Map.entry("TO_DISPATCH", Set.of("DISPATCHED", "COORDINATING", "TO_FILE", "VOID_REVIEW")),
          Map.entry("COORDINATING", Set.of("DISPATCHED", "VOID_REVIEW")),
          Map.entry("DISPATCHED", Set.of("HANDLING", "RETURN_REVIEW", "VOID_REVIEW")),
          Map.entry("HANDLING", Set.of("RETURN_REVIEW", "SUSPENDED", "FEEDBACK", "VOID_REVIEW")),
          Map.entry(
              "RETURN_REVIEW", Set.of("DISPATCHED", "COORDINATING", "TO_FILE", "VOID_REVIEW")),
          Map.entry("SUSPENDED", Set.of("HANDLING", "VOID_REVIEW")),
          Map.entry("FEEDBACK", Set.of("CHECKING", "HANDLING", "VOID_REVIEW")),
          Map.entry("CHECKING", Set.of("TO_CLOSE", "HANDLING", "VOID_REVIEW")),
          Map.entry("TO_CLOSE", Set.of("CLOSED", "CHECKING", "VOID_REVIEW")),
          Map.entry("REJECTED", Set.of()),
          Map.entry("NOT_FILED", Set.of()),
          Map.entry("MERGED", Set.of()),
          Map.entry("CLOSED", Set.of()),
          Map.entry("VOIDED", Set.of()));

  static Stream<Arguments> everyPair() {
    return Stream.of(CaseState.values())
        .filter(from -> from != CaseState.VOID_REVIEW)
        .flatMap(from -> Stream.of(CaseState.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("everyPair")
  void aLegalMoveIsMadeAndEveryOtherIsRefused(CaseState from, CaseState to) {
    CaseFile file = in(from);
    if (from == CaseState.TO_FILE && to == CaseState.CLOSED) {
      assertThatThrownBy(() -> in(from).moveTo(to, NOW)).isInstanceOf(Refusal.class);
      file.handleQuickly();
    }
    if (LEGAL.get(from.name()).contains(to.name())) {
      file.moveTo(to, NOW);
      assertThat(file.state()).isEqualTo(to);
    } else {
      assertThatThrownBy(() -> file.moveTo(to, NOW))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining(from + " and may not become " + to);
      assertThat(file.state()).isEqualTo(from);
    }
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void aCaseUnderVoidReviewGoesBackOnlyToWhereItWas(CaseState before, CaseState to) {
    if (!LEGAL.get(before.name()).contains("VOID_REVIEW")) {
      return;
    }
    CaseFile file = in(before);
    file.moveTo(CaseState.VOID_REVIEW, NOW);
    if (to == CaseState.VOIDED || to == before) {
      file.moveTo(to, NOW);
      assertThat(file.state()).isEqualTo(to);
    } else {
      assertThatThrownBy(() -> file.moveTo(to, NOW)).isInstanceOf(Refusal.class);
    }
  }

  @Test
  void aReportIsBornOnlyAsReportedOrForACollectorAsToFile() {
    for (CaseState first : CaseState.values()) {
      CaseFile file = fresh();
      if (EnumSet.of(CaseState.REPORTED, CaseState.TO_FILE).contains(first)) {
        file.moveTo(first, NOW);
        assertThat(file.state()).isEqualTo(first);
      } else {
        assertThatThrownBy(() -> file.moveTo(first, NOW)).isInstanceOf(Refusal.class);
      }
    }
  }

  @Test
  void theLogIsAChainInWhichEveryEntryHoldsTheHashOfTheOneBefore() {
    CaseFile file = in(CaseState.TO_FILE);
    LogEntry.Texts none = new LogEntry.Texts("{}", "{}");
    Act filed = Act.of("zhao", "fileCase");
    Act dispatched = Act.of("rule", "dispatchCase").because("一条");
    file.tell(new LogEntry.Told(filed, null, CaseState.TO_FILE, NOW, none));
    file.tell(new LogEntry.Told(dispatched, CaseState.TO_FILE, null, NOW, none));
    assertThat(file.toldSoFar()).extracting(LogEntry::action).contains("fileCase", "dispatchCase");
    List<LogEntry> chained = file.chain("{}");
    LogEntry first = chained.get(0);
    LogEntry second = chained.get(1);
    assertThat(first.previousHash()).isEqualTo(Canonical.NO_HASH);
    assertThat(first.trace()).isNull();
    assertThat(second.trace()).isEqualTo("{}");
    assertThat(file.toldSoFar()).isEmpty();
    assertThat(second.previousHash()).isEqualTo(first.hash());
    assertThat(List.of(first, second)).allMatch(entry -> entry.hash().equals(entry.computedHash()));
    ReflectionTestUtils.setField(first, "reason", "another");
    assertThat(first.computedHash()).isNotEqualTo(first.hash());
  }

  private static CaseFile fresh() {
    Reported reported =
        new Reported(Channel.HOTLINE, "C01-37", null, "x", null, null, null, "li", NOW, NOW);
    return new CaseFile(
        "1101012026031000001",
        reported,
        new Place(39.9, 116.4, null, "110101001001001", "110101"),
        null);
  }

  private static CaseFile in(CaseState state) {
    CaseFile file = fresh();
    ReflectionTestUtils.setField(file, "state", state);
    return file;
  }
}
