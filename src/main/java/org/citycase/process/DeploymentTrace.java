package org.citycase.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.citycase.clock.CityClock;
import org.citycase.trail.Canonical;
import org.citycase.trail.ConfigurationLog;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Tells in the log of the configuration which diagrams and forms were deployed, by whom, with the
 * hash of each file. Tables are told by their publication; what is there already is no deployment.
 */
class DeploymentTrace extends CommandInterceptor {

  /** The actor of what the service does by itself, at a start or when a folder was edited. */
  static final String SERVICE = "system";

  private final ObjectProvider<ConfigurationLog> log;
  private final ObjectProvider<CityClock> clock;

  DeploymentTrace(ObjectProvider<ConfigurationLog> log, ObjectProvider<CityClock> clock) {
    this.log = log;
    this.clock = clock;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (!(command instanceof DeployCmd) || TableDeployments.isStoring()) {
      return next.execute(command);
    }
    return next.execute(
        context -> {
          T deployed = command.execute(context);
          if (deployed instanceof DeploymentEntity deployment && deployment.isNew()) {
            tell(deployment, context);
          }
          return deployed;
        });
  }

  private void tell(DeploymentEntity deployment, CommandContext context) {
    String user = context.getAuthenticatedUserId();
    String name = deployment.getName() == null ? deployment.getId() : deployment.getName();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("deployment", deployment.getId());
    data.put("source", deployment.getSource() == null ? "" : deployment.getSource());
    data.put("files", files(deployment));
    log.getObject()
        .append(
            clock.getObject().instant(),
            user == null ? SERVICE : user,
            "deploy",
            name.substring(0, Math.min(name.length(), 200)),
            data);
  }

  private static Map<String, String> files(DeploymentEntity deployment) {
    Map<String, String> files = new TreeMap<>();
    deployment.getResources().values().stream()
        .filter(file -> !file.isGenerated())
        .forEach(file -> files.put(file.getName(), Canonical.sha256(file.getBytes())));
    return files;
  }
}
