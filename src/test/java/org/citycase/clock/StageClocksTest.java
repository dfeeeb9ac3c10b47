package org.citycase.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycase.clock.Calendars.shanghai;

import java.util.function.Supplier;
import org.citycase.TestDatabase;
import org.citycase.trail.EvidenceRows;
import org.citycase.trail.Witnesses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.util.ReflectionTestUtils;

/** The limits of acceptance, verification, filing and the other stages, and who kept them. */
@Tag(TestDatabase.TAG)
@DataJpaTest(properties = "spring.datasource.url=${database.stages}", showSql = false)
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
class StageClocksTest {

  /** The room alone, without the engine. */
  @Configuration
  @EnableAutoConfiguration
  @EntityScan("org.citycase.clock")
  @Import({StageClocks.class, WorkCalendar.class, Witnesses.class, EvidenceRows.class})
  static class TheRoom {
    @Bean
    Supplier<CalendarTable> calendarTable() {
      CalendarTable table = Calendars.reference();
      return () -> table;
    }

    @Bean
    CityClock cityClock(Supplier<CalendarTable> table) {
      return new CityClock(table, true);
    }
  }

  private static final String CASE = "1101012026031200001";

  @Autowired StageClocks stages;
  @Autowired CityClock clock;

  @BeforeEach
  void timeBeginsAnew() {
    ReflectionTestUtils.setField(clock, "standing", null);
  }

  private void begin(String at, String stage, String task, int value, String unit) {
    clock.set(shanghai(at));
    stages.begin(
        new StageTask(CASE, stage, task, "operators", new StageLimit("person", value, unit)));
  }

  private void end(String at, String task, boolean paused) {
    clock.set(shanghai(at));
    stages.end(task, "li", paused);
  }

  private StageStretch last() {
    return stages.of(CASE).get(stages.of(CASE).size() - 1);
  }

  @Test
  void s03_acceptanceStopsWhileTheReportIsVerified() {
    begin("2026-03-12T19:00", "accept", "a1", 15, "minute");
    end("2026-03-12T19:04", "a1", true);
    begin("2026-03-12T19:04", "verify", "v1", 30, "minute");
    end("2026-03-12T19:21", "v1", false);
    begin("2026-03-12T19:21", "accept", "a2", 15, "minute");
    assertThat(stages.at("a2", 100)).isEqualTo(shanghai("2026-03-12T19:32"));
    assertThat(stages.at("a2", 80)).isEqualTo(shanghai("2026-03-12T19:29"));
    end("2026-03-12T19:27", "a2", false);
    assertThat(last().usedSeconds()).isEqualTo(600);
    assertThat(last().overdue()).isFalse();
    assertThat(stages.of(CASE)).extracting(StageStretch::turn).containsExactly(1, 2, 1);
  }

  @Test
  void aStageThatWasEndedBeginsWithItsFullLimitAgain() {
    begin("2026-03-12T19:00", "accept", "a1", 15, "minute");
    end("2026-03-12T19:10", "a1", false);
    begin("2026-03-12T19:20", "accept", "a2", 15, "minute");
    assertThat(stages.at("a2", 100)).isEqualTo(shanghai("2026-03-12T19:35"));
  }

  @Test
  void s22_aDispatchAfterTwentyOneMinutesIsSixMinutesLate() {
    begin("2026-03-18T09:00", "dispatch", "d1", 15, "minute");
    assertThat(last().overdue()).isFalse();
    end("2026-03-18T09:21", "d1", false);
    assertThat(last().overdue()).isTrue();
    assertThat(last().usedSeconds() - last().limitSeconds()).isEqualTo(360);
    assertThat(last().person()).isEqualTo("li");
  }

  @Test
  void aTaskThatEndsAtItsDueInstantIsInTime() {
    begin("2026-03-18T09:00", "file", "f1", 15, "minute");
    end("2026-03-18T09:15", "f1", false);
    assertThat(last().overdue()).isFalse();
  }

  @Test
  void aStageMayHaveALimitInWorkingTime() {
    begin("2026-03-13T17:30", "coordinate", "c1", 4, "work_hour");
    assertThat(stages.at("c1", 100)).isEqualTo(shanghai("2026-03-16T11:30"));
  }

  @Test
  void whatHasNoStageHasNoInstant() {
    stages.end("unknown", "li", false);
    assertThat(stages.at("unknown", 100)).isNull();
    assertThat(stages.of(CASE)).isEmpty();
  }
}
