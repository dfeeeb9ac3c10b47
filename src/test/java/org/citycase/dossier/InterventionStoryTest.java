package org.citycase.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an administrator does through the engine's doors is told so that an auditor can read it. */
@CityTest
class InterventionStoryTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;

  private String rubbish;

  @BeforeEach
  void aCaseAtItsUnit() {
    desk.at("2026-03-10T09:00:00+08:00");
    rubbish = city.report("chen", "collector", "E01-10").number();
  }

  private JsonNode instance() {
    return city.get("admin", "/engine-rest/process-instance?businessKey=" + rubbish).body().get(0);
  }

  private static void done(CityClient.Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 204);
  }

  /** The last intervention of the story; never with the engine's own notation. */
  private JsonNode told() {
    JsonNode last = null;
    for (JsonNode event :
        city.get("auditor", "/api/cases/" + rubbish + "/story").body().path("timeline")) {
      if (event.path("kind").asText().equals("intervention")) {
        last = event;
      }
    }
    assertThat(last.at("/sentence/zh").asText() + last.at("/sentence/en").asText())
        .doesNotContain("{", "[", "17734", "cityCase:", "user_", "timer_");
    assertThat(last.path("details").toString()).doesNotContain("\\\"", "cityCase:");
    return last;
  }

  @Test
  void whoMovedWhichTimerFromWhenToWhen() {
    JsonNode timer =
        city.get("admin", "/engine-rest/job?processInstanceId=" + instance().path("id").asText())
            .body()
            .get(0);
    done(
        city.put(
            "admin",
            "/engine-rest/job/" + timer.path("id").asText() + "/duedate",
            Map.of("duedate", "2026-03-20T09:00:00.000+0800")));
    assertThat(told().at("/sentence/zh").asText())
        .matches(".*admin.*：将定时器“下一级”的到期时间由 .+ 改为 2026-03-20 09:00。");
    assertThat(told().at("/sentence/en").asText())
        .matches(".*: moved the timer “Next rung” from .+ to 2026-03-20 09:00\\.");
  }

  @Test
  void whoReassignedWhichTaskFromWhomToWhom() {
    String task =
        "/engine-rest/task/" + city.task("auditor", rubbish, "user_acceptWork").path("id").asText();
    done(city.post("admin", task + "/assignee", Map.of("userId", "sanitation-b")));
    assertThat(told().at("/sentence/zh").asText())
        .contains("将任务“接收”的办理人由无人改为")
        .contains("sanitation-b");
    assertThat(told().at("/sentence/en").asText())
        .contains("reassigned the task “Accept work” from nobody to");
    done(city.post("admin", task + "/delegate", Map.of("userId", "sanitation-a")));
    assertThat(told().at("/sentence/zh").asText()).contains("将任务“接收”由", "委托给");
  }

  @Test
  void whoSuspendedMigratedModifiedAndDeletedTheProcessOfACase() {
    String instance = "/engine-rest/process-instance/" + instance().path("id").asText();
    done(city.put("admin", instance + "/suspended", Map.of("suspended", true)));
    assertThat(told().at("/sentence/zh").asText()).contains("：挂起本案流程");
    done(city.put("admin", instance + "/suspended", Map.of("suspended", false)));
    migrate();
    assertThat(told().at("/sentence/zh").asText())
        .containsPattern("将本案流程由案件流程第 \\d+ 版迁移到案件流程第 \\d+ 版");
    assertThat(told().at("/sentence/en").asText())
        .containsPattern("from case flow version \\d+ to case flow version \\d+");
    List<Map<String, String>> instructions =
        List.of(
            Map.of("type", "cancel", "activityId", "user_acceptWork"),
            Map.of("type", "startBeforeActivity", "activityId", "user_acceptWork"));
    done(
        city.post(
            "admin",
            instance + "/modification",
            Map.of("annotation", "stuck since noon", "instructions", instructions)));
    assertThat(told().at("/sentence/zh").asText())
        .contains("改动本案流程所处环节")
        .endsWith("理由：stuck since noon。");
    done(city.delete("admin", instance));
    assertThat(told().at("/sentence/en").asText()).contains(": deleted the case's process");
    assertThat(told().at("/title/zh").asText()).isEqualTo("人工干预流程（删除）");
  }

  private void migrate() {
    JsonNode instance = instance();
    done(city.migrate(instance.path("definitionId").asText(), instance.path("id").asText()));
  }
}
