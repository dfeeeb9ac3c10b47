package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The path of a case is ours: as true as the engine's own history, and there when that is gone. */
@CityTest
class PathsTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private Paths paths;
  @Autowired private Bottlenecks bottlenecks;
  @Autowired private HistoryService history;
  @Autowired private ManagementService management;
  @Autowired private JdbcTemplate jdbc;

  /** Handled, found undone on site, handled again, closed, and appealed against. */
  private String reworked() {
    desk.at("2026-03-10T09:00:00+08:00");
    String rubbish = city.report("chen", "collector", "E01-10").number();
    workedOn(rubbish, "2026-03-10T10:00:00+08:00");
    city.does("chen", rubbish, "user_checkOnSite", "failed", "reason", "half of it is there");
    workedOn(rubbish, "2026-03-10T15:30:00+08:00");
    city.does("chen", rubbish, "user_checkOnSite", "passed");
    city.does("zhao", rubbish, "user_closeCase", "closed");
    return rubbish;
  }

  private void workedOn(String number, String done) {
    if (city.task("auditor", number, "user_acceptWork") != null) {
      city.does("sanitation-a", number, "user_acceptWork", "accepted");
    }
    city.at(done);
    city.feedsBack("sanitation-a", number);
    if (city.task("auditor", number, "user_reviewFeedback") != null) {
      city.does("li", number, "user_reviewFeedback", "check");
    }
  }

  private JsonNode path(String number) {
    return city.get("auditor", "/api/cases/" + number + "/path").body();
  }

  @Test
  void whatWeRecordIsWhatTheEngineDid() {
    String number = reworked();
    assertThat(recorded(number)).isEqualTo(inHistory(number));
    JsonNode walk = path(number).get(0);
    assertThat(walk.path("key").asText()).isEqualTo("cityCase");
    assertThat(walk.path("version").asInt()).isPositive();
    assertThat(element(walk, "user_handleCase").path("visits").asInt()).isEqualTo(2);
    assertThat(element(walk, "user_handleCase").path("name").asText()).contains("Handle");
    assertThat(element(walk, "user_checkOnSite").path("visits").asInt()).isEqualTo(2);
    long worked = element(walk, "user_handleCase").path("seconds").asLong();
    assertThat(worked).isEqualTo(3600 + 5 * 3600 + 1800);
  }

  @Test
  void everyElementWasReachedByAFlowThatIsDrawn() {
    String number = reworked();
    for (Walk walk : paths.of(number)) {
      String text = paths.diagram(walk.definitionId());
      Set<String> drawn =
          walk.flows().keySet().stream()
              .filter(flow -> text.contains("id=\"" + flow + "\""))
              .collect(Collectors.toSet());
      assertThat(drawn).isEqualTo(walk.flows().keySet());
      int entered = 0;
      for (Visit visit : walk.visits()) {
        entered += visit.kind().toLowerCase().contains("start") ? 0 : 1;
      }
      int taken = walk.flows().values().stream().mapToInt(Integer::intValue).sum();
      int unneeded = walk.flows().getOrDefault("flow_gateway_shareWork_to_user_helpHandle", 0);
      assertThat(taken).isEqualTo(entered + unneeded);
    }
  }

  @Test
  void aRunningCaseStandsWhereItsTaskIsAndAnInterruptedPlaceWasCanceled() {
    desk.at("2026-03-10T09:00:00+08:00");
    String rubbish = city.report("chen", "collector", "E01-10").number();
    JsonNode walk = path(rubbish).get(0);
    assertThat(walk.path("open").asBoolean()).isTrue();
    assertThat(element(walk, "user_acceptWork").path("here").asInt()).isEqualTo(1);
    assertThat(element(walk, "handle").path("here").asInt()).isEqualTo(1);
    city.post("li", "/api/cases/" + rubbish + "/void-request", Map.of("reason", "reported twice"));
    city.does("zhao", rubbish, "user_decideVoid", "granted");
    walk = path(rubbish).get(0);
    assertThat(walk.path("open").asBoolean()).isFalse();
    List<Boolean> canceled = new ArrayList<>();
    walk.path("visits")
        .forEach(
            visit -> {
              if (visit.path("element").asText().equals("user_acceptWork")) {
                canceled.add(visit.path("canceled").asBoolean());
              }
            });
    assertThat(canceled).containsOnly(true);
    assertThat(recorded(rubbish)).isEqualTo(inHistory(rubbish));
  }

  @Test
  void anAppealIsAWalkOfItsOwnBesideTheCase() {
    String number = reworked();
    String why = "the road was closed";
    assertThat(
            city.post("sanitation-a", "/api/cases/" + number + "/appeal", Map.of("reason", why))
                .status())
        .isEqualTo(200);
    JsonNode walks = path(number);
    assertThat(walks.findValuesAsText("key")).containsExactly("cityCase", "appealCase");
    assertThat(walks.get(0).path("open").asBoolean()).isFalse();
    assertThat(walks.get(1).path("open").asBoolean()).isTrue();
    assertThat(element(walks.get(1), "user_decideAppeal").path("here").asInt()).isEqualTo(1);
    String definition = walks.get(1).path("definitionId").asText();
    assertThat(
            new String(
                city.download(
                    "auditor", "/api/cases/" + number + "/path/" + definition + "/diagram")))
        .contains("appealCase");
  }

  @Test
  void eachHelperIsAVisitAndTheBodyAroundThemIsNone() {
    desk.at("2026-03-17T10:00:00+08:00");
    String water = city.report("li", "leader", "E01-30", "condition", "E01-30-1").number();
    city.does("li", water, "user_acceptReport", "accepted");
    city.does("zhao", water, "user_fileCase", "filed");
    city.does("sun", water, "user_dispatchCase", "coordinate", "reason", "two units");
    Object[] both = {"unit", "STREET-A", "coUnits", "DRAIN-CO"};
    city.does("qian", water, "user_coordinateCase", "dispatched", both);
    city.does("street-a", water, "user_acceptWork", "accepted");
    JsonNode walk = path(water).get(0);
    assertThat(element(walk, "user_helpHandle").path("here").asInt()).isEqualTo(1);
    city.at("2026-03-17T11:00:00+08:00");
    city.does("drain-co", water, "user_helpHandle", "done", "result", "rodded");
    walk = path(water).get(0);
    assertThat(element(walk, "user_helpHandle").path("visits").asInt()).isEqualTo(1);
    assertThat(element(walk, "user_helpHandle").path("seconds").asInt()).isEqualTo(3600);
    assertThat(walk.path("flows").path("flow_gateway_shareWork_to_user_helpHandle").asInt())
        .isEqualTo(1);
    assertThat(walk.path("elements").findValuesAsText("kind")).doesNotContain("multiInstanceBody");
    assertThat(step(bottlenecks.of(filter(null, null)), "user_helpHandle").visits()).isEqualTo(1);
  }

  @Test
  void theDiagramIsTheOneTheCaseWalkedOnAndForWhoMayReadTheCase() {
    String number = reworked();
    String at = "/api/cases/" + number + "/path";
    String definition = path(number).get(0).path("definitionId").asText();
    String diagram = new String(city.download("auditor", at + "/" + definition + "/diagram"));
    assertThat(diagram).contains("<bpmn:process id=\"cityCase\"");
    assertThat(city.get("auditor", at + "/cityCase:999:x/diagram").status()).isEqualTo(404);
    assertThat(city.get("water-co", at).status()).isEqualTo(403);
    assertThat(city.get("water-co", at + "/" + definition + "/diagram").status()).isEqualTo(403);
  }

  @Test
  void bottlenecksTellTimeAndLoopsOfEachStep() {
    String number = reworked();
    Bottlenecks.Report all = bottlenecks.of(filter(null, null));
    assertThat(all.cases()).isEqualTo(1);
    assertThat(all.versions()).hasSize(1);
    assertThat(all.drawn()).isEqualTo(paths.of(number).get(0).definitionId());
    Bottlenecks.Step handle = step(all, "user_handleCase");
    assertThat(handle.visits()).isEqualTo(2);
    assertThat(handle.loops()).isEqualTo(1);
    assertThat(handle.median()).isEqualTo(3600);
    assertThat(handle.p90()).isEqualTo(19_800);
    assertThat(handle.max()).isEqualTo(19_800);
    assertThat(handle.mean()).isEqualTo(11_700);
    assertThat(handle.waiting()).isZero();
    assertThat(bottlenecks.of(filter("SANITATION-B", null)).steps()).isEmpty();
    assertThat(bottlenecks.of(filter(null, all.drawn())).steps()).isEqualTo(all.steps());
  }

  private static Bottlenecks.Filter filter(String unit, String definition) {
    return new Bottlenecks.Filter(null, null, unit, null, null, definition);
  }

  private static Bottlenecks.Step step(Bottlenecks.Report report, String element) {
    return report.steps().stream()
        .filter(step -> step.element().equals(element))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingOfACaseGoesWithTheHistoryOfTheEngine() {
    String number = reworked();
    List<String> parts = List.of("", "/trail", "/clock", "/decisions", "/stages", "/path");
    List<String> before = parts.stream().map(part -> text(number, part)).toList();
    java.util.Date now = ClockUtil.getCurrentTime();
    try {
      ClockUtil.setCurrentTime(new java.util.Date(now.getTime() + 200L * 24 * 3600 * 1000));
      cleanHistory();
    } finally {
      ClockUtil.setCurrentTime(now);
    }
    assertThat(history.createHistoricActivityInstanceQuery().count()).isZero();
    assertThat(parts.stream().map(part -> text(number, part)).toList()).isEqualTo(before);
  }

  private void cleanHistory() {
    history.cleanUpHistoryAsync(true);
    for (int round = 0;
        round < 20 && history.createHistoricProcessInstanceQuery().count() > 0;
        round++) {
      for (Job job : history.findHistoryCleanupJobs()) {
        management.executeJob(job.getId());
      }
    }
    assertThat(history.createHistoricProcessInstanceQuery().count()).isZero();
  }

  private String text(String number, String part) {
    return new String(city.download("auditor", "/api/cases/" + number + part));
  }

  @Test
  void whatTheEngineKnewBeforeIsTakenOver() throws Exception {
    String number = reworked();
    List<Walk> before = paths.of(number);
    jdbc.update("DELETE FROM cc_visit");
    try (var connection = jdbc.getDataSource().getConnection()) {
      new EarlierVisits()
          .migrate(
              new org.flywaydb.core.api.migration.Context() {
                @Override
                public org.flywaydb.core.api.configuration.Configuration getConfiguration() {
                  return null;
                }

                @Override
                public java.sql.Connection getConnection() {
                  return connection;
                }
              });
    }
    Walk after = paths.of(number).get(0);
    assertThat(after.flows()).isEqualTo(before.get(0).flows());
    assertThat(after.visits())
        .extracting(Visit::element)
        .containsExactlyInAnyOrderElementsOf(
            before.get(0).visits().stream().map(Visit::element).toList());
  }

  private static JsonNode element(JsonNode walk, String element) {
    for (JsonNode each : walk.path("elements")) {
      if (each.path("element").asText().equals(element)) {
        return each;
      }
    }
    throw new AssertionError("Never at " + element + ": " + walk.path("elements"));
  }

  /** How often each element was visited, in all, and how long. */
  private Map<String, List<Long>> recorded(String number) {
    Map<String, List<Long>> all = new TreeMap<>();
    for (Walk walk : paths.of(number)) {
      for (Visit visit : walk.visits()) {
        long canceled = visit.canceled() ? 1 : 0;
        note(all, visit.element(), canceled, visit.seconds(visit.from()));
      }
    }
    return all;
  }

  private Map<String, List<Long>> inHistory(String number) {
    Map<String, List<Long>> all = new TreeMap<>();
    for (HistoricActivityInstance visit :
        history.createHistoricActivityInstanceQuery().list().stream()
            .filter(one -> !one.getActivityType().equals("multiInstanceBody"))
            .toList()) {
      long millis = visit.getEndTime() == null ? 0 : visit.getDurationInMillis();
      note(all, visit.getActivityId(), visit.isCanceled() ? 1 : 0, millis / 1000);
    }
    assertThat(all).as(number).isNotEmpty();
    return all;
  }

  private static void note(
      Map<String, List<Long>> all, String element, long canceled, long seconds) {
    List<Long> sums = all.computeIfAbsent(element, first -> new ArrayList<>(List.of(0L, 0L, 0L)));
    sums.set(0, sums.get(0) + 1);
    sums.set(1, sums.get(1) + canceled);
    sums.set(2, sums.get(2) + seconds);
  }
}
