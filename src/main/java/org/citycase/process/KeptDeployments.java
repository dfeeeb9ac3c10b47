package org.citycase.process;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.citycase.Refusal;
import org.springframework.util.ReflectionUtils;

/**
 * Keeps the text of every version of a table and of the forms, because receipts name it, and of
 * every diagram that a case walked on: whoever asks for it, it is not deleted. And tables are
 * deployed by their publication only, with its checks and four eyes.
 */
class KeptDeployments extends CommandInterceptor {

  private static final String TABLE = ".drl.csv";
  private static final Field DELETED =
      PassingVariables.field(DeleteDeploymentCmd.class, "deploymentId");
  private static final Field DEPLOYED =
      PassingVariables.field(DeployCmd.class, "deploymentBuilder");

  private static final Field DELETED_BY_IDS =
      PassingVariables.field(DeleteProcessDefinitionsByIdsCmd.class, "processDefinitionIds");
  private static final Field DELETED_BY_KEY =
      PassingVariables.field(DeleteProcessDefinitionsByKeyCmd.class, "processDefinitionKey");

  private final Predicate<String> walked;

  /**
   * @param walked whether a case walked on the version of a diagram with this id
   */
  KeptDeployments(Predicate<String> walked) {
    this.walked = walked;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof DeployCmd && !TableDeployments.isStoring()) {
      refuseTables((DeploymentBuilderImpl) ReflectionUtils.getField(DEPLOYED, command));
    }
    if (command instanceof DeleteDeploymentCmd) {
      String id = (String) ReflectionUtils.getField(DELETED, command);
      return next.execute(
          context -> {
            refuseKept(id, context);
            return command.execute(context);
          });
    }
    if (command instanceof DeleteProcessDefinitionsByIdsCmd) {
      ((Collection<?>) ReflectionUtils.getField(DELETED_BY_IDS, command))
          .forEach(id -> refuseWalked(id.toString()));
    } else if (command instanceof DeleteProcessDefinitionsByKeyCmd) {
      String key = (String) ReflectionUtils.getField(DELETED_BY_KEY, command);
      return next.execute(
          context -> {
            context
                .getProcessDefinitionManager()
                .findProcessDefinitionsByKey(key)
                .forEach(definition -> refuseWalked(definition.getId()));
            return command.execute(context);
          });
    }
    return next.execute(command);
  }

  private void refuseWalked(String definition) {
    if (walked.test(definition)) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "Cases walked on this version of the diagram, and their path is shown on it: it is kept."
              + " Deploy another version to lead new cases elsewhere.");
    }
  }

  private static void refuseTables(DeploymentBuilderImpl deployment) {
    Set<String> files = Set.copyOf(deployment.getResourceNames());
    if (TableDeployments.SOURCE.equals(deployment.getDeployment().getSource())
        || files.stream().anyMatch(file -> file.endsWith(TABLE))) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "Decision tables are published at /rules, not deployed: make a draft there, and another"
              + " process owner publishes it.");
    }
  }

  private void refuseKept(String id, CommandContext context) {
    DeploymentEntity deployment =
        id == null ? null : context.getDeploymentManager().findDeploymentById(id);
    if (deployment == null) {
      return;
    }
    if (TableDeployments.SOURCE.equals(deployment.getSource())) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "This deployment is a version of a decision table, which receipts name: it is kept. Roll"
              + " the table back at /rules to put another version in force.");
    }
    if (FormDeployment.NAME.equals(deployment.getName())) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "This deployment is a version of the forms: it is kept. Edit the forms folder or deploy"
              + " forms anew to put others in force.");
    }
    context
        .getProcessDefinitionManager()
        .findProcessDefinitionsByDeploymentId(id)
        .forEach(definition -> refuseWalked(definition.getId()));
  }
}
