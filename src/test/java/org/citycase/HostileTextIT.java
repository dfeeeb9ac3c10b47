package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Hostile texts in a real browser: they are read there, in our pages and in Tasklist's forms. */
@EnabledIf(value = "org.citycase.Chromium#isInstalled", disabledReason = Chromium.HOW_TO_GET_ONE)
@CityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextIT {

  private static final List<HostileText> MARKUP =
      List.of(
          HostileText.SCRIPT,
          HostileText.IMAGE,
          HostileText.LINK,
          HostileText.ANGULAR,
          HostileText.SPRING,
          HostileText.FETCH,
          HostileText.ENTITY);

  private final Map<HostileText, String> cases = new EnumMap<>(HostileText.class);
  private Chromium chromium;

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @LocalServerPort private int port;

  @BeforeAll
  void writeThemEverywhere() {
    chromium = new Chromium();
    desk.at("2026-03-10T09:00:00+08:00");
    HostileCase written = new HostileCase(city);
    MARKUP.forEach(text -> cases.put(text, written.of(text.with(1))));
  }

  @AfterAll
  void stopChromium() {
    chromium.close();
  }

  @Test
  void ourPagesShowThemAndRunNoneOfThem() {
    List<String> asked = new ArrayList<>();
    try (OurPage auditor = page("auditor")) {
      watch(auditor.page(), asked);
      for (HostileText text : MARKUP) {
        auditor.open("/cases/" + cases.get(text));
        assertThat(auditor.page().locator("body").innerText()).contains(shown(text));
        unharmed(auditor.page(), text);
      }
      for (String address :
          List.of(
              "/cases",
              "/audit/interventions",
              "/audit/configuration",
              "/audit/people?person=lamp-co",
              "/audit/people?person=he",
              "/rules/log")) {
        auditor.open(address);
        unharmed(auditor.page(), null);
      }
      assertThat(auditor.complaints()).isEmpty();
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void theFormsOfTasklistShowThemAndRunNoneOfThem() {
    List<String> asked = new ArrayList<>();
    for (HostileText text : MARKUP) {
      try (TasklistPage unit =
          TasklistPage.signedIn(chromium.browser(), "http://localhost:" + port, "lamp-co")) {
        watch(unit.page(), asked);
        unit.filter("我的单位").claim(cases.get(text));
        assertThat(unit.facts()).contains(shown(text));
        unharmed(unit.page(), text);
      }
    }
    assertThat(asked).isEmpty();
  }

  /** White space at the ends and runs of it are not told apart on a page. */
  private static String shown(HostileText text) {
    return text.with(1).strip();
  }

  private OurPage page(String user) {
    return OurPage.signedIn(
        chromium.browser(),
        "http://localhost:" + port,
        new OurPage.Person(user, "zh", 1200),
        "/cases");
  }

  /** Notes what a page asks from anybody else than the service, and any dialog it opens. */
  private void watch(Page page, List<String> asked) {
    page.onRequest(
        request -> {
          if (!request.url().startsWith("http://localhost:" + port) && !isLocal(request.url())) {
            asked.add(request.url());
          }
        });
    page.onDialog(
        dialog -> {
          asked.add("dialog " + dialog.message());
          dialog.dismiss();
        });
  }

  private static boolean isLocal(String url) {
    return url.startsWith("data:") || url.startsWith("blob:") || url.startsWith("about:");
  }

  private static void unharmed(Page page, HostileText text) {
    assertThat(page.evaluate("() => typeof window.hacked")).as("%s", text).isEqualTo("undefined");
    assertThat(page.content()).as("%s", text).doesNotContain(HostileText.RESULT);
    assertThat(page.locator("[onerror],[onload],[onmouseover],img[src=x]").count())
        .as("%s", text)
        .isZero();
  }
}
