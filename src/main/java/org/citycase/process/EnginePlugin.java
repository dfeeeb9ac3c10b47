package org.citycase.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.citycase.clock.CityClock;
import org.citycase.trail.ConfigurationLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings the house's listeners and its way of refusing into the engine. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

  private final TaskParseListener tasks;
  private final ObjectProvider<OpenTasks> open;
  private final ObjectProvider<Paths> paths;
  private final ObjectProvider<ConfigurationLog> log;
  private final ObjectProvider<CityClock> clock;
  private final ObjectProvider<JdbcClient> jdbc;
  private final PasswordHashes passwords;
  private final Duration lockLasts;

  EnginePlugin(
      TaskParseListener tasks,
      ObjectProvider<OpenTasks> open,
      ObjectProvider<Paths> paths,
      ObjectProvider<ConfigurationLog> log,
      ObjectProvider<CityClock> clock,
      ObjectProvider<JdbcClient> jdbc,
      PasswordHashes passwords,
      @Value("${citycase.lock-lasts:PT15M}") Duration lockLasts) {
    this.tasks = tasks;
    this.open = open;
    this.paths = paths;
    this.log = log;
    this.clock = clock;
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.lockLasts = lockLasts;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<BpmnParseListener> listeners = new ArrayList<>();
    if (engine.getCustomPostBPMNParseListeners() != null) {
      listeners.addAll(engine.getCustomPostBPMNParseListeners());
    }
    listeners.add(tasks);
    engine.setCustomPostBPMNParseListeners(listeners);
    // A candidate works on a task; he does not hand it to somebody else or move its due date.
    engine.setDefaultUserPermissionForTask(Permissions.TASK_WORK);
    engine.setEnsureJobDueDateNotNull(true);
    engine.setPasswordEncryptor(passwords);
    engine.setEnablePasswordPolicy(true);
    engine.setFailedJobCommandFactory(WordlessRetry::new);
    engine.setPasswordPolicy(PasswordRule.POLICY);
    engine.setCustomPreCommandInterceptorsTxRequired(interceptors(engine, false));
    engine.setCustomPreCommandInterceptorsTxRequiresNew(interceptors(engine, true));
  }

  private List<CommandInterceptor> interceptors(
      ProcessEngineConfigurationImpl engine, boolean requiresNew) {
    List<CommandInterceptor> existing =
        requiresNew
            ? engine.getCustomPreCommandInterceptorsTxRequiresNew()
            : engine.getCustomPreCommandInterceptorsTxRequired();
    List<CommandInterceptor> all = new ArrayList<>(existing == null ? List.of() : existing);
    all.add(0, new RefusalInterceptor(id -> open.getObject().has(id)));
    all.add(1, new PassingVariables());
    all.add(2, new DeployingInterceptor());
    all.add(3, new KeptDeployments(definition -> paths.getObject().isWalked(definition)));
    all.add(4, new DeployedFiles());
    all.add(5, new DeploymentTrace(log, clock));
    all.add(6, new TriggerTrace());
    all.add(7, new CommandTrace(jdbc, clock));
    all.add(8, new AccountLock(log, clock, lockLasts));
    all.add(9, new StackTraces());
    return all;
  }
}
