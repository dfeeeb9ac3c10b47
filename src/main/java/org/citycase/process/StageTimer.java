package org.citycase.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.citycase.casefile.Requests;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.StageClocks;
import org.citycase.clock.WorkCalendar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The instants the diagram's timers wait for, all from the clocks. A clock that does not run gives
 * {@link #NEVER}; when it runs again the timers are moved to their new instants. Public because an
 * expression calls methods of public classes only.
 */
@Component
public class StageTimer {

  /** Where a timer waits while its clock does not run. */
  static final Instant NEVER = Instant.parse("2299-12-31T00:00:00Z");

  private static final int WHOLE = 100;

  private final CaseClocks clocks;
  private final Requests requests;
  private final WorkCalendar calendar;
  private final StageClocks stages;
  private final ObjectProvider<EscalationLadder> ladder;

  StageTimer(
      CaseClocks clocks,
      StageClocks stages,
      Requests requests,
      WorkCalendar calendar,
      ObjectProvider<EscalationLadder> ladder) {
    this.clocks = clocks;
    this.requests = requests;
    this.calendar = calendar;
    this.stages = stages;
    this.ladder = ladder;
  }

  /** When this share of the limit of the stage the timer stands on is used. */
  public Date at(DelegateExecution execution, long percent) {
    return Date.from(
        due(
            execution.getProcessBusinessKey(),
            new TimerRule(TimerRule.Kind.SHARE, (int) percent),
            (ExecutionEntity) execution));
  }

  /** When the next rung of the ladder is reached. */
  public Date nextEscalation(DelegateExecution execution) {
    return Date.from(nextRung(execution.getProcessBusinessKey()));
  }

  /** When the hold of the case ends by itself. */
  public Date holdEnd(DelegateExecution execution) {
    return Date.from(holdEnd(execution.getProcessBusinessKey()));
  }

  /**
   * The instant a timer has to wait for.
   *
   * @param where the execution the timer belongs to: of the task it stands on, or its own
   */
  Instant due(String caseNumber, TimerRule rule, ExecutionEntity where) {
    return switch (rule.kind()) {
      case ESCALATION -> nextRung(caseNumber);
      case HOLD -> holdEnd(caseNumber);
      case SHARE -> share(caseNumber, rule.percent(), where);
    };
  }

  private Instant share(String caseNumber, int percent, ExecutionEntity where) {
    ActivityImpl element = where.getActivity();
    TaskContract contract =
        element == null ? null : (TaskContract) element.getProperty(TaskParseListener.CONTRACT);
    if (contract == null || !contract.hasStage()) {
      return orNever(clocks.at(caseNumber, percent));
    }
    return where.getTasks().isEmpty()
        ? NEVER
        : orNever(stages.at(where.getTasks().get(0).getId(), percent));
  }

  private Instant nextRung(String caseNumber) {
    EscalationLadder rungs = ladder.getIfAvailable();
    if (clocks.at(caseNumber, WHOLE) == null) {
      return NEVER;
    }
    int next = rungs == null ? 0 : rungs.nextShare(caseNumber);
    return next == 0 ? NEVER : orNever(clocks.at(caseNumber, next));
  }

  /** The first working slot on or after the day the hold ends. */
  Instant holdEnd(String caseNumber) {
    LocalDate day = requests.holdEnd(caseNumber);
    return day == null ? NEVER : calendar.opensOn(day);
  }

  private static Instant orNever(Instant instant) {
    return instant == null ? NEVER : instant;
  }
}
