package org.citycase.clock;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.citycase.TestDatabase;
import org.citycase.trail.EvidenceRows;
import org.citycase.trail.Witnesses;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The clocks alone, without engine and city, under a calendar that a test exchanges. */
final class ClockRoom {

  /** Started once for all tests of one run. */
  private static final class Started {
    static final ClockRoom ROOM = new ClockRoom();
  }

  /** The beans of the room and its tables. */
  @TestConfiguration
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class
  })
  @EntityScan("org.citycase.clock")
  @Import({
    CaseClocks.class,
    CaseLedgers.class,
    Recounts.class,
    WorkCalendar.class,
    ClockExplanation.class,
    Countdowns.class,
    Witnesses.class,
    EvidenceRows.class
  })
  static class Beans {
    private CalendarTable table = Calendars.reference();

    @Bean
    Supplier<CalendarTable> calendarTable() {
      return () -> table;
    }

    @Bean
    EntityManager entityManager(EntityManagerFactory factory) {
      return SharedEntityManagerCreator.createSharedEntityManager(factory);
    }

    @Bean
    CityClock cityClock(Supplier<CalendarTable> calendar) {
      return new CityClock(calendar, true);
    }
  }

  final CaseClocks clocks;
  final CaseLedgers ledgers;
  final Recounts recounts;
  final Countdowns countdowns;
  final WorkCalendar calendar;
  final ClockExplanation explanation;
  private final Beans beans;
  private final CityClock clock;
  private final TransactionTemplate transactions;

  private ClockRoom() {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Beans.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .properties("spring.main.banner-mode=off")
            .run("--spring.datasource.url=" + TestDatabase.url("clock_room"));
    clocks = context.getBean(CaseClocks.class);
    ledgers = context.getBean(CaseLedgers.class);
    recounts = context.getBean(Recounts.class);
    countdowns = context.getBean(Countdowns.class);
    calendar = context.getBean(WorkCalendar.class);
    explanation = context.getBean(ClockExplanation.class);
    beans = context.getBean(Beans.class);
    clock = context.getBean(CityClock.class);
    transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
  }

  static ClockRoom open() {
    return Started.ROOM;
  }

  /** Runs a case from its begin under this calendar and forgets it afterwards. */
  void with(CalendarTable table, Runnable course) {
    ReflectionTestUtils.setField(clock, "standing", null);
    beans.table = table;
    transactions.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          course.run();
        });
  }

  /** Puts another calendar in force; the old ones are remembered. */
  void publish(CalendarTable table) {
    List<CalendarTable> superseded = new ArrayList<>(beans.table.superseded());
    superseded.add(0, beans.table);
    beans.table =
        new CalendarTable(
            table.zone(),
            table.periods(),
            table.hoursPerWorkDay(),
            table.days(),
            table.regimes(),
            table.name() + "-" + superseded.size(),
            superseded);
  }

  /** The calendar in force. */
  CalendarTable table() {
    return beans.table;
  }

  void at(Instant now) {
    clock.set(now);
  }
}
