package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whatever an administrator does to a case through the engine's interface stands in its log under
 * his name, and whatever he does to no case in the log of the configuration; work on tasks does
 * not.
 */
@CityTest
class InterventionsTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcTemplate jdbc;

  private String rubbish;
  private int seen;

  @BeforeEach
  void aCaseAtItsUnit() {
    desk.at("2026-03-10T09:00:00+08:00");
    rubbish = city.report("chen", "collector", "E01-10").number();
    seen = configured();
  }

  private String instance(String number) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(number)
        .singleResult()
        .getId();
  }

  private List<JsonNode> interventions(String number) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode entry : city.get("auditor", "/api/cases/" + number + "/trail").body()) {
      if (entry.path("action").asText().equals("intervene")) {
        found.add(entry);
      }
    }
    return found;
  }

  private JsonNode intervention(String number) {
    List<JsonNode> found = interventions(number);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).path("actor").asText()).isEqualTo("admin");
    return found.get(0).path("data");
  }

  private int configured() {
    return jdbc.queryForObject("SELECT COUNT(*) FROM cc_configuration_log", Integer.class);
  }

  /** What was configured since the test began: actor, action and subject. */
  private List<String> changes() {
    return jdbc.queryForList(
        "SELECT CONCAT(actor, ' ', action, ' ', subject) FROM cc_configuration_log"
            + " WHERE seq > ? ORDER BY seq",
        String.class,
        seen);
  }

  private void done(CityClient.Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 204);
  }

  @Test
  void aDeletedInstance() {
    String instance = instance(rubbish);
    done(city.delete("admin", "/engine-rest/process-instance/" + instance));
    JsonNode data = intervention(rubbish);
    assertThat(data.path("operation").asText()).isEqualTo("Delete");
    assertThat(data.path("entity").asText()).isEqualTo("ProcessInstance");
    assertThat(data.path("instance").asText()).isEqualTo(instance);
    assertThat(texts(data.path("stoodAt"))).contains("user_acceptWork");
    assertThat(data.path("standsAt")).isEmpty();
    assertThat(changes()).isEmpty();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  @Test
  void aModificationNamesTheElementsItCancelledAndStarted() {
    Map<String, Object> instructions =
        Map.of(
            "instructions",
            List.of(
                Map.of("type", "cancel", "activityId", "user_acceptWork"),
                Map.of("type", "startBeforeActivity", "activityId", "user_closeCase")));
    String path = "/engine-rest/process-instance/" + instance(rubbish) + "/modification";
    done(city.post("admin", path + "-async", instructions));
    done(city.post("admin", path, instructions));
    for (JsonNode entry : interventions(rubbish)) {
      JsonNode data = entry.path("data");
      assertThat(texts(data.path("instructions")))
          .containsExactly("cancel user_acceptWork", "startBeforeActivity user_closeCase");
      assertThat(texts(data.path("stoodAt"))).contains("user_acceptWork");
    }
    assertThat(interventions(rubbish).get(0).path("data").has("standsAt")).isFalse();
    assertThat(texts(interventions(rubbish).get(1).path("data").path("standsAt")))
        .contains("user_closeCase")
        .doesNotContain("user_acceptWork");
  }

  @Test
  void aModificationOfSeveralInstancesNamesThemToo() {
    String definition =
        runtime.createProcessInstanceQuery().singleResult().getProcessDefinitionId();
    done(
        city.post(
            "admin",
            "/engine-rest/modification/execute",
            Map.of(
                "processDefinitionId",
                definition,
                "processInstanceIds",
                List.of(instance(rubbish)),
                "instructions",
                List.of(Map.of("type", "startBeforeActivity", "activityId", "user_closeCase")))));
    JsonNode data = intervention(rubbish);
    assertThat(texts(data.path("instructions")))
        .containsExactly("startBeforeActivity user_closeCase");
    assertThat(texts(data.path("standsAt"))).contains("user_acceptWork", "user_closeCase");
  }

  @Test
  void variablesAreBroughtToNoCaseByAnyDoor() {
    Map<String, Object> some = Map.of("z", Map.of("value", 1, "type", "Integer"));
    String instance = instance(rubbish);
    String cases = "/engine-rest/process-instance/";
    List<CityClient.Answer> answers =
        List.of(
            city.put("admin", cases + instance + "/variables/z", some.get("z")),
            city.post(
                "admin",
                cases + "variables-async",
                Map.of("processInstanceIds", List.of(instance), "variables", some)),
            city.post(
                "admin",
                cases + "message-async",
                Map.of(
                    "messageName",
                    "voidCase",
                    "processInstanceIds",
                    List.of(instance),
                    "variables",
                    some)),
            city.post(
                "admin",
                "/engine-rest/message",
                Map.of(
                    "messageName", "voidCase", "businessKey", rubbish, "processVariables", some)),
            city.post(
                "admin",
                cases + instance + "/modification",
                Map.of(
                    "instructions",
                    List.of(
                        Map.of(
                            "type",
                            "startBeforeActivity",
                            "activityId",
                            "user_closeCase",
                            "variables",
                            some)))));
    for (CityClient.Answer answer : answers) {
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(403);
      assertThat(answer.message()).contains("led by its diagram");
    }
    assertThat(interventions(rubbish)).isEmpty();
  }

  @Test
  void aMessageToAllWhoWaitForIt() {
    done(
        city.post(
            "admin",
            "/engine-rest/message",
            Map.of("messageName", "voidCase", "businessKey", rubbish, "all", true)));
    assertThat(intervention(rubbish).path("changes").findValuesAsText("after"))
        .contains("voidCase");
  }

  @Test
  void aModifiedInstanceAndItsPath() {
    String instance = instance(rubbish);
    done(
        city.post(
            "admin",
            "/engine-rest/process-instance/" + instance + "/modification",
            Map.of(
                "annotation",
                "stuck since noon",
                "instructions",
                List.of(
                    Map.of("type", "cancel", "activityId", "user_acceptWork"),
                    Map.of("type", "startBeforeActivity", "activityId", "user_acceptWork")))));
    JsonNode data = intervention(rubbish);
    assertThat(data.path("operation").asText()).isEqualTo("ModifyProcessInstance");
    assertThat(interventions(rubbish).get(0).path("reason").asText()).isEqualTo("stuck since noon");
    JsonNode path = city.get("auditor", "/api/cases/" + rubbish + "/path").body();
    assertThat(path.findValuesAsText("canceled")).contains("true");
  }

  @Test
  void aSuspendedInstance() {
    done(
        city.put(
            "admin",
            "/engine-rest/process-instance/" + instance(rubbish) + "/suspended",
            Map.of("suspended", true)));
    JsonNode data = intervention(rubbish);
    assertThat(data.path("operation").asText()).isEqualTo("Suspend");
    assertThat(data.path("after").asText()).isEqualTo("suspended");
  }

  @Test
  void aMovedTimer() {
    JsonNode timer =
        city.get("admin", "/engine-rest/job?processInstanceId=" + instance(rubbish)).body().get(0);
    done(
        city.put(
            "admin",
            "/engine-rest/job/" + timer.path("id").asText() + "/duedate",
            Map.of("duedate", "2026-03-20T09:00:00.000+0800")));
    JsonNode data = intervention(rubbish);
    assertThat(data.path("operation").asText()).isEqualTo("SetDueDate");
    assertThat(data.path("element").asText()).isEqualTo("timer_escalateCase");
    assertThat(data.path("property").asText()).isEqualTo("duedate");
    assertThat(data.path("before").asText()).startsWith("2026-03-10T").endsWith("+08:00");
    assertThat(data.path("after").asText()).isEqualTo("2026-03-20T09:00+08:00");
  }

  @Test
  void aReassignedAndADelegatedTask() {
    String task =
        "/engine-rest/task/" + city.task("auditor", rubbish, "user_acceptWork").path("id").asText();
    done(city.post("admin", task + "/assignee", Map.of("userId", "sanitation-b")));
    JsonNode data = intervention(rubbish);
    assertThat(data.path("operation").asText()).isEqualTo("Assign");
    assertThat(data.path("element").asText()).isEqualTo("user_acceptWork");
    assertThat(data.path("after").asText()).isEqualTo("sanitation-b");
    done(city.post("admin", task + "/delegate", Map.of("userId", "sanitation-a")));
    assertThat(interventions(rubbish)).hasSize(2);
    assertThat(interventions(rubbish).get(1).path("data").path("changes")).isNotEmpty();
  }

  @Test
  void aCorrelatedMessage() {
    done(
        city.post(
            "admin",
            "/engine-rest/message",
            Map.of("messageName", "voidCase", "businessKey", rubbish)));
    JsonNode data = intervention(rubbish);
    assertThat(data.path("operation").asText()).isEqualTo("CorrelateMessage");
    assertThat(data.path("after").asText()).isEqualTo("voidCase");
  }

  @Test
  void aBatchIsToldByEachCaseWhenItIsOrdered() {
    String other =
        city.report(
                "chen", "collector", "E01-10", "location", Map.of("lat", 39.90135, "lng", 116.4))
            .number();
    done(
        city.post(
            "admin",
            "/engine-rest/process-instance/delete",
            Map.of(
                "processInstanceIds",
                List.of(instance(rubbish), instance(other)),
                "deleteReason",
                "tidied up")));
    for (String number : List.of(rubbish, other)) {
      JsonNode data = intervention(number);
      assertThat(data.path("operation").asText()).isEqualTo("Delete");
      assertThat(data.path("changes").findValuesAsText("property")).contains("nrOfInstances");
      assertThat(interventions(number).get(0).path("reason").asText()).isEqualTo("tidied up");
      assertThat(texts(data.path("stoodAt"))).contains("user_acceptWork");
    }
    assertThat(changes()).isEmpty();
  }

  @Test
  void aMigrationOfSeveralInstancesAtOnce() {
    String definition =
        runtime.createProcessInstanceQuery().singleResult().getProcessDefinitionId();
    done(city.migrate(definition, instance(rubbish)));
    assertThat(intervention(rubbish).path("operation").asText()).isEqualTo("Migrate");
    assertThat(changes()).isEmpty();
  }

  @Test
  void workOnTasksIsNoIntervention() {
    String task =
        "/engine-rest/task/" + city.task("auditor", rubbish, "user_acceptWork").path("id").asText();
    done(city.post("sanitation-a", task + "/claim", Map.of("userId", "sanitation-a")));
    city.does("sanitation-a", rubbish, "user_acceptWork", "accepted");
    city.at("2026-03-10T12:00:00+08:00");
    assertThat(interventions(rubbish)).isEmpty();
    assertThat(changes()).isEmpty();
  }

  @Test
  void aMessageOfTheHouseItselfIsNoIntervention() {
    done(city.post("li", "/api/cases/" + rubbish + "/void-request", Map.of("reason", "twice")));
    assertThat(city.task("auditor", rubbish, "user_decideVoid")).isNotNull();
    assertThat(interventions(rubbish)).isEmpty();
  }

  @Test
  void aTaskClaimedForSomebodyElse() {
    String task =
        "/engine-rest/task/" + city.task("auditor", rubbish, "user_acceptWork").path("id").asText();
    done(city.post("admin", task + "/claim", Map.of("userId", "sanitation-b")));
    assertThat(intervention(rubbish).path("after").asText()).isEqualTo("sanitation-b");
  }

  @Test
  void aRefusedOperationLeavesNothing() {
    assertThat(city.delete("chen", "/engine-rest/process-instance/" + instance(rubbish)).status())
        .isEqualTo(403);
    assertThat(interventions(rubbish)).isEmpty();
    assertThat(changes()).isEmpty();
  }
}
