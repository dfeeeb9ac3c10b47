package org.citycase.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Tasklist and Cockpit for whoever the house knows: of a person of the city's sign-in service the
 * engine's user store holds nothing, which is no reason to turn him away.
 */
class WebappDoor extends ContainerBasedAuthenticationFilter {

  /** Who signs in again with other roles in the same session is known anew. */
  @Override
  protected boolean existisAuthentication(Authentications known, String engine, String user) {
    return super.existisAuthentication(known, engine, user)
        && known.getAuthenticationForProcessEngine(engine) instanceof UserAuthentication same
        && Objects.equals(same.getGroupIds(), groups());
  }

  private static List<String> groups() {
    return SecurityContextHolder.getContext().getAuthentication().getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .toList();
  }

  @Override
  protected UserAuthentication createAuthentication(
      ProcessEngine engine, String user, List<String> groups, List<String> tenants) {
    UserAuthentication person = new UserAuthentication(user, engine.getName());
    person.setGroupIds(groups);
    person.setTenantIds(List.of());
    Set<String> apps = new LinkedHashSet<>(Set.of(AuthenticationUtil.APP_WELCOME));
    for (String app : AuthenticationUtil.APPS) {
      if (engine
          .getAuthorizationService()
          .isUserAuthorized(user, groups, Permissions.ACCESS, Resources.APPLICATION, app)) {
        apps.add(app);
      }
    }
    person.setAuthorizedApps(apps);
    return person;
  }
}
