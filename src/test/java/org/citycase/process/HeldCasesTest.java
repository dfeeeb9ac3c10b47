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

/** Whoever holds or releases many cases at once stands in the log of each of them, once. */
@CityTest
class HeldCasesTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcTemplate jdbc;

  private List<String> cases;
  private int seen;

  @BeforeEach
  void twoCasesAtTheirUnit() {
    desk.at("2026-03-10T09:00:00+08:00");
    Map<String, Object> elsewhere = Map.of("lat", 39.90135, "lng", 116.4);
    cases =
        List.of(
            city.report("chen", "collector", "E01-10").number(),
            city.report("chen", "collector", "E01-10", "location", elsewhere).number());
    seen = jdbc.queryForObject("SELECT COUNT(*) FROM cc_configuration_log", Integer.class);
  }

  private String definition() {
    return runtime.createProcessInstanceQuery().list().get(0).getProcessDefinitionId();
  }

  private List<String> instances() {
    return cases.stream()
        .map(
            number ->
                runtime
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .singleResult()
                    .getId())
        .toList();
  }

  /** Operation of each intervention. */
  private List<String> interventions(String number) {
    List<String> found = new ArrayList<>();
    for (JsonNode entry : city.get("auditor", "/api/cases/" + number + "/trail").body()) {
      if (entry.path("action").asText().equals("intervene")) {
        assertThat(entry.path("actor").asText()).isEqualTo("admin");
        found.add(entry.path("data").path("operation").asText());
      }
    }
    return found;
  }

  private List<String> settings() {
    return jdbc.queryForList(
        "SELECT action FROM cc_configuration_log WHERE seq > ? ORDER BY seq", String.class, seen);
  }

  private void puts(String path, Map<String, ?> body) {
    CityClient.Answer answer = city.put("admin", "/engine-rest" + path, body);
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 204);
  }

  private void eachTells(String... operations) {
    cases.forEach(number -> assertThat(interventions(number)).containsExactly(operations));
  }

  @Test
  void aDiagramHeldWithItsCases() {
    String path = "/process-definition/" + definition() + "/suspended";
    puts(path, Map.of("suspended", true, "includeProcessInstances", true));
    puts(path, Map.of("suspended", false, "includeProcessInstances", true));
    eachTells("SuspendProcessDefinition", "ActivateProcessDefinition");
    assertThat(settings()).containsExactly("suspendProcessDefinition", "activateProcessDefinition");
  }

  @Test
  void aDiagramHeldByItsKeyAndFromALaterInstant() {
    puts(
        "/process-definition/suspended",
        Map.of(
            "processDefinitionKey",
            "cityCase",
            "suspended",
            true,
            "includeProcessInstances",
            true,
            "executionDate",
            "2027-03-20T09:00:00.000+0800"));
    eachTells("SuspendProcessDefinition");
    assertThat(
            jdbc.queryForObject(
                "SELECT data FROM cc_configuration_log WHERE seq > ?", String.class, seen))
        .contains("\"executionDate\":\"2027-03-20T09:00+08:00\"");
    jdbc.update("DELETE FROM ACT_RU_JOB WHERE HANDLER_TYPE_ = 'suspend-processdefinition'");
  }

  @Test
  void aDiagramHeldForNewCasesOnlyTouchesNone() {
    String path = "/process-definition/" + definition() + "/suspended";
    puts(path, Map.of("suspended", true));
    puts(path, Map.of("suspended", false));
    eachTells();
    assertThat(settings()).hasSize(2);
  }

  @Test
  void theTimersOfAllCasesHeld() {
    String timer =
        jdbc.queryForObject(
            "SELECT MIN(JOB_DEF_ID_) FROM ACT_RU_JOB WHERE PROCESS_INSTANCE_ID_ = ?",
            String.class,
            instances().get(0));
    String path = "/job-definition/" + timer + "/suspended";
    puts(path, Map.of("suspended", true, "includeJobs", true));
    puts(path, Map.of("suspended", false, "includeJobs", true));
    eachTells("SuspendJobDefinition", "ActivateJobDefinition");
    puts("/job/suspended", Map.of("processDefinitionKey", "cityCase", "suspended", true));
    puts("/job/suspended", Map.of("processDefinitionKey", "cityCase", "suspended", false));
    eachTells("SuspendJobDefinition", "ActivateJobDefinition", "SuspendJob", "ActivateJob");
    assertThat(settings()).containsExactly("suspendJobDefinition", "activateJobDefinition");
  }

  @Test
  void namedCasesHeldNowAndByABatch() {
    puts(
        "/process-instance/suspended",
        Map.of("processInstanceIds", instances(), "suspended", true));
    eachTells("Suspend");
    CityClient.Answer later =
        city.post(
            "admin",
            "/engine-rest/process-instance/suspended-async",
            Map.of("processInstanceIds", instances(), "suspended", false));
    assertThat(later.status()).isEqualTo(200);
    eachTells("Suspend", "Activate");
    puts(
        "/process-instance/suspended",
        Map.of("processDefinitionKey", "cityCase", "suspended", false));
    eachTells("Suspend", "Activate", "Activate");
    assertThat(settings()).isEmpty();
  }
}
