package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is asked over all cases is exactly what the cases themselves tell. */
@CityTest
class CrossCaseTest {

  private static final String REASON = "不是本单位的路灯";

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;

  private final List<String> numbers = new ArrayList<>();

  /** Six lamps: two wait to be filed, four are dispatched, two of them returned, one taken back. */
  @BeforeEach
  void aMorning() {
    desk.at("2026-03-10T09:00:00+08:00");
    for (int i = 0; i < 6; i++) {
      numbers.add(city.report("chen", "collector", "C01-37", "condition", "C01-37-3").number());
    }
    numbers.subList(0, 4).forEach(one -> city.does("zhao", one, "user_fileCase", "filed"));
    numbers
        .subList(0, 2)
        .forEach(one -> city.does("lamp-co", one, "user_acceptWork", "return", "reason", REASON));
    city.does("sun", numbers.get(0), "user_decideReturn", "granted", "unit", "STREET-A");
  }

  @Test
  void whatOnePersonDidIsWhatTheLogsOfAllCasesTellOfHim() {
    for (String person : List.of("chen", "zhao", "lamp-co", "sun", "rule")) {
      List<String> told = new ArrayList<>();
      for (String number : numbers) {
        for (JsonNode line : audit("/api/cases/" + number + "/trail")) {
          if (line.path("actor").asText().equals(person)) {
            told.add(number + " " + line.path("seq") + " " + line.path("action").asText());
          }
        }
      }
      JsonNode found = audit("/api/audit/deeds?size=500&from=2026-03-10&person=" + person);
      List<String> deeds = new ArrayList<>();
      for (JsonNode deed : found.path("items")) {
        deeds.add(
            deed.path("number").asText()
                + " "
                + deed.path("seq")
                + " "
                + deed.path("action").asText());
      }
      assertThat(deeds).as(person).containsExactlyInAnyOrderElementsOf(told).isNotEmpty();
      assertThat(found.path("total").asInt()).isEqualTo(deeds.size());
    }
  }

  @Test
  void whatARowDecidedIsToldWithItsSentencesAndCounted() {
    JsonNode tables = audit("/api/audit/decisions/counts?from=2026-03-10&to=2026-03-10");
    assertThat(tables.findValuesAsText("name")).contains("filing-standard");
    JsonNode rows =
        audit("/api/audit/decisions/counts?table=filing-standard&from=2026-03-10&to=2026-03-10");
    JsonNode row = rows.get(0);
    JsonNode found =
        audit(
            "/api/audit/decisions?table=filing-standard&from=2026-03-10&to=2026-03-10&size=500&row="
                + row.path("name").asText());
    assertThat(found.path("total").asInt()).isEqualTo(row.path("times").asInt());
    assertThat(found.path("items")).hasSize(row.path("times").asInt());
    assertThat(found.path("items").get(0).path("sentence").path("zh").asText()).isNotEmpty();
    assertThat(city.get("auditor", "/api/audit/decisions?table=penalties&row=x").status())
        .isEqualTo(404);
  }

  @Test
  void whatAUnitReturnedIsToldWithReasonAndDecision() {
    JsonNode found = audit("/api/audit/returns?unit=LAMP-CO&from=2026-03-10&to=2026-03-10");
    assertThat(found.path("items").findValuesAsText("number"))
        .contains(numbers.get(0), numbers.get(1));
    for (JsonNode one : found.path("items")) {
      if (one.path("number").asText().equals(numbers.get(0))) {
        assertThat(one.path("reason").asText()).isEqualTo(REASON);
        assertThat(one.path("state").asText()).isEqualTo("GRANTED");
        assertThat(one.path("decidedBy").asText()).isEqualTo("sun");
        assertThat(one.path("unitNow").asText()).isEqualTo("STREET-A");
      }
    }
    for (JsonNode unit : audit("/api/audit/returns/units?from=2026-03-10&to=2026-03-10")) {
      if (unit.path("unit").asText().equals("LAMP-CO")) {
        assertThat(unit.path("returns").asInt()).isEqualTo(found.path("total").asInt());
      }
    }
  }

  @Test
  void theCountsOfTheStartPageAreThoseOfTheListsTheyLeadTo() {
    for (String person : List.of("zhao", "sun", "lamp-co", "street-a", "chen", "li")) {
      String start = page(person, "/");
      Matcher heap =
          Pattern.compile(
                  "href=\"(/tasks\\?key=\\w+)\">[^<]*</a></th>\\s*"
                      + "<td class=\"number\"[^>]*>(\\d+)<")
              .matcher(start);
      int sum = 0;
      while (heap.find()) {
        int count = Integer.parseInt(heap.group(2));
        assertThat(rows(page(person, heap.group(1)))).as(person + heap.group(1)).isEqualTo(count);
        sum += count;
      }
      assertThat(start).as(person).contains("href=\"/tasks\">" + sum + "<");
      Matcher cases = Pattern.compile("href=\"/cases\\?([^\"]+)\">(\\d+)<").matcher(start);
      while (cases.find()) {
        String query = cases.group(1).replace("&amp;", "&");
        assertThat(city.get(person, "/api/cases?" + query).body().path("total").asInt())
            .as(person + " " + query)
            .isEqualTo(Integer.parseInt(cases.group(2)));
      }
    }
    assertThat(page("zhao", "/")).contains("/tasks?key=user_fileCase");
  }

  @Test
  void aTaskSomebodyElseTookWaitsForNobodyElse() {
    String task = city.task("sun", numbers.get(1), "user_decideReturn").path("id").asText();
    int before = rows(page("sun", "/tasks?key=user_decideReturn"));
    city.post("admin", "/engine-rest/task/" + task + "/assignee", Map.of("userId", "li"));
    assertThat(rows(page("sun", "/tasks?key=user_decideReturn"))).isEqualTo(before - 1);
    assertThat(page("li", "/tasks")).contains(numbers.get(1));
  }

  @Test
  void bottlenecksAreOfTheLastThirtyDaysUnlessAPeriodIsAskedFor() {
    assertThat(page("auditor", "/audit/bottlenecks")).contains("name=\"from\" value=\"2026-02-");
    assertThat(page("auditor", "/audit/bottlenecks?from=&to="))
        .contains("name=\"from\" value=\"\"");
    assertThat(page("auditor", "/audit/bottlenecks?to=2026-03-01"))
        .contains("name=\"from\" value=\"\"", "value=\"2026-03-01\"");
    assertThat(page("auditor", "/audit/bottlenecks.csv").lines().count())
        .isEqualTo(audit("/api/audit/bottlenecks").path("steps").size() + 1);
  }

  @Test
  void onlyWhoAuditsAsksOverAllCasesAndAnUnreadablePeriodIsRefused() {
    for (String path :
        List.of(
            "/api/audit/deeds?person=li",
            "/api/audit/returns?unit=LAMP-CO",
            "/api/audit/bottlenecks",
            "/audit",
            "/audit/people.csv?person=li",
            "/audit/bottlenecks")) {
      assertThat(city.get("lamp-co", path).status()).as(path).isEqualTo(403);
      assertThat(city.get("chen", path).status()).as(path).isEqualTo(403);
    }
    assertThat(city.get("auditor", "/api/audit/deeds?person=li&from=soon").status()).isEqualTo(400);
    assertThat(city.get("zhao", "/operations/incidents").status()).isEqualTo(403);
  }

  @Test
  void theSheetHasTheLinesOfThePage() {
    String sheet =
        page("auditor", "/audit/people.csv?person=lamp-co&from=2026-03-10&to=2026-03-10");
    int total =
        audit("/api/audit/deeds?person=lamp-co&from=2026-03-10&to=2026-03-10")
            .path("total")
            .asInt();
    assertThat(sheet.lines()).hasSize(total + 1);
    assertThat(sheet).startsWith("\uFEFF").contains(REASON);
  }

  private JsonNode audit(String path) {
    CityClient.Answer answer = city.get("auditor", path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.body();
  }

  private String page(String person, String path) {
    return new String(city.download(person, path), StandardCharsets.UTF_8);
  }

  /** How many lines the list of a page has. */
  private static int rows(String page) {
    int body = page.indexOf("<tbody>");
    return body < 0 ? 0 : page.substring(body).split("<tr", -1).length - 1;
  }
}
