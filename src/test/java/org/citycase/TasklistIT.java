package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the desks see and do in Tasklist, in a real browser. Skipped where none is installed. */
@EnabledIf(value = "org.citycase.Chromium#isInstalled", disabledReason = Chromium.HOW_TO_GET_ONE)
@CityTest
class TasklistIT {

  private static final String LAMP = "1101010137000012";
  private static final String COCKPIT = "/camunda/app/cockpit/default/";
  private static final List<String> FILTERS =
      List.of("我的任务", "我的岗位", "我的单位", "我的网格", "今日到期", "已超期");

  private static Chromium chromium;

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @LocalServerPort private int port;

  @BeforeAll
  static void startChromium() {
    chromium = new Chromium();
  }

  @AfterAll
  static void stopChromium() {
    chromium.close();
  }

  @Test
  void aStreetLampGoesFromDispatchToClosedWithAnAfterPhoto() {
    desk.at("2026-03-10T09:00:00+08:00");
    String lamp = lampToDispatch();

    city.at("2026-03-10T09:05:00+08:00");
    try (TasklistPage sun = as("sun")) {
      sun.filter("我的岗位").claim(lamp);
      assertThat(sun.facts())
          .contains(lamp, "C01-37 路灯 Street lamp", "C01-37-3", "长安街 3 号", LAMP)
          .contains("2 工作日 work day(s)", "本任务到期 Task due", "2026-03-10 09:", "媒体 Media");
      assertThat(sun.pictures()).isEqualTo(1);
      assertThat(sun.light()).isEqualTo("green");
      sun.choose("dispatched").select("unit", "LAMP-CO").shot("1-dispatch").complete();
    }
    assertThat(city.stateOf(lamp)).isEqualTo("DISPATCHED");
    assertThat(city.caseOf(lamp).path("dueAt").asText()).isEqualTo("2026-03-12T09:05:00+08:00");
    noTaskOfAnotherUnitIsSeen(lamp);

    city.at("2026-03-10T09:30:00+08:00");
    try (TasklistPage lampCo = as("lamp-co")) {
      lampCo.filter("我的单位").claim(lamp);
      assertThat(lampCo.facts()).contains("到期 due 2026-03-12 09:05");
      lampCo.choose("accepted").shot("2-accept-work").complete();
      assertThat(city.stateOf(lamp)).isEqualTo("HANDLING");

      city.at("2026-03-11T16:40:00+08:00");
      lampCo.filter("我的岗位").filter("我的单位").claim(lamp);
      assertThat(lampCo.light()).isEqualTo("yellow");
      lampCo.choose("done").fill("result", "更换灯泡，已亮灯 lamp replaced");
      nothingHappensWithoutThePhoto(lampCo, lamp);
      lampCo.photo("after.png", CityClient.picture()).shot("4-handle").complete();
    }
    assertThat(city.stateOf(lamp)).isEqualTo("FEEDBACK");

    city.does("li", lamp, "user_reviewFeedback", "check");
    city.at("2026-03-11T16:50:00+08:00");
    try (TasklistPage chen = as("chen")) {
      chen.filter("我的网格").claim(lamp);
      assertThat(chen.pictures()).isEqualTo(2);
      chen.choose("passed").shot("5-check").complete();
    }
    assertThat(city.stateOf(lamp)).isEqualTo("TO_CLOSE");

    city.at("2026-03-11T17:00:00+08:00");
    try (TasklistPage zhao = as("zhao")) {
      zhao.filter("我的岗位").claim(lamp);
      assertThat(zhao.facts()).contains("更换灯泡，已亮灯 lamp replaced");
      zhao.choose("closed").shot("6-close").complete();
    }
    assertThat(city.stateOf(lamp)).isEqualTo("CLOSED");
    assertThat(city.caseOf(lamp).path("overdue").asBoolean()).isFalse();
    assertThat(photos(lamp)).containsExactlyInAnyOrder("before li", "after lamp-co");
  }

  @Test
  void theFiltersOfADeskAreThereAndShowFirstWhatIsDueFirst() {
    desk.at("2026-03-10T09:00:00+08:00");
    String first = lampToDispatch();
    city.at("2026-03-10T09:05:00+08:00");
    String second = lampToDispatch();
    try (TasklistPage sun = as("sun")) {
      assertThat(sun.filters())
          .zipSatisfy(FILTERS, (shown, expected) -> assertThat(shown).startsWith(expected));
      for (String filter : List.of("我的岗位", "今日到期")) {
        assertThat(sun.filter(filter).tasks())
            .zipSatisfy(
                List.of(first, second), (task, number) -> assertThat(task).contains(number));
      }
      assertThat(sun.filter("已超期").tasks()).isEmpty();
      city.at("2026-03-10T09:17:00+08:00");
      sun.filter("我的岗位").shot("7-desk");
      assertThat(sun.filter("已超期").tasks()).singleElement().asString().contains(first);
      sun.claim(first);
      assertThat(sun.light()).isEqualTo("red");
      assertThat(sun.facts()).contains("已超期 Overdue");
      assertThat(sun.shot("8-overdue").filter("我的任务").tasks())
          .singleElement()
          .asString()
          .contains(first);
    }
  }

  @Test
  void cockpitOpensForOwnerAndAuditorWithoutASecondLoginAndNotForADispatcher() {
    desk.at("2026-03-10T09:00:00+08:00");
    String lamp = lampToDispatch();
    for (String user : List.of("owner", "auditor")) {
      try (TasklistPage session = as(user)) {
        Page page = session.page();
        page.navigate(COCKPIT + "#/processes");
        page.locator("a", named("城市管理案件 City case")).first().click();
        page.locator("td", named(lamp)).waitFor();
        session.shot("9-cockpit");
      }
    }
    try (TasklistPage sun = as("sun")) {
      assertThat(sun.page().navigate(COCKPIT).status()).isEqualTo(403);
    }
  }

  @Test
  void loggingOutInTasklistEndsTheSessionAndTheLoginLeadsBack() {
    desk.at("2026-03-10T09:00:00+08:00");
    try (TasklistPage sun = as("sun")) {
      assertThat(tasksOf(sun)).isEqualTo(200);
      sun.logOut();
      assertThat(tasksOf(sun)).isEqualTo(401);
      sun.shot("10-logged-out").signIn();
      assertThat(sun.filter("我的岗位").filters()).hasSameSizeAs(FILTERS);
    }
  }

  @Test
  void aUnitAsksForAHoldUntilADayAndTheDispatcherGrantsIt() {
    desk.at("2026-09-14T09:00:00+08:00");
    String road = city.report("chen", "collector", "E01-13", "condition", "E01-13-1").number();
    city.does("zhao", road, "user_fileCase", "filed");
    city.does("roads-a", road, "user_acceptWork", "accepted");
    city.at("2026-09-16T11:00:00+08:00");
    try (TasklistPage roads = as("roads-a")) {
      roads.filter("我的单位").claim(road).choose("hold").fill("until", "2026-10-05");
      roads.fill("reason", "沥青厂停产 asphalt plant closed").shot("11-hold").complete();
    }
    assertThat(city.stateOf(road)).isEqualTo("HANDLING");
    try (TasklistPage sun = as("sun")) {
      sun.filter("我的岗位").claim(road);
      assertThat(sun.page().locator("form[name=decideHold]").innerText())
          .contains("沥青厂停产 asphalt plant closed", "2026-10-05");
      sun.choose("granted").shot("12-decide-hold").complete();
    }
    assertThat(city.stateOf(road)).isEqualTo("SUSPENDED");
    city.at("2026-10-08T08:00:00+08:00");
    assertThat(city.stateOf(road)).isEqualTo("HANDLING");
    assertThat(city.caseOf(road).path("dueAt").asText()).isEqualTo("2026-10-10T16:00:00+08:00");
  }

  private static int tasksOf(TasklistPage person) {
    return person.page().request().get("/camunda/api/engine/engine/default/task").status();
  }

  private TasklistPage as(String user) {
    return TasklistPage.signedIn(chromium.browser(), "http://localhost:" + port, user);
  }

  /** A street lamp in the newspaper: such a case is dispatched by a person. */
  private String lampToDispatch() {
    String number =
        city.report(
                "li",
                "media",
                "C01-37",
                "component",
                LAMP,
                "condition",
                "C01-37-3",
                "location",
                Map.of("lat", 39.90045, "lng", 116.40060, "address", "长安街 3 号"),
                "photos",
                city.photos(CityClient.picture()))
            .number();
    city.does("li", number, "user_acceptReport", "accepted");
    city.does("zhao", number, "user_fileCase", "filed");
    return number;
  }

  private void noTaskOfAnotherUnitIsSeen(String number) {
    try (TasklistPage waterCo = as("water-co")) {
      for (String filter : FILTERS) {
        assertThat(waterCo.filter(filter).tasks())
            .as(filter)
            .noneMatch(name -> name.contains(number));
      }
    }
  }

  private void nothingHappensWithoutThePhoto(TasklistPage page, String number) {
    JsonNode before = city.get("auditor", "/api/cases/" + number + "/trail").body();
    assertThat(page.completeRefused()).contains("提交未被接受", "1 after-photo(s)");
    page.shot("3-refused").closeNotice();
    assertThat(city.stateOf(number)).isEqualTo("HANDLING");
    assertThat(city.get("auditor", "/api/cases/" + number + "/trail").body()).isEqualTo(before);
    assertThat(city.task("lamp-co", number, "user_handleCase")).isNotNull();
  }

  private List<String> photos(String number) {
    return StreamSupport.stream(
            city.get("auditor", "/api/cases/" + number + "/attachments").body().spliterator(),
            false)
        .map(photo -> photo.path("kind").asText() + " " + photo.path("by").asText())
        .toList();
  }

  private static Page.LocatorOptions named(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
