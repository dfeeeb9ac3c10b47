package org.citycase.clock;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks of the stages beside handling: who had which task of a case, how long, and whether in
 * time. A stage that was paused goes on with what was left; else each task begins a full limit.
 */
@Component
@Transactional
public class StageClocks {

  private static final String OF_CASE =
      "from StageClock s where s.key.caseNumber = :number order by s.key.seq";

  private final EntityManager store;
  private final WorkCalendar calendar;
  private final CityClock now;

  StageClocks(EntityManager store, WorkCalendar calendar, CityClock now) {
    this.store = store;
    this.calendar = calendar;
    this.now = now;
  }

  /** A task of a stage was created; its limit runs from now. */
  public StageDue begin(StageTask task) {
    List<StageClock> all = stretches(task.caseNumber());
    StageClock paused = null;
    for (StageClock one : all) {
      if (one.isOf(task.stage())) {
        paused = one.isPaused() ? one : null;
      }
    }
    StageClock begun =
        new StageClock(
            new StageClock.Key(task.caseNumber(), all.size() + 1), task, paused, at(), calendar);
    store.persist(begun);
    return new StageDue(begun.at(100, calendar), begun.at(Light.YELLOW_PERCENT, calendar));
  }

  /**
   * A task of a stage ended, by a person or because the case went another way.
   *
   * @param person who completed it; null when nobody did
   * @param paused whether the stage waits for somebody else's answer and then goes on
   */
  public void end(String taskId, String person, boolean paused) {
    StageClock open = ofTask(taskId);
    if (open != null) {
      open.end(person, at(), paused, calendar);
    }
  }

  /** When the open task has used this share of its limit; null for a task without a stage. */
  @Transactional(readOnly = true)
  public Instant at(String taskId, int percent) {
    StageClock open = ofTask(taskId);
    return open == null ? null : open.at(percent, calendar);
  }

  /** Brings the open stretches of these cases to the calendar in force; tells whose moved. */
  public Set<String> recount(Collection<String> caseNumbers) {
    return store
        .createQuery(
            "from StageClock s where s.toAt is null and s.calendarVersion <> :version"
                + " and s.key.caseNumber in :numbers",
            StageClock.class)
        .setParameter("version", calendar.version())
        .setParameter("numbers", caseNumbers)
        .getResultList()
        .stream()
        .filter(open -> open.recount(calendar))
        .map(StageClock::caseNumber)
        .collect(Collectors.toSet());
  }

  /** Those of these cases whose open stretches do not run under the calendar in force. */
  @Transactional(readOnly = true)
  public List<String> stale(Collection<String> caseNumbers) {
    return store
        .createQuery(
            "select distinct s.key.caseNumber from StageClock s where s.toAt is null"
                + " and s.calendarVersion <> :version and s.key.caseNumber in :numbers",
            String.class)
        .setParameter("version", calendar.version())
        .setParameter("numbers", caseNumbers)
        .getResultList();
  }

  /** All stretches of a case, oldest first. */
  @Transactional(readOnly = true)
  public List<StageStretch> of(String caseNumber) {
    return stretches(caseNumber).stream().map(one -> one.shown(at(), calendar)).toList();
  }

  private StageClock ofTask(String taskId) {
    return store
        .createQuery(
            "from StageClock s where s.taskId = :task and s.toAt is null", StageClock.class)
        .setParameter("task", taskId)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  private List<StageClock> stretches(String caseNumber) {
    return store
        .createQuery(OF_CASE, StageClock.class)
        .setParameter("number", caseNumber)
        .getResultList();
  }

  private Instant at() {
    return now.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
