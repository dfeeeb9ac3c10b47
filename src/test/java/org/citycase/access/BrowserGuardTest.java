package org.citycase.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What protects people who sit before a browser: headers, cookies, sessions, other sites. */
@GuardedCity
class BrowserGuardTest {

  @Autowired private Visitor.Door door;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/cases",
        "/rules",
        "/nothing-here",
        "/assets/pages.css",
        "/api/cases",
        "/api/cases/1",
        "/api/nothing-here",
        "/engine-rest/task",
        "/engine-rest/nothing-here",
        "/actuator/health",
        "/actuator/env",
        "/v3/api-docs",
        "/camunda/app/tasklist/default/",
        "/camunda/api/admin/auth/user/default",
        "/camunda/assets/citycase/logo.svg"
      })
  void everyAnswerSaysWhatABrowserMayDoWithIt(String path) {
    for (Visitor who : List.of(door.visitor(), door.visitor().basic("owner", "owner"))) {
      HttpHeaders said = who.with("X-Forwarded-Proto", "https").look(path).headers();
      Map<String, String> first =
          said.map().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      one -> one.getKey().toLowerCase(Locale.ROOT), one -> one.getValue().get(0)));
      assertThat(first)
          .containsEntry("x-content-type-options", "nosniff")
          .containsEntry("x-frame-options", "DENY")
          .containsEntry("referrer-policy", "same-origin")
          .containsKey("permissions-policy")
          .doesNotContainKeys("server", "x-powered-by");
      assertThat(first.get("strict-transport-security")).contains("max-age=31536000");
      if (!path.startsWith("/camunda/a")) {
        assertThat(first.get("content-security-policy")).contains("default-src 'none'");
      }
    }
  }

  @Test
  void aFormOpenedAsAPageRunsNothing() {
    Visitor admin = door.visitor();
    admin.signIn("admin", "admin");
    assertThat(admin.get("/forms/tasks/task.html").headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "sandbox"));
  }

  @Test
  void tasklistMayNotBeShownInAFrameOfAnotherPage() {
    Visitor li = door.visitor();
    li.signIn("li", "li");
    assertThat(
            li.get("/camunda/app/tasklist/default/")
                .headers()
                .firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
  }

  @Test
  void aSessionBeginsAnewAtTheSignInAndEndsAtTheSignOut() {
    Visitor li = door.visitor();
    HttpResponse<String> page = li.get("/login");
    String before = li.session();
    assertThat(page.uri().toString()).doesNotContain("jsessionid");
    HttpResponse<String> start = li.signIn("li", "li");
    assertThat(li.session()).isNotNull().isNotEqualTo(before);
    assertThat(li.get("/api/cases").statusCode()).isEqualTo(200);
    li.fill(start, "/logout", Map.of());
    assertThat(li.get("/api/cases").statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionHasTheGroupsOfNowAndEndsWithItsAccount() {
    Visitor admin = door.visitor().basic("admin", "admin");
    admin.post(
        "/engine-rest/user/create",
        """
        {"profile": {"id": "newcomer"}, "credentials": {"password": "Laterne-4711"}}""");
    admin.put("/engine-rest/group/auditors/members/newcomer", "{}");
    Visitor newcomer = door.visitor();
    newcomer.signIn("newcomer", "Laterne-4711");
    assertThat(newcomer.get("/audit").statusCode()).isEqualTo(200);
    admin.delete("/engine-rest/group/auditors/members/newcomer");
    assertThat(newcomer.get("/audit").statusCode()).isEqualTo(403);
    admin.delete("/engine-rest/user/newcomer");
    assertThat(newcomer.get("/api/cases").statusCode()).isEqualTo(401);
    assertThat(newcomer.get("/audit").uri().getPath()).isEqualTo("/login");
  }

  @Test
  void aChangedPasswordEndsTheSessionsThatBeganWithTheOldOne() {
    Visitor admin = door.visitor().basic("admin", "admin");
    admin.post(
        "/engine-rest/user/create",
        """
        {"profile": {"id": "robbed"}, "credentials": {"password": "Laterne-4711"}}""");
    Visitor thief = door.visitor();
    thief.signIn("robbed", "Laterne-4711");
    assertThat(thief.get("/api/cases").statusCode()).isEqualTo(200);
    HttpResponse<String> changed =
        admin.put(
            "/engine-rest/user/robbed/credentials",
            """
            {"password": "Kanaldeckel-0815", "authenticatedUserPassword": "admin"}""");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
    assertThat(thief.get("/api/cases").statusCode()).isEqualTo(401);
    admin.delete("/engine-rest/user/robbed");
  }

  @Test
  void theCookieOfASessionIsForThisSiteAndItsServerOnly() {
    HttpResponse<String> plain = door.visitor().get("/login");
    HttpResponse<String> behindTls =
        door.visitor().with("X-Forwarded-Proto", "https").get("/login");
    assertThat(cookie(plain)).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
    assertThat(cookie(behindTls)).contains("HttpOnly", "SameSite=Lax", "Secure");
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(one -> one.startsWith("JSESSIONID"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anotherSiteDoesNotActWithTheSessionOrPasswordOfABrowser() {
    Visitor li = door.visitor();
    li.signIn("li", "li");
    Visitor password = door.visitor().basic("li", "li");
    for (Visitor browser : List.of(li, password)) {
      browser.with("Sec-Fetch-Site", "cross-site").with("Origin", "https://evil.example");
      for (String path :
          List.of(
              "/api/reports",
              "/engine-rest/task/x/complete",
              "/engine-rest/deployment/create",
              "/camunda/api/admin/auth/user/default/logout")) {
        assertThat(browser.post(path, "{}").statusCode()).as(path).isEqualTo(403);
      }
      assertThat(browser.get("/api/cases").statusCode()).isEqualTo(200);
      browser.with("Sec-Fetch-Site", "same-origin");
      assertThat(browser.post("/api/reports", "{}").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    Visitor li = door.visitor();
    li.signIn("li", "li");
    assertThat(li.form("/logout", "").statusCode()).isEqualTo(403);
    assertThat(li.get("/api/cases").statusCode()).isEqualTo(200);
  }
}
