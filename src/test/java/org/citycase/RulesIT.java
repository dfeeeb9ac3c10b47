package org.citycase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What owners and auditors of the standards see and do at /rules, in a real browser. */
@EnabledIf(value = "org.citycase.Chromium#isInstalled", disabledReason = Chromium.HOW_TO_GET_ONE)
@CityTest
class RulesIT {

  private static final String FEBRUARY = "2026-02-10T09:00:00+08:00";
  private static final String MARCH = "2026-03-10T09:00:00+08:00";
  private static final String ONE_DAY = "2026-03-11T09:00:00+08:00";
  private static final String TWO_DAYS = "2026-03-12T09:00:00+08:00";
  private static final String FILING = "filing-standard";
  private static final String LAMP = "C01-37-1";
  private static final int DESK = 1440;
  private static final int PHONE = 390;

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

  @BeforeEach
  void aDesk() {
    desk.at(FEBRUARY);
  }

  @AfterEach
  void theNationalTablesAreInForceAgain() {
    desk.at(MARCH);
  }

  @Test
  void anOwnerChangesALimitRehearsesItAndASecondOnePublishesIt() {
    replayTheFirstDaysOfFebruary();
    city.at(MARCH);
    String before = lamp();
    assertThat(due(before)).isEqualTo(ONE_DAY);

    String draft;
    try (RulesPage owner = as("owner", "zh", DESK)) {
      draft = owner.table(FILING).edit();
      owner.search(LAMP).write(LAMP, "limitValue", "2").shot("1-edited");
      owner.tab("changes").shot("2-changes");
      assertThat(owner.changes()).singleElement().asString().contains(LAMP, "1 → 2 工作日");
      owner.tab("rehearsal").rehearse("2026-02-01", "2026-02-28").shot("3-rehearsed");
      assertThat(owner.figure(0)).isEqualTo("12");
      assertThat(owner.figure(1)).isEqualTo("8");
      owner.tab("publish").shot("4-own-draft");
      assertThat(owner.page().locator(".publish")).hasCount(0);
      assertThat(owner.complaints()).isEmpty();
    }
    try (RulesPage second = as("owner2", "zh", DESK)) {
      second.open(draft).tab("publish").shot("5-publish").publish("城管委 14 号通知").shot("6-history");
      String after = lamp();
      assertThat(due(after)).isEqualTo(TWO_DAYS);
      assertThat(due(before)).isEqualTo(ONE_DAY);

      second.rollBackTo(1, "通知已撤销").table(FILING).tab("history").shot("7-rolled-back");
      assertThat(second.page().locator(".versions > li")).hasCount(3);
      assertThat(due(lamp())).isEqualTo(ONE_DAY);
      assertThat(due(after)).isEqualTo(TWO_DAYS);
      assertThat(second.complaints()).isEmpty();
    }
  }

  @Test
  void aTableIsReadFilteredEditedAndLeftWithTheKeyboardAlone() {
    try (RulesPage owner = as("owner", "en", DESK)) {
      owner.table(FILING).edit();
      owner.press("/").page().keyboard().type(LAMP);
      owner.press("ArrowDown", "End", "ArrowLeft");
      Locator here = owner.page().locator(".tabulator-cell:focus");
      assertThat(here).isVisible();
      owner.cell(LAMP, "limitValue").focus();
      owner.press("7", "Enter").saved();
      assertThat(owner.cell(LAMP, "limitValue")).hasText("7");
      owner.cell(LAMP, "limitValue").focus();
      owner.press("Control+z").saved();
      assertThat(owner.cell(LAMP, "limitValue")).hasText("1");
      owner.press("Control+y").saved();
      assertThat(owner.cell(LAMP, "limitValue")).hasText("7");
      owner.press("Control+z").saved();

      owner.press("F6");
      assertThat(owner.page().locator(".panel :focus")).isVisible();
      owner.press("Escape");
      assertThat(here).isVisible();
      owner.press("Tab");
      assertThat(here).hasCount(0);
      owner.press("Shift+Tab");
      assertThat(here).isVisible();
      owner.press("Shift+Tab");
      assertThat(here).hasCount(0);
    }
  }

  @Test
  void aFaultIsToldBesideItsCellAndKeepsTheDraftFromBeingPublished() {
    try (RulesPage owner = as("owner", "zh", DESK)) {
      owner.table(FILING).edit();
      owner.search(LAMP).write(LAMP, "limitValue", "many").shot("8-fault");
      assertThat(owner.cell(LAMP, "limitValue")).hasAttribute("aria-invalid", "true");
      assertThat(owner.page().locator(".checks")).containsText("many");
      owner.tab("publish");
      assertThat(owner.page().locator(".ready .bad").first()).isVisible();
      owner.tab("rehearsal").page().click(".period button");
      assertThat(owner.page().locator(".period .refused")).containsText("改正");
    }
  }

  @Test
  void anUploadedSheetBecomesADraftOrIsRefusedWithItsCells() {
    String sheet = city.get("owner", "/api/tables/penalty?format=csv").body().path("text").asText();
    assertThat(sheet).contains(",OT-2,0.2,1");
    String hostile = sheet.replace(",OT-2,0.2,1", ",OT-2,\"\"\"; System.exit(0); \"\"\",1");
    try (RulesPage owner = as("owner", "zh", DESK)) {
      owner.table("penalty").upload("penalty.csv", hostile);
      assertThat(owner.page().locator("dialog .findings")).containsText("System.exit");
      owner.shot("9-refused").press("Escape");
      owner.upload("penalty.csv", sheet.replace(",OT-2,0.2,1", ",OT-2,0.3,1"));
      owner.page().locator(".changes li").waitFor();
      assertThat(owner.changes()).singleElement().asString().contains("OT-2", "0.2 → 0.3");
    }
  }

  @Test
  void anAuditorReadsEverythingAndChangesNothing() {
    try (RulesPage auditor = as("auditor", "en", DESK)) {
      auditor.shot("10-tables").table(FILING).search(LAMP);
      assertThat(auditor.page().locator(".head button.primary")).hasCount(0);
      auditor.cell(LAMP, "limitValue").dblclick();
      assertThat(auditor.page().locator(".editor")).hasCount(0);
      auditor.page().navigate("/rules/log");
      assertThat(auditor.page().locator("h1")).hasText("Log");
      assertThat(auditor.complaints()).isEmpty();
    }
    assertThat(city.get("sun", "/rules").status()).isEqualTo(403);
    assertThat(city.get("owner", "/").status()).isEqualTo(200);
  }

  @Test
  void nobodyIsKeptOutAtADeskOrOnAPhoneInEitherLanguage() {
    lamp();
    for (String language : List.of("zh", "en")) {
      for (int width : List.of(DESK, PHONE)) {
        try (RulesPage owner = as("owner", language, width)) {
          assertThat(owner.shot("11-tables").barriers()).isEmpty();
          owner.table(FILING).edit();
          owner.search(LAMP).cell(LAMP, "id").click();
          assertThat(owner.shot("12-row").barriers()).isEmpty();
          owner.page().reload();
          for (String tab : List.of("changes", "rehearsal", "publish", "history", "drift", "log")) {
            assertThat(owner.tab(tab).shot("13-" + tab).barriers()).as(tab).isEmpty();
          }
          assertThat(owner.complaints()).isEmpty();
        }
      }
    }
  }

  private RulesPage as(String user, String language, int width) {
    return RulesPage.signedIn(
        chromium.browser(), "http://localhost:" + port, user, language, width);
  }

  /** Eight lamps and four heaps of rubbish, one or two a day, each in a grid of its own. */
  private void replayTheFirstDaysOfFebruary() {
    StringBuilder reports =
        new StringBuilder(
            "externalId,reportedAt,channel,category,condition,lat,lng,address,description,targetAt,"
                + "closedAt,cityOnTime,duplicateOf\n");
    for (int i = 0; i < 12; i++) {
      reports.append(
          "r%d,2026-02-%02dT%02d:00:00,collector,%s,%s,%.5f,116.4006,a,seen,,,,%n"
              .formatted(
                  i,
                  10 + i / 4,
                  9 + i % 4,
                  i < 8 ? "C01-37" : "E01-10",
                  i < 8 ? LAMP : "",
                  39.90045 + i * 0.0009));
    }
    String started =
        city.multipart(
                "admin", "/api/replay", Map.of("crowd", "perfect"), "reports", reports.toString())
            .body()
            .path("id")
            .asText();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                city.get("admin", "/api/replay/" + started)
                    .body()
                    .path("state")
                    .asText()
                    .equals("done"));
  }

  private String lamp() {
    String number =
        city.report(
                "chen", "collector", "C01-37", "condition", LAMP, "component", "1101010137000012")
            .number();
    city.does("zhao", number, "user_fileCase", "filed");
    return number;
  }

  private String due(String number) {
    return city.caseOf(number).path("dueAt").asText();
  }
}
