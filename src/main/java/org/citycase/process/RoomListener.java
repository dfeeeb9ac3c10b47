package org.citycase.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Hands the completion of a user task to the room that the task belongs to. */
public abstract class RoomListener implements TaskListener {

  @Override
  public final void notify(DelegateTask task) {
    completed(Completion.of(task));
  }

  /** Writes what the person said into the case file; refuses what the law refuses. */
  protected abstract void completed(Completion said);
}
