package org.citycase.process;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.citycase.Refusal;
import org.springframework.util.ReflectionUtils;

/**
 * What comes in as a deployment: diagrams, and forms under their name. Decisions, case plans and
 * forms of the engine bring script languages of their own, and anything else is taken for a program
 * by somebody's browser.
 */
class DeployedFiles extends CommandInterceptor {

  private static final Field DEPLOYED =
      PassingVariables.field(DeployCmd.class, "deploymentBuilder");
  private static final Pattern DIAGRAM = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,150}\\.bpmn");

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof DeployCmd
        && !TableDeployments.isStoring()
        && !FormDeployment.isStoring()) {
      check((DeploymentBuilderImpl) ReflectionUtils.getField(DEPLOYED, command));
    }
    return next.execute(command);
  }

  private static void check(DeploymentBuilderImpl deploying) {
    DeploymentEntity deployment = deploying.getDeployment();
    if (deployment.getTenantId() != null) {
      throw refused("a tenant-id, and no report would know which diagram is its own", "it out");
    }
    if (deploying.getProcessDefinitionsActivationDate() != null) {
      throw refused(
          "a deployment-activation-time, and until then no report could be taken in",
          "it out and deploy when it shall be in force");
    }
    Map<String, ResourceEntity> files = deployment.getResources();
    if (FormDeployment.NAME.equals(deployment.getName())) {
      FormDeployment.refuseOthers(files.keySet(), deployment.getSource());
      return;
    }
    files.forEach(
        (name, file) -> {
          if (!DIAGRAM.matcher(name).matches()) {
            throw refused(
                name + ", which is no diagram",
                "it out: diagrams are deployed as <name>.bpmn, tables are published at /rules,"
                    + " forms are deployed under the name forms");
          }
          DiagramText.check(name, file.getBytes());
        });
  }

  private static Refusal refused(String what, String instead) {
    return new Refusal(
        Refusal.Kind.MALFORMED, "The deployment holds " + what + ": leave " + instead + ".");
  }
}
