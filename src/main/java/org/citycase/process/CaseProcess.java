package org.citycase.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.citycase.Refusal;
import org.citycase.clock.Light;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The corridor: starts the diagram for a case and reads its tasks. */
@Service
public class CaseProcess {

  /** Id of the diagram every case walks. */
  static final String KEY = "cityCase";

  /** Id of the diagram of an appeal against the overdue mark of a case that is over. */
  static final String APPEAL = "appealCase";

  static final List<String> DIAGRAMS = List.of(KEY, APPEAL);

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ProcessEngineImpl engine;
  private final IdentityService identity;

  CaseProcess(
      RuntimeService runtime, TaskService tasks, IdentityService identity, ProcessEngine engine) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.engine = (ProcessEngineImpl) engine;
    this.identity = identity;
  }

  /** An open task and what its element in the diagram demands. */
  public record OpenTask(
      String id,
      String key,
      String name,
      String caseNumber,
      Instant createdAt,
      Instant dueAt,
      Instant yellowAt,
      TaskContract contract) {

    /** The light of the task's own limit at this instant; a task without one is green. */
    public Light light(Instant now) {
      if (dueAt == null || now.isBefore(yellowAt)) {
        return Light.GREEN;
      }
      return now.isAfter(dueAt) ? Light.RED : Light.YELLOW;
    }
  }

  /** Starts the diagram in force for the case, in the running transaction. */
  public void start(String caseNumber) {
    runtime.startProcessInstanceByKey(KEY, caseNumber);
  }

  /** The open task of this id, for a person who may see it. */
  public OpenTask task(String id) {
    Task task = tasks.createTaskQuery().taskId(id).singleResult();
    if (task == null) {
      throw new Refusal(
          Refusal.Kind.UNKNOWN,
          "There is no open task " + id + ": it may be completed. Reload the list of tasks.");
    }
    return open(task);
  }

  /** The open tasks of a case. */
  @Transactional(readOnly = true)
  public List<OpenTask> tasksOf(String caseNumber) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
        .map(task -> open(task, caseNumber))
        .toList();
  }

  /** The users who may complete the task, by its candidate groups. */
  public List<String> candidates(String taskId) {
    return tasks.getIdentityLinksForTask(taskId).stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .flatMap(group -> identity.createUserQuery().memberOfGroup(group).list().stream())
        .map(User::getId)
        .distinct()
        .sorted()
        .toList();
  }

  /** Completes the task as this person, with the person's rights; refuses as Tasklist would. */
  @Transactional
  public void complete(String taskId, String person, Map<String, Object> said) {
    List<String> groups =
        identity.createGroupQuery().groupMember(person).list().stream().map(Group::getId).toList();
    identity.setAuthentication(person, groups);
    try {
      tasks.complete(taskId, said);
    } finally {
      identity.clearAuthentication();
    }
  }

  private OpenTask open(Task task) {
    String caseNumber =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult()
            .getBusinessKey();
    return open(task, caseNumber);
  }

  private OpenTask open(Task task, String caseNumber) {
    TaskContract contract =
        (TaskContract)
            diagram(task.getProcessDefinitionId())
                .findActivity(task.getTaskDefinitionKey())
                .getProperty(TaskParseListener.CONTRACT);
    return new OpenTask(
        task.getId(),
        task.getTaskDefinitionKey(),
        task.getName(),
        caseNumber,
        task.getCreateTime().toInstant(),
        instant(task.getDueDate()),
        instant(task.getFollowUpDate()),
        contract);
  }

  /** A version of a diagram never changes: whoever has read it once need not ask for it again. */
  private ProcessDefinitionEntity diagram(String definition) {
    ProcessDefinitionEntity known =
        engine
            .getProcessEngineConfiguration()
            .getDeploymentCache()
            .findProcessDefinitionFromCache(definition);
    return known != null
        ? known
        : (ProcessDefinitionEntity)
            ((RepositoryServiceImpl) engine.getRepositoryService())
                .getDeployedProcessDefinition(definition);
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
