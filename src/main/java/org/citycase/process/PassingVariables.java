package org.citycase.process;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.PatchExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.citycase.Refusal;
import org.springframework.util.ReflectionUtils;

/**
 * What comes with a completion lives for that completion only, and nobody writes a variable or
 * leaves a task beside the diagram. The engine would store every variable with the case and let the
 * candidate of a task change them at any time, or end it with an error that no diagram draws.
 */
class PassingVariables extends CommandInterceptor {

  private static final Field COMPLETED = field(CompleteTaskCmd.class, "variables");

  /** JSON can write half of a character; no answer, log or file can hold it. */
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private static final Field SUBMITTED = field(SubmitTaskFormCmd.class, "properties");

  private static final Set<Class<?>> BESIDE_THE_DIAGRAM =
      Set.of(
          SetTaskVariablesCmd.class,
          PatchTaskVariablesCmd.class,
          RemoveTaskVariablesCmd.class,
          SetExecutionVariablesCmd.class,
          PatchExecutionVariablesCmd.class,
          RemoveExecutionVariablesCmd.class,
          SetVariablesToProcessInstancesBatchCmd.class,
          HandleTaskBpmnErrorCmd.class,
          HandleTaskEscalationCmd.class,
          CreateAttachmentCmd.class);

  @Override
  public <T> T execute(Command<T> command) {
    if (BESIDE_THE_DIAGRAM.contains(command.getClass()) || BroughtVariables.areIn(command)) {
      throw new Refusal(
          Refusal.Kind.NOT_ALLOWED,
          "A case is led by its diagram: complete the task with an outcome, send what belongs to"
              + " it as variables of the completion, and photos to /api/cases/{number}/attachments.");
    }
    if (command instanceof CompleteTaskCmd) {
      pass(command, COMPLETED);
    } else if (command instanceof SubmitTaskFormCmd) {
      pass(command, SUBMITTED);
    }
    return next.execute(command);
  }

  @SuppressWarnings("unchecked")
  private static void pass(Command<?> command, Field field) {
    Map<String, Object> sent = (Map<String, Object>) ReflectionUtils.getField(field, command);
    VariableMap passing = Variables.createVariables();
    if (sent != null) {
      sent.keySet().forEach(name -> passing.put(name, passing(sent, name)));
    }
    ReflectionUtils.setField(field, command, passing);
  }

  private static Object passing(Map<String, Object> sent, String name) {
    Object value = sent instanceof VariableMap typed ? typed.getValueTyped(name) : sent.get(name);
    if (value instanceof SerializableValue object && !object.isDeserialized()) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          name,
          name + " is a plain value: a text, a number, true or false.");
    }
    Object plain = value instanceof TypedValue one ? one.getValue() : value;
    if (plain instanceof String text && HALF.matcher(text).find()) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          name,
          "The text of " + name + " holds half of a character: send it as whole Unicode.");
    }
    return Variables.untypedValue(plain, true);
  }

  /** A field of an engine command that no method shows. */
  static Field field(Class<?> command, String name) {
    Field field = ReflectionUtils.findField(command, name);
    if (field == null) {
      throw new IllegalStateException(
          command.getSimpleName() + " of this engine has no field " + name + ".");
    }
    ReflectionUtils.makeAccessible(field);
    return field;
  }
}
