package org.citycase.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Somebody at the door with a browser's cookies; goes where he is sent. */
class Visitor {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = client(HttpClient.Redirect.NORMAL);
  private final HttpClient standing = client(HttpClient.Redirect.NEVER);
  private final String city;
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Visitor(String city) {
    this.city = city;
    headers.put("Accept", "text/html,*/*;q=0.8");
  }

  private HttpClient client(HttpClient.Redirect redirect) {
    return HttpClient.newBuilder().cookieHandler(cookies).followRedirects(redirect).build();
  }

  /** Where visitors come from. */
  @TestComponent
  static class Door {

    private final Environment environment;

    Door(Environment environment) {
      this.environment = environment;
    }

    /** Not localhost: that is the sign-in service's, and cookies know no ports. */
    Visitor visitor() {
      return new Visitor("http://127.0.0.1:" + environment.getProperty("local.server.port"));
    }
  }

  /** Says more with each request from now on. */
  Visitor with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** Comes from an address, as the proxy says. */
  Visitor from(String address) {
    return with("X-Forwarded-For", address);
  }

  /** Sends name and password with each request from now on. */
  Visitor basic(String user, String password) {
    return with(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes()));
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  /** Asks, and does not go where he is sent. */
  HttpResponse<String> look(String path) {
    return send(standing, "GET", path, "");
  }

  HttpResponse<String> post(String path, String json) {
    headers.put("Content-Type", "application/json");
    return send("POST", path, json);
  }

  HttpResponse<String> put(String path, String json) {
    headers.put("Content-Type", "application/json");
    return send("PUT", path, json);
  }

  HttpResponse<String> delete(String path) {
    return send("DELETE", path, "");
  }

  /** Fills in a form of a page that was just read. */
  HttpResponse<String> fill(HttpResponse<String> page, String path, Map<String, String> fields) {
    Matcher token = CSRF.matcher(page.body());
    if (!token.find()) {
      throw new AssertionError("No form at " + page.uri() + ": " + page.body());
    }
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", token.group(1));
    return form(
        page.uri().resolve(path).toString(),
        all.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
  }

  HttpResponse<String> form(String path, String fields) {
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    return send("POST", path, fields);
  }

  /** Signs in on our page. */
  HttpResponse<String> signIn(String user, String password) {
    return fill(get("/login"), "/login", Map.of("username", user, "password", password));
  }

  /** Signs in at the city's service and comes back. */
  HttpResponse<String> signInThroughTheCity(String user) {
    return fill(
        get("/oauth2/authorization/city"), "/login", Map.of("username", user, "password", user));
  }

  /** The session of the city, not of its sign-in service. */
  String session() {
    return cookies.getCookieStore().get(URI.create(city)).stream()
        .filter(cookie -> cookie.getName().equals("JSESSIONID"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse(null);
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return send(http, method, path, body);
  }

  private HttpResponse<String> send(HttpClient client, String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : city + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    try {
      return client.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
