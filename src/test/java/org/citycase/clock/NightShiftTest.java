package org.citycase.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Of several nodes one does the work of a night, and another when that one dies meanwhile. */
class NightShiftTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 11);
  private static final Instant MIDNIGHT = Instant.parse("2026-03-10T16:00:00Z");

  private final JdbcClient jdbc =
      JdbcClient.create(
          new DriverManagerDataSource("jdbc:h2:mem:shift;MODE=MySQL;DB_CLOSE_DELAY=-1"));
  private final NightShift one = new NightShift(jdbc);
  private final NightShift other = new NightShift(jdbc);

  @BeforeEach
  void noNightYet() {
    jdbc.sql("DROP TABLE IF EXISTS cc_night").update();
    jdbc.sql(
            "CREATE TABLE cc_night (id INT PRIMARY KEY, begun_day DATE NOT NULL, done_day DATE,"
                + " busy_until BIGINT)")
        .update();
  }

  @Test
  void theFirstToAskTakesTheNight() {
    assertThat(one.takes(DAY, MIDNIGHT)).isTrue();
    assertThat(other.takes(DAY, MIDNIGHT.plusSeconds(1))).isFalse();
  }

  @Test
  void whatIsDoneIsNotDoneAgain() {
    one.takes(DAY, MIDNIGHT);
    one.isDone(DAY);
    assertThat(other.takes(DAY, MIDNIGHT.plusSeconds(36_000))).isFalse();
    assertThat(other.takes(DAY.plusDays(1), MIDNIGHT.plusSeconds(86_400))).isTrue();
  }

  @Test
  void theNightOfANodeThatDiedIsTakenOver() {
    one.takes(DAY, MIDNIGHT);
    assertThat(other.takes(DAY, MIDNIGHT.plusSeconds(299))).isFalse();
    assertThat(other.takes(DAY, MIDNIGHT.plusSeconds(301))).isTrue();
    assertThat(one.takes(DAY, MIDNIGHT.plusSeconds(302))).isFalse();
  }

  @Test
  void aNodeThatWorksOnKeepsItsNight() {
    one.takes(DAY, MIDNIGHT);
    one.stays(DAY, MIDNIGHT.plusSeconds(240));
    assertThat(other.takes(DAY, MIDNIGHT.plusSeconds(400))).isFalse();
  }

  @Test
  void whoStalledTooLongHasLostTheNightAndCannotEndIt() {
    one.takes(DAY, MIDNIGHT);
    other.takes(DAY, MIDNIGHT.plusSeconds(301));
    assertThat(one.stays(DAY, MIDNIGHT.plusSeconds(302))).isFalse();
    one.isDone(DAY);
    assertThat(other.stays(DAY, MIDNIGHT.plusSeconds(303))).isTrue();
    assertThat(one.takes(DAY, MIDNIGHT.plusSeconds(700))).isTrue();
  }
}
