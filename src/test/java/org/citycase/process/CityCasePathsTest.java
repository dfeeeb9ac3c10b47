package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of the diagram by real engine, tables and database: taken, and not taken. */
@CityTest
class CityCasePathsTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;

  @BeforeEach
  void aTuesdayMorning() {
    desk.at("2026-03-10T09:00:00+08:00");
  }

  private CasePathAssert at(String number) {
    ProcessInstance instance =
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).singleResult();
    assertThat(instance).as("running instance of " + number).isNotNull();
    return new CasePathAssert(runtime.getActiveActivityIds(instance.getId()), passed(number));
  }

  private List<String> passed(String number) {
    HistoricProcessInstance instance =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(number)
            .singleResult();
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance.getId())
        .finished()
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  private void ended(String number, String state) {
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count())
        .as("running instances of " + number)
        .isZero();
    assertThat(city.stateOf(number)).isEqualTo(state);
  }

  private String filedLamp() {
    String lamp = city.report("chen", "collector", "C01-37", "condition", "C01-37-3").number();
    city.does("zhao", lamp, "user_fileCase", "filed");
    return lamp;
  }

  private String fedBackLamp() {
    String lamp = filedLamp();
    city.does("lamp-co", lamp, "user_acceptWork", "accepted");
    city.feedsBack("lamp-co", lamp);
    return lamp;
  }

  private String checkedLamp() {
    String lamp = fedBackLamp();
    city.does("li", lamp, "user_reviewFeedback", "check");
    city.does("chen", lamp, "user_checkOnSite", "passed");
    return lamp;
  }

  @Test
  void aCollectorsReportIsAcceptedByRuleAndFiledByHand() {
    String lamp = city.report("chen", "collector", "C01-37").number();
    at(lamp)
        .isWaitingAt("user_fileCase")
        .hasPassed("decide_closeQuick", "decide_acceptReport", "decide_fileCase")
        .hasNotPassed("user_acceptReport", "user_verifyReport");
    assertThat(city.caseOf(lamp).path("step").asText()).isEqualTo("register");
  }

  @Test
  void aPublicReportIsAcceptedByAPersonVerifiedAndFiled() {
    String lamp = city.report(null, "public", "C01-37", "reporter", Map.of("name", "市民")).number();
    at(lamp).isWaitingAt("user_acceptReport").hasNotPassed("decide_fileCase");
    city.does("li", lamp, "user_acceptReport", "verify");
    at(lamp).isWaitingAt("user_verifyReport");
    city.does("chen", lamp, "user_verifyReport", "true");
    at(lamp).isWaitingAt("user_acceptReport");
    city.does("li", lamp, "user_acceptReport", "accepted");
    at(lamp).isWaitingAt("user_fileCase").hasPassed("user_verifyReport", "decide_fileCase");
  }

  @Test
  void aPlaceFoundWrongOnTheSpotIsCorrectedWithItsGrid() {
    String lamp = city.report("li", "hotline", "C01-37").number();
    city.does("li", lamp, "user_acceptReport", "verify");
    assertThat(
            city.complete("chen", lamp, "user_verifyReport", "relocated", "lat", 10.0, "lng", 10.0)
                .status())
        .isEqualTo(422);
    city.does("chen", lamp, "user_verifyReport", "relocated", "lat", 39.90135, "lng", 116.4006);
    assertThat(city.caseOf(lamp).path("location").path("lat").asDouble()).isEqualTo(39.90135);
    assertThat(city.caseOf(lamp).path("grid").asText()).isEqualTo("110101001001021");
    assertThat(city.stateOf(lamp)).isEqualTo("REPORTED");
  }

  @Test
  void aProblemGoneBeforeFilingMeetsNoCondition() {
    String lamp = city.report("li", "hotline", "C01-37", "condition", "C01-37-3").number();
    city.does("li", lamp, "user_acceptReport", "verify");
    city.does("chen", lamp, "user_verifyReport", "gone");
    city.does("li", lamp, "user_acceptReport", "accepted");
    assertThat(city.caseOf(lamp).path("filing").asText()).isEqualTo("none");
    city.does("zhao", lamp, "user_fileCase", "notFiled", "reason", "gone");
    ended(lamp, "NOT_FILED");
    assertThat(passed(lamp)).doesNotContain("decide_dispatchCase");
  }

  @Test
  void aRejectedReportEndsAndItsReporterIsTold() {
    String lamp =
        city.report("li", "hotline", "C01-37", "reporter", Map.of("phone", "139")).number();
    city.does("li", lamp, "user_acceptReport", "rejected", "reason", "r", "advice", "a");
    ended(lamp, "REJECTED");
    assertThat(passed(lamp)).contains("service_sendRefusal").doesNotContain("decide_fileCase");
  }

  @Test
  void anEnquiryEndsWithoutACase() {
    String lamp = city.report("li", "hotline", "C01-37").number();
    city.does("li", lamp, "user_acceptReport", "enquiry", "reason", "asks for opening hours");
    ended(lamp, "REJECTED");
    assertThat(city.caseOf(lamp).path("filedAt").isNull()).isTrue();
    assertThat(passed(lamp)).doesNotContain("decide_fileCase", "user_fileCase");
  }

  @Test
  void aReportNotFiledEnds() {
    String lamp = city.report("chen", "collector", "C01-37").number();
    city.does("zhao", lamp, "user_fileCase", "notFiled", "reason", "weak evidence");
    ended(lamp, "NOT_FILED");
    assertThat(passed(lamp)).doesNotContain("decide_dispatchCase", "evaluate");
  }

  @Test
  void aReportSentBackIsAcceptedAgain() {
    String lamp = city.report("chen", "collector", "C01-37").number();
    city.does("zhao", lamp, "user_fileCase", "sentBack", "reason", "which lamp?");
    at(lamp).isWaitingAt("user_acceptReport");
    assertThat(city.stateOf(lamp)).isEqualTo("REPORTED");
    city.does("li", lamp, "user_acceptReport", "accepted");
    at(lamp).isWaitingAt("user_fileCase");
  }

  @Test
  void aDuplicateIsMergedByTheOperatorOrTheDutyLeader() {
    String first = filedLamp();
    String second = city.report("li", "hotline", "C01-37").number();
    city.does("li", second, "user_acceptReport", "merged", "mergedInto", first);
    ended(second, "MERGED");
    String third = city.report("chen", "collector", "C01-37").number();
    city.does("zhao", third, "user_fileCase", "merged", "mergedInto", first);
    ended(third, "MERGED");
    assertThat(city.caseOf(first).path("mergedReports")).hasSize(2);
    String other = city.report("li", "hotline", "C01-01").number();
    assertThat(
            city.complete("li", other, "user_acceptReport", "merged", "mergedInto", first).status())
        .isEqualTo(422);
    assertThat(
            city.complete("li", other, "user_acceptReport", "merged", "mergedInto", second)
                .status())
        .isEqualTo(422);
    at(other).isWaitingAt("user_acceptReport");
  }

  @Test
  void exposedRubbishIsFiledAndDispatchedWithoutAPerson() {
    String rubbish = city.report("chen", "collector", "E01-10").number();
    at(rubbish)
        .isWaitingAt("user_acceptWork")
        .hasPassed("decide_fileCase", "decide_dispatchCase", "service_sendTaskSheet")
        .hasNotPassed("user_fileCase", "user_dispatchCase", "user_coordinateCase");
  }

  @Test
  void aMediaCaseIsDispatchedByAPersonWhoMaySendItBack() {
    String lamp = city.report("li", "media", "C01-37", "condition", "C01-37-3").number();
    city.does("li", lamp, "user_acceptReport", "accepted");
    city.does("zhao", lamp, "user_fileCase", "filed");
    at(lamp).isWaitingAt("user_dispatchCase").hasNotPassed("service_sendTaskSheet");
    assertThat(city.caseOf(lamp).path("flags").get(0).asText()).isEqualTo("media");
    city.does("sun", lamp, "user_dispatchCase", "sentBack", "reason", "wrong category");
    at(lamp).isWaitingAt("user_fileCase");
    assertThat(city.stateOf(lamp)).isEqualTo("TO_FILE");
    city.does("zhao", lamp, "user_fileCase", "filed", "condition", "C01-37-1");
    assertThat(
            city.complete("sun", lamp, "user_dispatchCase", "dispatched", "unit", "NOBODY")
                .status())
        .isEqualTo(400);
    city.does("sun", lamp, "user_dispatchCase", "dispatched", "unit", "LAMP-CO");
    at(lamp).isWaitingAt("user_acceptWork").hasPassed("user_dispatchCase");
  }

  @Test
  void aCaseWithoutAClearUnitIsCoordinated() {
    String lamp = city.report("li", "leader", "C01-37", "condition", "C01-37-3").number();
    city.does("li", lamp, "user_acceptReport", "accepted");
    city.does("zhao", lamp, "user_fileCase", "filed");
    city.does("sun", lamp, "user_dispatchCase", "coordinate", "reason", "two owners");
    at(lamp).isWaitingAt("user_coordinateCase");
    city.does(
        "qian",
        lamp,
        "user_coordinateCase",
        "dispatched",
        "unit",
        "STREET-A",
        "coUnits",
        "TELECOM-CO",
        "split",
        "60/40");
    at(lamp).isWaitingAt("user_acceptWork");
    assertThat(city.caseOf(lamp).path("coUnits").get(0).asText()).isEqualTo("TELECOM-CO");
    assertThat(city.get("telecom-co", "/api/cases/" + lamp).status()).isEqualTo(200);
  }

  @Test
  void incompleteFeedbackGoesBackWithoutBeingARework() {
    String lamp = fedBackLamp();
    at(lamp).isWaitingAt("user_reviewFeedback");
    city.does("li", lamp, "user_reviewFeedback", "incomplete", "reason", "photo unclear");
    at(lamp).isWaitingAt("user_handleCase").hasNotPassed("user_checkOnSite");
    assertThat(city.stateOf(lamp)).isEqualTo("HANDLING");
    assertThat(city.caseOf(lamp).path("reworkCount").asInt()).isZero();
    assertThat(city.caseOf(lamp).path("clock").path("state").asText()).isEqualTo("running");
  }

  @Test
  void aFailedCheckSendsTheCaseToReworkAndThenToANewCheck() {
    String lamp = fedBackLamp();
    city.does("li", lamp, "user_reviewFeedback", "check");
    city.at("2026-03-10T09:05:00+08:00");
    city.does("chen", lamp, "user_checkOnSite", "failed", "reason", "dark");
    at(lamp).isWaitingAt("user_handleCase").hasNotPassed("user_closeCase");
    assertThat(city.caseOf(lamp).path("reworkCount").asInt()).isEqualTo(1);
    assertThat(
            city.complete("lamp-co", lamp, "user_handleCase", "done", "result", "again").status())
        .as("the after-photo of the first round is no proof of the second")
        .isEqualTo(422);
    city.at("2026-03-10T09:10:00+08:00");
    city.feedsBack("lamp-co", lamp);
    city.does("li", lamp, "user_reviewFeedback", "check");
    city.does("chen", lamp, "user_checkOnSite", "passed");
    city.does("zhao", lamp, "user_closeCase", "closed");
    ended(lamp, "CLOSED");
    assertThat(city.caseOf(lamp).path("penalty").path("points").asDouble()).isEqualTo(0.2);
  }

  @Test
  void aPhotoThatDoesNotConvinceTheDutyLeaderIsCheckedAgain() {
    String lamp = checkedLamp();
    city.does("zhao", lamp, "user_closeCase", "recheck", "reason", "blurred");
    at(lamp).isWaitingAt("user_checkOnSite");
    assertThat(city.stateOf(lamp)).isEqualTo("CHECKING");
    city.does("chen", lamp, "user_checkOnSite", "passed");
    city.does("zhao", lamp, "user_closeCase", "closed");
    ended(lamp, "CLOSED");
  }

  @Test
  void aReporterIsToldOfTheClosingAndCalledBack() {
    String lamp =
        city.report("li", "hotline", "C01-37", "reporter", Map.of("name", "市民", "phone", "139"))
            .number();
    city.does("li", lamp, "user_acceptReport", "accepted");
    city.does("zhao", lamp, "user_fileCase", "filed", "condition", "C01-37-3");
    city.does("lamp-co", lamp, "user_acceptWork", "accepted");
    city.feedsBack("lamp-co", lamp);
    city.does("li", lamp, "user_reviewFeedback", "check");
    city.does("chen", lamp, "user_checkOnSite", "passed");
    city.does("zhao", lamp, "user_closeCase", "closed");
    at(lamp).isWaitingAt("user_callBack").hasPassed("service_sendClosed", "service_scoreCase");
    assertThat(city.stateOf(lamp)).isEqualTo("CLOSED");
    assertThat(city.complete("li", lamp, "user_callBack", "dissatisfied").status()).isEqualTo(400);
    city.does("li", lamp, "user_callBack", "satisfied");
    ended(lamp, "CLOSED");
    assertThat(city.caseOf(lamp).path("satisfaction").asText()).isEqualTo("satisfied");
  }

  @Test
  void aCollectorsCaseIsClosedWithoutACallBack() {
    String lamp = checkedLamp();
    city.does("zhao", lamp, "user_closeCase", "closed");
    ended(lamp, "CLOSED");
    assertThat(passed(lamp)).contains("service_scoreCase").doesNotContain("user_callBack");
  }

  @Test
  void aDevicesCaseWhoseCheckPassedIsClosedByTheRule() {
    String lamp = city.report("li", "sensor", "C01-37", "condition", "C01-37-3").number();
    city.does("lamp-co", lamp, "user_acceptWork", "accepted");
    city.feedsBack("lamp-co", lamp);
    city.does("li", lamp, "user_reviewFeedback", "check");
    city.does("chen", lamp, "user_checkOnSite", "passed");
    ended(lamp, "CLOSED");
    assertThat(passed(lamp)).doesNotContain("user_acceptReport", "user_fileCase", "user_closeCase");
  }

  @Test
  void anInspectorSupervisesAndALeaderInstructsAnOpenCaseWhosePointsThenCountDouble() {
    String lamp = fedBackLamp();
    Map<String, String> watch = Map.of("kind", "important", "note", "school way");
    assertThat(city.post("li", "/api/cases/" + lamp + "/supervise", watch).status()).isEqualTo(403);
    assertThat(
            city.post("he", "/api/cases/" + lamp + "/supervise", Map.of("kind", "x", "note", "n"))
                .status())
        .isEqualTo(400);
    assertThat(city.post("he", "/api/cases/" + lamp + "/supervise", watch).status()).isEqualTo(200);
    Map<String, String> instruction = Map.of("text", "today");
    String instruct = "/api/cases/" + lamp + "/leader-instruction";
    assertThat(city.post("he", instruct, instruction).status()).isEqualTo(403);
    assertThat(city.post("leader", instruct, instruction).status()).isEqualTo(200);
    at(lamp).isWaitingAt("user_reviewFeedback");
    city.does("li", lamp, "user_reviewFeedback", "check");
    city.at("2026-03-10T09:05:00+08:00");
    city.does("chen", lamp, "user_checkOnSite", "failed", "reason", "dark");
    city.at("2026-03-10T09:10:00+08:00");
    city.feedsBack("lamp-co", lamp);
    city.does("li", lamp, "user_reviewFeedback", "check");
    city.does("chen", lamp, "user_checkOnSite", "passed");
    city.does("zhao", lamp, "user_closeCase", "closed");
    assertThat(city.caseOf(lamp).path("flags"))
        .extracting(com.fasterxml.jackson.databind.JsonNode::asText)
        .containsExactly("supervised", "leader");
    assertThat(city.caseOf(lamp).path("penalty").path("points").asDouble()).isEqualTo(0.4);
    assertThat(city.post("leader", instruct, instruction).status()).isEqualTo(422);
  }

  @Test
  void quickHandlingPassesNeitherDispatchNorCheck() {
    String advert =
        city.report(
                "chen",
                "collector",
                "E02-01",
                "quick",
                true,
                "afterPhotos",
                city.photos(CityClient.picture()))
            .number();
    ended(advert, "CLOSED");
    assertThat(passed(advert))
        .contains("decide_closeQuick")
        .doesNotContain("decide_fileCase", "decide_dispatchCase", "user_checkOnSite");
  }
}
