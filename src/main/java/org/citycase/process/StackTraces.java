package org.citycase.process;

import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.GetHistoricJobLogExceptionStacktraceCmd;
import org.camunda.bpm.engine.impl.cmd.GetJobExceptionStacktraceCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.citycase.Refusal;

/** Where in the service a job failed is read by administrators only, at whichever door. */
class StackTraces extends CommandInterceptor {

  private static final Set<Class<?>> READING =
      Set.of(GetJobExceptionStacktraceCmd.class, GetHistoricJobLogExceptionStacktraceCmd.class);

  @Override
  public <T> T execute(Command<T> command) {
    return READING.contains(command.getClass())
        ? next.execute(
            context -> {
              refuseOthers(context.getAuthentication());
              return command.execute(context);
            })
        : next.execute(command);
  }

  private static void refuseOthers(Authentication reader) {
    if (reader != null
        && (reader.getGroupIds() == null || !reader.getGroupIds().contains("camunda-admin"))) {
      throw new Refusal(
          Refusal.Kind.NOT_ALLOWED,
          "Stack traces are for administrators: ask one, the incident tells him the job.");
    }
  }
}
