package org.citycase.clock;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The clocks of many cases and their segments, each read by one question. */
record ClockRows(EntityManager store) {

  List<CaseClock> clocks(Collection<String> caseNumbers) {
    return store
        .createQuery(
            "from CaseClock c where c.caseNumber in :numbers order by c.caseNumber",
            CaseClock.class)
        .setParameter("numbers", caseNumbers)
        .getResultList();
  }

  /** By case, in their order. */
  Map<String, List<ClockSegment>> segments(Collection<String> caseNumbers) {
    return store
        .createQuery(
            "from ClockSegment s where s.key.caseNumber in :numbers"
                + " order by s.key.caseNumber, s.key.seq",
            ClockSegment.class)
        .setParameter("numbers", caseNumbers)
        .getResultStream()
        .collect(Collectors.groupingBy(ClockSegment::caseNumber));
  }

  /** The running segments of the present rounds, by case, in their order. */
  Map<String, List<ClockSegment>> running(Collection<String> caseNumbers) {
    return store
        .createQuery(
            "select s from ClockSegment s, CaseClock c where c.caseNumber = s.key.caseNumber"
                + " and c.round = s.round and s.state = :running and c.caseNumber in :numbers"
                + " order by s.key.caseNumber, s.key.seq",
            ClockSegment.class)
        .setParameter("running", ClockState.RUNNING)
        .setParameter("numbers", caseNumbers)
        .getResultStream()
        .collect(Collectors.groupingBy(ClockSegment::caseNumber));
  }
}
