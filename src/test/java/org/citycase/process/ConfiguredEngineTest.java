package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is done to the engine and to no case in particular stands in the log of the configuration:
 * accounts, rights, deployments, each with what was changed.
 */
@CityTest
class ConfiguredEngineTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private RuntimeService runtime;
  @Autowired private RepositoryService repository;
  @Autowired private HistoryService history;
  @Autowired private JdbcTemplate jdbc;

  private int seen;

  @BeforeEach
  void aCaseAtItsUnit() {
    desk.at("2026-03-10T09:00:00+08:00");
    city.report("chen", "collector", "E01-10");
    seen = jdbc.queryForObject("SELECT COUNT(*) FROM cc_configuration_log", Integer.class);
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
  void accountsAndRightsStandInTheLogOfTheConfiguration() {
    Map<String, Object> profile = Map.of("id", "newcomer", "firstName", "New", "lastName", "Comer");
    done(
        city.post(
            "admin",
            "/engine-rest/user/create",
            Map.of("profile", profile, "credentials", Map.of("password", "Geheim-4711"))));
    done(city.put("admin", "/engine-rest/group/operators/members/newcomer", Map.of()));
    done(city.delete("admin", "/engine-rest/group/operators/members/newcomer"));
    done(city.delete("admin", "/engine-rest/user/newcomer"));
    assertThat(changes())
        .contains(
            "admin createUser newcomer",
            "admin createGroupMembership newcomer",
            "admin deleteGroupMembership newcomer",
            "admin deleteUser newcomer");
    assertThat(jdbc.queryForList("SELECT data FROM cc_configuration_log", String.class).toString())
        .doesNotContain("Geheim");
  }

  @Test
  void aNewPasswordANewNameAndANewGroupNameAreToldApart() {
    Map<String, Object> profile = Map.of("id", "newcomer", "firstName", "New", "lastName", "Comer");
    done(
        city.post(
            "admin",
            "/engine-rest/user/create",
            Map.of("profile", profile, "credentials", Map.of("password", "Geheim-4711"))));
    String user = "/engine-rest/user/newcomer";
    done(
        city.put(
            "admin",
            user + "/credentials",
            Map.of("password", "Geheim-4712", "authenticatedUserPassword", "admin")));
    done(
        city.put(
            "admin",
            user + "/profile",
            Map.of("id", "newcomer", "firstName", "Old", "lastName", "Comer")));
    done(
        city.put(
            "admin",
            "/engine-rest/group/auditors",
            Map.of("id", "auditors", "name", "Auditors", "type", "WORKFLOW")));
    done(city.delete("admin", user));
    assertThat(
            jdbc.queryForList(
                "SELECT data FROM cc_configuration_log WHERE seq > ? AND action LIKE 'update%'"
                    + " ORDER BY seq",
                String.class, seen))
        .satisfiesExactly(
            data -> assertThat(data).contains("\"changed\":[{\"property\":\"password\"}]"),
            data ->
                assertThat(data)
                    .contains("\"property\":\"firstName\"", "\"New\"", "\"Old\"")
                    .doesNotContain("password", "lastName"),
            data -> assertThat(data).contains("\"审计员\"", "\"Auditors\""));
    done(
        city.put(
            "admin",
            "/engine-rest/group/auditors",
            Map.of("id", "auditors", "name", "审计员", "type", "WORKFLOW")));
  }

  @Test
  void aDeploymentIsOneEntryWithTheHashOfItsFiles() {
    done(
        city.multipart(
            "owner",
            "/engine-rest/deployment/create",
            Map.of("deployment-name", "notes", "deployment-source", "test"),
            "x.bpmn",
            "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='x'/>"));
    assertThat(changes()).containsExactly("owner deploy notes");
    String data =
        jdbc.queryForObject(
            "SELECT data FROM cc_configuration_log WHERE seq > ?", String.class, seen);
    assertThat(data).contains("755979dbc28dac826585903ded5e8dc39e941a349c59544308245b8739fa1265");
    String id = repository.createDeploymentQuery().deploymentName("notes").singleResult().getId();
    done(city.delete("admin", "/engine-rest/deployment/" + id));
    assertThat(changes()).containsExactly("owner deploy notes", "admin deleteDeployment " + id);
  }

  @Test
  void whatTheServiceDidAtItsStartStandsThereToo() {
    assertThat(
            jdbc.queryForList(
                "SELECT CONCAT(actor, ' ', action, ' ', subject) FROM cc_configuration_log",
                String.class))
        .contains(
            "system deploy city-case.bpmn", "system deploy forms", "system openAccounts accounts")
        .anyMatch(line -> line.endsWith("startTable penalty"));
  }

  @Test
  void aDiagramThatCasesWalkedOnIsDeletedByNobody() {
    String definition =
        runtime.createProcessInstanceQuery().singleResult().getProcessDefinitionId();
    String deployment = repository.getProcessDefinition(definition).getDeploymentId();
    for (String path :
        List.of(
            "/engine-rest/deployment/" + deployment + "?cascade=true",
            "/engine-rest/process-definition/" + definition + "?cascade=true",
            "/engine-rest/process-definition/key/cityCase?cascade=true")) {
      CityClient.Answer refused = city.delete("admin", path);
      assertThat(refused.status()).as(path).isEqualTo(422);
      assertThat(refused.message()).contains("it is kept");
    }
    assertThat(changes()).isEmpty();
  }

  @Test
  void theEngineStoresNoOperationsBesideOurLogs() {
    assertThat(history.createUserOperationLogQuery().count()).isZero();
  }
}
