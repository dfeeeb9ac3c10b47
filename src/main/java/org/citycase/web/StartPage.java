package org.citycase.web;

import java.util.ArrayList;
import java.util.List;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.audit.Alarms;
import org.citycase.audit.DeedQuery;
import org.citycase.audit.Deeds;
import org.citycase.audit.Span;
import org.citycase.casefile.CaseCounts;
import org.citycase.casefile.CaseQuery;
import org.citycase.casefile.CaseSearch;
import org.citycase.clock.CityClock;
import org.citycase.process.Incidents;
import org.citycase.process.Worklist;
import org.citycase.release.OthersDrafts;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for who signs in, and where to go: for each role its own. */
@PageController
class StartPage {

  private static final String OWNERS = "process-owners";
  private static final String ADMIN = "camunda-admin";
  private static final int DAYS = 7;

  private final CurrentUser user;
  private final Worklist work;
  private final CaseSearch search;
  private final Deeds deeds;
  private final OthersDrafts drafts;
  private final Alarms alarms;
  private final Incidents incidents;
  private final CityClock clock;

  StartPage(
      CurrentUser user,
      Worklist work,
      CaseSearch search,
      Deeds deeds,
      OthersDrafts drafts,
      Alarms alarms,
      Incidents incidents,
      CityClock clock) {
    this.user = user;
    this.work = work;
    this.search = search;
    this.deeds = deeds;
    this.drafts = drafts;
    this.alarms = alarms;
    this.incidents = incidents;
    this.clock = clock;
  }

  /** A count and the list that shows the same number. */
  record Count(String key, String address, long count) {}

  /** A place to go to: a key of the messages and an address. */
  record Way(String key, String address) {}

  @GetMapping("/")
  String start(Model model) {
    Viewer viewer = user.viewer();
    List<Worklist.Heap> heaps = work.of(viewer);
    model.addAttribute("heaps", heaps);
    model.addAttribute("tasks", heaps.stream().mapToLong(Worklist.Heap::tasks).sum());
    model.addAttribute("yellow", heaps.stream().mapToLong(Worklist.Heap::yellow).sum());
    model.addAttribute("red", heaps.stream().mapToLong(Worklist.Heap::red).sum());
    model.addAttribute(
        "drafts", viewer.isIn(OWNERS) ? drafts.waitingFor(viewer.user()) : List.of());
    model.addAttribute("troubles", troubles(viewer));
    model.addAttribute("cases", cases(viewer));
    model.addAttribute("traces", viewer.audits() ? traces() : List.of());
    model.addAttribute("ways", ways(viewer));
    model.addAttribute("label", new StepLabel(AuditNames.isEnglish()));
    model.addAttribute("clock", clock);
    return "start";
  }

  /** The open cases the viewer may see, by their lights. */
  private List<Count> cases(Viewer viewer) {
    CaseQuery open = CaseQuery.all().with("open", "true");
    CaseCounts counts = search.count(open, new CaseSearch.Look(viewer, clock.instant()));
    return List.of(
        new Count("red", "/cases?" + open.with("light", "red"), light(counts, "red")),
        new Count("yellow", "/cases?" + open.with("light", "yellow"), light(counts, "yellow")),
        new Count("open", "/cases?" + open, counts.total()));
  }

  private static long light(CaseCounts counts, String light) {
    return counts.lights().getOrDefault(light, 0L);
  }

  /** What an auditor looks at first: the last days, today included. */
  private List<Count> traces() {
    String from = clock.inCity(clock.instant()).toLocalDate().minusDays(DAYS - 1).toString();
    Span span = Span.of(from, "", clock.getZone());
    String period = "?from=" + from;
    return List.of(
        new Count(
            "interventions",
            "/audit/interventions" + period,
            deeds.count(DeedQuery.interventions(span))),
        new Count(
            "personal-data",
            "/audit/personal-data" + period,
            deeds.count(DeedQuery.personalData(span))),
        new Count(
            "configuration",
            "/audit/configuration" + period,
            deeds.count(DeedQuery.configuration(span))));
  }

  /** Alarms are for who is on duty, what the engine gave up is for the administrators. */
  private List<Count> troubles(Viewer viewer) {
    List<Count> troubles = new ArrayList<>();
    if (TaskPages.mayHear(viewer)) {
      for (Alarms.Kind kind : Alarms.Kind.values()) {
        troubles.add(new Count(kind.name(), "/tasks/alarms/" + kind, alarms.count(kind)));
      }
    }
    if (viewer.isIn(ADMIN)) {
      troubles.add(new Count("INCIDENT", "/operations/incidents", incidents.count()));
    }
    return troubles;
  }

  private static List<Way> ways(Viewer viewer) {
    List<Way> ways = new ArrayList<>();
    if (!viewer.onlyReads()) {
      ways.add(new Way("tasklist", "/camunda/app/tasklist/default/"));
    }
    ways.add(new Way("cases", "/cases"));
    if (viewer.audits()) {
      ways.add(new Way("audit", "/audit"));
      ways.add(new Way("bottlenecks", "/audit/bottlenecks"));
    }
    if (viewer.isIn(OWNERS) || viewer.isIn("auditors") || viewer.isIn(ADMIN)) {
      ways.add(new Way("rules", "/rules"));
    }
    if (viewer.isIn(ADMIN)) {
      ways.add(new Way("incidents", "/operations/incidents"));
      ways.add(new Way("cockpit", "/camunda/app/cockpit/default/"));
      ways.add(new Way("admin", "/camunda/app/admin/default/"));
    }
    return ways;
  }
}
