package org.citycase.process;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine. A desk may open Tasklist; its tasks are granted one by one
 * when they are created for it. Those who read everything read through the diagram's definition and
 * change nothing.
 */
@Component
class DeskRights {

  private static final Set<String> READ_EVERYTHING =
      Set.of("auditors", "leaders", "inspectors", "evaluators", "process-owners");
  private static final Set<String> COCKPIT = Set.of("auditors", "process-owners");

  private final AuthorizationService authorizations;

  DeskRights(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  /** Grants each group its rights once. */
  void grant(Set<String> groups) {
    for (String group : groups) {
      boolean granted =
          authorizations
                  .createAuthorizationQuery()
                  .groupIdIn(group)
                  .resourceType(Resources.APPLICATION)
                  .count()
              > 0;
      if (!granted) {
        grant(group);
      }
      if (!group.equals("camunda-admin")) {
        CaseProcess.DIAGRAMS.forEach(diagram -> read(group, diagram));
      }
    }
    keepAccounts();
  }

  /** People whose account an earlier version opened could delete it; see {@link OwnRights}. */
  private void keepAccounts() {
    authorizations
        .createAuthorizationQuery()
        .resourceType(Resources.USER)
        .hasPermission(Permissions.DELETE)
        .list()
        .stream()
        .filter(own -> own.getUserId() != null && own.getUserId().equals(own.getResourceId()))
        .forEach(
            own -> {
              own.setPermissions(OwnRights.OF_AN_ACCOUNT);
              authorizations.saveAuthorization(own);
            });
  }

  private void grant(String group) {
    if (group.equals("camunda-admin")) {
      for (Resource resource : Resources.values()) {
        allow(group, resource, ANY, Permissions.ALL);
      }
      return;
    }
    allow(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    if (COCKPIT.contains(group)) {
      allow(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
      allow(group, Resources.DEPLOYMENT, ANY, Permissions.READ);
    }
    if (group.equals("process-owners")) {
      allow(group, Resources.DEPLOYMENT, ANY, Permissions.CREATE);
    }
  }

  /** Granted again at every start: an update may bring another diagram. */
  private void read(String group, String diagram) {
    allow(group, Resources.PROCESS_DEFINITION, diagram, Permissions.READ);
    if (READ_EVERYTHING.contains(group)) {
      allow(
          group,
          Resources.PROCESS_DEFINITION,
          diagram,
          ProcessDefinitionPermissions.READ,
          ProcessDefinitionPermissions.READ_INSTANCE,
          ProcessDefinitionPermissions.READ_TASK,
          ProcessDefinitionPermissions.READ_HISTORY);
    }
  }

  private void allow(String group, Resource resource, String id, Permission... permissions) {
    Authorization existing =
        authorizations
            .createAuthorizationQuery()
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId(id)
            .singleResult();
    Authorization grant =
        existing == null ? authorizations.createNewAuthorization(AUTH_TYPE_GRANT) : existing;
    grant.setGroupId(group);
    grant.setResource(resource);
    grant.setResourceId(id);
    for (Permission permission : permissions) {
      grant.addPermission(permission);
    }
    authorizations.saveAuthorization(grant);
  }
}
