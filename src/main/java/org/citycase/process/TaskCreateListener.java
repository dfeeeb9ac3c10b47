package org.citycase.process;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.LimitUnit;
import org.citycase.clock.StageClocks;
import org.citycase.clock.StageDue;
import org.citycase.clock.StageLimit;
import org.citycase.clock.StageLimits;
import org.citycase.clock.StageTask;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Category;
import org.springframework.stereotype.Component;

/**
 * Makes a new task readable and sortable in Tasklist: its name tells which case it is, its due date
 * is the instant its limit ends, its follow-up date the instant the light turns yellow.
 */
@Component
class TaskCreateListener {

  private static final int GREEN = 80;
  private static final int WHOLE = 100;
  private static final int USUAL = 50;
  private static final int URGENT = 70;
  private static final int LEADER_OR_MEDIA = 90;

  private final CaseFiles files;
  private final Catalogue catalogue;
  private final StageLimits stages;
  private final CaseClocks clocks;
  private final StageClocks stageClocks;
  private final EngineTimers timers;
  private final StageTimer instants;

  TaskCreateListener(
      CaseFiles files,
      Catalogue catalogue,
      StageLimits stages,
      CaseClocks clocks,
      StageClocks stageClocks,
      EngineTimers timers,
      StageTimer instants) {
    this.files = files;
    this.catalogue = catalogue;
    this.stages = stages;
    this.clocks = clocks;
    this.stageClocks = stageClocks;
    this.timers = timers;
    this.instants = instants;
  }

  void begin(DelegateTask task, TaskContract contract) {
    CaseFile file = files.get(task.getExecution().getProcessBusinessKey());
    task.setName(task.getName() + " · " + categoryName(file) + " · " + file.number());
    task.setDescription(description(file));
    task.setPriority(priority(file));
    limit(task, file, contract);
  }

  private void limit(DelegateTask task, CaseFile file, TaskContract contract) {
    if (contract.isHandling()) {
      due(task, clocks.at(file.number(), WHOLE), clocks.at(file.number(), GREEN));
    } else if (contract.isHold()) {
      Instant ends = instants.holdEnd(file.number());
      due(task, ends, ends);
    } else if (contract.hasStage()) {
      String stage = contract.stage();
      StageLimit limit = stages.of(file.number(), stage, file.reported().channel().code());
      StageDue due =
          stageClocks.begin(new StageTask(file.number(), stage, task.getId(), groups(task), limit));
      due(task, due.due(), due.yellow());
      timers.begin((ExecutionEntity) task.getExecution(), file.number());
    }
  }

  private static String groups(DelegateTask task) {
    return task.getCandidates().stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static void due(DelegateTask task, Instant due, Instant yellow) {
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
