package org.citycase.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.citycase.Refusal;
import org.citycase.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two at once at the same rows of a real database. */
@Tag(TestDatabase.TAG)
class RepeatsTest {

  private final DataSource database = TestDatabase.migrated("races");
  private final JdbcTemplate jdbc = new JdbcTemplate(database);
  private final Repeats repeats = new Repeats();
  private final ExecutorService people = Executors.newFixedThreadPool(2);
  private TransactionTemplate transaction;

  @BeforeEach
  void twoRows() {
    JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    transactions.setTransactionExecutionListeners(List.of(repeats));
    transaction = new TransactionTemplate(transactions);
    List.of("A", "B")
        .forEach(
            row ->
                jdbc.update("INSERT INTO cc_case_number (prefix, last_number) VALUES (?, 0)", row));
  }

  @AfterEach
  void end() {
    people.shutdownNow();
  }

  private void count(String row) {
    jdbc.update("UPDATE cc_case_number SET last_number = last_number + 1 WHERE prefix = ?", row);
  }

  private List<Integer> counted() {
    return jdbc.queryForList(
        "SELECT last_number FROM cc_case_number ORDER BY prefix", Integer.class);
  }

  /** Counts one row, meets the other one at the barrier, and counts the other row. */
  private Callable<Void> crossing(
      String first, String second, CyclicBarrier met, AtomicInteger tries) {
    AtomicInteger own = new AtomicInteger();
    return () -> {
      tries.incrementAndGet();
      transaction.executeWithoutResult(
          status -> {
            count(first);
            if (own.getAndIncrement() == 0) {
              meet(met);
            }
            count(second);
          });
      return null;
    };
  }

  private static void meet(CyclicBarrier met) {
    try {
      met.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoLosesADeadlockDoesItAgainAndBothAreCounted() throws Exception {
    CyclicBarrier met = new CyclicBarrier(2);
    AtomicInteger tries = new AtomicInteger();
    Callable<Void> one = crossing("A", "B", met, tries);
    Callable<Void> other = crossing("B", "A", met, tries);
    Future<Void> first = people.submit(() -> repeats.of(one));
    Future<Void> second = people.submit(() -> repeats.of(other));
    first.get(30, TimeUnit.SECONDS);
    second.get(30, TimeUnit.SECONDS);
    assertThat(counted()).containsExactly(2, 2);
    assertThat(tries).hasValue(3);
  }

  @Test
  void whoIsOutrunAgainAndAgainIsTold() {
    AtomicInteger tries = new AtomicInteger();
    assertThatThrownBy(
            () ->
                repeats.of(
                    () -> {
                      tries.incrementAndGet();
                      throw new OptimisticLockingFailureException("outrun");
                    }))
        .isInstanceOfSatisfying(
            Refusal.class, told -> assertThat(told.kind()).isEqualTo(Refusal.Kind.CONFLICT))
        .hasMessageContaining("repeat");
    assertThat(tries).hasValue(4);
  }

  @Test
  void whatWasCommittedInPartIsNotDoneTwice() {
    assertThatThrownBy(
            () ->
                repeats.of(
                    () -> {
                      transaction.executeWithoutResult(status -> count("A"));
                      throw new OptimisticLockingFailureException("outrun");
                    }))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("only a part");
    assertThat(counted()).containsExactly(1, 0);
  }

  @Test
  void whoWaitsInVainIsSentAwayWithoutWaitingAgain() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    transaction.executeWithoutResult(
        status -> {
          count("A");
          Future<Void> waiting = people.submit(() -> repeats.of(impatient(tries)));
          assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS))
              .cause()
              .isInstanceOfSatisfying(
                  Refusal.class, told -> assertThat(told.kind()).isEqualTo(Refusal.Kind.BUSY));
        });
    assertThat(tries).hasValue(1);
    assertThat(counted()).containsExactly(1, 0);
  }

  private Callable<Void> impatient(AtomicInteger tries) {
    String patience =
        TestDatabase.isMySql() ? "SET innodb_lock_wait_timeout = 1" : "SET LOCK_TIMEOUT 100";
    return () -> {
      tries.incrementAndGet();
      transaction.executeWithoutResult(
          status -> {
            jdbc.execute(patience);
            count("A");
          });
      return null;
    };
  }

  @Test
  void whatFailsForAnotherReasonIsNotRepeated() {
    AtomicInteger tries = new AtomicInteger();
    assertThatThrownBy(
            () ->
                repeats.of(
                    () -> {
                      tries.incrementAndGet();
                      return jdbc.queryForObject("SELECT no_such_column", Integer.class);
                    }))
        .isNotInstanceOf(Refusal.class);
    assertThat(tries).hasValue(1);
  }
}
