package org.citycase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The demo city as its clients see it: everything over HTTP, each person under his own name. */
@TestComponent
public class CityClient {

  private static final AtomicInteger PICTURES = new AtomicInteger();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json;
  private final Environment environment;

  CityClient(ObjectMapper json, Environment environment) {
    this.json = json;
    this.environment = environment;
  }

  /** An answer: its status and its body, empty when there is none. */
  public record Answer(int status, JsonNode body) {

    public String message() {
      return body.path("detail").asText(body.path("message").asText());
    }

    /** The case's number, of a report that was taken in. */
    public String number() {
      if (status != 201) {
        throw new AssertionError("The report was refused with " + status + ": " + body);
      }
      return body.path("number").asText();
    }
  }

  public Answer get(String user, String path) {
    return send(user, "GET", path, null, Map.of());
  }

  public Answer post(String user, String path, Object body) {
    return send(user, "POST", path, text(body), Map.of());
  }

  public Answer post(String user, String path, Object body, Map<String, String> headers) {
    return send(user, "POST", path, text(body), headers);
  }

  public Answer put(String user, String path, Object body) {
    return send(user, "PUT", path, text(body), Map.of());
  }

  public Answer delete(String user, String path) {
    return send(user, "DELETE", path, null, Map.of());
  }

  public Answer delete(String user, String path, Object body) {
    return send(user, "DELETE", path, text(body), Map.of());
  }

  public Answer patch(String user, String path, Object body) {
    return send(user, "PATCH", path, text(body), Map.of());
  }

  /** A file, byte by byte. */
  public byte[] download(String user, String path) {
    try {
      return http.send(asked(user, path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a file as the whole body. */
  public Answer upload(String user, String path, byte[] file) {
    HttpRequest request =
        asked(user, path)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
            .build();
    try {
      HttpResponse<String> response =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), tree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder asked(String user, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create("http://localhost:" + environment.getProperty("local.server.port") + path));
    if (user != null) {
      String basic = Base64.getEncoder().encodeToString((user + ":" + user).getBytes());
      request.header("Authorization", "Basic " + basic);
    }
    return request;
  }

  /** Moves time; timers that are due on the way fire. */
  public void at(String instant) {
    Answer answer = put("admin", "/api/clock", Map.of("now", instant));
    if (answer.status() != 200) {
      throw new AssertionError(answer.body().toString());
    }
  }

  /** A report with the usual photo for a collector; further fields as name, value pairs. */
  public Answer report(String user, String channel, String category, Object... fields) {
    return post(user, "/api/reports", body(channel, category, fields));
  }

  public ObjectNode body(String channel, String category, Object... fields) {
    ObjectNode body = json.createObjectNode();
    body.put("channel", channel).put("category", category).put("description", "测试 test 😀");
    body.putObject("location").put("lat", 39.90045).put("lng", 116.40060);
    if (channel.equals("collector")) {
      body.set("photos", photos(picture()));
    }
    for (int i = 0; i < fields.length; i += 2) {
      body.set(fields[i].toString(), json.valueToTree(fields[i + 1]));
    }
    return body;
  }

  /** Pictures as a report holds them. */
  public JsonNode photos(byte[]... pictures) {
    List<Map<String, String>> photos = new ArrayList<>();
    for (byte[] picture : pictures) {
      photos.add(Map.of("name", "a.png", "base64", Base64.getEncoder().encodeToString(picture)));
    }
    return json.valueToTree(photos);
  }

  /** A small picture, never the same. */
  public static byte[] picture() {
    int number = PICTURES.incrementAndGet();
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64; i++) {
      picture.setRGB(i % 8, i / 8, (number * 7919 + i * 104729) & 0xffffff);
    }
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode caseOf(String number) {
    return get("auditor", "/api/cases/" + number).body();
  }

  public String stateOf(String number) {
    return caseOf(number).path("state").asText();
  }

  /** Every state the case was in, in order. */
  public List<String> statesOf(String number) {
    List<String> states = new ArrayList<>();
    for (JsonNode entry : get("auditor", "/api/cases/" + number + "/trail").body()) {
      String to = entry.path("to").asText();
      if (!entry.path("to").equals(entry.path("from"))) {
        states.add(to);
      }
    }
    return states;
  }

  /** The open task of this key as this user sees it; null when he sees none. */
  public JsonNode task(String user, String number, String key) {
    JsonNode tasks =
        get(
                user,
                "/engine-rest/task?processInstanceBusinessKey="
                    + number
                    + "&taskDefinitionKey="
                    + key)
            .body();
    return tasks.isEmpty() ? null : tasks.get(0);
  }

  /** Completes an open task; the task is looked up as the auditor, so that a refusal is seen. */
  public Answer complete(
      String user, String number, String key, String outcome, Object... variables) {
    JsonNode task = task("auditor", number, key);
    if (task == null) {
      throw new AssertionError(
          "Case %s has no task %s but %s"
              .formatted(
                  number,
                  key,
                  get("auditor", "/engine-rest/task?processInstanceBusinessKey=" + number)
                      .body()
                      .findValuesAsText("taskDefinitionKey")));
    }
    return completeTask(user, task.path("id").asText(), outcome, variables);
  }

  public Answer completeTask(String user, String id, String outcome, Object... variables) {
    ObjectNode body = json.createObjectNode();
    ObjectNode values = body.putObject("variables");
    if (outcome != null) {
      values.putObject("outcome").put("value", outcome);
    }
    for (int i = 0; i < variables.length; i += 2) {
      values.putObject(variables[i].toString()).set("value", json.valueToTree(variables[i + 1]));
    }
    return post(user, "/engine-rest/task/" + id + "/complete", body);
  }

  /** Completes a task that must go through. */
  public void does(String user, String number, String key, String outcome, Object... variables) {
    Answer answer = complete(user, number, key, outcome, variables);
    if (answer.status() >= 300) {
      throw new AssertionError(key + " " + outcome + ": " + answer.status() + answer.body());
    }
  }

  public Answer attach(String user, String number, String kind, byte[]... pictures) {
    return post(
        user,
        "/api/cases/" + number + "/attachments",
        Map.of("kind", kind, "photos", photos(pictures)));
  }

  /** A shop that trades in the street, told to the hotline, accepted, filed: its unit has it. */
  public String filedShop(Object... fields) {
    ObjectNode shop = body("hotline", "E04-05", fields);
    shop.put("condition", "E04-05-1").set("photos", photos(picture()));
    String number = post("li", "/api/reports", shop).number();
    does("li", number, "user_acceptReport", "accepted");
    does("zhao", number, "user_fileCase", "filed");
    return number;
  }

  /** Migrates a process instance within its own diagram. */
  public Answer migrate(String definition, String instance) {
    Map<String, String> within =
        Map.of("sourceProcessDefinitionId", definition, "targetProcessDefinitionId", definition);
    Map<?, ?> plan =
        json.convertValue(
            post("admin", "/engine-rest/migration/generate", within).body(), Map.class);
    return post(
        "admin",
        "/engine-rest/migration/execute",
        Map.of("migrationPlan", plan, "processInstanceIds", List.of(instance)));
  }

  /** Feeds back with a new after-photo. */
  public void feedsBack(String user, String number) {
    attach(user, number, "after", picture());
    does(user, number, "user_handleCase", "done", "result", "修好了 repaired");
  }

  /** Sends form fields and one file, as Camunda Modeler does. */
  public Answer multipart(
      String user, String path, Map<String, String> fields, String fileName, String content) {
    String mark = "----city";
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(mark, name, value)));
    body.append(
        ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n")
            .formatted(mark, fileName, fileName));
    body.append(content).append("\r\n--").append(mark).append("--\r\n");
    return send(
        user,
        "POST",
        path,
        body.toString(),
        Map.of("Content-Type", "multipart/form-data; boundary=" + mark));
  }

  private String text(Object body) {
    try {
      return body instanceof String text ? text : json.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer send(
      String user, String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:" + environment.getProperty("local.server.port") + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    if (user != null) {
      String basic = Base64.getEncoder().encodeToString((user + ":" + user).getBytes());
      request.header("Authorization", "Basic " + basic);
    }
    request.setHeader("Content-Type", "application/json");
    headers.forEach(request::setHeader);
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), tree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private JsonNode tree(String body) throws IOException {
    if (body == null || body.isBlank()) {
      return json.createObjectNode();
    }
    return body.startsWith("{") || body.startsWith("[")
        ? json.readTree(body)
        : json.createObjectNode().put("text", body);
  }
}
