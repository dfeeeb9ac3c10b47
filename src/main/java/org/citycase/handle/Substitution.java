package org.citycase.handle;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.MALFORMED;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.citycase.Refusal;
import org.citycase.casefile.Act;
import org.citycase.casefile.Attachments;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.ClosingStandard;
import org.citycase.casefile.Requests;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.process.Completion;
import org.springframework.stereotype.Component;

/**
 * 代整改: the coordinator orders a contractor to do what the unit did not, and feeds back in its
 * place. The case stays overdue for the unit, which is charged with the cost.
 */
@Component
class Substitution {

  private static final String SUBSTITUTE = "substituteCase";
  private static final BigDecimal MOST = new BigDecimal("9999999999.99");

  private final CaseFiles files;
  private final ClosingStandard standard;
  private final Attachments attachments;
  private final Requests requests;
  private final CaseClocks clocks;
  private final CityClock clock;

  Substitution(
      CaseFiles files,
      ClosingStandard standard,
      Attachments attachments,
      Requests requests,
      CaseClocks clocks,
      CityClock clock) {
    this.files = files;
    this.standard = standard;
    this.attachments = attachments;
    this.requests = requests;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** The coordinator names the contractor, or says why none is needed. */
  void order(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    if (said.outcome().equals("ordered")) {
      file.orderSubstitute(said.text("contractor"));
    }
    files.note(
        file,
        Act.of(said.person(), "orderSubstitute")
            .because(said.reason())
            .with("outcome", said.outcome())
            .with("contractor", said.text("contractor")));
  }

  /** The contractor has done the work: fed back, with the proof a unit would have to bring. */
  void substitute(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    BigDecimal cost = cost(said.text("cost"));
    mayBeFedBack(file);
    proof(file, said);
    Act act =
        Act.of(said.person(), SUBSTITUTE)
            .because(said.reason())
            .with("contractor", file.assignment().contractor())
            .with("cost", cost);
    String lapsed = requests.lapse(file, act).orElse(null);
    clocks.stop(file.number(), CaseState.FEEDBACK.owner(), "substitute", clock.instant());
    if (file.state() == CaseState.DISPATCHED) {
      files.move(file, CaseState.HANDLING, act);
    }
    file.substituted(said.text("result"), said.person(), cost);
    files.move(
        file, CaseState.FEEDBACK, act.with("result", said.text("result")).with("lapsed", lapsed));
  }

  private static void mayBeFedBack(CaseFile file) {
    if (file.state() != CaseState.DISPATCHED && file.state() != CaseState.HANDLING) {
      throw new Refusal(
          AGAINST_RULES,
          "Case %s is %s: the substitute's work is fed back when the unit has the case again."
              .formatted(file.number(), file.state()));
    }
  }

  private void proof(CaseFile file, Completion said) {
    int demanded = standard.ask(file).answer().afterPhotos();
    int given = attachments.evidence(file.number(), "after", said.person(), said.began());
    if (given < demanded) {
      throw new Refusal(
          AGAINST_RULES,
          ("The closing standard demands %d after-photo(s) of the substitute's work by who feeds"
                  + " back; there are %d since the task began. Add them with kind 'after' and"
                  + " complete again.")
              .formatted(demanded, given));
    }
  }

  private static BigDecimal cost(String said) {
    if (said == null) {
      return null;
    }
    try {
      BigDecimal cost = new BigDecimal(said);
      if (cost.signum() >= 0 && cost.compareTo(MOST) <= 0) {
        return cost.setScale(2, RoundingMode.UNNECESSARY);
      }
    } catch (ArithmeticException | NumberFormatException unreadable) {
      // Told below, with the other amounts that are none.
    }
    throw Refusal.ofField(
        MALFORMED,
        "cost",
        "'%s' is no amount of money for cost: give a number of at least 0, with two decimals at most."
            .formatted(said));
  }
}
