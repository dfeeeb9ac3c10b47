package org.citycase.process;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Hears from the engine where the cases go, and notes it in the same transaction. */
class VisitRecorder implements HistoryEventHandler {

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricActivityInstanceEventEntity activity
        && CaseProcess.DIAGRAMS.contains(activity.getProcessDefinitionKey())) {
      note(activity, Context.getCommandContext());
    }
  }

  private static void note(HistoricActivityInstanceEventEntity activity, CommandContext context) {
    VisitNotes notes = context.getSession(VisitNotes.class);
    if (activity.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
      ExecutionEntity instance =
          context.getExecutionManager().findExecutionById(activity.getProcessInstanceId());
      if (instance != null && instance.getBusinessKey() != null) {
        notes.begin(activity, instance.getBusinessKey());
      }
    } else if (activity.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)) {
      notes.end(activity, known(activity, context));
    } else if (activity.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE)) {
      notes.migrate(activity);
    }
  }

  /** The case of a visit, when this command has its instance at hand; else null. */
  private static String known(
      HistoricActivityInstanceEventEntity activity, CommandContext context) {
    ExecutionEntity instance =
        context
            .getDbEntityManager()
            .getCachedEntity(ExecutionEntity.class, activity.getProcessInstanceId());
    return instance == null ? null : instance.getBusinessKey();
  }
}
