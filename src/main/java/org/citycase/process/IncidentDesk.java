package org.citycase.process;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.clock.CityClock;
import org.citycase.trail.ConfigurationLog;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator does about an incident: has the engine try again, or hands it over to a
 * colleague. Either is an intervention and stands in the log of the case, or in that of the
 * configuration when there is none.
 */
@Service
@Transactional
public class IncidentDesk {

  private static final String ADMINISTRATORS = "camunda-admin";
  private static final int LONGEST_NOTE = 500;

  private final Incidents incidents;
  private final Members members;
  private final ManagementService management;
  private final IdentityService identity;
  private final CaseFiles files;
  private final ConfigurationLog configuration;
  private final CityClock clock;
  private final ApplicationEventPublisher events;

  IncidentDesk(
      Incidents incidents,
      Members members,
      ManagementService management,
      IdentityService identity,
      CaseFiles files,
      ConfigurationLog configuration,
      CityClock clock,
      ApplicationEventPublisher events) {
    this.incidents = incidents;
    this.members = members;
    this.management = management;
    this.identity = identity;
    this.files = files;
    this.configuration = configuration;
    this.clock = clock;
    this.events = events;
  }

  /** Refuses whoever does not run the service. */
  public static void mayHelp(Viewer person) {
    if (!person.isIn(ADMINISTRATORS)) {
      throw Refusal.inBoth(
          Refusal.Kind.NOT_ALLOWED,
          "流程故障由系统管理员处理，请告知管理员。",
          "Incidents are for administrators; tell one of them.");
    }
  }

  /** Those it can be handed over to. */
  @Transactional(readOnly = true)
  public List<Members.Member> helpers() {
    return members.of(ADMINISTRATORS);
  }

  /** Has the engine try once more, at once; when it fails again, that is a new incident. */
  public void retry(String id, Viewer person) {
    mayHelp(person);
    Incidents.Row row = incidents.row(id).orElseThrow(IncidentDesk::gone);
    if (row.job() == null) {
      throw Refusal.inBoth(
          Refusal.Kind.AGAINST_RULES,
          "这不是失败的作业，不能在此重试，请在 Cockpit 中处理。",
          "This is no failed job and cannot be tried again here: resolve it in Cockpit.");
    }
    identity.setAuthentication(person.user(), List.copyOf(person.groups()));
    try {
      management.setJobRetries(1).jobId(row.job()).dueDate(Date.from(clock.instant())).execute();
    } finally {
      identity.clearAuthentication();
    }
  }

  /**
   * Gives the incident into the care of an administrator, who gets a notice.
   *
   * @param note what he should know; may be null
   */
  public void handOver(String id, String to, String note, Viewer person) {
    mayHelp(person);
    Incident incident = incidents.find(id).orElseThrow(IncidentDesk::gone);
    String said = note == null ? "" : note.strip();
    check(to, said);
    Instant now = clock.instant();
    Incident.Care care = new Incident.Care(to, said, person.user(), now);
    if (!incidents.give(id, care)) {
      incidents.claim(incident);
      incidents.give(id, care);
    }
    log(incident, care);
    events.publishEvent(new IncidentHandedOver(incidents.find(id).orElseThrow(IncidentDesk::gone)));
  }

  private void check(String to, String note) {
    if (to == null || to.isBlank() || !members.isIn(to, ADMINISTRATORS)) {
      throw Refusal.ofField(
          Refusal.Kind.AGAINST_RULES,
          "to",
          "只能交给系统管理员，请从名单中选择。",
          "An incident is handed over to an administrator: choose one of the list.");
    }
    if (note.length() > LONGEST_NOTE) {
      throw Refusal.ofField(
          Refusal.Kind.AGAINST_RULES,
          "note",
          "说明最多 %d 字。".formatted(LONGEST_NOTE),
          "The note has at most %d characters: shorten it.".formatted(LONGEST_NOTE));
    }
  }

  private void log(Incident incident, Incident.Care care) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("operation", "HandOver");
    facts.put("entity", "Incident");
    facts.put("property", "assignee");
    if (incident.care() != null) {
      facts.put("before", incident.care().assignee());
    }
    facts.put("after", care.assignee());
    if (incident.element() != null) {
      facts.put("element", incident.element());
    }
    List<CaseFile> cases =
        incident.caseNumber() == null ? List.of() : files.get(List.of(incident.caseNumber()));
    if (cases.isEmpty()) {
      facts.put("note", care.note());
      configuration.append(care.at(), care.by(), "handOverIncident", incident.id(), facts);
      return;
    }
    Act act =
        Act.of(care.by(), Interventions.ACTION).because(care.note().isEmpty() ? null : care.note());
    for (Map.Entry<String, Object> fact : facts.entrySet()) {
      act = act.with(fact.getKey(), fact.getValue());
    }
    files.note(cases.get(0), act);
  }

  private static Refusal gone() {
    return Refusal.inBoth(
        Refusal.Kind.UNKNOWN,
        "没有这个流程故障，可能已经排除。请刷新列表。",
        "There is no such incident; it may be over by now. Reload the list.");
  }
}
