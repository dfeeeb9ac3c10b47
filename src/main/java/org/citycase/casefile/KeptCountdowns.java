package org.citycase.casefile;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.citycase.Wordless;
import org.citycase.clock.ClockMoved;
import org.citycase.clock.Countdown;
import org.citycase.clock.Countdowns;
import org.citycase.database.Repeats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps with every case how its clock counts down, so that a search never asks the clock. */
@Component
class KeptCountdowns {

  private static final Logger LOG = LoggerFactory.getLogger(KeptCountdowns.class);
  private static final int BATCH = 500;

  private final EntityManager entities;
  private final Countdowns countdowns;
  private final JdbcTemplate database;
  private final Repeats repeats;

  KeptCountdowns(
      EntityManager entities, Countdowns countdowns, JdbcTemplate database, Repeats repeats) {
    this.entities = entities;
    this.countdowns = countdowns;
    this.database = database;
    this.repeats = repeats;
  }

  @EventListener
  void keep(ClockMoved moved) {
    CaseFile file = entities.find(CaseFile.class, moved.caseNumber());
    if (file != null) {
      file.countDown(countdowns.of(file.number()));
    }
  }

  /** Cases whose clocks were started before this was kept; each batch is a transaction. */
  @EventListener(ApplicationReadyEvent.class)
  void fillIn() throws Exception {
    for (List<String> some = missing(""); !some.isEmpty(); ) {
      fillIn(some);
      some = missing(some.get(some.size() - 1));
    }
  }

  /** Whatever is wrong with one clock, the others are filled in. */
  private void fillIn(List<String> numbers) {
    try {
      Map<String, Countdown> known = countdowns.of(numbers);
      database.batchUpdate(
          "UPDATE cc_case_file SET count_group = ?, count_value = ?, yellow_at = ?, red_at = ?"
              + " WHERE number = ? AND count_group IS NULL",
          known.entrySet().stream().map(each -> row(each.getKey(), each.getValue())).toList());
    } catch (RuntimeException e) {
      if (numbers.size() > 1) {
        numbers.forEach(one -> fillIn(List.of(one)));
      } else {
        LOG.error(
            "How the clock of case {} counts down is not known.", numbers.get(0), Wordless.of(e));
      }
    }
  }

  private static Object[] row(String number, Countdown countdown) {
    return new Object[] {
      countdown.countGroup(),
      countdown.countValue(),
      countdown.yellowAt().toEpochMilli(),
      countdown.redAt().toEpochMilli(),
      number
    };
  }

  /** Other nodes are at work meanwhile: a start must not end with a race it lost. */
  private List<String> missing(String after) throws Exception {
    return repeats.of(
        () ->
            database.queryForList(
                "SELECT f.number FROM cc_case_file f JOIN cc_case_clock c"
                    + " ON c.case_number = f.number"
                    + " WHERE f.count_group IS NULL AND f.number > ? ORDER BY f.number LIMIT "
                    + BATCH,
                String.class,
                after));
  }
}
