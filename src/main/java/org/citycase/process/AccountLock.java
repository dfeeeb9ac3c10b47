package org.citycase.process;

import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.citycase.clock.CityClock;
import org.citycase.trail.ConfigurationLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.ReflectionUtils;

/**
 * Tells in the log of the configuration that an account was locked by wrong passwords, at whichever
 * door they were tried; an administrator's unlocking is told by the engine. The engine's lock has
 * no end, so that anybody could shut out everybody, the last administrator too: ours ends by
 * itself.
 */
class AccountLock extends CommandInterceptor {

  private static final Field USER = PassingVariables.field(CheckPassword.class, "userId");

  private final ObjectProvider<ConfigurationLog> log;
  private final ObjectProvider<CityClock> clock;
  private final Duration lasting;

  AccountLock(
      ObjectProvider<ConfigurationLog> log, ObjectProvider<CityClock> clock, Duration lasting) {
    this.log = log;
    this.clock = clock;
    this.lasting = lasting;
  }

  @Override
  public <T> T execute(Command<T> command) {
    return command instanceof CheckPassword
        ? next.execute(context -> told(command, context))
        : next.execute(command);
  }

  private <T> T told(Command<T> command, CommandContext context) {
    String user = (String) ReflectionUtils.getField(USER, command);
    openAfterAWhile(user, context);
    boolean before = isLocked(user, context);
    T answer = command.execute(context);
    if (!before && isLocked(user, context)) {
      log.getObject()
          .append(
              clock.getObject().instant(),
              DeploymentTrace.SERVICE,
              "lockAccount",
              user,
              Map.of("wrongPasswords", attempts(context)));
    }
    return answer;
  }

  /** A locked account keeps the instant to which its last wrong password made it wait. */
  private void openAfterAWhile(String user, CommandContext context) {
    if (!isLocked(user, context)) {
      return;
    }
    UserEntity account = account(user, context);
    Date waited = account.getLockExpirationTime();
    Instant now = clock.getObject().instant();
    if (waited == null || !waited.toInstant().plus(lasting).isAfter(now)) {
      context.getIdentityInfoManager().updateUserLock(account, 0, null);
    }
  }

  private static boolean isLocked(String user, CommandContext context) {
    UserEntity account = account(user, context);
    return account != null && account.getAttempts() >= attempts(context);
  }

  private static UserEntity account(String user, CommandContext context) {
    return user == null ? null : context.getDbEntityManager().selectById(UserEntity.class, user);
  }

  private static int attempts(CommandContext context) {
    return context.getProcessEngineConfiguration().getLoginMaxAttempts();
  }
}
