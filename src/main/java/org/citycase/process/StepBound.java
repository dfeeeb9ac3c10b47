package org.citycase.process;

import java.lang.ref.WeakReference;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.citycase.Refusal;

/**
 * How many elements of diagrams one command may enter. A diagram that goes round without waiting or
 * doubles its tokens ends here with its command undone, before it fills the memory of the node.
 */
final class StepBound {

  /** A day's longest way enters some dozens; a task for each of a hundred, a few hundred. */
  static final int MOST = 5_000;

  private static final ThreadLocal<StepBound> COUNT = new ThreadLocal<>();

  private final WeakReference<CommandContext> command;
  private int steps;

  private StepBound(CommandContext command) {
    this.command = new WeakReference<>(command);
  }

  /**
   * Counts one element that was entered.
   *
   * @throws Refusal when it is one too many
   */
  static void count(String element) {
    CommandContext now = Context.getCommandContext();
    StepBound bound = COUNT.get();
    if (bound == null || bound.command.get() != now) {
      bound = new StepBound(now);
      COUNT.set(bound);
    }
    if (++bound.steps > MOST) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "The diagram goes on for more than "
              + MOST
              + " elements without waiting, last at '"
              + element
              + "': draw a user task or a timer where it goes round.");
    }
  }
}
