package org.citycase.process;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.impl.SignalEventReceivedBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.springframework.util.ReflectionUtils;

/** The variables that messages, signals, migrations and moves of a case bring along. */
final class BroughtVariables {

  private static final Field CORRELATED =
      PassingVariables.field(AbstractCorrelateMessageCmd.class, "builder");
  private static final Field CORRELATED_LATER =
      PassingVariables.field(CorrelateAllMessageBatchCmd.class, "variables");
  private static final Field MIGRATED =
      PassingVariables.field(AbstractMigrationCmd.class, "executionBuilder");
  private static final List<Field> RECEIVED =
      Stream.of("processVariables", "processVariablesLocal", "processVariablesToTriggeredScope")
          .map(name -> PassingVariables.field(MessageEventReceivedCmd.class, name))
          .toList();
  private static final Field SIGNALED = PassingVariables.field(SignalCmd.class, "processVariables");
  private static final Field CAUGHT =
      PassingVariables.field(SignalEventReceivedCmd.class, "builder");

  private BroughtVariables() {}

  static boolean areIn(Command<?> command) {
    return of(command).anyMatch(some -> some instanceof Map<?, ?> map && !map.isEmpty());
  }

  /** Each of them a map or null. */
  private static Stream<?> of(Command<?> command) {
    if (command instanceof AbstractCorrelateMessageCmd) {
      return correlated((MessageCorrelationBuilderImpl) read(CORRELATED, command));
    }
    if (command instanceof CorrelateAllMessageBatchCmd) {
      return Stream.of(CORRELATED_LATER).map(field -> read(field, command));
    }
    if (command instanceof AbstractMigrationCmd) {
      var migration = (MigrationPlanExecutionBuilderImpl) read(MIGRATED, command);
      return Stream.of(migration).map(one -> one.getMigrationPlan().getVariables());
    }
    if (command instanceof MessageEventReceivedCmd) {
      return RECEIVED.stream().map(field -> read(field, command));
    }
    if (command instanceof SignalCmd) {
      return Stream.of(SIGNALED).map(field -> read(field, command));
    }
    if (command instanceof SignalEventReceivedCmd) {
      var signal = (SignalEventReceivedBuilderImpl) read(CAUGHT, command);
      return Stream.of(signal).map(SignalEventReceivedBuilderImpl::getVariables);
    }
    return Instructions.of(command).stream()
        .filter(AbstractInstantiationCmd.class::isInstance)
        .map(AbstractInstantiationCmd.class::cast)
        .flatMap(start -> Stream.of(start.getVariables(), start.getVariablesLocal()));
  }

  private static Stream<?> correlated(MessageCorrelationBuilderImpl message) {
    return Stream.of(
        message.getPayloadProcessInstanceVariables(),
        message.getPayloadProcessInstanceVariablesLocal(),
        message.getPayloadProcessInstanceVariablesToTriggeredScope());
  }

  private static Object read(Field field, Object owner) {
    return ReflectionUtils.getField(field, owner);
  }
}
