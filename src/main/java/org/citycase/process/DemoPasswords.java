package org.citycase.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;

/**
 * Finds the accounts whose password is still their name, as a demonstration opens them. A password
 * that its owner chose costs time to compare, and cannot be his name: those are passed over.
 */
@Component
class DemoPasswords {

  private final IdentityServiceImpl identity;

  DemoPasswords(IdentityService identity) {
    this.identity = (IdentityServiceImpl) identity;
  }

  List<User> among(List<User> accounts) {
    return identity
        .getCommandExecutor()
        .execute(
            context -> accounts.stream().filter(account -> isItsName(account, context)).toList());
  }

  private static boolean isItsName(User account, CommandContext context) {
    String kept = account.getPassword();
    return account instanceof UserEntity salted
        && kept != null
        && !PasswordHashes.isDear(kept)
        && context
            .getProcessEngineConfiguration()
            .getPasswordManager()
            .check(EncryptionUtil.saltPassword(account.getId(), salted.getSalt()), kept);
  }
}
