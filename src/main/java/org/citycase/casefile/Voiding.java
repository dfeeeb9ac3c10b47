package org.citycase.casefile;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.CONFLICT;
import static org.citycase.Refusal.Kind.MALFORMED;
import static org.citycase.Refusal.Kind.NOT_ALLOWED;

import java.util.Set;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 作废 (T27): somebody who works on a filed case asks to void it, a duty leader decides. Asking does
 * not pause the clock.
 */
@Service
@Transactional
public class Voiding {

  private static final Set<String> ASKERS =
      Set.of("operators", "duty-leaders", "dispatchers", "coordinators", "inspectors");

  private static final int LONGEST_REASON = 2000;

  private final CaseFiles files;
  private final Requests requests;

  Voiding(CaseFiles files, Requests requests) {
    this.files = files;
    this.requests = requests;
  }

  /** Asks to void a case that is open after filing. */
  public CaseFile ask(String number, String reason, Viewer viewer) {
    CaseFile file = files.get(number);
    mayAsk(viewer, file);
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw Refusal.ofField(
          MALFORMED, "reason", "Say why in reason, in at most " + LONGEST_REASON + " characters.");
    }
    if (file.state() == CaseState.VOID_REVIEW) {
      throw new Refusal(
          CONFLICT,
          "Whether case %s is voided is being decided already: wait for the duty leader."
              .formatted(number));
    }
    if (!file.state().next().contains(CaseState.VOID_REVIEW) || !file.wasFiled()) {
      throw new Refusal(
          AGAINST_RULES,
          "Case %s is %s: only a filed case that is not over can be voided."
              .formatted(number, file.state()));
    }
    file.voidAskedBy(viewer.user());
    files.move(
        file, CaseState.VOID_REVIEW, Act.of(viewer.user(), "askVoid").because(reason.trim()));
    return file;
  }

  private static void mayAsk(Viewer viewer, CaseFile file) {
    boolean ofTheUnit = viewer.units().contains(file.assignment().unit());
    if (!ofTheUnit && ASKERS.stream().noneMatch(viewer::isIn)) {
      throw new Refusal(
          NOT_ALLOWED,
          "Case %s is voided at the request of its unit or of the centre."
              .formatted(file.number()));
    }
  }

  /** The case is void: its clock ends and what the unit asked lapses. */
  public void grant(CaseFile file, Act act) {
    if (act.actor().equals(file.voidAskedBy())) {
      throw new Refusal(
          NOT_ALLOWED,
          "%s asked to void case %s and may only take that back (refused): another duty leader"
                  .formatted(act.actor(), file.number())
              + " grants it.");
    }
    Act complete = act.with("lapsed", requests.lapse(file, act).orElse(null));
    files.move(file, CaseState.VOIDED, complete);
  }

  /** The case goes on where it was. */
  public void refuse(CaseFile file, Act act) {
    files.move(file, file.stateBefore(), act);
    file.voidAskedBy(null);
  }

  /** While it is decided whether a case is void, nothing else is done to it. */
  public static void refuseWhileAsked(CaseFile file) {
    if (file.state() == CaseState.VOID_REVIEW) {
      throw new Refusal(
          AGAINST_RULES,
          "Whether case %s is voided is being decided: wait for the duty leader; the task stays."
              .formatted(file.number()));
    }
  }
}
