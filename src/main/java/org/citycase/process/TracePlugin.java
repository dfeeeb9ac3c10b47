package org.citycase.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.citycase.trail.Witnesses;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets the house hear what the engine does to the cases and what people do to the engine, beside
 * the engine's own history.
 */
@Component
class TracePlugin extends AbstractProcessEnginePlugin {

  private final ObjectProvider<JdbcTemplate> jdbc;
  private final ObjectProvider<Witnesses> witnesses;
  private final ObjectProvider<Interventions> interventions;

  TracePlugin(
      ObjectProvider<JdbcTemplate> jdbc,
      ObjectProvider<Witnesses> witnesses,
      ObjectProvider<Interventions> interventions) {
    this.jdbc = jdbc;
    this.witnesses = witnesses;
    this.interventions = interventions;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setEnableDefaultDbHistoryEventHandler(false);
    List<HistoryEventHandler> handlers = new ArrayList<>();
    handlers.add(new TracedHistory.Store());
    handlers.add(new VisitRecorder());
    handlers.add(new OperationRecorder());
    handlers.addAll(engine.getCustomHistoryEventHandlers());
    engine.setCustomHistoryEventHandlers(handlers);
    List<SessionFactory> sessions = new ArrayList<>();
    if (engine.getCustomSessionFactories() != null) {
      sessions.addAll(engine.getCustomSessionFactories());
    }
    sessions.add(
        new Notes(VisitNotes.class, () -> new VisitNotes(jdbc.getObject(), witnesses.getObject())));
    sessions.add(new Notes(OperationNotes.class, this::operations));
    sessions.add(new Notes(AuthorizationManager.class, TaskAuthorizations::new));
    engine.setCustomSessionFactories(sessions);
  }

  private OperationNotes operations() {
    OperationNotes notes = new OperationNotes(interventions.getObject());
    Context.getCommandContext().registerCommandContextListener(notes);
    return notes;
  }

  /** Only now: the database holds the level's name, and it is still the engine's own. */
  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    ((ProcessEngineImpl) engine)
        .getProcessEngineConfiguration()
        .setHistoryLevel(new TracedHistory.Level());
  }

  /** Opens the notes of a command when there is something to note. */
  private record Notes(Class<?> kind, Supplier<Session> opening) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return kind;
    }

    @Override
    public Session openSession() {
      return opening.get();
    }
  }
}
