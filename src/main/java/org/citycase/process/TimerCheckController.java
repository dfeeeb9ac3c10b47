package org.citycase.process;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.clock.CityClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The check of the engine's timers against the clocks, for who runs the service. */
@RestController
@RequestMapping("/api/timer-checks")
class TimerCheckController {

  private static final int SHOWN = 100;

  private final TimerCheck check;
  private final JdbcClient jdbc;
  private final CityClock clock;
  private final CurrentUser user;

  TimerCheckController(TimerCheck check, JdbcClient jdbc, CityClock clock, CurrentUser user) {
    this.check = check;
    this.jdbc = jdbc;
    this.clock = clock;
    this.user = user;
  }

  /** A check that was made, and what it found. */
  record Made(
      OffsetDateTime at, int cases, int found, boolean mended, @JsonRawValue String differences) {}

  /** The latest checks, newest first. */
  @GetMapping
  List<Made> latest() {
    mayRead();
    return jdbc.sql("SELECT * FROM cc_timer_check ORDER BY id DESC LIMIT " + SHOWN)
        .query(
            (row, line) ->
                new Made(
                    clock.inCity(Instant.ofEpochMilli(row.getLong("at"))),
                    row.getInt("checked_cases"),
                    row.getInt("found_differences"),
                    row.getBoolean("mended"),
                    row.getString("details")))
        .list();
  }

  /** Checks now; with {@code mend=true} whatever differs is moved to what the clock says. */
  @PostMapping
  TimerCheck.Report run(@RequestParam(defaultValue = "false") boolean mend) {
    if (!user.viewer().isIn("camunda-admin")) {
      throw refused("check and mend timers");
    }
    return check.check(mend);
  }

  private void mayRead() {
    if (!user.viewer().isIn("camunda-admin") && !user.viewer().isIn("auditors")) {
      throw refused("read what the checks found");
    }
  }

  private static Refusal refused(String what) {
    return new Refusal(
        Refusal.Kind.NOT_ALLOWED, "Only administrators may " + what + "; ask one of them.");
  }
}
