package org.citycase.process;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;

/**
 * What comes to somebody with what is made for him. He reads his account and changes name and
 * password; he cannot delete it, because his deeds stand under it and his unit works with it.
 */
class OwnRights extends DefaultAuthorizationProvider {

  static final Permission[] OF_AN_ACCOUNT = {Permissions.READ, Permissions.UPDATE};

  @Override
  public AuthorizationEntity[] newUser(User user) {
    AuthorizationEntity[] own = super.newUser(user);
    for (AuthorizationEntity one : own) {
      one.setPermissions(OF_AN_ACCOUNT);
    }
    return own;
  }
}
