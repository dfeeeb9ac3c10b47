package org.citycase.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.interceptor.Session;

/**
 * What a person does to the engine within one command. It is told when the command is done and
 * before the engine writes: so the case is locked first here as everywhere.
 */
class OperationNotes implements Session, CommandContextListener {

  private final Interventions interventions;
  private final Map<String, Operation> heard = new LinkedHashMap<>();
  private Map<String, Object> beside = Map.of();

  OperationNotes(Interventions interventions) {
    this.interventions = interventions;
  }

  /** The engine tells each changed property by itself. */
  void hear(UserOperationLogEntryEventEntity change) {
    heard.computeIfAbsent(Operation.key(change), first -> new Operation(beside)).add(change);
  }

  /**
   * What the engine leaves out when it tells what is done from here on.
   *
   * @return what it was before
   */
  Map<String, Object> leftOut(Map<String, Object> facts) {
    Map<String, Object> before = beside;
    beside = facts;
    return before;
  }

  @Override
  public void onCommandContextClose(CommandContext context) {
    heard.values().stream()
        .filter(operation -> !operation.isSum())
        .forEach(operation -> interventions.tell(operation, context));
    heard.clear();
  }

  @Override
  public void onCommandFailed(CommandContext context, Throwable thrown) {
    heard.clear();
  }

  @Override
  public void flush() {
    // Told before the engine flushes.
  }

  @Override
  public void close() {
    heard.clear();
  }
}
