package org.citycase.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** The engine's identity tables are the one user store; a user's groups are his authorities. */
@Component
class EngineLogin implements AuthenticationProvider {

  private final ObjectProvider<IdentityService> identity;

  EngineLogin(ObjectProvider<IdentityService> identity) {
    this.identity = identity;
  }

  @Override
  public Authentication authenticate(Authentication claimed) {
    String user = claimed.getName();
    String password = String.valueOf(claimed.getCredentials());
    if (!identity.getObject().checkPassword(user, password)) {
      throw new BadCredentialsException("User name and password do not belong together.");
    }
    List<SimpleGrantedAuthority> groups =
        identity.getObject().createGroupQuery().groupMember(user).list().stream()
            .map(Group::getId)
            .map(SimpleGrantedAuthority::new)
            .toList();
    return new UsernamePasswordAuthenticationToken(user, null, groups);
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
