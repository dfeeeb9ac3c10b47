package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A process owner changes the diagram, and it runs without a line of Java. */
@CityTest
class OwnersEditTest {

  private static final String NAME = "owners-edit";

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private RepositoryService repository;

  @BeforeEach
  void aTuesdayMorning() {
    desk.at("2026-03-10T09:00:00+08:00");
  }

  @AfterEach
  void theCitysOwnDiagramIsInForceAgain() {
    desk.at("2026-03-10T09:00:00+08:00");
    for (Deployment edited : repository.createDeploymentQuery().deploymentName(NAME).list()) {
      repository.deleteDeployment(edited.getId(), true);
    }
  }

  private static String diagram() throws IOException {
    return Files.readString(Path.of("processes/city-case.bpmn"));
  }

  private CityClient.Answer deploy(String diagram) {
    return city.multipart(
        "owner",
        "/engine-rest/deployment/create",
        Map.of("deployment-name", NAME, "deployment-source", "Camunda Modeler"),
        "city-case.bpmn",
        diagram);
  }

  /** One more task for the inspector, a table asked and a notice sent, behind the unit's work. */
  private static String withMore(String outcomes) throws IOException {
    String more =
        """
        <bpmn:userTask id="user_inspectWork" name="抽查 Inspect work"
            camunda:formKey="embedded:/forms/tasks/task.html" camunda:candidateGroups="inspectors">
          <bpmn:extensionElements><camunda:properties>
            <camunda:property name="stage" value="check" />%s
          </camunda:properties></bpmn:extensionElements>
          <bpmn:incoming>flow_doWork_fedBack</bpmn:incoming>
          <bpmn:outgoing>flow_more_ask</bpmn:outgoing>
        </bpmn:userTask>
        <bpmn:businessRuleTask id="decide_more" name="More" camunda:delegateExpression="${askTableDelegate}">
          <bpmn:extensionElements>
            <camunda:field name="table" stringValue="closing-standard" />
            <camunda:field name="answer" stringValue="more" />
          </bpmn:extensionElements>
          <bpmn:incoming>flow_more_ask</bpmn:incoming>
          <bpmn:outgoing>flow_more_notice</bpmn:outgoing>
        </bpmn:businessRuleTask>
        <bpmn:serviceTask id="service_more" name="Notice" camunda:delegateExpression="${noticeDelegate}">
          <bpmn:extensionElements><camunda:field name="document" stringValue="task-sheet" /><camunda:field name="to" stringValue="unit" /></bpmn:extensionElements>
          <bpmn:incoming>flow_more_notice</bpmn:incoming>
          <bpmn:outgoing>flow_more_end</bpmn:outgoing>
        </bpmn:serviceTask>
        <bpmn:sequenceFlow id="flow_more_ask" sourceRef="user_inspectWork" targetRef="decide_more" />
        <bpmn:sequenceFlow id="flow_more_notice" sourceRef="decide_more" targetRef="service_more" />
        <bpmn:sequenceFlow id="flow_more_end" sourceRef="service_more" targetRef="end_handled" />
        """
            .formatted(outcomes);
    String drawn = diagram().replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
    String behindTheWork = "sourceRef=\"gateway_doWork\" targetRef=\"end_handled\"";
    String end = "<bpmn:endEvent id=\"end_handled\"";
    assertThat(drawn).contains(behindTheWork).contains(end);
    return drawn
        .replace(behindTheWork, behindTheWork.replace("end_handled", "user_inspectWork"))
        .replace(end, more + end);
  }

  @Test
  void oneMoreTaskOneMoreQuestionAndOneMoreNoticeRunWithoutAChangeOfJava() throws IOException {
    String older = city.report("chen", "collector", "C01-37", "condition", "C01-37-3").number();
    CityClient.Answer deployed =
        deploy(withMore("<camunda:property name=\"outcome.seen\" value=\"reason\" />"));
    assertThat(deployed.status()).as(deployed.body().toString()).isEqualTo(200);
    String lamp = city.report("chen", "collector", "C01-37", "condition", "C01-37-3").number();
    for (String number : new String[] {older, lamp}) {
      city.does("zhao", number, "user_fileCase", "filed");
      city.does("lamp-co", number, "user_acceptWork", "accepted");
      city.feedsBack("lamp-co", number);
    }
    assertThat(city.task("li", older, "user_reviewFeedback"))
        .as("a case on the way keeps the version it started on")
        .isNotNull();
    JsonNode task = city.task("he", lamp, "user_inspectWork");
    assertThat(task.path("due").asText()).isNotBlank();
    assertThat(city.complete("he", lamp, "user_inspectWork", "seen").status()).isEqualTo(400);
    assertThat(city.complete("li", lamp, "user_inspectWork", "seen", "reason", "r").status())
        .isEqualTo(403);
    city.does("he", lamp, "user_inspectWork", "seen", "reason", "抽查 sample");
    assertThat(city.task("li", lamp, "user_reviewFeedback")).isNotNull();
    assertThat(city.caseOf(lamp).path("notices")).hasSize(2);
    assertThat(city.get("auditor", "/api/cases/" + lamp + "/trail").body().toString())
        .contains("user_inspectWork")
        .contains("抽查 sample");
    assertThat(city.get("auditor", "/api/cases/" + lamp + "/decisions").body().toString())
        .contains("closing-standard");
  }

  @Test
  void aTaskWithoutAnOutcomeIsRefusedByItsElementAndNothingIsDeployed() throws IOException {
    CityClient.Answer refused = deploy(withMore(""));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains("user_inspectWork").contains("outcome.<name>");
    assertThat(repository.createDeploymentQuery().deploymentName(NAME).count()).isZero();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          camunda:delegateExpression="${fileCaseDelegate}" | camunda:expression="${cityClock.now()}" | decide_fileCase
          camunda:delegateExpression="${fileCaseDelegate}" | camunda:class="java.lang.Runtime"       | decide_fileCase
          camunda:delegateExpression="${fileCaseDelegate}" | camunda:delegateExpression="${dataSource}" | decide_fileCase
          camunda:delegateExpression="${fileCaseDelegate}" | camunda:delegateExpression="${fileCaze}" | decide_fileCase
          ${filing == 'automatic'}                         | ${''.getClass().forName('x') != null}   | flow_fileByRule_automatic
          camunda:candidateGroups="duty-leaders"           | camunda:candidateGroups=""              | user_fileCase
          camunda:candidateGroups="duty-leaders"           | camunda:candidateGroups="${x.y()}"      | user_fileCase
          embedded:/forms/tasks/user_fileCase.html         | embedded:/forms/tasks/nowhere.html      | user_fileCase
          embedded:/forms/tasks/user_fileCase.html         | embedded:deployment:evil.html           | user_fileCase
          camunda:field name="document"                    | camunda:field name="paper"              | service_sendRefusal
          name="stage" value="file"                        | name="stage" value="someday"            | user_fileCase
          ${stageTimer.holdEnd(execution)}                 | ${cityClock.instant()}                   | timer_resumeCase
          ${stageTimer.nextEscalation(execution)}          | 2030-01-01T08:00:00Z                    | timer_escalateCase
          camunda:collection="${helpers}"                  | camunda:collection="${x.y()}"           | user_helpHandle
          """)
  void whatWouldRunCodeOrLeadNowhereIsRefusedByItsElement(
      String drawn, String edited, String element) throws IOException {
    assertThat(diagram()).contains(drawn);
    CityClient.Answer refused = deploy(diagram().replace(drawn, edited));
    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
    assertThat(refused.message()).contains("'" + element + "'");
    assertThat(repository.createDeploymentQuery().deploymentName(NAME).count()).isZero();
  }

  @Test
  void aScriptIsRefused() throws IOException {
    String script =
        "<bpmn:scriptTask id=\"script_x\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script>"
            + "</bpmn:scriptTask>";
    String start = "<bpmn:startEvent id=\"start_reportCase\"";
    CityClient.Answer refused = deploy(diagram().replace(start, script + start));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains("script_x");
  }

  @Test
  void aCandidateWorksOnHisTaskAndDoesNotHandItOn() {
    String lamp = city.report("chen", "collector", "C01-37").number();
    String task =
        "/engine-rest/task/" + city.task("zhao", lamp, "user_fileCase").path("id").asText();
    assertThat(
            city.post(
                    "zhao",
                    task + "/identity-links",
                    Map.of("userId", "lamp-co", "type", "candidate"))
                .status())
        .isEqualTo(403);
    assertThat(city.post("zhao", task + "/delegate", Map.of("userId", "lamp-co")).status())
        .isEqualTo(403);
    assertThat(city.put("zhao", task, Map.of("due", "2030-01-01T00:00:00.000+0000")).status())
        .isEqualTo(403);
    assertThat(city.post("zhao", task + "/claim", Map.of("userId", "zhao")).status())
        .isEqualTo(204);
    city.does("zhao", lamp, "user_fileCase", "notFiled", "reason", "r");
  }

  @Test
  void nobodySteersACaseBesideItsDiagram() {
    String lamp = city.report("chen", "collector", "C01-37").number();
    String task = city.task("zhao", lamp, "user_fileCase").path("id").asText();
    CityClient.Answer variable =
        city.put(
            "zhao",
            "/engine-rest/task/" + task + "/variables/outcome",
            Map.of("value", "filed", "type", "String"));
    assertThat(variable.status()).isEqualTo(403);
    assertThat(variable.message()).contains("diagram");
    assertThat(
            city.post(
                    "zhao", "/engine-rest/task/" + task + "/bpmnError", Map.of("errorCode", "away"))
                .status())
        .isEqualTo(403);
    assertThat(city.task("zhao", lamp, "user_fileCase")).isNotNull();
  }

  @Test
  void aTimerThatStartsSomethingByItselfIsRefused() throws IOException {
    String started =
        diagram()
            .replace(
                "<bpmn:startEvent id=\"start_reportCase\"",
                """
                <bpmn:subProcess id="sub_later" name="稍后 Later" triggeredByEvent="true">
                  <bpmn:startEvent id="start_later" name="到时 Later" isInterrupting="false">
                    <bpmn:timerEventDefinition><bpmn:timeDate>${stageTimer.at(execution, 80)}</bpmn:timeDate></bpmn:timerEventDefinition>
                  </bpmn:startEvent>
                </bpmn:subProcess>
                <bpmn:startEvent id="start_reportCase\"""");
    CityClient.Answer refused = deploy(started);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains("start_later", "starts by a timer");
  }
}
