package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.SQLExceptionOverride.Override;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

/** What counts as a database that is away, and what does not. */
class DatabaseAwayTest {

  @Test
  void aBrokenConnectionAtAnyDepthIsADatabaseThatIsAway() {
    SQLException broken = new SQLException("Communications link failure", "08S01");
    assertThat(DatabaseAway.isIn(new IllegalStateException(new RuntimeException(broken)))).isTrue();
    assertThat(DatabaseAway.isIn(new SQLTransientConnectionException("pool timed out"))).isTrue();
  }

  @Test
  void aConnectionLostBeforeTheRollbackIsADatabaseThatIsAway() {
    assertThat(DatabaseAway.isIn(new SQLException("Connection is closed"))).isTrue();
    assertThat(
            DatabaseAway.isIn(
                new SQLException("No operations allowed after statement closed.", "S1009")))
        .isTrue();
  }

  @Test
  void aPrimaryThatIsOneNoMoreIsAwayAndItsConnectionIsGivenUp() {
    SQLException readOnly = new SQLException("--super-read-only", "HY000", 1290);
    assertThat(DatabaseAway.isIn(readOnly)).isTrue();
    assertThat(new LostPrimary().adjudicate(readOnly)).isEqualTo(Override.MUST_EVICT);
  }

  @Test
  void whatTheDatabaseItselfRefusesIsNot() {
    SQLException duplicate = new SQLException("Duplicate entry", "23000", 1062);
    assertThat(DatabaseAway.isIn(new IllegalStateException(duplicate))).isFalse();
    assertThat(DatabaseAway.isIn(new IllegalStateException("no SQL at all"))).isFalse();
    assertThat(new LostPrimary().adjudicate(duplicate)).isEqualTo(Override.CONTINUE_EVICT);
  }
}
