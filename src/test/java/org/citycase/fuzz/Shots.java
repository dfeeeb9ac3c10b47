package org.citycase.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Makes malformed requests for doors, always the same for the same seed. */
class Shots {

  private static final long SEED = 20260312;

  private static final List<String> READERS =
      List.of("auditor", "owner", "admin", "li", "chen", "lamp-co", "leader", Shot.NOBODY);

  /** Who may do little or nothing to what he sees. */
  private static final List<String> ONLOOKERS = List.of("auditor", Shot.NOBODY, "wu", "water-co");

  private static final List<String> HEADERS =
      List.of(
          "Accept-Language: zh-Hans-CN-x-😀,*;q=a",
          "Accept-Language: " + "en,".repeat(500),
          "X-Forwarded-For: ' OR 1=1, 127.0.0.1",
          "X-Forwarded-Host: evil.example",
          "X-Forwarded-Proto: javascript",
          "X-Forwarded-Prefix: /\"><script>",
          "Forwarded: for=\"[::1]:bad\";proto=x",
          "X-HTTP-Method-Override: DELETE",
          "If-None-Match: \"",
          "If-Modified-Since: yesterday",
          "Range: bytes=9-1,-0,a",
          "Cookie: JSESSIONID=../../x; lang=\"<script>; a",
          "Cookie: org.springframework.web.servlet.i18n.CookieLocaleResolver.LOCALE=%00",
          "Idempotency-Key: " + "k".repeat(4000),
          "Idempotency-Key: ' OR 1=1",
          "Prefer: respond-async,,,;=",
          "Origin: null",
          "Content-Encoding: gzip",
          "User-Agent: ${jndi:ldap://127.0.0.1:1/a}",
          "Accept: application/json;q=x",
          "Accept: */*;charset=nonsense",
          "Accept: text/html",
          "Accept: text/csv",
          "Accept: application/xml",
          "X-Requested-With: fetch",
          "Traceparent: 00-x-y-z",
          "Expect: miracles");

  private static final List<String> NO_SUCH_TYPE =
      List.of(
          "application/xml",
          "text/html",
          "application/x-java-serialized-object",
          "application/x-www-form-urlencoded",
          "json",
          "application/json;charset=nonsense",
          "text/plain;charset=utf-7",
          "/",
          ";",
          "application/json/x",
          "multipart/form-data",
          "multipart/form-data; boundary=");

  private final Map<String, String> known;
  private final UnaryOperator<JsonNode> resolved;
  private final Mistakes mistakes;
  private Noise noise;

  /**
   * @param known values that are right, by the name of a field or parameter
   */
  Shots(Map<String, String> known, UnaryOperator<JsonNode> resolved, Mistakes mistakes) {
    this.known = known;
    this.resolved = resolved;
    this.mistakes = mistakes;
  }

  List<Shot> of(Door door, int count) {
    noise = new Noise(new Random(SEED ^ door.toString().hashCode()));
    return IntStream.range(0, count)
        .mapToObj(i -> door.isRead() ? read(door) : write(door))
        .toList();
  }

  private Shot read(Door door) {
    List<String> headers = headers(noise.one(READERS));
    byte[] body = noise.chance(3) ? bytes(noise.noJson()) : new byte[0];
    return Shot.of(door, target(door, noise.chance(40), null), headers, body, true);
  }

  private Shot write(Door door) {
    Mistakes.Mistake sure = mistakes.of(door);
    boolean named = door.names() && noise.chance(15);
    if (sure == null || noise.chance(20) && !sure.isQuestion()) {
      return sure == null ? blind(door) : looking(door);
    }
    List<String> headers = headers(sure.person());
    boolean free = named || sure.isQuestion() || sure.isHopeless();
    if (!free && (door.bodies().isEmpty() || sure.isInQuery())) {
      String target = target(door, true, sure.isInQuery() ? sure : null);
      headers.add("Content-Type: application/x-www-form-urlencoded");
      return Shot.of(door, target, headers, new byte[0], false);
    }
    if (free && noise.chance(60)) {
      return said(door, headers, target(door, named, null), body(door), sure.isQuestion());
    }
    if (noise.chance(50) && !sure.values().isEmpty()) {
      String body = wrong(door, sure);
      return said(door, headers, target(door, false, null), body, sure.isQuestion());
    }
    return spoilt(door, headers, sure.isQuestion());
  }

  /** Somebody who may not do it at all, whatever he sends. */
  private Shot looking(Door door) {
    List<String> headers = headers(noise.one(ONLOOKERS));
    if (door.path().matches(".*(searches.*|/reports|/clock)")) {
      return spoilt(door, headers, false);
    }
    if (door.path().startsWith("/api/audit") || door.path().startsWith("/audit")) {
      headers = headers("wu");
    }
    return said(door, headers, target(door, noise.chance(30), null), body(door), false);
  }

  /**
   * A door of the engine, from somebody who has no right to change what is behind it: the engine
   * also says yes to what does nothing, so that only the rows tell.
   */
  private Shot blind(Door door) {
    if (door.bodies().isEmpty()) {
      List<String> headers = headers(noise.one(List.of("water-co", "wu", Shot.NOBODY)));
      return Shot.of(door, target(door, true, null), headers, new byte[0], true);
    }
    if (noise.chance(30)) {
      return spoilt(door, headers(noise.one(List.of("auditor", "lamp-co", "li"))), true);
    }
    String person = noise.one(List.of("water-co", "lamp-co", "wu", "auditor", Shot.NOBODY));
    return said(door, headers(person), target(door, true, null), body(door), true);
  }

  private Shot spoilt(Door door, List<String> headers, boolean mayPass) {
    boolean ours = door.path().startsWith("/api/") && !door.bodies().isEmpty();
    String target = target(door, !ours, null);
    if (noise.chance(25)) {
      headers.add("Content-Type: " + noise.one(NO_SUCH_TYPE));
      return Shot.of(door, target, headers, bytes(body(door)), mayPass);
    }
    if (ours && noise.chance(15)) {
      headers.removeIf(line -> line.startsWith("Accept:"));
      headers.add("Accept: application/x-none");
      headers.add("Content-Type: application/json");
      return Shot.of(door, target, headers, bytes(body(door)), mayPass);
    }
    headers.add("Content-Type: " + type(door));
    String body = noise.chance(50) ? noJson(door) : misshapen(door);
    return Shot.of(door, target, headers, bytes(body), mayPass);
  }

  /** A check of the trail may be asked for without a body. */
  private String noJson(Door door) {
    boolean ours = door.path().startsWith("/api/") && !door.path().endsWith("checks");
    return ours && noise.chance(30) ? noise.laxJson() : noise.noJson();
  }

  private Shot said(Door door, List<String> headers, String target, String body, boolean mayPass) {
    headers.add("Content-Type: " + type(door));
    return Shot.of(door, target, headers, bytes(body), mayPass);
  }

  private static String type(Door door) {
    return door.bodies().isEmpty() || door.bodies().containsKey("application/json")
        ? "application/json"
        : door.bodies().keySet().iterator().next();
  }

  private List<String> headers(String person) {
    List<String> headers = new ArrayList<>(Shot.signedIn(person));
    while (noise.chance(25)) {
      headers.add(noise.one(HEADERS));
    }
    return headers;
  }

  private String target(Door door, boolean noisyPath, Mistakes.Mistake sure) {
    String path = door.path();
    StringBuilder query = new StringBuilder();
    for (Door.Parameter one : door.parameters()) {
      if (one.in().equals("path")) {
        boolean right = !noisyPath && known.containsKey(one.name());
        String value = right ? known.get(one.name()) : encoded(noise.text());
        path = path.replaceFirst("\\{\\s*" + one.name() + "[^}]*}+", value.replace("$", "\\$"));
      } else if (one.in().equals("query") && noise.chance(door.parameters().size() > 6 ? 20 : 60)) {
        boolean right = noise.chance(30) && known.containsKey(one.name());
        append(query, one.name(), right ? known.get(one.name()) : noise.text());
      }
    }
    if (sure != null) {
      String value = noise.one(sure.values());
      return path + "?" + sure.field().substring(1) + "=" + encoded(value.replace("\"", ""));
    }
    return query.isEmpty() ? path : path + "?" + query.substring(1);
  }

  private void append(StringBuilder query, String name, String value) {
    do {
      query.append('&').append(name).append('=').append(encoded(value));
    } while (noise.chance(5));
  }

  private String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private String body(Door door) {
    JsonNode schema = schema(door);
    return schema == null ? "" : json(schema, "", 0);
  }

  private static JsonNode schema(Door door) {
    JsonNode schema = door.bodies().get("application/json");
    return schema != null || door.bodies().isEmpty()
        ? schema
        : door.bodies().values().iterator().next();
  }

  private String wrong(Door door, Mistakes.Mistake sure) {
    return object(resolved.apply(schema(door)), sure.field(), noise.one(sure.values()), 0);
  }

  /** One field holds a list or an object where a plain value belongs, or the other way round. */
  private String misshapen(Door door) {
    JsonNode schema = schema(door) == null ? null : resolved.apply(schema(door));
    if (schema == null || schema.path("properties").isEmpty()) {
      return noise.noJson();
    }
    List<Map.Entry<String, JsonNode>> typed =
        schema.path("properties").properties().stream()
            .filter(one -> resolved.apply(one.getValue()).has("type"))
            .toList();
    if (typed.isEmpty()) {
      return noise.noJson();
    }
    Map.Entry<String, JsonNode> field = noise.one(typed);
    String type = resolved.apply(field.getValue()).path("type").asText();
    boolean many = type.equals("array") || type.equals("object");
    String value = noise.one(many ? List.of("\"x\"", "7", "true") : List.of("[{}]", "{\"a\":1}"));
    return object(schema, field.getKey(), value, 0);
  }

  private String json(JsonNode given, String name, int depth) {
    JsonNode schema = resolved.apply(given);
    if (noise.chance(depth == 0 ? 0 : 25) || depth > 4) {
      return noise.raw();
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema, null, null, depth);
      case "array" -> "[" + json(schema.path("items"), name, depth + 1) + "]";
      case "boolean" -> Boolean.toString(noise.chance(50));
      case "integer", "number" -> Integer.toString(noise.upTo(5));
      case "string" -> Noise.quoted(known.getOrDefault(name, noise.text()));
      default -> noise.raw();
    };
  }

  private String object(JsonNode schema, String field, String value, int depth) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> one : schema.path("properties").properties()) {
      if (one.getKey().equals(field)) {
        parts.add(Noise.quoted(field) + ":" + value);
      } else if (noise.chance(70)) {
        parts.add(Noise.quoted(one.getKey()) + ":" + json(one.getValue(), one.getKey(), depth + 1));
      }
    }
    if (noise.chance(10)) {
      parts.add("\"__proto__\":" + noise.raw());
    }
    return "{" + String.join(",", parts) + "}";
  }
}
