package org.citycase.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.citycase.casefile.CaseDesk;
import org.citycase.casefile.CaseFile;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.LimitUnit;
import org.citycase.clock.Round;
import org.springframework.stereotype.Component;

/** What went wrong with a case so far, read from its clock and its log, in the order of scoring. */
@Component
class Faults {

  private final CaseClocks clocks;
  private final CaseDesk desk;
  private final BuckPassing buckPassing;

  Faults(CaseClocks clocks, CaseDesk desk, BuckPassing buckPassing) {
    this.clocks = clocks;
    this.desk = desk;
    this.buckPassing = buckPassing;
  }

  List<Fault> of(CaseFile file) {
    return of(file, clocks.rounds(file.number()));
  }

  /** The same if the rounds of the clock were these. */
  List<Fault> of(CaseFile file, List<Round> rounds) {
    String unit = file.assignment().unit();
    List<Fault> faults = new ArrayList<>(overdue(rounds));
    if (file.reworkCount() > 0) {
      faults.addAll(FailedChecks.in(desk.trail(file.number()), unit));
    }
    if (file.returnCount() > 0) {
      faults.addAll(buckPassing.of(file.number()));
    }
    if (file.isSubstituted()) {
      faults.add(Fault.of("substitute", unit, 1));
    }
    return faults;
  }

  private static List<Fault> overdue(List<Round> rounds) {
    return rounds.stream()
        .filter(Round::overdue)
        .map(
            round ->
                Fault.overdue(
                    round.holder(),
                    round.overtimeMultiple(),
                    round.limit().unit() == LimitUnit.URGENT_HOUR))
        .toList();
  }
}
