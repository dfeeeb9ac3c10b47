package org.citycase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The page of the decision tables as one person sees it, who signed in with a session of his own.
 */
class RulesPage implements AutoCloseable {

  private final OurPage session;
  private final Page page;

  private RulesPage(OurPage session) {
    this.session = session;
    this.page = session.page();
  }

  /** Asks for the tables, is sent to the login and comes back from it. */
  static RulesPage signedIn(Browser browser, String city, String user, String language, int width) {
    OurPage.Person person = new OurPage.Person(user, language, width);
    RulesPage rules = new RulesPage(OurPage.signedIn(browser, city, person, "/rules"));
    rules.page.locator(".tables tbody tr").first().waitFor();
    return rules;
  }

  Page page() {
    return page;
  }

  List<String> complaints() {
    return session.complaints();
  }

  RulesPage table(String name) {
    page.navigate("/rules/tables/" + name);
    page.locator(".tabulator-row").first().waitFor();
    return this;
  }

  /** Begins a draft and answers its address. */
  String edit() {
    page.click(".head button.primary");
    page.waitForURL(Pattern.compile(".*[?]draft=\\d+.*"));
    page.locator(".tabulator-row").first().waitFor();
    return page.url();
  }

  RulesPage open(String address) {
    page.navigate(address);
    page.locator("[role=tab]").first().waitFor();
    return this;
  }

  RulesPage search(String words) {
    page.fill(".tools input[type=search]", words);
    return this;
  }

  Locator cell(String row, String column) {
    return page.locator(
        ".tabulator-row[data-row=\"%s\"] [tabulator-field=\"%s\"]".formatted(row, column));
  }

  /** Opens the editor of a cell, writes, and waits until the service has it. */
  RulesPage write(String row, String column, String value) {
    cell(row, column).dblclick();
    page.locator(".editor").fill(value);
    return press("Enter").saved();
  }

  /** Presses keys one after the other, with modifiers as in Control+z. */
  RulesPage press(String... keys) {
    session.press(keys);
    return this;
  }

  RulesPage saved() {
    assertThat(page.locator(".saving[data-state=saved]")).isVisible();
    return this;
  }

  RulesPage tab(String name) {
    page.click("#tab-" + name);
    page.locator(name.equals("table") ? ".bench" : ".body section").waitFor();
    return this;
  }

  List<String> changes() {
    return page.locator(".changes li").allInnerTexts().stream()
        .map(line -> line.replaceAll("^\\W\\s+", "").strip())
        .toList();
  }

  /** Rehearses on the cases of a period and waits for what is found. */
  RulesPage rehearse(String from, String to) {
    page.fill(".period [name=from]", from);
    page.fill(".period [name=to]", to);
    page.click(".period button");
    page.locator(".figures").waitFor();
    page.locator(".chart canvas").waitFor();
    return this;
  }

  /** A figure of the rehearsal by its place. */
  String figure(int place) {
    return page.locator(".figures dd").nth(place).innerText().split("\\R")[0];
  }

  /** Publishes at once; the page then shows the history. */
  RulesPage publish(String comment) {
    page.fill(".publish textarea", comment);
    page.click(".publish button.primary");
    page.waitForURL("**#history");
    page.locator(".versions li").first().waitFor();
    return this;
  }

  RulesPage rollBackTo(int place, String comment) {
    page.locator(".versions > li").nth(place).locator(".actions button").last().click();
    page.fill("dialog textarea", comment);
    page.click("dialog button.primary");
    page.locator("dialog")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    return this;
  }

  /** Chooses a file as the upload button would. */
  RulesPage upload(String name, String content) {
    page.setInputFiles(
        "input[type=file]",
        new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  List<String> barriers() {
    return session.barriers();
  }

  /** Keeps a picture of the page for whoever wants to see what the person saw. */
  RulesPage shot(String step) {
    session.shot("rules-" + step);
    return this;
  }

  @Override
  public void close() {
    session.close();
  }
}
