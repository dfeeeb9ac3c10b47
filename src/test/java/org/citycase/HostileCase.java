package org.citycase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/**
 * One text in every place of a case where somebody writes, from its report to its check. Where it
 * is refused, which must be with a sentence, something plain is written instead.
 */
class HostileCase {

  private static final String PLAIN = "plain";

  /** Half of a character leaves only so. */
  private static final ObjectMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final CityClient city;
  private String text;
  private String number;

  HostileCase(CityClient city) {
    this.city = city;
  }

  /** The number of a case full of this text; it waits at the unit, which has handled it once. */
  String of(String hostile) {
    text = hostile;
    number = reported();
    city.does("li", number, "user_acceptReport", "accepted");
    city.does("zhao", number, "user_fileCase", "filed");
    city.does("sun", number, "user_dispatchCase", "dispatched", "unit", "LAMP-CO");
    does("lamp-co", "user_acceptWork", "accepted", "handler");
    beside();
    does("lamp-co", "user_handleCase", "extension", "reason");
    does("sun", "user_decideExtension", "refused", "reason");
    photo();
    does("lamp-co", "user_handleCase", "done", "result");
    does("li", "user_reviewFeedback", "incomplete", "reason");
    return number;
  }

  private String reported() {
    CityClient.Answer answer = report(text, text, text);
    answer = answer.status() == 201 ? answer : report(text, text, PLAIN);
    answer = answer.status() == 201 ? answer : report(text, PLAIN, PLAIN);
    answer = answer.status() == 201 ? answer : report(PLAIN, PLAIN, PLAIN);
    return answer.number();
  }

  private CityClient.Answer report(String description, String address, String name) {
    return post(
        "li",
        "/api/reports",
        city.body(
            "media",
            "C01-37",
            "condition",
            "C01-37-3",
            "component",
            "1101010137000012",
            "description",
            description,
            "location",
            Map.of("lat", 39.90045, "lng", 116.40060, "address", address),
            "reporter",
            Map.of("name", name, "phone", "13812345678"),
            "photos",
            photos(name)));
  }

  private Object photos(String name) {
    String picture = city.photos(CityClient.picture()).at("/0/base64").asText();
    return List.of(Map.of("name", name, "contentType", name, "base64", picture));
  }

  /** What others say to the case, and what is written beside it. */
  private void beside() {
    post("he", "/api/cases/" + number + "/supervise", Map.of("kind", "important", "note", text));
    post("leader", "/api/cases/" + number + "/leader-instruction", Map.of("text", text));
    post("lamp-co", "/api/cases/" + number + "/appeal", Map.of("reason", text));
    post("auditor", "/api/searches", Map.of("name", text, "search", "q=" + text));
    post(
        "owner",
        "/api/calendar/emergencies",
        Map.of(
            "name",
            text,
            "comment",
            text,
            "categories",
            List.of("E05-01"),
            "from",
            "2026-07-20T18:00:00+08:00",
            "to",
            "2026-07-20T19:00:00+08:00"));
    String task = city.task("lamp-co", number, "user_handleCase").path("id").asText();
    post("lamp-co", "/engine-rest/task/" + task + "/comment/create", Map.of("message", text));
  }

  private void photo() {
    CityClient.Answer answer =
        post(
            "lamp-co",
            "/api/cases/" + number + "/attachments",
            Map.of("kind", "after", "photos", photos(text)));
    if (answer.status() != 201) {
      city.attach("lamp-co", number, "after", CityClient.picture());
    }
  }

  private void does(String user, String task, String outcome, String field) {
    if (taken(city.complete(user, number, task, outcome, field, text)).status() >= 300) {
      city.does(user, number, task, outcome, field, PLAIN);
    }
  }

  private CityClient.Answer post(String user, String path, Object body) {
    try {
      return taken(city.post(user, path, ASCII.writeValueAsString(body)));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private CityClient.Answer taken(CityClient.Answer answer) {
    if (answer.status() >= 500 || answer.status() >= 400 && answer.message().isBlank()) {
      throw new AssertionError(answer.status() + " for " + text + ": " + answer.body());
    }
    return answer;
  }
}
