package org.citycase.process;

import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Knows whether a diagram that is parsed is just being deployed, or was in force before. */
class DeployingInterceptor extends CommandInterceptor {

  private static final ThreadLocal<Integer> DEPLOYING = ThreadLocal.withInitial(() -> 0);

  @Override
  public <T> T execute(Command<T> command) {
    if (!(command instanceof DeployCmd)) {
      return next.execute(command);
    }
    DEPLOYING.set(DEPLOYING.get() + 1);
    try {
      return next.execute(command);
    } finally {
      DEPLOYING.set(DEPLOYING.get() - 1);
    }
  }

  static boolean isDeploying() {
    return DEPLOYING.get() > 0;
  }
}
