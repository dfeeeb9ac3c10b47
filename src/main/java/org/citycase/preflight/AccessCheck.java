package org.citycase.preflight;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.citycase.Refusal;
import org.citycase.access.CityIdentity;
import org.citycase.process.PasswordRule;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Whether only those get in who belong there. */
final class AccessCheck {

  private static final String ADMIN = "citycase.admin-password";
  private static final String METRICS = "citycase.metrics-password";
  private static final int SHORTEST_PASSWORD = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Environment settings;
  private final Findings findings;
  private final boolean firstStart;

  AccessCheck(Environment settings, Findings findings, boolean firstStart) {
    this.settings = settings;
    this.findings = findings;
    this.firstStart = firstStart;
  }

  void all() {
    accounts();
    adminPassword();
    metricsPassword();
    cityService(settings.getProperty("citycase.oidc.issuer", ""));
    if (settings.acceptsProfiles(Profiles.of("simulation"))) {
      findings.warn("profile", "演练模式：不保存任何数据。", "The profile simulation keeps nothing.");
    }
  }

  private boolean isLaptop() {
    return settings.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:");
  }

  private boolean isDemo() {
    return settings.getProperty("citycase.demo", Boolean.class, isLaptop());
  }

  private void accounts() {
    if (!isDemo()) {
      findings.ok("accounts", "each opened locked, but for the administrator's");
    } else if (isLaptop()) {
      findings.warn(
          "accounts",
          "演示账户：用户名就是密码。",
          "Demo accounts: the user name is the password. For a city set citycase.demo=false.");
    } else {
      findings.fail(
          "accounts",
          "正式数据库上不能用演示账户（用户名就是密码）。",
          "The demo's accounts, whose name is their password, on a real database: leave out"
              + " citycase.demo.");
    }
  }

  /** It is asked for when the administrator's account is opened, and never again. */
  private void adminPassword() {
    String password = settings.getProperty(ADMIN, "");
    if (password.isBlank()) {
      findings.ok(
          "admin", "no first password named: a random one stands in the log of the first start");
    } else if (isDemo() || PasswordRule.accepts(password)) {
      findings.ok("admin", ADMIN + " is named");
    } else if (firstStart) {
      findings.fail("admin", "密码太简单：" + PasswordRule.ZH + "。", tooEasy());
    } else {
      findings.warn("admin", "密码太简单：" + PasswordRule.ZH + "。", tooEasy());
    }
  }

  private static String tooEasy() {
    return ADMIN + " is too easy: " + PasswordRule.EN + ".";
  }

  private void metricsPassword() {
    String password = settings.getProperty(METRICS, "");
    if (password.isEmpty()) {
      findings.ok("metrics", "open to administrators only, no " + METRICS);
    } else if (password.length() < SHORTEST_PASSWORD) {
      findings.warn(
          "metrics",
          "密码太短。",
          "%s has less than %d characters: name a longer one."
              .formatted(METRICS, SHORTEST_PASSWORD));
    } else {
      findings.ok("metrics", METRICS + " is named");
    }
  }

  private void cityService(String issuer) {
    if (issuer.isBlank()) {
      findings.ok("sign-in", "by user name and password");
      return;
    }
    Optional<Refusal> fault =
        Binder.get(settings).bindOrCreate("citycase.oidc", CityIdentity.class).fault();
    if (fault.isPresent()) {
      findings.fail("sign-in", fault.get().zh(), fault.get().getMessage());
      return;
    }
    try {
      String told = description(issuer.replaceFirst("/$", ""));
      if (told.replace("\\/", "/").contains('"' + issuer + '"')) {
        findings.ok("sign-in", "at " + issuer);
      } else {
        findings.fail(
            "sign-in",
            "统一认证的地址与其自述不符。",
            "What answers at %s calls itself otherwise: name citycase.oidc.issuer letter by letter as"
                    .formatted(issuer)
                + " its description does.");
      }
    } catch (IOException | IllegalArgumentException e) {
      findings.warn(
          "sign-in",
          "统一认证没有应答。",
          "%s does not answer as a sign-in service: until it does, nobody gets in that way."
              .formatted(issuer));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String description(String issuer) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
            .timeout(PATIENCE)
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("HTTP " + answer.statusCode());
    }
    return answer.body();
  }
}
