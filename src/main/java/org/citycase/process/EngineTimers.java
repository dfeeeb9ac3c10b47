package org.citycase.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.ClockMoved;
import org.citycase.clock.StageClocks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Binds the engine to the clocks: whenever the clock of a case moves, its timers and the due dates
 * of its tasks move with it, in the same transaction. What the engine holds is compared with the
 * clock by the same eyes, so that the nightly check finds whatever somebody moved by hand.
 */
@Component
class EngineTimers {

  private static final int GREEN = 80;
  private static final int WHOLE = 100;

  private final ObjectProvider<ProcessEngine> engine;
  private final StageTimer instants;
  private final CaseClocks clocks;
  private final StageClocks stages;

  EngineTimers(
      ObjectProvider<ProcessEngine> engine,
      StageTimer instants,
      CaseClocks clocks,
      StageClocks stages) {
    this.engine = engine;
    this.instants = instants;
    this.clocks = clocks;
    this.stages = stages;
  }

  /**
   * A timer or task that is not due when its clock says.
   *
   * @param engine when the engine takes it to be due; null when never, or when it gave it up
   */
  record Difference(String caseNumber, String element, Instant engine, Instant clock) {}

  @EventListener
  void follow(ClockMoved moved) {
    mend(moved.caseNumber());
  }

  /**
   * Moves every timer and task of the case to the instant its clock gives; tells which it moved.
   */
  List<Difference> mend(String caseNumber) {
    return inEngine(context -> walk(caseNumber, context, true));
  }

  /** Tells which timers and tasks of the case are not due when the clock says; moves nothing. */
  List<Difference> compare(String caseNumber) {
    return inEngine(context -> walk(caseNumber, context, false));
  }

  /** Timers that stand on a task are made before its stage begins: sets them once it has. */
  void begin(ExecutionEntity task, String caseNumber) {
    for (JobEntity job : task.getJobs()) {
      if (job instanceof TimerEntity timer && rule(timer) != null) {
        timer.setDuedate(Date.from(instants.due(caseNumber, rule(timer), timer.getExecution())));
      }
    }
  }

  private List<Difference> walk(String caseNumber, CommandContext context, boolean move) {
    List<Difference> differences = new ArrayList<>();
    List<String> instances = instances(caseNumber, context);
    for (TimerEntity timer : timers(caseNumber, instances, context)) {
      timer(caseNumber, timer, move, differences);
    }
    for (String instance : instances) {
      for (TaskEntity task : context.getTaskManager().findTasksByProcessInstanceId(instance)) {
        task(caseNumber, task, move, differences);
      }
    }
    return differences;
  }

  /** Those the database has and those that the running command has just made. */
  private static Set<TimerEntity> timers(
      String caseNumber, List<String> instances, CommandContext context) {
    Set<TimerEntity> timers = new LinkedHashSet<>();
    for (TimerEntity made :
        context.getDbEntityManager().getCachedEntitiesByType(TimerEntity.class)) {
      if (made.getExecution() != null
          && caseNumber.equals(made.getExecution().getProcessBusinessKey())) {
        timers.add(made);
      }
    }
    for (String instance : instances) {
      for (JobEntity job : context.getJobManager().findJobsByProcessInstanceId(instance)) {
        if (job instanceof TimerEntity timer) {
          timers.add(timer);
        }
      }
    }
    timers.removeIf(timer -> rule(timer) == null);
    return timers;
  }

  private void timer(
      String caseNumber, TimerEntity timer, boolean move, List<Difference> differences) {
    Instant clock = instants.due(caseNumber, rule(timer), timer.getExecution());
    boolean givenUp = timer.getRetries() == 0;
    if (givenUp || differ(timer.getDuedate(), clock) && !waitsToRetry(timer, clock)) {
      differences.add(
          new Difference(
              caseNumber,
              timer.getActivityId(),
              givenUp ? null : instant(timer.getDuedate()),
              clock));
      if (move) {
        timer.setDuedate(Date.from(clock));
        timer.setRetries(JobEntity.DEFAULT_RETRIES);
      }
    }
  }

  /** A timer that failed is due again a little later than its clock said. */
  private static boolean waitsToRetry(TimerEntity timer, Instant clock) {
    return timer.getExceptionMessage() != null
        && timer.getDuedate() != null
        && timer.getDuedate().toInstant().isAfter(clock)
        && !clock.isAfter(ClockUtil.getCurrentTime().toInstant());
  }

  private void task(String caseNumber, TaskEntity task, boolean move, List<Difference> all) {
    TaskContract contract = contract(task);
    Instant due = due(caseNumber, task.getId(), contract, WHOLE);
    if (due != null && differ(task.getDueDate(), due)) {
      all.add(
          new Difference(caseNumber, task.getTaskDefinitionKey(), instant(task.getDueDate()), due));
      if (move) {
        task.setDueDate(Date.from(due));
        task.setFollowUpDate(Date.from(due(caseNumber, task.getId(), contract, GREEN)));
        task.triggerUpdateEvent();
      }
    }
  }

  private Instant due(String caseNumber, String task, TaskContract contract, int percent) {
    if (contract.isHandling()) {
      return clocks.at(caseNumber, percent);
    }
    if (contract.isHold()) {
      return instants.holdEnd(caseNumber);
    }
    return contract.hasStage() ? stages.at(task, percent) : null;
  }

  /** The engine keeps whole seconds on some databases. */
  private static boolean differ(Date engine, Instant clock) {
    return engine == null || Math.abs(engine.getTime() - clock.toEpochMilli()) >= 1000;
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }

  private static TimerRule rule(TimerEntity timer) {
    return (TimerRule) activity(timer).getProperty(TimerRule.PROPERTY);
  }

  private static ActivityImpl activity(TimerEntity timer) {
    return timer.getExecution().getProcessDefinition().findActivity(timer.getActivityId());
  }

  private static TaskContract contract(TaskEntity task) {
    ProcessDefinitionEntity diagram = task.getExecution().getProcessDefinition();
    return (TaskContract)
        diagram.findActivity(task.getTaskDefinitionKey()).getProperty(TaskParseListener.CONTRACT);
  }

  private static List<String> instances(String caseNumber, CommandContext context) {
    ProcessInstanceQueryImpl query = new ProcessInstanceQueryImpl();
    query.processInstanceBusinessKey(caseNumber);
    return context.getExecutionManager().findProcessInstancesByQueryCriteria(query, null).stream()
        .map(ProcessInstance::getId)
        .toList();
  }

  private <T> T inEngine(Function<CommandContext, T> work) {
    return ((ProcessEngineImpl) engine.getObject())
        .getProcessEngineConfiguration()
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(() -> work.apply(context)));
  }
}
