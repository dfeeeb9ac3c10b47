package org.citycase.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citycase.clock.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A trace of each open case over everything its timers depend on, on the engine's side and on the
 * clock's: whose trace is the same as when both agreed needs no second comparison.
 */
@Component
class TimerTraces {

  private static final List<String> SOURCES =
      List.of(
          """
          SELECT e.BUSINESS_KEY_, j.ID_, j.REV_, j.DUEDATE_
          FROM ACT_RU_JOB j JOIN ACT_RU_EXECUTION e ON e.ID_ = j.PROCESS_INSTANCE_ID_
          ORDER BY j.ID_
          """,
          """
          SELECT e.BUSINESS_KEY_, t.ID_, t.REV_, t.DUE_DATE_
          FROM ACT_RU_TASK t JOIN ACT_RU_EXECUTION e ON e.ID_ = t.PROC_INST_ID_
          ORDER BY t.ID_
          """,
          """
          SELECT c.case_number, c.row_version, c.segments, c.due_at
          FROM cc_case_clock c JOIN ACT_RU_EXECUTION e ON e.BUSINESS_KEY_ = c.case_number
          ORDER BY c.case_number
          """,
          """
          SELECT s.case_number, s.seq, s.task_id, s.due_at
          FROM cc_stage_clock s WHERE s.to_at IS NULL
          ORDER BY s.case_number, s.seq
          """);

  private final JdbcClient jdbc;
  private final WorkCalendar calendar;

  TimerTraces(JdbcClient jdbc, WorkCalendar calendar) {
    this.jdbc = jdbc;
    this.calendar = calendar;
  }

  /** The trace of every case that has a timer, a task or a running stage. */
  Map<String, Integer> all() {
    Map<String, Integer> traces = new HashMap<>();
    int first = calendar.version().hashCode();
    for (String source : SOURCES) {
      jdbc.sql(source)
          .query(
              row -> {
                int seen = Objects.hash(row.getString(2), row.getString(3), row.getString(4));
                traces.merge(row.getString(1), 31 * first + seen, (old, more) -> 31 * old + seen);
              });
    }
    return traces;
  }
}
