package org.citycase.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.casefile.Attachments;
import org.citycase.casefile.CaseDesk;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.Reporter;
import org.citycase.casefile.Reporters;
import org.citycase.casefile.TaskFacts;
import org.citycase.clock.CityClock;
import org.citycase.process.CaseProcess;
import org.citycase.process.TaskContract;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a task's form shows: the case's facts, the closed list of outcomes, what the rooms add. */
@RestController
@RequestMapping("/api/tasks")
class TaskController {

  private final CaseProcess process;
  private final CaseDesk desk;
  private final CaseJson cases;
  private final Reporters reporters;
  private final Attachments attachments;
  private final List<TaskFacts> rooms;
  private final CurrentUser user;
  private final CityClock clock;

  TaskController(
      CaseProcess process,
      CaseDesk desk,
      CaseJson cases,
      Reporters reporters,
      Attachments attachments,
      List<TaskFacts> rooms,
      CurrentUser user,
      CityClock clock) {
    this.process = process;
    this.desk = desk;
    this.cases = cases;
    this.reporters = reporters;
    this.attachments = attachments;
    this.rooms = rooms;
    this.user = user;
    this.clock = clock;
  }

  /** One outcome of the task's closed list, with what it demands and what may come with it. */
  record Outcome(String name, String label, List<String> requires, List<String> optional) {}

  @GetMapping("/{id}")
  @Transactional
  public Map<String, Object> facts(@PathVariable String id) {
    Viewer viewer = user.viewer();
    CaseProcess.OpenTask task = process.task(id);
    Reporter reporter =
        viewer.seesReporters()
            ? reporters.open(task.caseNumber(), viewer, task.key()).orElse(null)
            : null;
    CaseFile file = desk.read(task.caseNumber(), viewer);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", task.id());
    facts.put("key", task.key());
    facts.put("name", task.name());
    facts.put("dueAt", task.dueAt());
    facts.put("light", task.light(clock.instant()));
    facts.put("case", cases.of(file, viewer));
    facts.put("reporter", reporter);
    facts.put("attachments", attachments.of(file.number()));
    facts.put("filing", file.filing());
    facts.put("verification", file.verification());
    rooms.forEach(room -> facts.putAll(room.of(task.key(), file)));
    facts.put("outcomes", offered(task.contract(), facts.get("notOffered")));
    facts.computeIfPresent("evidence", (name, demanded) -> evidence(demanded, task, file, viewer));
    return facts;
  }

  /** The outcomes of the task without those a room says are out of question, by their names. */
  private static List<Outcome> offered(TaskContract contract, Object notOffered) {
    Set<?> closed = notOffered instanceof Map<?, ?> reasons ? reasons.keySet() : Set.of();
    List<Outcome> outcomes = new ArrayList<>();
    for (TaskContract.Outcome one : contract.outcomes()) {
      if (!closed.contains(one.name())) {
        outcomes.add(new Outcome(one.name(), one.label(), one.requires(), free(one, contract)));
      }
    }
    return outcomes;
  }

  /** What may come with an outcome beside what it demands: a form shows each field once. */
  private static List<String> free(TaskContract.Outcome outcome, TaskContract contract) {
    return contract.optional().stream().filter(name -> !outcome.requires().contains(name)).toList();
  }

  private Object evidence(
      Object demanded, CaseProcess.OpenTask task, CaseFile file, Viewer viewer) {
    @SuppressWarnings("unchecked")
    Map<String, Object> evidence = new LinkedHashMap<>((Map<String, Object>) demanded);
    Object since = evidence.remove("since");
    evidence.put(
        "given",
        attachments.evidence(
            file.number(),
            (String) evidence.get("kind"),
            viewer.user(),
            since instanceof Instant begun ? begun : task.createdAt()));
    return evidence;
  }
}
