package org.citycase.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.citycase.Refusal;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.Voiding;
import org.citycase.clock.StageClocks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The check below every form: a task ends only with an outcome its element declares, with all that
 * the outcome demands, by a person of its group, whichever way the completion arrives (Tasklist,
 * REST, Java).
 */
@Component
class OutcomeListener {

  private static final int LONGEST_TEXT = 2000;

  /** The one task that goes on while it is decided whether a case is void. */
  private static final String DECIDE_VOID = "user_decideVoid";

  private final ObjectProvider<IdentityService> identity;
  private final CaseFiles files;
  private final OpenTasks open;
  private final StageClocks stages;

  OutcomeListener(
      ObjectProvider<IdentityService> identity,
      CaseFiles files,
      OpenTasks open,
      StageClocks stages) {
    this.identity = identity;
    this.files = files;
    this.open = open;
    this.stages = stages;
  }

  void check(DelegateTask task, TaskContract contract) {
    refuseLatecomer(task);
    String person = person(task);
    refuseWhileVoidIsAsked(task);
    TaskContract.Outcome outcome = outcome(task, contract);
    Map<String, Object> said = said(task, contract);
    said.forEach(OutcomeListener::refuseTooLong);
    for (String name : outcome.requires()) {
      Object value = said.get(name);
      if (value == null || value.toString().isBlank()) {
        throw Refusal.ofField(
            Refusal.Kind.MALFORMED,
            name,
            "%s with outcome '%s' needs '%s': send it as a variable of the completion."
                .formatted(task.getTaskDefinitionKey(), outcome.name(), name));
      }
    }
    CaseVariables.give(task, CaseVariables.ACTOR, person);
    if (contract.hasStage()) {
      stages.end(task.getId(), person, contract.pauses().contains(outcome.name()));
    }
    if (!contract.hasRoom()) {
      note(task, person, said);
    }
  }

  /** Waits for whoever is changing the case, then looks whether the task is still there. */
  private void refuseLatecomer(DelegateTask task) {
    DelegateExecution place = task.getExecution();
    if (place != null) {
      files.get(place.getProcessBusinessKey());
    }
    if (place == null || !open.has(task.getId())) {
      throw new Refusal(Refusal.Kind.CONFLICT, RefusalInterceptor.TOO_LATE);
    }
  }

  private void refuseWhileVoidIsAsked(DelegateTask task) {
    if (!task.getTaskDefinitionKey().equals(DECIDE_VOID)) {
      Voiding.refuseWhileAsked(files.get(task.getExecution().getProcessBusinessKey()));
    }
  }

  private TaskContract.Outcome outcome(DelegateTask task, TaskContract contract) {
    String name = CaseVariables.text(task, CaseVariables.OUTCOME);
    TaskContract.Outcome outcome = name == null ? null : contract.outcome(name);
    if (outcome == null) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          CaseVariables.OUTCOME,
          "%s cannot end with outcome '%s': use one of %s."
              .formatted(task.getTaskDefinitionKey(), name, contract.names()));
    }
    return outcome;
  }

  private static void refuseTooLong(String name, Object value) {
    if (value instanceof String text && text.length() > LONGEST_TEXT) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          name,
          "%s holds at most %d characters; these are %d."
              .formatted(name, LONGEST_TEXT, text.length()));
    }
  }

  private static Map<String, Object> said(DelegateTask task, TaskContract contract) {
    Map<String, Object> said = new TreeMap<>();
    for (String name : contract.inputs()) {
      said.put(name, task.getVariable(name));
    }
    return said;
  }

  private String person(DelegateTask task) {
    Authentication now = identity.getObject().getCurrentAuthentication();
    String person = now == null ? null : now.getUserId();
    if (person == null) {
      throw new Refusal(
          Refusal.Kind.NOT_ALLOWED,
          "Nobody is signed in: " + task.getTaskDefinitionKey() + " is completed by a person.");
    }
    if (task.getAssignee() != null && !task.getAssignee().equals(person)) {
      throw new Refusal(
          Refusal.Kind.NOT_ALLOWED,
          "%s has claimed this task: ask for it to be unclaimed first."
              .formatted(task.getAssignee()));
    }
    if (!isCandidate(person, groups(now), task)) {
      throw new Refusal(
          Refusal.Kind.NOT_ALLOWED,
          "%s is not for %s: it is for the group %s."
              .formatted(task.getTaskDefinitionKey(), person, groups(task)));
    }
    return person;
  }

  /** Of who signed in at the city's own service the user store holds nothing. */
  private Collection<String> groups(Authentication now) {
    return now.getGroupIds() != null
        ? now.getGroupIds()
        : identity.getObject().createGroupQuery().groupMember(now.getUserId()).list().stream()
            .map(Group::getId)
            .toList();
  }

  private static boolean isCandidate(String person, Collection<String> mine, DelegateTask task) {
    return task.getCandidates().stream()
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .anyMatch(
            link ->
                link.getGroupId() != null && mine.contains(link.getGroupId())
                    || person.equals(link.getUserId()));
  }

  private static List<String> groups(DelegateTask task) {
    return task.getCandidates().stream().map(IdentityLink::getGroupId).sorted().toList();
  }

  private void note(DelegateTask task, String person, Map<String, Object> said) {
    Act act =
        Act.of(person, task.getTaskDefinitionKey())
            .because(CaseVariables.text(task, CaseVariables.REASON));
    for (Map.Entry<String, Object> fact : said.entrySet()) {
      if (!fact.getKey().equals(CaseVariables.REASON)) {
        act = act.with(fact.getKey(), fact.getValue());
      }
    }
    files.note(files.get(task.getExecution().getProcessBusinessKey()), act);
  }
}
