package org.citycase.process;

import java.lang.reflect.Field;
import java.util.List;
import org.camunda.bpm.engine.impl.ModificationBuilderImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceModificationBuilderImpl;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.RestartProcessInstanceBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractProcessInstanceModificationCommand;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ActivityAfterInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.ActivityBeforeInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.ActivityCancellationCmd;
import org.camunda.bpm.engine.impl.cmd.ActivityInstanceCancellationCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.TransitionInstanceCancellationCmd;
import org.camunda.bpm.engine.impl.cmd.TransitionInstantiationCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.util.ReflectionUtils;

/** At which elements a command cancels an instance and at which it starts it. */
final class Instructions {

  private static final Field MODIFIED =
      PassingVariables.field(ModifyProcessInstanceCmd.class, "builder");
  private static final Field MODIFIED_LATER =
      PassingVariables.field(ModifyProcessInstanceAsyncCmd.class, "builder");
  private static final Field MANY_MODIFIED =
      PassingVariables.field(AbstractModificationCmd.class, "builder");
  private static final Field RESTARTED =
      PassingVariables.field(AbstractRestartProcessInstanceCmd.class, "builder");
  private static final Field STARTED =
      PassingVariables.field(StartProcessInstanceAtActivitiesCmd.class, "instantiationBuilder");
  private static final Field BEFORE =
      PassingVariables.field(ActivityBeforeInstantiationCmd.class, "activityId");
  private static final Field AFTER =
      PassingVariables.field(ActivityAfterInstantiationCmd.class, "activityId");
  private static final Field ALONG =
      PassingVariables.field(TransitionInstantiationCmd.class, "transitionId");

  private Instructions() {}

  /** Those of a command; none when it is of another kind. */
  static List<AbstractProcessInstanceModificationCommand> of(Command<?> command) {
    if (command instanceof ModifyProcessInstanceCmd) {
      return operations(read(MODIFIED, command));
    }
    if (command instanceof ModifyProcessInstanceAsyncCmd) {
      return operations(read(MODIFIED_LATER, command));
    }
    if (command instanceof AbstractModificationCmd) {
      return ((ModificationBuilderImpl) read(MANY_MODIFIED, command)).getInstructions();
    }
    if (command instanceof AbstractRestartProcessInstanceCmd) {
      return ((RestartProcessInstanceBuilderImpl) read(RESTARTED, command)).getInstructions();
    }
    return command instanceof StartProcessInstanceAtActivitiesCmd
        ? operations(
            ((ProcessInstantiationBuilderImpl) read(STARTED, command)).getModificationBuilder())
        : List.of();
  }

  private static List<AbstractProcessInstanceModificationCommand> operations(Object builder) {
    return ((ProcessInstanceModificationBuilderImpl) builder).getModificationOperations();
  }

  /** As the engine's interface calls it, with the element it is about. */
  static String told(AbstractProcessInstanceModificationCommand instruction) {
    if (instruction instanceof ActivityCancellationCmd all) {
      return "cancel " + all.getActivityId();
    }
    if (instruction instanceof ActivityInstanceCancellationCmd one) {
      return "cancel " + one.getActivityInstanceId();
    }
    if (instruction instanceof TransitionInstanceCancellationCmd one) {
      return "cancel " + one.getTransitionInstanceId();
    }
    if (instruction instanceof ActivityBeforeInstantiationCmd) {
      return "startBeforeActivity " + read(BEFORE, instruction);
    }
    return instruction instanceof ActivityAfterInstantiationCmd
        ? "startAfterActivity " + read(AFTER, instruction)
        : "startTransition " + read(ALONG, instruction);
  }

  private static Object read(Field field, Object owner) {
    return ReflectionUtils.getField(field, owner);
  }
}
