package org.citycase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The page of the decision tables as one person sees it, who signed in with a session of his own.
 */
class RulesPage implements AutoCloseable {

  private static final int PATIENCE_MS = 20_000;
  private static final Path PICTURES = Path.of("target", "browser");
  private static final Path AXE =
      Path.of("src", "main", "frontend", "node_modules", "axe-core", "axe.min.js");

  private final BrowserContext session;
  private final Page page;
  private final String user;
  private final String language;
  private final List<String> complaints = new ArrayList<>();

  private RulesPage(BrowserContext session, String user, String language) {
    this.session = session;
    this.user = user;
    this.language = language;
    session.setDefaultTimeout(PATIENCE_MS);
    page = session.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(this::hear);
  }

  /** Asks for the tables, is sent to the login and comes back from it. */
  static RulesPage signedIn(Browser browser, String city, String user, String language, int width) {
    BrowserContext session =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(city)
                .setTimezoneId("America/New_York")
                .setViewportSize(width, 900));
    RulesPage rules = new RulesPage(session, user, language);
    rules.page.navigate("/rules");
    rules.page.fill("input[name=username]", user);
    rules.page.fill("input[name=password]", user);
    rules.page.click("button[type=submit]");
    rules.page.waitForURL("**/rules**");
    rules.page.navigate("/rules?lang=" + language);
    rules.page.locator(".tables tbody tr").first().waitFor();
    return rules;
  }

  /** What breaks the content policy or throws; a refused request is the page's own affair. */
  private void hear(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
      complaints.add(message.text());
    }
  }

  Page page() {
    return page;
  }

  List<String> complaints() {
    return complaints;
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
    for (String key : keys) {
      page.keyboard().press(key);
    }
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

  /** What keeps people with a screen reader or without a mouse out, by the rules of axe-core. */
  @SuppressWarnings("unchecked")
  List<String> barriers() {
    try {
      page.evaluate(Files.readString(AXE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Object> found = (Map<String, Object>) page.evaluate("() => axe.run()");
    return ((List<Map<String, Object>>) found.get("violations"))
        .stream()
            .filter(one -> List.of("serious", "critical").contains(one.get("impact")))
            .map(one -> one.get("id") + ": " + one.get("nodes"))
            .toList();
  }

  /** Keeps a picture of the page for whoever wants to see what the person saw. */
  RulesPage shot(String step) {
    String name =
        "rules-%s-%s-%s-%d.png".formatted(step, user, language, page.viewportSize().width);
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)));
    return this;
  }

  @Override
  public void close() {
    session.close();
  }
}
