package org.citycase.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.citycase.Refusal;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.clock.CityClock;
import org.citycase.trail.ConfigurationLog;
import org.springframework.stereotype.Component;

/**
 * Interventions (干预): what people do to cases through the engine's interface or Cockpit instead of
 * completing tasks. Each case it was done to tells it in its log; what was done to no case in
 * particular stands in the log of the configuration.
 */
@Component
class Interventions {

  /** The action of such an entry. */
  static final String ACTION = "intervene";

  /** So many cases are locked by one statement. */
  private static final int AT_ONCE = 500;

  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_REASON = 2000;

  private final CaseFiles files;
  private final ConfigurationLog configuration;
  private final TouchedCases touched;
  private final CityClock clock;

  Interventions(
      CaseFiles files, ConfigurationLog configuration, TouchedCases touched, CityClock clock) {
    this.files = files;
    this.configuration = configuration;
    this.touched = touched;
    this.clock = clock;
  }

  void tell(Operation operation, CommandContext context) {
    refuseUnknown(operation, context);
    Map<String, String> cases =
        operation.mayConcernCases() ? touched.of(operation, context) : Map.of();
    List<String> numbers = List.copyOf(cases.keySet());
    int told = 0;
    for (int from = 0; from < numbers.size(); from += AT_ONCE) {
      List<String> some = numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE));
      for (CaseFile file : files.get(some)) {
        intervene(operation, file, cases.get(file.number()), context);
        told++;
      }
    }
    if (told == 0 || operation.isSetting()) {
      change(operation);
    }
  }

  /** The engine says yes to holding or moving what is not there, and would have us tell of it. */
  private static void refuseUnknown(Operation operation, CommandContext context) {
    String instance = operation.first().getProcessInstanceId();
    if (operation.isOfOneInstance()
        && context.getHistoricProcessInstanceManager().findHistoricProcessInstance(instance)
            == null) {
      throw new Refusal(Refusal.Kind.UNKNOWN, "There is no process instance " + instance + ".");
    }
    if (operation.isOfHistory()
        && context
            .getDbEntityManager()
            .getCachedEntitiesByType(HistoricProcessInstanceEntity.class)
            .isEmpty()) {
      throw new Refusal(Refusal.Kind.UNKNOWN, "There is no history of such a process instance.");
    }
    String definition = operation.first().getJobDefinitionId();
    if (definition != null && context.getJobDefinitionManager().findById(definition) == null) {
      throw new Refusal(Refusal.Kind.UNKNOWN, "There is no job definition " + definition + ".");
    }
  }

  private void change(Operation operation) {
    String subject = operation.subject();
    configuration.append(
        clock.instant(),
        operation.first().getUserId(),
        operation.name(),
        subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)),
        operation.data(clock));
  }

  private void intervene(
      Operation operation, CaseFile file, String instance, CommandContext context) {
    UserOperationLogEntryEventEntity one = operation.first();
    Act act = Act.of(one.getUserId(), ACTION).because(reason(operation, instance, context));
    for (Map.Entry<String, Object> fact : operation.data(clock).entrySet()) {
      act = act.with(fact.getKey(), fact.getValue());
    }
    if (operation.isMove()) {
      act = moved(act, context.getSession(VisitNotes.class), instance);
    }
    act = act.with("element", element(one, context)).with("instance", instance);
    files.note(file, act.with("batch", one.getBatchId()));
  }

  /** What is ordered for later has not moved the case yet. */
  private static Act moved(Act act, VisitNotes visits, String instance) {
    VisitNotes.Stay stay = visits.stay(instance);
    Act from = stay.before().isEmpty() ? act : act.with("stoodAt", stay.before());
    return stay.after().equals(stay.before()) ? from : from.with("standsAt", stay.after());
  }

  /** The annotation or the reason somebody gave to the engine; null when he gave none. */
  private static String reason(Operation operation, String instance, CommandContext context) {
    ExecutionEntity execution =
        context.getDbEntityManager().getCachedEntity(ExecutionEntity.class, instance);
    String reason =
        operation.reason() != null || execution == null
            ? operation.reason()
            : execution.getDeleteReason();
    return reason == null ? null : reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
  }

  private static String element(UserOperationLogEntryEventEntity one, CommandContext context) {
    if (one.getTaskId() != null) {
      TaskEntity task =
          context.getDbEntityManager().getCachedEntity(TaskEntity.class, one.getTaskId());
      return task == null ? null : task.getTaskDefinitionKey();
    }
    JobEntity job =
        one.getJobId() == null
            ? null
            : context.getDbEntityManager().getCachedEntity(JobEntity.class, one.getJobId());
    return job == null ? null : job.getActivityId();
  }
}
