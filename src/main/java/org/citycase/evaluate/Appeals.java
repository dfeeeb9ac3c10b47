package org.citycase.evaluate;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.MALFORMED;
import static org.citycase.Refusal.Kind.NOT_ALLOWED;

import java.util.ArrayList;
import java.util.List;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseState;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.clock.Round;
import org.citycase.process.CaseMessages;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 申诉 against the overdue mark: only the unit, only after closing, only when overdue, once for a
 * case. The unit's word is written down here and starts the way of its own in the diagram.
 */
@Service
@Transactional
class Appeals {

  private static final int LONGEST_REASON = 2000;

  private final CaseFiles files;
  private final CaseClocks clocks;
  private final AppealStore store;
  private final CaseMessages messages;
  private final CityClock clock;

  Appeals(
      CaseFiles files,
      CaseClocks clocks,
      AppealStore store,
      CaseMessages messages,
      CityClock clock) {
    this.files = files;
    this.clocks = clocks;
    this.store = store;
    this.messages = messages;
    this.clock = clock;
  }

  /** Takes the appeal in, or refuses it with the sentence that says why. */
  CaseFile ask(String number, String reason, Viewer viewer) {
    CaseFile file = files.get(number);
    String unit = unitOf(file, viewer);
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw Refusal.ofField(
          MALFORMED, "reason", "Say why in reason, in at most " + LONGEST_REASON + " characters.");
    }
    mayBeAppealed(file);
    String why = reason.trim();
    store.save(new Appeal(number, unit, viewer.user(), clock.instant(), why));
    files.note(file, Act.of(viewer.user(), "appealCase").because(why).with("unit", unit));
    messages.startAppeal(number);
    return file;
  }

  private static String unitOf(CaseFile file, Viewer viewer) {
    List<String> units = new ArrayList<>(file.assignment().coUnits());
    units.add(0, file.assignment().unit());
    return units.stream()
        .filter(viewer.units()::contains)
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    NOT_ALLOWED,
                    "Only the unit that handled case %s may appeal.".formatted(file.number())));
  }

  private void mayBeAppealed(CaseFile file) {
    if (file.state() != CaseState.CLOSED) {
      throw refused(file, "is %s: appeal when it is closed".formatted(file.state()));
    }
    if (clocks.rounds(file.number()).stream().noneMatch(Round::overdue)) {
      throw refused(file, "was on time: there is no overdue mark to appeal against");
    }
    if (store.findById(file.number()).isPresent()) {
      throw refused(file, "was appealed against before: a case is appealed against once");
    }
  }

  private static Refusal refused(CaseFile file, String why) {
    return new Refusal(AGAINST_RULES, "Case %s %s.".formatted(file.number(), why));
  }
}
