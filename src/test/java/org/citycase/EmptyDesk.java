package org.citycase;

import java.time.OffsetDateTime;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.citycase.clock.CityClock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/** Clears the city of its cases and lets a test begin at an instant of its own. */
@TestComponent
public class EmptyDesk {

  private final RuntimeService runtime;
  private final HistoryService history;
  private final JdbcTemplate jdbc;
  private final CityClock clock;

  EmptyDesk(RuntimeService runtime, HistoryService history, JdbcTemplate jdbc, CityClock clock) {
    this.runtime = runtime;
    this.history = history;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Time runs only forward, so between tests the clock is let loose first. */
  public void at(String instant) {
    List<String> running =
        runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
            .map(ProcessInstance::getId)
            .toList();
    if (!running.isEmpty()) {
      runtime.deleteProcessInstances(running, "test", true, true);
    }
    history
        .createHistoricProcessInstanceQuery()
        .list()
        .forEach(ended -> history.deleteHistoricProcessInstance(ended.getId()));
    List.of(
            "cc_case_file",
            "cc_case_log",
            "cc_attachment",
            "cc_case_number",
            "cc_penalty_item",
            "cc_idempotency",
            "cc_decision",
            "cc_case_clock",
            "cc_clock_segment",
            "cc_notice")
        .forEach(table -> jdbc.update("DELETE FROM " + table));
    ReflectionTestUtils.setField(clock, "standing", null);
    clock.set(OffsetDateTime.parse(instant).toInstant());
    ClockUtil.setCurrentTime(java.util.Date.from(clock.instant()));
  }
}
