package org.citycase.process;

import org.camunda.bpm.engine.impl.history.HistoryLevelAudit;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * The engine's history at the level {@code audit}, whose handlers also hear what people do to the
 * engine. That is not stored with it: its place is the log of the case, which is never cleaned.
 */
final class TracedHistory {

  private TracedHistory() {}

  /** Is {@code audit} for the database, which keeps the level's number. */
  static class Level extends HistoryLevelAudit {

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
      return type == HistoryEventTypes.USER_OPERATION_LOG
          || super.isHistoryEventProduced(type, entity);
    }
  }

  /** The engine's own tables. */
  static class Store extends DbHistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
      if (event instanceof HistoricActivityInstanceEventEntity visit
          && event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
        StepBound.count(visit.getActivityId());
      }
      if (!(event instanceof UserOperationLogEntryEventEntity)) {
        super.handleEvent(event);
      }
    }
  }
}
