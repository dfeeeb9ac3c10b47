package org.citycase.clock;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledgers of many cases, read at once for whoever counts and changes nothing. */
@Component
@Transactional(readOnly = true)
public class CaseLedgers {

  private final ClockRows rows;
  private final WorkCalendar calendar;
  private final CityClock clock;

  CaseLedgers(EntityManager store, WorkCalendar calendar, CityClock clock) {
    this.rows = new ClockRows(store);
    this.calendar = calendar;
    this.clock = clock;
  }

  /** The ledgers by case number as they read now; a case without a clock is left out. */
  public Map<String, CaseLedger> of(Collection<String> caseNumbers) {
    Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
    Map<String, List<ClockSegment>> segments = rows.segments(caseNumbers);
    Map<String, CaseLedger> ledgers = new LinkedHashMap<>();
    for (CaseClock of : rows.clocks(caseNumbers)) {
      Function<String, WorkCalendar> calendars =
          version -> calendar.ofVersion(version, of.category());
      long open = of.usedSinceRunning(now, calendars.apply(of.calendarVersion()));
      List<Segment> shown =
          segments.get(of.caseNumber()).stream().map(segment -> segment.shown(open)).toList();
      ledgers.put(of.caseNumber(), new CaseLedger(shown, calendars, now));
    }
    return ledgers;
  }
}
