package org.citycase.supervise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.notice.CaseNotices;
import org.citycase.notice.Recipient;
import org.citycase.process.Incident;
import org.citycase.process.IncidentHandedOver;
import org.citycase.process.Incidents;
import org.citycase.process.Members;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the notice of an incident to the administrators, with the case it happened in. What
 * belongs to no case has no file a notice could be kept with: of that the log and the page tell.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class IncidentPost {

  private static final Logger LOG = LoggerFactory.getLogger(IncidentPost.class);
  private static final String ADMINISTRATORS = "camunda-admin";
  private static final String DOCUMENT = "incident";

  private final Incidents incidents;
  private final CaseFiles files;
  private final CaseNotices notices;
  private final Members members;

  /** Logged, and to be told as soon as there is somebody. */
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

  IncidentPost(Incidents incidents, CaseFiles files, CaseNotices notices, Members members) {
    this.incidents = incidents;
    this.files = files;
    this.notices = notices;
    this.members = members;
  }

  /**
   * Tells all administrators of those among these that no node has told of; gives them back. While
   * there are none, nobody was told and nothing is ticked off.
   */
  List<Incident> tell(List<Incident> alike) {
    List<Recipient> people = members.of(ADMINISTRATORS).stream().map(IncidentPost::post).toList();
    if (people.isEmpty()) {
      alike.stream().filter(one -> waiting.add(one.id())).forEach(IncidentPost::waits);
      return List.of();
    }
    waiting.clear();
    List<Incident> mine = alike.stream().filter(incidents::claim).toList();
    mine.stream()
        .filter(this::hasFile)
        .findFirst()
        .ifPresent(first -> send(first, people, facts(first, mine.size() - 1, "")));
    return mine;
  }

  private boolean hasFile(Incident one) {
    return one.caseNumber() != null && !files.read(List.of(one.caseNumber())).isEmpty();
  }

  private static void waits(Incident one) {
    LOG.error(
        "The engine gave up {} of case {}: incident {}. Nobody is in the group {} to be told;"
            + " whoever comes first is.",
        one.element(),
        one.caseNumber(),
        one.id(),
        ADMINISTRATORS);
  }

  /** Tells him who is to take care of it now. */
  @EventListener
  void handed(IncidentHandedOver handed) {
    Incident incident = handed.incident();
    Incident.Care care = incident.care();
    List<Recipient> people =
        members.of(ADMINISTRATORS).stream()
            .filter(person -> person.user().equals(care.assignee()))
            .map(IncidentPost::post)
            .toList();
    String said = "%s 交办 handed over by %s. %s".formatted(care.by(), care.by(), care.note());
    if (incident.caseNumber() != null) {
      send(incident, people, facts(incident, 0, said.strip()));
    }
  }

  private void send(Incident incident, List<Recipient> people, Map<String, Object> facts) {
    List<CaseFile> known = files.get(List.of(incident.caseNumber()));
    if (known.isEmpty() || people.isEmpty()) {
      return;
    }
    notices.toPeople(incident.caseNumber(), DOCUMENT, people, facts);
    files.note(
        known.get(0),
        Act.of(Act.RULE, "tellIncident")
            .with("element", incident.element())
            .with("people", people.stream().map(Recipient::address).toList()));
  }

  private static Map<String, Object> facts(Incident incident, int others, String note) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("element", incident.element() == null ? "" : incident.element());
    facts.put("error", incident.message());
    facts.put("others", String.valueOf(others));
    facts.put("note", note);
    return facts;
  }

  private static Recipient post(Members.Member person) {
    return Recipient.official(person.name(), person.user());
  }
}
