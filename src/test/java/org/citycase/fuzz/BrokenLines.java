package org.citycase.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests that are no proper HTTP, or use what nobody should need of it. */
class BrokenLines {

  private static final List<String> PATHS =
      List.of(
          "/%",
          "/%zz",
          "/%00",
          "/%c0%af",
          "/%ff",
          "/..;/actuator/env",
          "/../../etc/passwd",
          "/%2e%2e/%2e%2e/etc/passwd",
          "//actuator/env",
          "/api//cases",
          "/api/cases/.",
          "/api/cases/%2e%2e%2factuator",
          "/api/cases;jsessionid=x",
          "/assets/..%5c..%5cpom.xml",
          "/assets/../application.yml",
          "/assets/%2e%2e/application.yml",
          "/camunda/app/../../WEB-INF/web.xml",
          "/camunda/app/tasklist/%2e%2e/x",
          "/camunda/lib/../../x",
          "/engine-rest/..;/actuator",
          "/engine-rest/%2e%2e/api/cases",
          "/error",
          "/v3/api-docs/../../x",
          "/v3/api-docs/" + "x".repeat(3000),
          "/v3/api-docs.yaml",
          "/api/cases/" + "9".repeat(7000),
          "/?" + "a=b&".repeat(3000),
          "/cases?" + "state=HANDLING&".repeat(500),
          "/api/cases?q=%ed%a0%80",
          "/api/cases?%00=%00",
          "/api/cases?=",
          "/api/cases?&&&==",
          "/api/cases?page=1&page=2&page=x",
          "http://evil.example/api/cases",
          "*",
          "api/cases",
          "/api/cases#x",
          "/api/cases\"<>",
          "/api/cases\\..\\x",
          "/login?error=%3Cscript%3E",
          "/actuator",
          "/actuator/heapdump",
          "/actuator/health/%00",
          "/favicon.ico",
          "/swagger-ui/index.html",
          "/h2-console");

  private static final List<String> METHODS =
      List.of(
          "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "PROPFIND", "FOO", "get");

  private static final List<String> BROKEN_HEADERS =
      List.of(
          "Content-Length: -1",
          "Content-Length: x",
          "Content-Length: 99999999999999999999",
          "Content-Length: 1\r\nContent-Length: 2",
          "Content-Length: 3\r\nTransfer-Encoding: chunked",
          "Host: a b",
          "Host: localhost:99999999",
          "Host: <script>",
          "No colon here",
          ": no name",
          "Na\u0000me: x",
          "Name: a\u0000b",
          "Name: a\rb",
          " folded: x",
          "X-Long: " + "y".repeat(20_000),
          "Authorization: Basic",
          "Authorization: Basic %%%",
          "Authorization: Basic bm9jb2xvbg==",
          "Authorization: Basic Og==",
          "Authorization: Basic /////w==",
          "Authorization: Basic " + "QUFB".repeat(1500),
          "Authorization: Bearer a.b.c",
          "Authorization: Digest username=\"x\"",
          "Authorization: Negotiate AAAA",
          "Cookie: " + "a=b;".repeat(1000),
          "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: x",
          "Upgrade: websocket\r\nConnection: Upgrade");

  private static final List<String> PARTS =
      List.of(
          "",
          "--b",
          "--b--\r\n",
          "--b\r\n\r\n\r\n--b--\r\n",
          "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n",
          "--b\r\nContent-Disposition: form-data; name=\"report\"\r\n\r\n{\r\n--b--\r\n",
          "--b\r\nContent-Disposition: form-data; name=\"report\"\r\n\r\nnull\r\n--b--\r\n",
          "--b\r\nContent-Disposition: form-data; name=\"report\"; filename*=UTF-8''%ff\r\n\r\n7\r\n--b--\r\n",
          "--b\r\nContent-Disposition: form-data; name=\"report\"\r\nContent-Type: application/xml\r\n\r\n<a/>\r\n--b--\r\n",
          "--b\r\nContent-Disposition: form-data; name=\"report\"\r\nContent-Transfer-Encoding: base64\r\n\r\ne30=\r\n--b--\r\n",
          "--b\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"../../a\u0000.png\"\r\n\r\nx\r\n--b--\r\n",
          "--b\r\nContent-Disposition: form-data; name=\""
              + "n".repeat(9000)
              + "\"\r\n\r\nx\r\n--b--\r\n",
          "--b\r\n" + "X-H: y\r\n".repeat(600) + "\r\nx\r\n--b--\r\n",
          "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n".repeat(300)
              + "--b--\r\n",
          "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b--\r\n");

  private static final List<String> MULTIPART_DOORS =
      List.of(
          "/api/reports",
          "/api/replay?crowd=perfect",
          "/api/cases/1/attachments?kind=after",
          "/engine-rest/deployment/create",
          "/login");

  private final Random random = new Random(7);
  private final Noise noise = new Noise(random);

  List<Shot> all(int count) {
    List<Shot> shots = new ArrayList<>();
    for (String path : PATHS) {
      for (String method : METHODS) {
        shots.add(raw("line", method + " " + path + " HTTP/1.1\r\n" + who() + end()));
      }
    }
    for (String door : MULTIPART_DOORS) {
      for (String parts : PARTS) {
        shots.add(multipart(door, parts, "multipart/form-data; boundary=b"));
        shots.add(multipart(door, parts, "multipart/form-data; boundary=\"b"));
        shots.add(multipart(door, parts, "multipart/mixed; boundary=" + "b".repeat(90)));
      }
    }
    while (shots.size() < count) {
      String line = noise.one(METHODS) + " " + noise.one(PATHS) + " HTTP/1." + noise.upTo(2);
      String headers = noise.one(BROKEN_HEADERS) + "\r\n" + (noise.chance(50) ? who() : "");
      shots.add(raw("header", line + "\r\n" + headers + end()));
    }
    return shots;
  }

  private String who() {
    return noise.chance(30)
        ? "Host: localhost\r\n"
        : "Host: localhost\r\n"
            + Shot.signedIn(noise.one(List.of("li", "admin", "auditor"))).get(0)
            + "\r\n";
  }

  private static String end() {
    return "Connection: close\r\n\r\n";
  }

  private Shot multipart(String door, String parts, String type) {
    byte[] body = parts.getBytes(StandardCharsets.UTF_8);
    String person = door.contains("replay") ? "auditor" : "li";
    return raw(
        "multipart " + door,
        "POST "
            + door
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + Shot.signedIn(person).get(0)
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n"
            + parts);
  }

  private static Shot raw(String of, String text) {
    return new Shot(of, true, text.getBytes(StandardCharsets.UTF_8));
  }
}
