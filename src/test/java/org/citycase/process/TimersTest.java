package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.citycase.access.Viewer;
import org.citycase.casefile.Channel;
import org.citycase.clock.CityClock;
import org.citycase.collect.Report;
import org.citycase.collect.Reports;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine's timers follow the clock of the case: never early, never twice, never not at all. */
@CityTest
class TimersTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private ManagementService management;
  @Autowired private RepositoryService repository;
  @Autowired private CityClock clock;
  @Autowired private Reports reports;
  @Autowired private JdbcTemplate jdbc;

  /** Exposed rubbish: filed and dispatched to SANITATION-A by rule, 4 working hours. */
  private String rubbishAt(String instant) {
    desk.at(instant);
    return city.report("chen", "collector", "E01-10").number();
  }

  private List<String> timers(String number) {
    List<String> due = new ArrayList<>();
    for (Job job : management.createJobQuery().timers().list()) {
      String key =
          runtime
              .createProcessInstanceQuery()
              .processInstanceId(job.getProcessInstanceId())
              .singleResult()
              .getBusinessKey();
      if (key.equals(number)) {
        due.add(clock.inCity(job.getDuedate().toInstant()).toLocalDateTime().toString());
      }
    }
    return due;
  }

  private List<String> escalated(String number) {
    List<String> lines = new ArrayList<>();
    for (JsonNode one : city.get("auditor", "/api/cases/" + number + "/escalations").body()) {
      String at =
          clock
              .inCity(OffsetDateTime.parse(one.path("at").asText()).toInstant())
              .toLocalDateTime()
              .toString();
      lines.add(one.path("level").asText() + " " + at);
    }
    return lines;
  }

  @Test
  void s54_theLadderRemindsUrgesSupervisesAndTellsTheLeaderAtItsShares() {
    String rubbish = rubbishAt("2026-03-16T09:00:00+08:00");
    assertThat(timers(rubbish)).containsExactly("2026-03-16T14:12");
    city.at("2026-03-16T14:11:59+08:00");
    assertThat(escalated(rubbish)).isEmpty();
    city.at("2026-03-16T14:12:00+08:00");
    assertThat(escalated(rubbish)).containsExactly("remind 2026-03-16T14:12");
    assertThat(timers(rubbish)).containsExactly("2026-03-16T15:00");
    city.at("2026-03-18T12:00:00+08:00");
    assertThat(escalated(rubbish))
        .containsExactly(
            "remind 2026-03-16T14:12",
            "urge 2026-03-16T15:00",
            "supervise 2026-03-16T17:00",
            "leader 2026-03-17T09:00");
    assertThat(timers(rubbish)).containsExactly("2299-12-31T08:00");
    assertThat(city.caseOf(rubbish).path("flags"))
        .extracting(JsonNode::asText)
        .contains("supervised");
    assertThat(city.caseOf(rubbish).path("flags"))
        .extracting(JsonNode::asText)
        .doesNotContain("leader");
    assertThat(city.task("qian", rubbish, "user_orderSubstitute")).isNotNull();
  }

  @Test
  void aFeedbackInTimeEndsTheLadderAndNothingIsEscalated() {
    String rubbish = rubbishAt("2026-03-16T09:00:00+08:00");
    city.does("sanitation-a", rubbish, "user_acceptWork", "accepted");
    city.feedsBack("sanitation-a", rubbish);
    assertThat(timers(rubbish)).isEmpty();
    city.at("2026-03-18T09:00:00+08:00");
    assertThat(escalated(rubbish)).isEmpty();
  }

  @Test
  void aPausedCaseFiresNothingAndItsTimerComesBackWithWhatWasLeft() {
    String rubbish = rubbishAt("2026-03-16T09:00:00+08:00");
    city.at("2026-03-16T10:00:00+08:00");
    city.does("sanitation-a", rubbish, "user_acceptWork", "return", "reason", "不归我们");
    assertThat(timers(rubbish)).containsExactly("2299-12-31T08:00");
    city.at("2026-03-18T11:00:00+08:00");
    assertThat(escalated(rubbish)).isEmpty();
    city.does("sun", rubbish, "user_decideReturn", "refused", "reason", "归你们");
    assertThat(timers(rubbish)).containsExactly("2026-03-18T15:12");
    city.at("2026-03-18T16:00:00+08:00");
    assertThat(escalated(rubbish))
        .containsExactly("remind 2026-03-18T15:12", "urge 2026-03-18T16:00");
  }

  @Test
  void aGrantedExtensionMovesTheTimerAndTheDueDateOfTheTaskAndTheLadderBeginsAnew() {
    String rubbish = rubbishAt("2026-03-13T17:30:00+08:00");
    city.does("sanitation-a", rubbish, "user_acceptWork", "accepted");
    city.at("2026-03-16T10:30:00+08:00");
    city.does("sanitation-a", rubbish, "user_handleCase", "extension", "reason", "车坏了");
    city.at("2026-03-16T11:45:00+08:00");
    assertThat(escalated(rubbish))
        .containsExactly("remind 2026-03-16T10:42", "urge 2026-03-16T11:30");
    city.does("sun", rubbish, "user_decideExtension", "granted");
    assertThat(due(rubbish, "user_handleCase")).isEqualTo("2026-03-16T17:30");
    city.at("2026-03-16T17:30:00+08:00");
    assertThat(escalated(rubbish))
        .hasSize(4)
        .endsWith("remind 2026-03-16T15:54", "urge 2026-03-16T17:30");
    assertThat(city.caseOf(rubbish).path("overdue").asBoolean()).isFalse();
  }

  private String due(String number, String key) {
    Task task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(number)
            .taskDefinitionKey(key)
            .singleResult();
    return clock.inCity(task.getDueDate().toInstant()).toLocalDateTime().toString();
  }

  @Test
  void aDayOfDowntimeOverTheDueInstantTakesEveryRungOnceWhenTheServiceIsBack() {
    String rubbish = rubbishAt("2026-03-16T09:00:00+08:00");
    timePassesWhileTheServiceIsDown("2026-03-16T16:00:00+08:00");
    assertThat(escalated(rubbish)).isEmpty();
    city.at("2026-03-16T16:00:01+08:00");
    assertThat(escalated(rubbish))
        .containsExactly("remind 2026-03-16T16:00", "urge 2026-03-16T16:00");
    city.at("2026-03-17T09:00:00+08:00");
    assertThat(escalated(rubbish))
        .hasSize(4)
        .endsWith("supervise 2026-03-16T17:00", "leader 2026-03-17T09:00");
  }

  private void timePassesWhileTheServiceIsDown(String until) {
    clock.set(OffsetDateTime.parse(until).toInstant());
    ClockUtil.setCurrentTime(Date.from(clock.instant()));
  }

  @Test
  void theAcceptanceClockStopsWhileTheReportIsVerifiedAndItsTaskIsDueLater() {
    desk.at("2026-03-12T19:00:00+08:00");
    String shop = city.report("li", "hotline", "E04-05").number();
    assertThat(due(shop, "user_acceptReport")).isEqualTo("2026-03-12T19:15");
    city.at("2026-03-12T19:04:00+08:00");
    city.does("li", shop, "user_acceptReport", "verify");
    city.at("2026-03-12T19:21:00+08:00");
    city.does("chen", shop, "user_verifyReport", "true");
    assertThat(due(shop, "user_acceptReport")).isEqualTo("2026-03-12T19:32");
    city.at("2026-03-12T19:27:00+08:00");
    city.does("li", shop, "user_acceptReport", "accepted");
    JsonNode stages = city.get("auditor", "/api/cases/" + shop + "/stages").body();
    assertThat(stages)
        .extracting(one -> one.path("stage").asText() + " " + one.path("usedSeconds").asLong())
        .startsWith("accept 240", "verify 1020", "accept 600");
    assertThat(stages).extracting(one -> one.path("overdue").asBoolean()).containsOnly(false);
  }

  @Test
  void aTimerAnOwnerAddsToAStageFollowsTheClockLikeAnyOther() throws IOException {
    String drawn =
        Files.readString(Path.of("processes/city-case.bpmn"))
            .replace(
                "<bpmn:endEvent id=\"end_handled\"",
                """
                <bpmn:boundaryEvent id="timer_warnEarly" name="先提醒 Warn early" cancelActivity="false" attachedToRef="user_acceptWork">
                  <bpmn:outgoing>flow_timer_warnEarly_to_service_warnEarly</bpmn:outgoing>
                  <bpmn:timerEventDefinition><bpmn:timeDate>${stageTimer.at(execution, 50)}</bpmn:timeDate></bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:serviceTask id="service_warnEarly" name="发派遣单 Send" camunda:delegateExpression="${noticeDelegate}">
                  <bpmn:extensionElements>
                    <camunda:field name="document" stringValue="task-sheet" />
                    <camunda:field name="to" stringValue="unit" />
                  </bpmn:extensionElements>
                </bpmn:serviceTask>
                <bpmn:sequenceFlow id="flow_timer_warnEarly_to_service_warnEarly" sourceRef="timer_warnEarly" targetRef="service_warnEarly" />
                <bpmn:endEvent id="end_handled\"""");
    String deployed =
        repository.createDeployment().addString("city-case.bpmn", drawn).deploy().getId();
    try {
      String rubbish = rubbishAt("2026-03-16T09:00:00+08:00");
      assertThat(timers(rubbish)).containsExactlyInAnyOrder("2026-03-16T11:00", "2026-03-16T14:12");
      assertThat(sheets(rubbish)).isEqualTo(1);
      city.at("2026-03-16T11:00:00+08:00");
      assertThat(sheets(rubbish)).isEqualTo(2);
      String paused = city.report("chen", "collector", "E01-10", "location", elsewhere()).number();
      city.at("2026-03-16T11:30:00+08:00");
      city.does("sanitation-a", paused, "user_acceptWork", "return", "reason", "不归我们");
      city.at("2026-03-17T11:00:00+08:00");
      assertThat(sheets(paused)).isEqualTo(1);
    } finally {
      desk.at("2026-03-17T11:00:00+08:00");
      repository.deleteDeployment(deployed, true);
    }
  }

  private static Map<String, Double> elsewhere() {
    return Map.of("lat", 39.90135, "lng", 116.4006);
  }

  private int sheets(String number) {
    int sheets = 0;
    for (JsonNode notice : city.caseOf(number).path("notices")) {
      sheets += notice.path("document").asText().equals("task-sheet") ? 1 : 0;
    }
    return sheets;
  }

  @Test
  void theNightFindsATimerThatSomebodyMovedAndMendsIt() {
    String rubbish = rubbishAt("2026-03-16T09:00:00+08:00");
    Job timer = management.createJobQuery().timers().singleResult();
    management.setJobDuedate(timer.getId(), new Date(0));
    JsonNode found = city.post("admin", "/api/timer-checks", "").body();
    assertThat(found.path("cases").asInt()).isEqualTo(1);
    assertThat(found.path("differences").get(0).path("caseNumber").asText()).isEqualTo(rubbish);
    assertThat(found.path("differences").get(0).path("element").asText())
        .isEqualTo("timer_escalateCase");
    assertThat(timers(rubbish)).isNotEqualTo(List.of("2026-03-16T14:12"));
    city.post("admin", "/api/timer-checks?mend=true", "");
    assertThat(timers(rubbish)).containsExactly("2026-03-16T14:12");
    assertThat(city.post("admin", "/api/timer-checks", "").body().path("differences")).isEmpty();
    assertThat(city.post("sun", "/api/timer-checks", "").status()).isEqualTo(403);
    assertThat(city.get("sun", "/api/timer-checks").status()).isEqualTo(403);
    assertThat(city.get("auditor", "/api/timer-checks").body().get(0).path("mended").asBoolean())
        .isFalse();
  }

  @Test
  void aTimerThatTheEngineGaveUpIsFoundAndTriedAgain() {
    String rubbish = rubbishAt("2026-03-16T09:00:00+08:00");
    Job timer = management.createJobQuery().timers().singleResult();
    management.setJobRetries(timer.getId(), 0);
    city.at("2026-03-16T16:00:00+08:00");
    assertThat(escalated(rubbish)).isEmpty();
    JsonNode found = city.post("admin", "/api/timer-checks", "").body();
    assertThat(found.path("differences").get(0).path("engine").isNull()).isTrue();
    city.at("2026-03-17T00:00:00+08:00");
    assertThat(escalated(rubbish)).hasSize(3).first().asString().startsWith("remind");
  }

  @Test
  void aThousandCasesDueInTheSameSecondAreEachUrgedOnce() {
    desk.at("2026-03-16T09:00:00+08:00");
    Viewer li = new Viewer("li", Set.of("operators"));
    List<String> numbers =
        IntStream.range(0, 1000)
            .parallel()
            .mapToObj(i -> reports.receive(leak(i), li).number())
            .toList();
    city.at("2026-03-16T10:00:00+08:00");
    for (String number : List.of(numbers.get(0), numbers.get(499), numbers.get(999))) {
      assertThat(escalated(number))
          .containsExactly("remind 2026-03-16T09:48", "urge 2026-03-16T10:00");
    }
    assertThat(
            jdbc.queryForList(
                "SELECT case_number FROM cc_escalation GROUP BY case_number HAVING COUNT(*) = 2"
                    + " AND COUNT(DISTINCT level_code) = 2",
                String.class))
        .as("reminded once and urged once")
        .containsExactlyInAnyOrderElementsOf(numbers);
    assertThat(
            management
                .createJobQuery()
                .timers()
                .duedateLowerThan(Date.from(clock.instant()))
                .count())
        .isZero();
    assertThat(runtime.createIncidentQuery().count()).isZero();
  }

  private static Report leak(int i) {
    return new Report(
        Channel.SENSOR,
        "E05-02",
        "E05-02-1",
        null,
        "gas " + i,
        39.90045 + 0.0009 * (i % 20),
        116.4006 + 0.0012 * (i / 20 % 20),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        false,
        false,
        null);
  }
}
