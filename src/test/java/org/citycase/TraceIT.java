package org.citycase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an auditor, a desk and a unit see of cases that are over, late and under way. */
@EnabledIf(value = "org.citycase.Chromium#isInstalled", disabledReason = Chromium.HOW_TO_GET_ONE)
@CityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TraceIT {

  private static final int DESK = 1440;
  private static final int PHONE = 390;
  private static final Pattern NUMBER = Pattern.compile("(?m)^\\D?(\\d{19})\\b");

  private Chromium chromium;
  private TracedCases cases;

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @LocalServerPort private int port;

  @BeforeAll
  void someDaysInTheCity() {
    chromium = new Chromium();
    desk.at(TracedCases.FIRST_MORNING);
    cases = new TracedCases(city);
  }

  @AfterAll
  void stopChromium() {
    chromium.close();
  }

  /** Every page, by the name of its picture, with who looks at it. */
  private Map<String, List<String>> pages() {
    Map<String, List<String>> pages = new LinkedHashMap<>();
    pages.put("start", List.of("li", "/"));
    pages.put("start-unit", List.of("lamp-co", "/"));
    pages.put("start-owner", List.of("owner2", "/"));
    pages.put("start-audit", List.of("auditor", "/"));
    pages.put("start-leader", List.of("leader", "/"));
    pages.put("start-admin", List.of("admin", "/"));
    pages.put("tasks", List.of("li", "/tasks"));
    pages.put("case-closed", List.of("li", "/cases/" + cases.reworked()));
    pages.put("case-appeal", List.of("auditor", "/cases/" + cases.reworked() + "?walk=1"));
    pages.put("case-overdue", List.of("auditor", "/cases/" + cases.overdue()));
    pages.put("case-running", List.of("lamp-co", "/cases/" + cases.running()));
    pages.put("cases", List.of("li", "/cases?sort=remaining&open=true"));
    pages.put("cases-unit", List.of("lamp-co", "/cases?flag=supervised"));
    pages.put("audit", List.of("auditor", "/audit"));
    pages.put("people", List.of("auditor", "/audit/people?person=lamp-co"));
    pages.put("row", List.of("auditor", "/audit/rows?table=filing-standard&row=C01-37-3"));
    pages.put("returns", List.of("auditor", "/audit/returns?unit=LAMP-CO"));
    pages.put("interventions", List.of("auditor", "/audit/interventions"));
    pages.put("configuration", List.of("auditor", "/audit/configuration"));
    pages.put("bottlenecks", List.of("auditor", "/audit/bottlenecks"));
    pages.put("seals", List.of("auditor", "/audit/seals"));
    pages.put("not-mine", List.of("water-co", "/cases/" + cases.reworked()));
    return pages;
  }

  @ParameterizedTest
  @CsvSource({"zh,1440", "zh,390", "en,1440", "en,390"})
  void everyPageIsWholeAndOpenToEverybody(String language, int width) {
    Map<String, OurPage> people = new LinkedHashMap<>();
    try {
      pages()
          .forEach(
              (name, seen) -> {
                OurPage page =
                    people.computeIfAbsent(seen.get(0), user -> as(user, language, width));
                page.open(seen.get(1)).wholeShot("trace-" + name);
                assertThat(page.sideways()).as(name + " reaches beyond the edge").isZero();
                assertThat(page.barriers()).as(name).isEmpty();
                assertThat(page.complaints()).as(name).isEmpty();
                if (language.equals("en")) {
                  assertThat(page.page().locator("h2, .label, button, thead th").allInnerTexts())
                      .as(name)
                      .noneMatch(text -> text.matches("(?s).*[\\u4e00-\\u9fff].*"));
                }
              });
    } finally {
      people.values().forEach(OurPage::close);
    }
  }

  @Test
  void anAuditorSeesWhyACaseIsLateAndNotWhoReportedIt() {
    try (OurPage auditor = as("auditor", "zh", DESK)) {
      Page page = auditor.open("/cases/" + cases.overdue()).page();
      assertThat(page.locator("h1")).containsText("路灯");
      assertThat(page.locator(".badges .state")).hasText("处置中");
      assertThat(page.locator(".badges .light.red")).hasText("超期");
      assertThat(page.locator(".badges")).containsText("超出 1 小时 50 分");
      assertThat(page.locator(".why")).containsText("路灯公司");
      assertThat(page.locator(".why")).containsText("因此自2026-03-18 17:20起超期");
      assertThat(page.locator("#clock svg[role=img] rect.overdue")).hasCount(1);
      assertThat(page.locator("#clock tr.late")).containsText("1 小时 50 分");
      assertThat(page.locator("#reporter")).hasText("王** 138****5678");
      assertThat(page.locator(".masked")).containsText("只对受理员和值班长开放");
      assertThat(page.content()).doesNotContain(TracedCases.REPORTER, TracedCases.PHONE);
      assertThat(page.locator("[data-element-id=user_handleCase].stands")).isVisible();
      assertThat(page.locator(".on-diagram.here")).containsText("现在");
      assertThat(page.locator(".djs-element.walked").count()).isGreaterThan(20);
    }
  }

  @Test
  void theTimelineHasEverythingAndIsFilteredByKind() {
    try (OurPage auditor = as("auditor", "zh", DESK)) {
      Page page = auditor.open("/cases/" + cases.reworked()).page();
      int told =
          city.get("auditor", "/api/cases/" + cases.reworked() + "/story")
              .body()
              .path("timeline")
              .size();
      Locator events = page.locator(".timeline > li");
      assertThat(events).hasCount(told);
      assertThat(page.locator("#timeline-title")).containsText(told + " 条");
      assertThat(events.locator("a.rule").first())
          .hasAttribute("href", Pattern.compile("/rules/tables/stage-limits\\?version=.+&row=.+"));
      page.uncheck("input[name=decision]");
      assertThat(page.locator(".timeline > .of-decision:visible")).hasCount(0);
      page.uncheck("input[name=log]");
      page.uncheck("input[name=task]");
      assertThat(page.locator(".timeline > li:visible").first()).containsText("照片");
      page.check("input[name=log]");
      assertThat(page.locator(".timeline > .of-log:visible").first()).containsText("上报");
    }
  }

  @Test
  void theDiagramTellsHowOftenAndHowLongAndTheAppealHasItsOwn() {
    try (OurPage auditor = as("auditor", "en", DESK)) {
      Page page = auditor.open("/cases/" + cases.reworked()).page();
      assertThat(page.locator(".on-diagram.count", having("×4")).first()).isVisible();
      assertThat(page.locator("[data-element-id=user_handleCase].walked")).isVisible();
      assertThat(page.locator(".path-legend")).isVisible();
      page.locator("#path .tabs a").nth(1).click();
      page.waitForURL("**walk=1**");
      assertThat(page.locator("[data-element-id=user_decideAppeal].stands")).isVisible();
      assertThat(page.locator(".on-diagram.here")).containsText("now");
      page.locator("#path summary").click();
      assertThat(page.locator("#path tbody tr[data-now=true]")).containsText("Decide appeal");
    }
  }

  @Test
  void photosStandSideBySideAndAreTurnedLikePages() {
    try (OurPage sun = as("sun", "zh", DESK)) {
      Page page = sun.open("/cases/" + cases.reworked()).page();
      Locator sides = page.locator(".photo-pair .photo-side");
      assertThat(sides.nth(0).locator("img")).hasCount(2);
      assertThat(sides.nth(1).locator("img")).hasCount(3);
      sides.nth(1).locator("a.photo").first().click();
      Locator large = page.locator("dialog.large");
      assertThat(large).containsText("3 / 6");
      sun.press("ArrowRight").shot("trace-photo");
      assertThat(large).containsText("4 / 6");
      sun.press("Escape");
      assertThat(large).not().isVisible();
      assertThat(sun.complaints()).isEmpty();
    }
  }

  @Test
  void anOperatorOpensTheReporterAndThatIsRemembered() {
    try (OurPage li = as("li", "zh", DESK)) {
      Page page = li.open("/cases/" + cases.running()).page();
      assertThat(page.content()).doesNotContain(TracedCases.PHONE);
      assertThat(page.locator(".timeline > .of-intervention")).containsText("admin");
      page.locator("#reporter button").click();
      assertThat(page.locator("#reporter")).hasText(TracedCases.REPORTER + " " + TracedCases.PHONE);
      li.open("/cases/" + cases.running());
      assertThat(page.locator(".timeline > .of-read").last()).containsText("李");
    }
    try (OurPage auditor = as("auditor", "zh", DESK)) {
      Page page = auditor.open("/audit/personal-data?person=li").page();
      assertThat(page.locator("tbody tr").first()).containsText(cases.running());
      auditor.shot("trace-personal-data");
    }
  }

  @Test
  void aUnitSeesItsOwnCasesOnly() {
    try (OurPage lampCo = as("lamp-co", "zh", DESK)) {
      assertThat(numbers(lampCo.open("/cases").page(), 3))
          .containsExactlyInAnyOrder(cases.reworked(), cases.overdue(), cases.running());
      assertThat(lampCo.page().locator(".total b")).hasText("3");
    }
    try (OurPage waterCo = as("water-co", "zh", DESK)) {
      assertThat(numbers(waterCo.open("/cases").page(), 0)).isEmpty();
      waterCo.open("/cases/" + cases.overdue());
      assertThat(waterCo.page().locator("[role=alert]")).containsText("不归您查看");
      waterCo.open("/cases/1101012026031000999");
      assertThat(waterCo.page().locator("[role=alert]")).containsText("没有案件");
    }
  }

  @Test
  void aSearchIsSortedCountedKeptAndExportedAsItIsShown() {
    try (OurPage li = as("li", "zh", DESK)) {
      Page page = li.open("/cases").page();
      page.selectOption("select[name=open]", "true");
      page.fill("input[name=q]", "暴露垃圾");
      page.click("form.filters button.primary");
      assertThat(page.locator(".total b")).hasText("" + TracedCases.RUBBISH);
      page.locator("th.c-remaining a").click();
      assertThat(page.locator("th.c-remaining")).hasAttribute("aria-sort", "ascending");
      List<String> shown = new ArrayList<>(numbers(page, 50));
      String export = page.locator("a[download]").first().getAttribute("href");
      assertThat(page.locator("tr.late")).hasCount(TracedCases.RUBBISH / 4);
      int red = Integer.parseInt(page.locator(".chips a:has(.red) b").innerText());
      assertThat(red).isEqualTo(TracedCases.RUBBISH / 4);
      page.locator("a[rel=next]").click();
      shown.addAll(numbers(page, TracedCases.RUBBISH - 50));
      assertThat(shown).hasSize(TracedCases.RUBBISH).doesNotHaveDuplicates();
      assertThat(
              numbers(new String(li.page().request().get(export).body(), StandardCharsets.UTF_8)))
          .isEqualTo(shown);
      page.locator(".menu summary").click();
      page.fill(".kept input[name=name]", "垃圾");
      li.shot("trace-search");
      page.locator(".kept form:has(input[name=name]) button").click();
      page.navigate("/cases");
      page.locator(".menu summary").click();
      page.locator(".kept li a").click();
      assertThat(page.locator(".total b")).hasText("" + TracedCases.RUBBISH);
      assertThat(numbers(page, 50)).isEqualTo(shown.subList(0, 50));
      page.locator(".chips a:has(.red)").click();
      assertThat(page.locator(".total b")).hasText("" + red);
    }
  }

  @Test
  void aCaseIsReadWithTheKeyboardAlone() {
    try (OurPage auditor = as("auditor", "en", DESK)) {
      Page page = auditor.open("/cases/" + cases.overdue()).page();
      auditor.press("Tab");
      assertThat(page.locator(".skip")).isFocused();
      auditor.shot("trace-skip").press("Enter");
      assertThat(page.locator("main")).isFocused();
      auditor.tabTo("input[name=decision]").press("Space");
      assertThat(page.locator(".timeline > .of-decision:visible")).hasCount(0);
      auditor.tabTo(".timeline summary").press("Enter");
      assertThat(page.locator(".timeline details[open] dl")).isVisible();
      auditor.shot("trace-keys").tabTo("#dossier a");
      assertThat(page.locator("#dossier a").first()).isFocused();
    }
  }

  @Test
  void theDossierIsAFileOfTheSameCase() {
    try (OurPage auditor = as("auditor", "en", DESK)) {
      Page page = auditor.open("/cases/" + cases.reworked()).page();
      List<Locator> files = page.locator("#dossier a.button").all();
      assertThat(starts(page.request().get(files.get(0).getAttribute("href")))).isEqualTo("%PDF");
      assertThat(starts(page.request().get(files.get(1).getAttribute("href"))))
          .startsWith("PK\u0003\u0004");
    }
  }

  private static String starts(APIResponse answer) {
    assertThat(answer.status()).isEqualTo(200);
    return new String(answer.body(), 0, 4, StandardCharsets.ISO_8859_1);
  }

  @Test
  void pagesTellTheSameWithoutScripts() {
    OurPage.Person plain = new OurPage.Person("auditor", "zh", PHONE, false);
    try (OurPage auditor = OurPage.signedIn(chromium.browser(), address(), plain, "/")) {
      Page page = auditor.open("/cases/" + cases.overdue()).page();
      assertThat(page.locator("#map")).isHidden();
      assertThat(page.locator("#places-of-case li").first()).isVisible();
      page.locator("#path summary").click();
      assertThat(page.locator("#path tbody tr[data-now=true]").first()).isVisible();
      page.uncheck("input[name=decision]");
      assertThat(page.locator(".timeline > .of-decision:visible")).hasCount(0);
      auditor.wholeShot("trace-plain");
      page.navigate("/cases");
      page.fill("input[name=q]", cases.overdue());
      page.click("form.filters button.primary");
      assertThat(numbers(page, 1)).containsExactly(cases.overdue());
      page.locator(".found tbody a").click();
      assertThat(page.locator("h1")).containsText(cases.overdue());
    }
  }

  @Test
  void bottlenecksAreDrawnAsTheTableSays() {
    try (OurPage leader = as("leader", "zh", DESK)) {
      Page page = leader.open("/audit/bottlenecks?from=2026-03-10&unit=LAMP-CO").page();
      assertThat(page.locator("tr[data-level='5']"))
          .hasAttribute("data-element", "user_handleCase");
      assertThat(page.locator("[data-element-id=user_handleCase].heat-5")).isVisible();
      assertThat(page.locator(".on-diagram.loops").first()).containsText("↻");
      page.selectOption("select[name=by]", "LOOPS");
      page.click("form.filters button.primary");
      assertThat(page.locator(".djs-element[class*=heat-]").first()).isVisible();
      leader.shot("trace-loops");
    }
  }

  @Test
  void everyWayOfTheStartPageLeadsSomewhere() {
    for (String user : List.of("li", "lamp-co", "owner", "auditor", "leader", "admin", "chen")) {
      try (OurPage somebody = as(user, "zh", DESK)) {
        Page page = somebody.page();
        for (Locator way : page.locator("main a, .bar nav a").all()) {
          String address = way.getAttribute("href");
          assertThat(page.request().get(address).status()).as(user + " " + address).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void anAuditorSealsTheLogsAndChecksThem() {
    try (OurPage auditor = as("auditor", "zh", DESK)) {
      Page page = auditor.open("/audit/seals").page();
      int seals = page.locator("section:has(#seals) tbody tr").count();
      page.locator("form[action='/audit/seals'] button").click();
      assertThat(page.locator("section:has(#seals) tbody tr")).hasCount(seals + 1);
      page.locator("form[action='/audit/checks'] button").click();
      page.waitForURL("**/audit/checks/*");
      for (int i = 0; i < 60 && page.locator("[role=status] a").count() > 0; i++) {
        page.waitForTimeout(500);
        page.reload();
      }
      auditor.shot("trace-check");
      assertThat(page.locator("[role=status] .badge.good")).hasText("已完成");
    }
  }

  /** The numbers of the list from top to bottom, when all of so many have come. */
  private static List<String> numbers(Page page, int expected) {
    assertThat(page.locator(".found tbody tr")).hasCount(expected);
    return page.locator(".found .c-number a").allInnerTexts();
  }

  /** The case numbers at the beginnings of the lines of a sheet. */
  private static List<String> numbers(String sheet) {
    return NUMBER.matcher(sheet).results().map(line -> line.group(1)).toList();
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private OurPage as(String user, String language, int width) {
    OurPage.Person person = new OurPage.Person(user, language, width);
    return OurPage.signedIn(chromium.browser(), address(), person, "/");
  }

  private String address() {
    return "http://localhost:" + port;
  }
}
