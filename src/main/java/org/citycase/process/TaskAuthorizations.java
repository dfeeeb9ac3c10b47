package org.citycase.process;

import java.util.List;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The engine's authorizations without two questions it asks the database in vain at every task: all
 * groups that anything was ever granted to, only to shorten a list of a person's few groups; and
 * what was granted before on a task that is only now being made.
 */
class TaskAuthorizations extends AuthorizationManager {

  @Override
  public List<String> filterAuthenticatedGroupIds(List<String> groups) {
    return groups == null ? List.of() : groups;
  }

  @Override
  public AuthorizationEntity findAuthorization(
      int type, String user, String group, Resource resource, String id) {
    if (resource == Resources.TASK && id != null) {
      DbEntityManager entities = getDbEntityManager();
      TaskEntity task = entities.getCachedEntity(TaskEntity.class, id);
      if (task != null && entities.getDbEntityCache().isTransient(task)) {
        return null;
      }
    }
    return super.findAuthorization(type, user, group, resource, id);
  }
}
