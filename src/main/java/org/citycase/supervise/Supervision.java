package org.citycase.supervise;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.MALFORMED;
import static org.citycase.Refusal.Kind.NOT_ALLOWED;

import java.util.Set;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 督办 and 批示 on an open case (T30): a note, a mark and a notice to the unit; the state stays as it
 * is.
 */
@Service
@Transactional
class Supervision {

  private static final Set<String> KINDS = Set.of("overdue", "leader", "important");
  private static final int LONGEST_TEXT = 2000;

  private final CaseFiles files;
  private final Register register;

  Supervision(CaseFiles files, Register register) {
    this.files = files;
    this.register = register;
  }

  /** An inspector supervises the case because it is overdue, a leader's or important. */
  CaseFile supervise(String number, String kind, String note, Viewer inspector) {
    mayDo(inspector, "inspectors", "supervises");
    if (!KINDS.contains(kind == null ? "" : kind)) {
      throw Refusal.ofField(
          MALFORMED,
          "kind",
          "Unknown kind of supervision '" + kind + "': use overdue, leader or important.");
    }
    said("note", note);
    CaseFile file = open(number);
    file.supervise();
    Act act = Act.of(inspector.user(), "supervise").because(note.trim()).with("kind", kind);
    tell(file, "supervise", "supervision", act);
    return file;
  }

  /** A leader's instruction makes it a leader's case: its penalty points count double. */
  CaseFile instruct(String number, String text, Viewer leader) {
    mayDo(leader, "leaders", "instructs");
    said("text", text);
    CaseFile file = open(number);
    file.instruct();
    Act act = Act.of(leader.user(), "leaderInstruction").because(text.trim());
    tell(file, "leader", "leader-instruction", act);
    return file;
  }

  private void tell(CaseFile file, String level, String document, Act act) {
    String group = Desks.ofCase(file);
    Rung rung = new Rung(level, group, 0, false, document);
    register.tell(file, rung, group, Occasion.of(act.action(), 0, act.reason()), act);
  }

  private static void mayDo(Viewer viewer, String group, String verb) {
    if (!viewer.isIn(group)) {
      throw new Refusal(NOT_ALLOWED, "Only the group " + group + " " + verb + " a case.");
    }
  }

  private static void said(String field, String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
      throw Refusal.ofField(
          MALFORMED,
          field,
          "Say why in " + field + ", in at most " + LONGEST_TEXT + " characters.");
    }
  }

  private CaseFile open(String number) {
    CaseFile file = files.get(number);
    if (file.state().isEnd()) {
      throw new Refusal(AGAINST_RULES, "Case %s is over (%s).".formatted(number, file.state()));
    }
    return file;
  }
}
