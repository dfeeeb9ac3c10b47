package org.citycase.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A job that fails is tried again, then given up, told, handed over, and works once it may. */
@CityTest
class IncidentsTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private ManagementService management;
  @Autowired private IncidentWatch watch;

  private String rubbish;

  /** The first rung of the ladder is due at 14:12 and cannot be entered. */
  @BeforeEach
  void aCaseWhoseEscalationFails() {
    desk.at("2026-03-16T09:00:00+08:00");
    rubbish = city.report("chen", "collector", "E01-10").number();
    jdbc.execute("ALTER TABLE cc_escalation ADD CONSTRAINT cc_stuck CHECK (seq < 0)");
  }

  @AfterEach
  void mended() {
    try {
      mend();
    } catch (DataAccessException mendedBefore) {
      // The test itself removed the cause.
    }
  }

  private void mend() {
    jdbc.execute("ALTER TABLE cc_escalation DROP CONSTRAINT cc_stuck");
  }

  private List<JsonNode> incidents() {
    List<JsonNode> found = new ArrayList<>();
    city.get("admin", "/api/incidents").body().path("items").forEach(found::add);
    return found;
  }

  private JsonNode incident() {
    assertThat(incidents()).hasSize(1);
    return incidents().get(0);
  }

  private int retries() {
    return management.createJobQuery().timers().singleResult().getRetries();
  }

  private int notices() {
    return jdbc.queryForObject(
        "SELECT COUNT(*) FROM cc_notice WHERE document = 'incident' AND case_number = ?",
        Integer.class,
        rubbish);
  }

  private List<String> log() {
    List<String> acts = new ArrayList<>();
    for (JsonNode entry : city.get("auditor", "/api/cases/" + rubbish + "/trail").body()) {
      acts.add(
          "%s %s %s"
              .formatted(
                  entry.path("actor").asText(),
                  entry.path("action").asText(),
                  entry.at("/data/operation").asText()));
    }
    return acts;
  }

  private CityClient.Answer asked(String user, String what, Object body) {
    return city.post(user, "/api/incidents/" + incident().path("id").asText() + what, body);
  }

  @Test
  void aJobIsTriedFourTimesLaterAndLaterBeforeItIsGivenUp() {
    city.at("2026-03-16T14:12:05+08:00");
    assertThat(retries()).isEqualTo(3);
    JsonNode check = city.post("admin", "/api/timer-checks", "").body();
    assertThat(check.path("differences")).as("it waits to be tried again").isEmpty();
    city.at("2026-03-16T14:12:10+08:00");
    assertThat(retries()).isEqualTo(2);
    city.at("2026-03-16T14:13:11+08:00");
    assertThat(retries()).isEqualTo(1);
    assertThat(incidents()).isEmpty();
    city.at("2026-03-16T14:18:12+08:00");
    assertThat(retries()).isZero();
    JsonNode incident = incident();
    assertThat(incident.path("caseNumber").asText()).isEqualTo(rubbish);
    assertThat(incident.path("message").asText()).isNotBlank().doesNotContain("\n");
    assertThat(incident.path("times").asInt()).isEqualTo(1);
    assertThat(city.get("auditor", "/api/incidents").status()).isEqualTo(403);
    assertThat(city.get("zhao", "/api/incidents").status()).isEqualTo(403);
  }

  @Test
  void ofSeveralNodesOneTellsAndOnlyOnce() throws Exception {
    city.at("2026-03-16T14:30:00+08:00");
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    Callable<Integer> node = () -> watch.tell();
    int told = 0;
    for (Future<Integer> one : nodes.invokeAll(Collections.nCopies(4, node))) {
      told += one.get();
    }
    nodes.shutdown();
    assertThat(told).isEqualTo(1);
    assertThat(watch.tell()).isZero();
    assertThat(notices()).isEqualTo(1);
    assertThat(log()).contains("rule tellIncident ");
    assertThat(
            jdbc.queryForObject(
                "SELECT body FROM cc_notice WHERE document = 'incident'", String.class))
        .contains(rubbish, "/operations/incidents")
        .doesNotContain("Exception");
  }

  @Test
  void whoGetsItHandedOverIsToldAndKeepsItWhenItFailsAgain() {
    city.at("2026-03-16T14:30:00+08:00");
    watch.tell();
    assertThat(asked("admin", "/handover", Map.of("to", "li")).status()).isEqualTo(422);
    assertThat(asked("zhao", "/handover", Map.of("to", "admin")).status()).isEqualTo(403);
    assertThat(asked("zhao", "/retry", "").status()).isEqualTo(403);
    assertThat(asked("admin", "/handover", Map.of("to", "admin", "note", "表坏了")).status())
        .isEqualTo(204);
    assertThat(incident().at("/care/assignee").asText()).isEqualTo("admin");
    assertThat(incident().at("/care/note").asText()).isEqualTo("表坏了");
    assertThat(notices()).isEqualTo(2);
    assertThat(asked("admin", "/retry", "").status()).isEqualTo(204);
    assertThat(incidents()).isEmpty();
    city.at("2026-03-16T14:31:00+08:00");
    watch.tell();
    assertThat(incident().path("times").asInt()).isEqualTo(2);
    assertThat(incident().at("/care/assignee").asText()).isEqualTo("admin");
    assertThat(log()).contains("admin intervene HandOver", "admin intervene SetJobRetries");
  }

  @Test
  void onceTheCauseIsGoneARetryDoesTheWork() {
    city.at("2026-03-16T14:30:00+08:00");
    watch.tell();
    mend();
    assertThat(asked("admin", "/retry", "").status()).isEqualTo(204);
    city.at("2026-03-16T14:31:00+08:00");
    assertThat(incidents()).isEmpty();
    assertThat(city.get("li", "/api/cases/" + rubbish + "/escalations").body()).hasSize(1);
    assertThat(city.post("admin", "/api/incidents/gone/retry", "").status()).isEqualTo(404);
    assertThat(city.post("admin", "/api/timer-checks", "").body().path("differences")).isEmpty();
  }

  @Test
  void thePageIsForAdministratorsAndTellsWhatToDo() {
    city.at("2026-03-16T14:30:00+08:00");
    String page = city.get("admin", "/operations/incidents?lang=zh").body().path("text").asText();
    assertThat(page).contains(rubbish, "立即重试", "转交", "_csrf");
    assertThat(city.get("admin", "/operations/incidents?lang=en").body().path("text").asText())
        .contains("Retry now", "Hand over");
    assertThat(city.get("zhao", "/operations/incidents").status()).isEqualTo(403);
    assertThat(city.get("admin", "/").body().path("text").asText())
        .contains("href=\"/operations/incidents\"");
  }
}
