package org.citycase.process;

import java.lang.reflect.Field;
import java.util.List;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.SignalEventReceivedBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.runtime.MessageCorrelationResultImpl;
import org.springframework.util.ReflectionUtils;

/**
 * Notes the messages and signals that a person sends to the engine: they move a case as much as
 * anything, and the engine's own list of what people do leaves them out.
 */
class TriggerTrace extends CommandInterceptor {

  private static final String SIGNAL = "Signal";

  private static final Field CORRELATED =
      PassingVariables.field(AbstractCorrelateMessageCmd.class, "messageName");
  private static final Field MESSAGE =
      PassingVariables.field(MessageEventReceivedCmd.class, "messageName");
  private static final Field RECEIVER =
      PassingVariables.field(MessageEventReceivedCmd.class, "executionId");
  private static final Field SIGNALED = PassingVariables.field(SignalCmd.class, "executionId");
  private static final Field CAUGHT =
      PassingVariables.field(SignalEventReceivedCmd.class, "builder");

  @Override
  public <T> T execute(Command<T> command) {
    if (!(command instanceof CorrelateMessageCmd
        || command instanceof MessageEventReceivedCmd
        || command instanceof SignalCmd
        || command instanceof SignalEventReceivedCmd)) {
      return next.execute(command);
    }
    return next.execute(
        context -> {
          ExecutionEntity receiver = receiver(command, context);
          T result = command.execute(context);
          note(command, receiver == null ? instance(result) : id(receiver), context);
          return result;
        });
  }

  private static ExecutionEntity receiver(Command<?> command, CommandContext context) {
    Object id = null;
    if (command instanceof MessageEventReceivedCmd) {
      id = ReflectionUtils.getField(RECEIVER, command);
    } else if (command instanceof SignalCmd) {
      id = ReflectionUtils.getField(SIGNALED, command);
    }
    return id == null ? null : context.getExecutionManager().findExecutionById(id.toString());
  }

  private static String id(ExecutionEntity receiver) {
    return receiver.getProcessInstanceId();
  }

  /** Of a correlated message; a signal has many receivers, those the engine read for it. */
  private static String instance(Object result) {
    if (!(result instanceof MessageCorrelationResultImpl correlated)) {
      return null;
    }
    return correlated.getExecution() == null
        ? correlated.getProcessInstance().getId()
        : correlated.getExecution().getProcessInstanceId();
  }

  private static void note(Command<?> command, String instance, CommandContext context) {
    boolean message =
        command instanceof CorrelateMessageCmd || command instanceof MessageEventReceivedCmd;
    PropertyChange sent =
        new PropertyChange(message ? "messageName" : "signalName", null, name(command));
    context
        .getOperationLogManager()
        .logProcessInstanceOperation(
            message ? UserOperationLogEntry.OPERATION_TYPE_CORRELATE_MESSAGE : SIGNAL,
            instance,
            null,
            null,
            List.of(sent));
  }

  private static Object name(Command<?> command) {
    if (command instanceof CorrelateMessageCmd) {
      return ReflectionUtils.getField(CORRELATED, command);
    }
    if (command instanceof MessageEventReceivedCmd) {
      return ReflectionUtils.getField(MESSAGE, command);
    }
    return command instanceof SignalEventReceivedCmd
        ? ((SignalEventReceivedBuilderImpl) ReflectionUtils.getField(CAUGHT, command))
            .getSignalName()
        : null;
  }
}
