package org.citycase.process;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.citycase.access.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** The engine's identity tables are the one user store; a user's groups are his authorities. */
@Component
class EngineLogin implements AuthenticationProvider, Standing {

  private static final Logger LOG = LoggerFactory.getLogger(EngineLogin.class);

  private final ObjectProvider<IdentityService> identity;

  private final PasswordHashes passwords;

  EngineLogin(ObjectProvider<IdentityService> identity, PasswordHashes passwords) {
    this.identity = identity;
    this.passwords = passwords;
  }

  @Override
  public Authentication authenticate(Authentication claimed) {
    String user = claimed.getName();
    String password = String.valueOf(claimed.getCredentials());
    PasswordHashes.Comparison comparison =
        passwords.compared(() -> identity.getObject().checkPassword(user, password));
    if (!comparison.right()) {
      throw new BadCredentialsException("User name and password do not belong together.");
    }
    if (comparison.older()) {
      hashAnew(user, password);
    }
    return new UsernamePasswordAuthenticationToken(
        user, null, groups(user).map(SimpleGrantedAuthority::new).toList());
  }

  private Stream<String> groups(String user) {
    return identity.getObject().createGroupQuery().groupMember(user).list().stream()
        .map(Group::getId);
  }

  @Override
  public Optional<Account> of(String user) {
    return Optional.ofNullable(identity.getObject().createUserQuery().userId(user).singleResult())
        .map(
            account ->
                new Account(
                    groups(user).collect(Collectors.toSet()),
                    passwords.mark(account.getPassword())));
  }

  /** Only now is the password at hand; it stays the same, so nobody is asked whether it may. */
  private void hashAnew(String user, String password) {
    User account = identity.getObject().createUserQuery().userId(user).singleResult();
    account.setPassword(password);
    try {
      ((IdentityServiceImpl) identity.getObject()).saveUser(account, true);
    } catch (OptimisticLockingException anotherRequestDid) {
      LOG.debug("The password of {} is hashed anew already.", user);
    }
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
