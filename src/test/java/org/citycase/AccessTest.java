package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One user store; a unit sees its own tasks and cases, an auditor sees all and changes nothing. */
@CityTest
class AccessTest {

  private static final String[] LISTED =
      """
      number state step category categoryName condition channel description location grid component
      district unit coUnits limit dueAt overdue clock reworkCount extensionCount returnCount flags
      penalty reportedAt filedAt dispatchedAt fedBackAt closedAt standardVersion mergedInto
      """
          .split("\\s+");

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;

  @BeforeEach
  void aTuesdayMorning() {
    desk.at("2026-03-10T09:00:00+08:00");
  }

  private String dispatchedLamp() {
    String lamp = city.report("chen", "collector", "C01-37", "condition", "C01-37-3").number();
    city.does("zhao", lamp, "user_fileCase", "filed");
    return lamp;
  }

  @Test
  void aUnitSeesItsOwnTasksAndCasesOnly() {
    String lamp = dispatchedLamp();
    assertThat(city.get("lamp-co", "/api/cases/" + lamp).status()).isEqualTo(200);
    assertThat(city.get("lamp-co", "/api/cases").body().path("total").asInt()).isEqualTo(1);
    assertThat(city.task("lamp-co", lamp, "user_acceptWork")).isNotNull();
    for (String part : List.of("", "/trail", "/clock", "/decisions", "/attachments")) {
      assertThat(city.get("water-co", "/api/cases/" + lamp + part).status())
          .as(part)
          .isEqualTo(403);
    }
    assertThat(city.get("water-co", "/api/cases").body().path("total").asInt()).isZero();
    assertThat(city.task("water-co", lamp, "user_acceptWork")).isNull();
    String task = city.task("lamp-co", lamp, "user_acceptWork").path("id").asText();
    assertThat(city.completeTask("water-co", task, "accepted").status()).isEqualTo(403);
    assertThat(city.get("water-co", "/api/tasks/" + task).status()).isEqualTo(403);
  }

  @Test
  void aPhotoIsServedOnlyToWhoMaySeeTheCase() {
    String lamp = dispatchedLamp();
    JsonNode photo = city.get("chen", "/api/cases/" + lamp + "/attachments").body().get(0);
    String path = "/api/attachments/" + photo.path("sha256").asText();
    assertThat(photo.path("kind").asText()).isEqualTo("before");
    assertThat(photo.path("by").asText()).isEqualTo("chen");
    assertThat(city.get("lamp-co", path).status()).isEqualTo(200);
    assertThat(city.get("auditor", path).status()).isEqualTo(200);
    assertThat(city.get("water-co", path).status()).isEqualTo(403);
    assertThat(city.get("wu", path).status()).isEqualTo(403);
    assertThat(city.get(null, path).status()).isEqualTo(401);
    assertThat(city.get("chen", "/api/attachments/" + "0".repeat(64)).status()).isEqualTo(404);
  }

  @Test
  void anAuditorSeesAllAndChangesNothing() {
    String lamp = dispatchedLamp();
    assertThat(city.caseOf(lamp).path("number").asText()).isEqualTo(lamp);
    assertThat(city.get("auditor", "/api/cases/" + lamp + "/trail").body()).isNotEmpty();
    String task = city.task("auditor", lamp, "user_acceptWork").path("id").asText();
    assertThat(city.completeTask("auditor", task, "accepted").status()).isEqualTo(403);
    assertThat(city.attach("auditor", lamp, "other", CityClient.picture()).status()).isEqualTo(403);
    assertThat(city.report("auditor", "hotline", "C01-37").status()).isEqualTo(403);
    assertThat(
            city.post(
                    "auditor", "/engine-rest/task/" + task + "/claim", Map.of("userId", "auditor"))
                .status())
        .isEqualTo(403);
    assertThat(
            city.multipart(
                    "auditor",
                    "/engine-rest/deployment/create",
                    Map.of("deployment-name", "x"),
                    "x.bpmn",
                    "<x/>")
                .status())
        .isEqualTo(403);
  }

  @Test
  void aCollectorSeesTheCasesOfHisAreaAndThoseOfANeighbourNot() {
    String lamp = dispatchedLamp();
    assertThat(city.get("chen", "/api/cases/" + lamp).status()).isEqualTo(200);
    assertThat(city.get("wu", "/api/cases/" + lamp).status()).isEqualTo(403);
    assertThat(city.get("wu", "/api/cases").body().path("total").asInt()).isZero();
  }

  @Test
  void onlyThoseWhoAnswerReportersSeeThem() {
    String lamp =
        city.report("li", "hotline", "C01-37", "reporter", Map.of("name", "市民", "phone", "139"))
            .number();
    assertThat(city.get("li", "/api/cases/" + lamp).body().path("reporter").path("phone").asText())
        .isEqualTo("139");
    assertThat(city.get("sun", "/api/cases/" + lamp).body().has("reporter")).isFalse();
    city.does("li", lamp, "user_acceptReport", "rejected", "reason", "r", "advice", "a");
    assertThat(city.get("li", "/api/cases/" + lamp).body().toString()).contains("市民");
    assertThat(city.get("auditor", "/api/cases/" + lamp).body().toString())
        .contains("report-refused")
        .doesNotContain("\"139\"")
        .doesNotContain("市民");
  }

  @Test
  void nobodyCompletesATaskThatSomebodyElseClaimed() {
    String lamp = city.report("li", "media", "C01-37", "condition", "C01-37-3").number();
    String task = city.task("li", lamp, "user_acceptReport").path("id").asText();
    assertThat(
            city.post("li", "/engine-rest/task/" + task + "/claim", Map.of("userId", "li"))
                .status())
        .isEqualTo(204);
    assertThat(city.completeTask("li", task, "accepted").status()).isEqualTo(204);
    assertThat(city.stateOf(lamp)).isEqualTo("TO_FILE");
  }

  @Test
  void theInterfaceIsDescribedAndTheHealthIsToldWithoutALogin() {
    assertThat(city.get(null, "/actuator/health").body().path("status").asText()).isEqualTo("UP");
    JsonNode described = city.get(null, "/v3/api-docs").body().path("paths");
    for (String path : List.of("/api/reports", "/api/cases", "/api/clock", "/api/replay")) {
      assertThat(described.has(path)).as(path).isTrue();
    }
    assertThat(described.at("/~1api~1cases/get/parameters").findValuesAsText("name"))
        .contains("state", "dueFrom", "q", "sort", "page", "size")
        .doesNotContain("parameters");
  }

  @Test
  void aPersonSignsInOnAPageOfHisLanguage() {
    String zh = page("/login?lang=zh");
    assertThat(zh)
        .contains("name=\"username\"", "autocomplete=\"current-password\"", "name=\"_csrf\"")
        .contains("用户名", "lang=\"zh-CN\"", "href=\"/login?lang=en\"");
    assertThat(page("/login?error&lang=en")).contains("role=\"alert\"", "do not belong together");
    assertThat(page("/login?logout&lang=en")).contains("You have signed out");
  }

  private String page(String path) {
    return new String(city.download(null, path), StandardCharsets.UTF_8);
  }

  @Test
  void aSearchIsKeptOnlyWhenItSaysWhatItLooksFor() {
    CityClient.Answer refused =
        city.post("sun", "/api/searches", Map.of("name", "mine", "query", "light=red"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains("light=red");
    assertThat(city.get("sun", "/api/searches").body().findValuesAsText("name"))
        .doesNotContain("mine");
  }

  @Test
  void anExportOfTheTrailsTakesDaysOfTheCity() {
    dispatchedLamp();
    String export = "/api/audit/trail/export";
    int all = city.download("auditor", export + "?from=2026-03-10&to=2026-03-10").length;
    assertThat(city.download("auditor", export + "?to=2026-03-09").length).isLessThan(all);
    assertThat(city.get("auditor", export + "?from=yesterday").status()).isEqualTo(400);
  }

  @Test
  void everyDeskHasItsSixFiltersAndEachAnswers() {
    dispatchedLamp();
    JsonNode filters = city.get("lamp-co", "/engine-rest/filter").body();
    assertThat(filters).hasSize(6);
    for (JsonNode filter : filters) {
      String list = "/engine-rest/filter/" + filter.path("id").asText() + "/list";
      assertThat(city.get("lamp-co", list).status())
          .as(filter.path("name").asText())
          .isEqualTo(200);
      assertThat(city.get("water-co", list).body()).isEmpty();
    }
  }

  @Test
  void theCaseListIsFilteredSortedAndCountedExactly() {
    for (int i = 0; i < 3; i++) {
      dispatchedLamp();
    }
    city.report("chen", "collector", "C01-37");
    JsonNode page =
        city.get("auditor", "/api/cases?state=DISPATCHED&sort=dueAt&size=2&page=1").body();
    assertThat(page.path("total").asInt()).isEqualTo(3);
    assertThat(page.path("items")).hasSize(1);
    assertThat(page.path("items").get(0).fieldNames())
        .toIterable()
        .contains(LISTED)
        .doesNotContain("notices", "mergedReports", "linkedCases");
    String last = page.path("items").get(0).path("number").asText();
    assertThat(city.caseOf(last).path("notices")).isNotEmpty();
    assertThat(page.path("items").get(0).path("penalty").path("points").asDouble()).isZero();
    assertThat(page.path("items").get(0).path("clock").path("state").asText()).isEqualTo("running");
    assertThat(
            city.get("auditor", "/api/cases?unit=LAMP-CO&overdue=true")
                .body()
                .path("total")
                .asInt())
        .isZero();
    city.at("2026-03-13T09:00:00+08:00");
    assertThat(
            city.get("auditor", "/api/cases?unit=LAMP-CO&overdue=true")
                .body()
                .path("total")
                .asInt())
        .isEqualTo(3);
    assertThat(city.get("auditor", "/api/cases?q=%E6%B5%8B%E8%AF%95").body().path("total").asInt())
        .isEqualTo(4);
    assertThat(city.get("auditor", "/api/cases?state=BURNT").status()).isEqualTo(400);
    assertThat(city.get("auditor", "/api/cases?sort=colour").status()).isEqualTo(400);
    assertThat(city.get("auditor", "/api/cases?from=yesterday").status()).isEqualTo(400);
  }
}
