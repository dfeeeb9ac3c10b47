package org.citycase.supervise;

import static org.citycase.supervise.EscalationQuestion.FAILED_CHECK;
import static org.citycase.supervise.EscalationQuestion.FALSE_FEEDBACK;
import static org.citycase.supervise.EscalationQuestion.GUARD;
import static org.citycase.supervise.EscalationQuestion.REPLY;
import static org.citycase.supervise.EscalationQuestion.SHARE;
import static org.citycase.supervise.EscalationQuestion.UNDELIVERED;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.clock.LimitUnit;
import org.citycase.clock.Round;
import org.citycase.process.EscalationLadder;
import org.citycase.rules.Decision;
import org.citycase.rules.DecisionTables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ladder of reminders (催办、督办) by the table {@code escalation}: who is told, when this share of
 * the limit is used or something went wrong. Each rung is taken once under each round and extension
 * of the clock, and again when a new calendar takes the time back; rungs missed in a downtime are
 * taken one after the other.
 */
@Component
@Transactional
public class Escalations implements EscalationLadder {

  private static final String TABLE = "escalation";

  /**
   * A pause that waited for a rung to be taken may lie before it; only a new calendar takes more
   * time back.
   */
  private static final Duration MOMENT = Duration.ofSeconds(15);

  private static final String FURTHER = "further";
  private static final String SUBSTITUTE = "substitute";

  private final DecisionTables tables;
  private final CaseFiles files;
  private final CaseClocks clocks;
  private final CityClock clock;
  private final Register register;

  Escalations(
      DecisionTables tables,
      CaseFiles files,
      CaseClocks clocks,
      CityClock clock,
      Register register) {
    this.tables = tables;
    this.files = files;
    this.clocks = clocks;
    this.clock = clock;
    this.register = register;
  }

  @Override
  @Transactional(readOnly = true)
  public int nextShare(String caseNumber) {
    Round present = present(caseNumber);
    return present == null ? 0 : nextShare(caseNumber, present);
  }

  private int nextShare(String caseNumber, Round present) {
    int taken =
        register.shares(caseNumber, run(present)).stream()
            .filter(share -> present.hasReached(share, MOMENT))
            .max(Integer::compare)
            .orElse(0);
    int next = peek(caseNumber, question(SHARE, taken, 0, present)).next();
    return next > taken ? next : 0;
  }

  /**
   * Takes the next rung of the ladder if the case has come to it; a clock that does not run takes
   * none. Tells how the ladder goes on: {@code substitute} when the coordinator may now order a
   * contractor, else {@code further}.
   */
  public String escalate(String caseNumber) {
    CaseFile file = files.get(caseNumber);
    Round present = present(caseNumber);
    int share = present == null ? 0 : nextShare(caseNumber, present);
    Instant reached = share == 0 ? null : clocks.at(caseNumber, share);
    if (file.state().isEnd() || reached == null || reached.isAfter(clock.instant())) {
      return FURTHER;
    }
    int before = Collections.frequency(register.shares(caseNumber, run(present)), share);
    Occasion why = Occasion.ofShare(run(present), share, before);
    Rung rung = take(file, why, present);
    return rung.substitute() ? SUBSTITUTE : FURTHER;
  }

  /** A check failed; the table says from which time on somebody is told. */
  public void failedCheck(String caseNumber) {
    CaseFile file = files.get(caseNumber);
    int count = file.reworkCount();
    takeOnce(file, Occasion.of(FAILED_CHECK, count, "第 " + count + " 次核查不符 failed check " + count));
  }

  /** What the unit fed back was proved false. */
  public void falseFeedback(String caseNumber) {
    CaseFile file = files.get(caseNumber);
    String note = "查实虚假反馈 false feedback was proved";
    takeOnce(file, Occasion.of(FALSE_FEEDBACK, Math.max(1, file.reworkCount()), note));
  }

  /** A danger was left unguarded before the unit came, for the nth time. */
  void guardLeft(CaseFile file, int time, String note) {
    takeOnce(file, Occasion.of(GUARD, time, note));
  }

  /** The caller was not answered in time; {@code workDays} whole ones ago. */
  void replyLate(CaseFile file, int workDays, String note) {
    EscalationQuestion question = new EscalationQuestion(REPLY, 100, workDays, false);
    Rung rung = peek(file.number(), question);
    Occasion why = Occasion.of(REPLY, 1, note);
    if (!rung.isNone() && !register.knows(file.number(), why, rung.level())) {
      take(file, why, question);
    }
  }

  /** A notice could not be delivered. */
  void undelivered(CaseFile file, int attempts, String note) {
    Occasion why = Occasion.of(UNDELIVERED, 0, note);
    take(file, why, new EscalationQuestion(UNDELIVERED, 0, attempts, false));
  }

  /** What was told about the case, oldest first, with the proof of each delivery. */
  @Transactional(readOnly = true)
  public List<EscalationRecord> of(String caseNumber) {
    return register.shown(caseNumber);
  }

  private Rung peek(String caseNumber, EscalationQuestion question) {
    return tables.peekFor(caseNumber, TABLE, question, Rung.class).answer();
  }

  private void takeOnce(CaseFile file, Occasion why) {
    EscalationQuestion question = question(why.trigger(), 0, why.count(), present(file.number()));
    Rung rung = peek(file.number(), question);
    if (!register.knows(file.number(), why, rung.level())) {
      take(file, why, question);
    }
  }

  private Rung take(CaseFile file, Occasion why, Round present) {
    return take(file, why, question(why.trigger(), why.share(), 0, present));
  }

  private Rung take(CaseFile file, Occasion why, EscalationQuestion question) {
    Decision<Rung> decision = tables.ask(file.number(), TABLE, question, Rung.class);
    Rung rung = decision.answer();
    Occasion answered = why.byRow(decision.row());
    if (rung.isNone()) {
      register.pass(file, rung, answered);
      return rung;
    }
    if (rung.level().equals(Rung.SUPERVISE)) {
      file.supervise();
    }
    Act act =
        Act.of(Act.RULE, "escalateCase")
            .with("trigger", why.trigger())
            .with("share", why.share() == 0 ? null : why.share())
            .with("note", why.note())
            .with("table", decision.table())
            .with("row", decision.row());
    register.tell(file, rung, group(file, rung), answered, act);
    return rung;
  }

  private static String group(CaseFile file, Rung rung) {
    return rung.recipient().equals(Rung.UNIT) ? Desks.ofCase(file) : rung.recipient();
  }

  private static EscalationQuestion question(String trigger, int share, int count, Round present) {
    boolean urgent = present != null && present.limit().unit() == LimitUnit.URGENT_HOUR;
    return new EscalationQuestion(trigger, share, count, urgent);
  }

  private Round present(String caseNumber) {
    List<Round> rounds = clocks.rounds(caseNumber);
    return rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
  }

  private static Escalation.Run run(Round present) {
    return new Escalation.Run(present.round(), present.extensions());
  }
}
