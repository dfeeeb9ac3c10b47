package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citycase.Refusal;
import org.citycase.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions on two nodes that share a database. */
@Tag(TestDatabase.TAG)
class TablePublishingTest {

  private static final String PENALTY = TableNode.TABLE;

  private final HandClock clock = new HandClock("2026-03-10T01:00:00Z");
  private final TableNode.Shared shared = TableNode.Shared.with(clock);
  private final Map<String, Instant> filed = new HashMap<>();

  @TempDir Path content;

  private TableNode here;
  private TableNode there;

  @BeforeEach
  void twoNodes() {
    TableNode.content(content);
    here = new TableNode(content, shared, filed);
    there = new TableNode(content, shared, filed);
  }

  @AfterEach
  void stop() {
    here.close();
    there.close();
  }

  @Test
  void aVersionIsInForceOnBothNodesAtOneInstantAndNotBefore() {
    TableVersion version = here.publish("OT-1", "0.7");
    assertThat(version.effectiveAt()).isAfterOrEqualTo(clock.instant().plusSeconds(3));
    clock.set(version.effectiveAt().minusMillis(1));
    assertThat(here.points()).isEqualTo(0.1);
    assertThat(there.points()).isEqualTo(0.1);
    clock.set(version.effectiveAt());
    assertThat(there.points()).isEqualTo(0.7);
    assertThat(here.points()).isEqualTo(0.7);
    assertThat(there.peek().version()).isEqualTo(version.version());
  }

  @Test
  void aNodeWhoseListIsYoungHearsOfAVersionWhenItsClockIsSetForward() {
    assertThat(there.points()).isEqualTo(0.1);
    here.publish("OT-1", "0.7");
    clock.add(Duration.ofDays(1));
    assertThat(there.points()).isEqualTo(0.7);
  }

  @Test
  void aClockThatIsSetBackAnswersByTheVersionOfItsInstant() {
    TableVersion version = here.publish("OT-1", "0.7");
    clock.set(version.effectiveAt());
    assertThat(there.points()).isEqualTo(0.7);
    clock.add(Duration.ofSeconds(-20));
    assertThat(there.points()).isEqualTo(0.1);
    assertThatThrownBy(() -> there.publish("OT-1", "0.8", at(clock.instant())))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    clock.add(Duration.ofSeconds(20));
    assertThat(here.points()).isEqualTo(0.7);
  }

  @Test
  void aDraftFromAnOutdatedVersionIsRefusedAndTheVersionInForceStays() {
    String base = here.desk().latest(PENALTY).version();
    String draft = there.withPoints("OT-1", "0.8");
    TableVersion first = here.publish("OT-1", "0.7");
    assertThatThrownBy(() -> there.desk().publish(PENALTY, draft, base, at(null)))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT))
        .hasMessageContaining(
            "Table penalty is version %s by now (published by owner2), and this was made from %s"
                .formatted(first.version(), base));
    clock.set(first.effectiveAt());
    assertThat(there.points()).isEqualTo(0.7);
  }

  @Test
  void ofPublicationsAtOneMomentOneWinsAndNothingOfTheOthersIsLeft() throws Exception {
    String base = here.desk().latest(PENALTY).version();
    List<Callable<TableVersion>> publications = new ArrayList<>();
    CyclicBarrier together = new CyclicBarrier(4);
    for (int i = 0; i < 4; i++) {
      TableNode node = i % 2 == 0 ? here : there;
      String draft = node.withPoints("OT-1", "0.7" + i);
      publications.add(
          () -> {
            together.await();
            return node.desk().publish(PENALTY, draft, base, at(null));
          });
    }
    List<TableVersion> published = new ArrayList<>();
    ExecutorService owners = Executors.newFixedThreadPool(4);
    for (Future<TableVersion> each : owners.invokeAll(publications)) {
      try {
        published.add(each.get());
      } catch (ExecutionException refused) {
        assertThat(refused).hasCauseInstanceOf(Refusal.class);
        assertThat(((Refusal) refused.getCause()).kind()).isEqualTo(Refusal.Kind.CONFLICT);
      }
    }
    owners.shutdown();
    assertThat(published).hasSize(1);
    assertThat(there.desk().history(PENALTY))
        .extracting(TableVersion::version)
        .containsExactly(published.get(0).version(), base);
  }

  @Test
  void aVersionWaitsForItsInstantAndIsTakenBackInTime() {
    Instant monday = Instant.parse("2026-03-15T16:00:00Z");
    here.publish("OT-1", "0.7", at(monday));
    clock.add(Duration.ofSeconds(2));
    assertThat(there.desk().scheduled(PENALTY)).isPresent();
    assertThatThrownBy(() -> there.publish("OT-1", "0.8"))
        .hasMessageContaining("withdraw it first or choose a later instant");
    there.desk().withdraw(PENALTY);
    clock.set(monday);
    assertThat(here.points()).isEqualTo(0.1);
    assertThat(there.points()).isEqualTo(0.1);
    assertThatThrownBy(() -> here.desk().withdraw(PENALTY))
        .hasMessageContaining("No version of table penalty waits for its instant");
  }

  @Test
  void aVersionThatOtherNodesMayAlreadyAnswerByIsNotTakenBack() {
    TableVersion version = here.publish("OT-1", "0.7");
    clock.set(version.effectiveAt().minusMillis(1_900));
    assertThat(there.points()).isEqualTo(0.1);
    assertThatThrownBy(() -> here.desk().withdraw(PENALTY))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT))
        .hasMessageContaining("too soon for every node to hear of this: nothing was changed");
    clock.set(version.effectiveAt());
    assertThat(here.points()).isEqualTo(0.7);
    assertThat(there.points()).isEqualTo(0.7);
  }

  @Test
  void aPublicationThatTookTooLongIsUndone() {
    assertThatThrownBy(
            () ->
                here.inTransaction(
                    () -> {
                      TableVersion version = here.publish("OT-1", "0.7");
                      clock.set(version.effectiveAt().minusMillis(1_999));
                      return version;
                    }))
        .hasMessageContaining("too soon for every node to hear of this");
    clock.add(Duration.ofMinutes(1));
    assertThat(here.points()).isEqualTo(0.1);
    assertThat(here.desk().history(PENALTY)).hasSize(1);
  }

  @Test
  void whatATransactionPublishesNobodySeesBeforeItEndsAndNeverWhenItIsUndone() {
    assertThatThrownBy(
            () ->
                here.inTransaction(
                    () -> {
                      TableVersion version = here.publish("OT-1", "0.7");
                      clock.set(version.effectiveAt());
                      assertThat(here.points()).isEqualTo(0.7);
                      assertThat(elsewhere(here::points)).isEqualTo(0.1);
                      assertThat(elsewhere(there::points)).isEqualTo(0.1);
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");
    assertThat(here.points()).isEqualTo(0.1);
    assertThat(there.points()).isEqualTo(0.1);
  }

  @Test
  void aVersionIsNeverPublishedForThePastAndNeverWithoutAChange() {
    assertThatThrownBy(() -> here.publish("OT-1", "0.7", at(clock.instant().minusMillis(1))))
        .hasMessageContaining("what was decided stays decided");
    assertThatThrownBy(() -> here.publish("OT-1", "0.1"))
        .hasMessageContaining("this changes nothing");
  }

  @Test
  void aLeadInWhichNotEveryNodeHearsOfAVersionStopsTheStart() {
    assertThatThrownBy(() -> new TableNode(content, shared, filed, "PT2S").close())
        .rootCause()
        .hasMessageContaining("citycase.tables.lead is PT2S: name more than PT2S");
  }

  @Test
  void everyReceiptReplaysTheSameAfterSeveralVersions() {
    here.ask("before");
    for (String points : List.of("0.2", "0.3", "0.4")) {
      TableVersion version = here.publish("OT-1", points, correction(points.equals("0.3")));
      clock.set(version.effectiveAt());
      filed.put("filed under " + points, clock.instant());
      clock.add(Duration.ofSeconds(10));
      filed.keySet().forEach(number -> here.ask(number));
    }
    here.desk().rollBack(PENALTY, here.desk().history(PENALTY).get(3).version(), at(null));
    clock.add(Duration.ofMinutes(1));
    filed.keySet().forEach(number -> here.ask(number));
    assertThat(points("filed under 0.2")).containsExactly(0.2, 0.3, 0.3, 0.3);
    assertThat(points("filed under 0.4")).containsExactly(0.4, 0.4);
    here.ask("new");
    assertThat(points("new")).containsExactly(0.1);
    ReceiptCheck.Outcome outcome = there.receipts();
    assertThat(outcome.receipts()).isEqualTo(11);
    assertThat(outcome.same()).isEqualTo(11);
    assertThat(outcome.differ()).isEmpty();
  }

  @Test
  void aReceiptThatItsTableDoesNotBearOutIsTold() {
    here.ask("case");
    here.the(JdbcClient.class)
        .sql("UPDATE cc_decision SET answer = REPLACE(answer, '0.1', '0.9')")
        .update();
    here.ask("case");
    ReceiptCheck.Outcome outcome = here.receipts();
    assertThat(outcome.receipts()).isEqualTo(2);
    assertThat(outcome.same()).isOne();
    assertThat(outcome.differ())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.number()).isEqualTo("case");
              assertThat(one.row()).isEqualTo("OT-1");
              assertThat(one.nowRow()).isEqualTo("OT-1");
            });
  }

  /** Half past midnight of the city is the afternoon before elsewhere. */
  @Test
  void rowsAreValidOnTheDayOfTheFilingInTheCity() {
    TableEdit edit =
        new TableEdit(
            List.of(new TableEdit.Cell("OT-1", "validUntil", "2026-03-31")),
            List.of(
                new TableEdit.Added(
                    "OT-1b",
                    "",
                    "OT-1",
                    Map.of(
                        "trigger==", "overdue",
                        "multiple<=", "0.5",
                        "code", "OT-1",
                        "points", "0.6",
                        "factor", "1",
                        "validFrom", "2026-04-01"))),
            null);
    TableVersion latest = here.desk().latest(PENALTY);
    String text = here.desk().edited(PENALTY, here.desk().text(PENALTY, latest.version()), edit);
    TableVersion version = here.desk().publish(PENALTY, text, latest.version(), at(null));
    clock.set(Instant.parse("2026-03-31T15:59:59Z"));
    assertThat(version.effectiveAt()).isBefore(clock.instant());
    assertThat(here.points()).isEqualTo(0.1);
    filed.put("march", clock.instant());
    clock.set(Instant.parse("2026-03-31T16:00:00Z"));
    assertThat(here.points()).isEqualTo(0.6);
    assertThat(there.peek().row()).isEqualTo("OT-1b");
    here.ask("march");
    assertThat(points("march")).containsExactly(0.1);
    assertThat(here.receipts().same()).isOne();
  }

  private List<Object> points(String number) {
    return here.tables().receiptsOf(number).stream()
        .map(receipt -> receipt.answer().get("points"))
        .toList();
  }

  private static <T> T elsewhere(Callable<T> work) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      return thread.submit(work).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      thread.shutdown();
    }
  }

  private static Publication at(Instant effective) {
    return TableNode.by(effective, false);
  }

  private static Publication correction(boolean correction) {
    return TableNode.by(null, correction);
  }
}
