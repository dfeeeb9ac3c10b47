package org.citycase;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of our own pages as one person sees it, who signed in with a session of his own. */
class OurPage implements AutoCloseable {

  private static final int PATIENCE_MS = 20_000;
  private static final int HEIGHT = 900;
  private static final int PHONES = 600;
  private static final Path PICTURES = Path.of("target", "browser");
  private static final Path AXE =
      Path.of("src", "main", "frontend", "node_modules", "axe-core", "axe.min.js");

  private final BrowserContext session;
  private final Page page;
  private final Person person;
  private final List<String> complaints = new ArrayList<>();

  /**
   * Who looks.
   *
   * @param language {@code zh} or {@code en}
   * @param width of the window in pixels
   * @param scripts whether the browser runs any
   */
  record Person(String user, String language, int width, boolean scripts) {

    Person(String user, String language, int width) {
      this(user, language, width, true);
    }
  }

  private OurPage(BrowserContext session, Person person) {
    this.session = session;
    this.person = person;
    session.setDefaultTimeout(PATIENCE_MS);
    page = session.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(this::hear);
  }

  /** Asks for the page at a path, is sent to the login and comes back from it. */
  static OurPage signedIn(Browser browser, String city, Person person, String path) {
    BrowserContext session =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(city)
                .setTimezoneId("America/New_York")
                .setJavaScriptEnabled(person.scripts())
                .setViewportSize(person.width(), HEIGHT));
    OurPage ours = new OurPage(session, person);
    ours.page.navigate(path);
    ours.page.fill("input[name=username]", person.user());
    ours.page.fill("input[name=password]", person.user());
    ours.page.click("button[type=submit]");
    ours.page.waitForURL(address -> !address.contains("/login"));
    ours.page.navigate(path + "?lang=" + person.language());
    return ours;
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

  /** Opens an address and waits until its pictures are drawn. */
  OurPage open(String address) {
    int status = page.navigate(address).status();
    if (status >= 500) {
      throw new AssertionError(address + " is answered with " + status);
    }
    if (person.scripts()) {
      page.waitForFunction(
          "() => [...document.querySelectorAll('.picture, #heat')]"
              + ".every(room => room.querySelector('.djs-element'))");
    }
    return this;
  }

  /** Presses keys one after the other, with modifiers as in Control+z. */
  OurPage press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
    return this;
  }

  /** Presses the tab key until what a selector names has the focus. */
  OurPage tabTo(String selector) {
    for (int i = 0; i < 200; i++) {
      press("Tab");
      if (page.locator(selector + ":focus").count() > 0) {
        return this;
      }
    }
    throw new AssertionError("The tab key does not lead to " + selector);
  }

  /** What keeps people with a screen reader or without a mouse out, by the rules of axe-core. */
  @SuppressWarnings("unchecked")
  List<String> barriers() {
    try {
      page.evaluate(Files.readString(AXE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Object> found =
        (Map<String, Object>) page.evaluate("() => axe.run({resultTypes: ['violations']})");
    return ((List<Map<String, Object>>) found.get("violations"))
        .stream()
            .filter(one -> List.of("serious", "critical").contains(one.get("impact")))
            .map(one -> one.get("id") + ": " + one.get("nodes"))
            .toList();
  }

  /** How far the page reaches beyond the window's right edge, in pixels. */
  int sideways() {
    return ((Number)
            page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
        .intValue();
  }

  /** Keeps a picture of the window for whoever wants to see what the person saw. */
  OurPage shot(String step) {
    return shot(step, false);
  }

  /** Keeps a picture of the page from its head to its foot. */
  OurPage wholeShot(String step) {
    return shot(step, true);
  }

  private OurPage shot(String step, boolean whole) {
    if (person.language().equals("zh") != person.width() > PHONES) {
      return this; // One picture a language is enough to look at, and takes a second to draw.
    }
    String name =
        "%s-%s-%s-%d.png".formatted(step, person.user(), person.language(), person.width());
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(whole).setPath(PICTURES.resolve(name)));
    return this;
  }

  @Override
  public void close() {
    session.close();
  }
}
