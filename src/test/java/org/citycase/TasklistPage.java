package org.citycase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Tasklist as one person sees it, who signed in with a browser session of his own. */
class TasklistPage implements AutoCloseable {

  static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final int PATIENCE_MS = 20_000;
  private static final Path PICTURES = Path.of("target", "browser");

  private final BrowserContext session;
  private final Page page;
  private final String user;

  private TasklistPage(BrowserContext session, String user) {
    this.session = session;
    this.user = user;
    session.setDefaultTimeout(PATIENCE_MS);
    page = session.newPage();
  }

  /** Asks for Tasklist, is sent to the form login and comes back from it. */
  static TasklistPage signedIn(Browser browser, String city, String user) {
    BrowserContext session =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(city)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1500, 1250));
    TasklistPage tasklist = new TasklistPage(session, user);
    tasklist.page.navigate(TASKLIST);
    tasklist.signIn();
    tasklist.filter("我的任务");
    return tasklist;
  }

  /**
   * A request that the page left under way may have begun another session than that of the form:
   * the login is then asked for once more, as the person would see it.
   */
  void signIn() {
    assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    sendLogin();
    try {
      page.waitForURL(
          "**" + TASKLIST + "**", new Page.WaitForURLOptions().setTimeout(PATIENCE_MS / 3));
    } catch (TimeoutError askedAgain) {
      page.navigate(TASKLIST);
      if (page.url().contains("/login")) {
        sendLogin();
      }
      page.waitForURL("**" + TASKLIST + "**");
    }
  }

  private void sendLogin() {
    page.fill("input[name=username]", user);
    page.fill("input[name=password]", user);
    page.click("button[type=submit]");
  }

  Page page() {
    return page;
  }

  List<String> filters() {
    return page.locator(".task-filters .task-filter .name").allInnerTexts().stream()
        .map(name -> name.replaceAll("\\s*\\(?\\d*\\)?\\s*$", "").strip())
        .toList();
  }

  /** Chooses a filter and waits for its tasks. */
  TasklistPage filter(String name) {
    Locator entry = page.locator(".task-filters .task-filter", having(name));
    entry.waitFor();
    if (entry.getAttribute("class").contains("active")) {
      entry.locator(".name").click();
    } else {
      String list = "/filter/" + id(name) + "/list?";
      Response listed =
          page.waitForResponse(
              answer -> answer.url().contains(list) && answer.ok(),
              () -> entry.locator(".name").click());
      assertThat(page.locator("ol.tasks-list h4.task")).hasCount(Math.min(15, count(listed)));
    }
    return this;
  }

  /** The filter's own id: an answer of the one chosen before may still be on its way. */
  private String id(String name) {
    try {
      String filters =
          page.request().get("/camunda/api/engine/engine/default/filter?resourceType=Task").text();
      for (JsonNode filter : new ObjectMapper().readTree(filters)) {
        if (filter.path("name").asText().startsWith(name)) {
          return filter.path("id").asText();
        }
      }
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError(user + " has no filter " + name);
  }

  private static int count(Response listed) {
    try {
      return new ObjectMapper().readTree(listed.text()).path("count").asInt();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The names of the listed tasks from top to bottom. */
  List<String> tasks() {
    return page.locator("ol.tasks-list h4.task").allInnerTexts().stream()
        .map(name -> name.replaceAll("\\s+", " ").strip())
        .toList();
  }

  /** Opens the task of this case from the list, where the person must see it, and takes it. */
  TasklistPage claim(String number) {
    page.locator("ol.tasks-list h4.task a", having(number)).click();
    page.locator("button.claim:visible").click();
    page.locator("button.unclaim:visible").waitFor();
    page.locator("input[name=outcome]:enabled").first().waitFor();
    return this;
  }

  TasklistPage choose(String outcome) {
    page.locator("input[name=outcome][value=" + outcome + "]").check();
    return this;
  }

  TasklistPage fill(String variable, String text) {
    page.fill("#field-" + variable, text);
    return this;
  }

  TasklistPage select(String variable, String label) {
    Locator field = page.locator("#field-" + variable);
    Locator option = field.locator("option", new Locator.LocatorOptions().setHasText(label));
    field.selectOption(option.first().getAttribute("value"));
    return this;
  }

  TasklistPage photo(String name, byte[] picture) {
    page.setInputFiles("#pictures", new FilePayload(name, "image/png", picture));
    page.locator(".case-pictures img[alt='" + name + "']").waitFor();
    return this;
  }

  /** The facts of the case as the form tells them. */
  String facts() {
    return page.locator(".case-facts").first().innerText();
  }

  /** How many pictures of the case are really shown, not only named. */
  int pictures() {
    return ((Number)
            page.locator(".case-facts .case-pictures img")
                .evaluateAll("all => all.filter(one => one.complete && one.naturalWidth).length"))
        .intValue();
  }

  /** The traffic light beside the due instant: green, yellow or red. */
  String light() {
    return page.locator(".case-facts .case-light").getAttribute("class").replaceAll(".* ", "");
  }

  /** Completes the task, which must go through. */
  void complete() {
    page.waitForResponse(
        answer -> answer.url().endsWith("/submit-form") && answer.ok(), this::pressComplete);
    assertThat(page.locator(".case-facts")).hasCount(0);
  }

  /** Completes the task, which must be refused; the sentence that the page then shows. */
  String completeRefused() {
    pressComplete();
    Locator notice = page.locator(".page-notifications .alert:visible").first();
    notice.waitFor();
    return notice.innerText();
  }

  private void pressComplete() {
    page.locator("button:visible", having("完成")).click();
  }

  void closeNotice() {
    page.locator(".page-notifications button.close:visible").first().click();
  }

  /** Leaves through the menu of the page and is asked to sign in again. */
  void logOut() {
    page.locator(".account .dropdown-toggle").first().click();
    page.locator(".account a:visible", having("退出")).click();
    assertThat(page).hasURL(Pattern.compile(".*/login$"));
  }

  /** Keeps a picture of the page for whoever wants to see what the person saw. */
  TasklistPage shot(String step) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(step + "-" + user + ".png")));
    return this;
  }

  @Override
  public void close() {
    session.close();
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
