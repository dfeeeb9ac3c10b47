package org.citycase.clock;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledgers of many cases, read at once for whoever counts and changes nothing. */
@Component
@Transactional(readOnly = true)
public class CaseLedgers {

  private final EntityManager store;
  private final WorkCalendar calendar;
  private final CityClock clock;

  CaseLedgers(EntityManager store, WorkCalendar calendar, CityClock clock) {
    this.store = store;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** The ledgers by case number as they read now; a case without a clock is left out. */
  public Map<String, CaseLedger> of(Collection<String> caseNumbers) {
    Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
    Map<String, List<ClockSegment>> segments = segments(caseNumbers);
    Map<String, CaseLedger> ledgers = new LinkedHashMap<>();
    for (CaseClock of : clocks(caseNumbers)) {
      Function<String, WorkCalendar> calendars =
          version -> calendar.ofVersion(version, of.category());
      long open = of.usedSinceRunning(now, calendars.apply(of.calendarVersion()));
      List<Segment> shown =
          segments.get(of.caseNumber()).stream().map(segment -> segment.shown(open)).toList();
      ledgers.put(of.caseNumber(), new CaseLedger(shown, calendars, now));
    }
    return ledgers;
  }

  private List<CaseClock> clocks(Collection<String> caseNumbers) {
    return store
        .createQuery(
            "from CaseClock c where c.caseNumber in :numbers order by c.caseNumber",
            CaseClock.class)
        .setParameter("numbers", caseNumbers)
        .getResultList();
  }

  private Map<String, List<ClockSegment>> segments(Collection<String> caseNumbers) {
    return store
        .createQuery(
            "from ClockSegment s where s.key.caseNumber in :numbers"
                + " order by s.key.caseNumber, s.key.seq",
            ClockSegment.class)
        .setParameter("numbers", caseNumbers)
        .getResultStream()
        .collect(Collectors.groupingBy(ClockSegment::caseNumber));
  }
}
