package org.citycase.collect;

import static org.citycase.Refusal.Kind.AGAINST_RULES;

import org.citycase.Refusal;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.Channel;
import org.citycase.casefile.Filing;
import org.citycase.casefile.FilingStandard;
import org.citycase.casefile.Place;
import org.citycase.casefile.Reported;
import org.citycase.clock.CityClock;
import org.citycase.clock.Limit;
import org.citycase.clock.LimitUnit;
import org.citycase.rules.Decision;
import org.springframework.stereotype.Component;

/**
 * 快速处置 (T28): the finder mends it at once and proves it with two photos; the case is filed and
 * closed in one step and never dispatched. The quick list is the filing standard's.
 */
@Component
class QuickHandling {

  private static final String INSTEAD = " Send the report with quick=false for normal filing.";

  private final FilingStandard standard;
  private final CaseFiles files;
  private final CityClock clock;

  QuickHandling(FilingStandard standard, CaseFiles files, CityClock clock) {
    this.standard = standard;
    this.files = files;
    this.clock = clock;
  }

  /** Refuses what must not be handled quickly, before anything is written. */
  void check(Report report, Place place) {
    if (report.channel() != Channel.COLLECTOR) {
      throw Refusal.ofField(
          AGAINST_RULES, "quick", "Only a collector on the spot handles a case quickly." + INSTEAD);
    }
    if (report.afterPhotos().isEmpty()) {
      throw Refusal.ofField(
          AGAINST_RULES,
          "afterPhotos",
          "Quick handling needs a photo from after the work." + INSTEAD);
    }
    Filing filing = standard.peek(reported(report), place, report.condition());
    if (!filing.quick() || filing.condition().isEmpty()) {
      throw Refusal.ofField(
          AGAINST_RULES,
          "quick",
          "%s is not on the quick list.%s"
              .formatted(
                  report.condition() == null ? report.category() : report.condition(), INSTEAD));
    }
  }

  private static Reported reported(Report report) {
    return new Reported(
        report.channel(),
        report.category(),
        report.measure(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Files and closes a case its finder has mended; the others go the normal way. */
  boolean close(String number) {
    CaseFile file = files.get(number);
    if (!file.isQuick()) {
      return false;
    }
    Decision<Filing> decision = standard.ask(file, file.condition(), true, false);
    Filing filing = decision.answer();
    file.file(
        filing.condition(),
        new Limit(filing.limitValue(), LimitUnit.of(filing.limitUnit())),
        decision);
    files.move(
        file,
        CaseState.CLOSED,
        Act.of(file.reported().reportedBy(), "closeQuick").with("row", decision.row()));
    return true;
  }
}
