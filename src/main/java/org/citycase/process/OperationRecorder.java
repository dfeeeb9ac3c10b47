package org.citycase.process;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/** Hears what a signed-in person does to the engine beside completing tasks. */
class OperationRecorder implements HistoryEventHandler {

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof UserOperationLogEntryEventEntity change && Operation.isTraced(change)) {
      Context.getCommandContext().getSession(OperationNotes.class).hear(change);
    }
  }
}
