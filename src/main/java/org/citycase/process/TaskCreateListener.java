package org.citycase.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.clock.LimitUnit;
import org.citycase.clock.StageLimit;
import org.citycase.clock.StageLimits;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Category;
import org.springframework.stereotype.Component;

/**
 * Makes a new task readable and sortable in Tasklist: its name tells which case it is, its due date
 * is the instant its limit ends, its follow-up date the instant the light turns yellow.
 */
@Component
class TaskCreateListener {

  /** The stage that has no limit of its own: the case's handling clock runs. */
  private static final String HANDLE = "handle";

  private static final int USUAL = 50;
  private static final int URGENT = 70;
  private static final int LEADER_OR_MEDIA = 90;

  private final CaseFiles files;
  private final Catalogue catalogue;
  private final StageLimits stages;
  private final CaseClocks clocks;
  private final CityClock clock;

  TaskCreateListener(
      CaseFiles files,
      Catalogue catalogue,
      StageLimits stages,
      CaseClocks clocks,
      CityClock clock) {
    this.files = files;
    this.catalogue = catalogue;
    this.stages = stages;
    this.clocks = clocks;
    this.clock = clock;
  }

  void begin(DelegateTask task, TaskContract contract) {
    CaseFile file = files.get(task.getExecution().getProcessBusinessKey());
    task.setName(task.getName() + " · " + categoryName(file) + " · " + file.number());
    task.setDescription(description(file));
    task.setPriority(priority(file));
    limit(task, file, contract.stage());
  }

  private void limit(DelegateTask task, CaseFile file, String stage) {
    Instant now = clock.instant();
    if (stage == null || stage.isBlank()) {
      return;
    }
    if (stage.equals(HANDLE)) {
      limit(task, file.dueAt(), clocks.yellowAt(file.number(), now));
    } else {
      StageLimit limit = stages.of(file.number(), stage, file.reported().channel().code());
      limit(task, stages.due(limit, now).at(), stages.yellowAt(limit, now));
    }
  }

  private static void limit(DelegateTask task, Instant due, Instant yellow) {
    if (due != null && yellow != null) {
      task.setDueDate(Date.from(due));
      task.setFollowUpDate(Date.from(yellow));
    }
  }

  private String categoryName(CaseFile file) {
    return catalogue.category(file.category()).map(Category::nameZh).orElse(file.category());
  }

  private static String description(CaseFile file) {
    String address = file.place().address();
    return file.category() + " · " + file.place().grid() + (address == null ? "" : " · " + address);
  }

  private static int priority(CaseFile file) {
    if (file.isLeaderOrMedia()) {
      return LEADER_OR_MEDIA;
    }
    boolean urgent = file.limit() != null && file.limit().unit() == LimitUnit.URGENT_HOUR;
    return urgent ? URGENT : USUAL;
  }
}
