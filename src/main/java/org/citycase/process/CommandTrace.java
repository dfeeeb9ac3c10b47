package org.citycase.process;

import java.lang.reflect.Field;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobDefinitionStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetProcessDefinitionStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetStateCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.citycase.clock.CityClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ReflectionUtils;

/**
 * Notes what the engine leaves out of its own list of what people do: at which elements an instance
 * was cancelled and started, whether the jobs of a definition were held too and from when, what of
 * an account was changed.
 */
class CommandTrace extends CommandInterceptor {

  private static final Field INCLUDING =
      PassingVariables.field(AbstractSetStateCmd.class, "includeSubResources");
  private static final Field FROM =
      PassingVariables.field(AbstractSetStateCmd.class, "executionDate");

  private final ObjectProvider<JdbcClient> jdbc;
  private final ObjectProvider<CityClock> clock;

  CommandTrace(ObjectProvider<JdbcClient> jdbc, ObjectProvider<CityClock> clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (!Instructions.of(command).isEmpty()
        || command instanceof AbstractSetJobDefinitionStateCmd
        || command instanceof AbstractSetProcessDefinitionStateCmd
        || AccountChange.isIn(command)) {
      return next.execute(context -> noted(command, context));
    }
    return next.execute(command);
  }

  private <T> T noted(Command<T> command, CommandContext context) {
    OperationNotes notes = context.getSession(OperationNotes.class);
    Map<String, Object> outer = notes.leftOut(leftOut(command));
    try {
      return command.execute(context);
    } finally {
      notes.leftOut(outer);
    }
  }

  private Map<String, Object> leftOut(Command<?> command) {
    Map<String, Object> facts = new LinkedHashMap<>();
    List<String> instructions = Instructions.of(command).stream().map(Instructions::told).toList();
    if (!instructions.isEmpty()) {
      facts.put("instructions", instructions);
    }
    if (command instanceof AbstractSetStateCmd) {
      Object date = ReflectionUtils.getField(FROM, command);
      if (date instanceof Date from) {
        facts.put("executionDate", clock.getObject().inCity(from.toInstant()).toString());
      }
    }
    if (command instanceof AbstractSetJobDefinitionStateCmd) {
      facts.put(Operation.INCLUDE_JOBS, ReflectionUtils.getField(INCLUDING, command));
    }
    if (AccountChange.isIn(command)) {
      facts.put("changed", AccountChange.of(command, jdbc.getObject()));
    }
    return facts;
  }
}
