package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a program does to a case or a task it may repeat under the same key. */
@CityTest
class RepeatedRequestsTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;

  @BeforeEach
  void aTuesdayMorning() {
    desk.at("2026-03-10T09:00:00+08:00");
  }

  private static Map<String, String> key() {
    return Map.of("Idempotency-Key", UUID.randomUUID().toString());
  }

  private String lampToFile() {
    return city.report("chen", "collector", "C01-37", "condition", "C01-37-3").number();
  }

  private String completion(String number, String key) {
    String id = city.task("auditor", number, key).path("id").asText();
    return "/engine-rest/task/" + id + "/complete";
  }

  private static Map<String, Object> outcome(String name) {
    return Map.of("variables", Map.of("outcome", Map.of("value", name)));
  }

  private int entries(String number) {
    return city.get("auditor", "/api/cases/" + number + "/trail").body().size();
  }

  @Test
  void aTaskCompletedTwiceUnderOneKeyIsCompletedOnce() {
    String lamp = lampToFile();
    String complete = completion(lamp, "user_fileCase");
    Map<String, String> key = key();
    assertThat(city.post("zhao", complete, outcome("filed"), key).status()).isEqualTo(204);
    int entries = entries(lamp);
    assertThat(city.post("zhao", complete, outcome("filed"), key).status()).isEqualTo(204);
    assertThat(entries(lamp)).isEqualTo(entries);
    assertThat(city.post("zhao", complete, outcome("filed"), key()).status()).isEqualTo(409);
  }

  @Test
  void aPhotoSentTwiceUnderOneKeyIsAddedOnceAndAnsweredAlike() {
    String lamp = lampToFile();
    String path = "/api/cases/" + lamp + "/attachments";
    Map<String, Object> photo =
        Map.of("kind", "other", "photos", city.photos(CityClient.picture()));
    Map<String, String> key = key();
    CityClient.Answer first = city.post("chen", path, photo, key);
    CityClient.Answer second = city.post("chen", path, photo, key);
    assertThat(first.status()).isEqualTo(201);
    assertThat(second).isEqualTo(first);
    assertThat(city.get("auditor", path).body()).hasSize(2);
  }

  @Test
  void behindTheEnginesSecondNameAKeyCountsAsWell() {
    String lamp = lampToFile();
    String complete =
        completion(lamp, "user_fileCase").replace("/engine-rest/", "/engine-rest/engine/default/");
    Map<String, String> key = key();
    assertThat(city.post("zhao", complete, outcome("filed"), key).status()).isEqualTo(204);
    assertThat(city.post("zhao", complete, outcome("filed"), key).status()).isEqualTo(204);
  }

  @Test
  void aKeyOfAnotherRequestIsRefused() {
    String lamp = lampToFile();
    String complete = completion(lamp, "user_fileCase");
    Map<String, String> key = key();
    city.post("zhao", complete, outcome("filed"), key);
    CityClient.Answer other = city.post("zhao", complete, outcome("notFiled"), key);
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.message()).contains("another request");
  }

  @Test
  void whatWasRefusedMayBeSentAgainUnderTheSameKey() {
    String lamp = lampToFile();
    String complete = completion(lamp, "user_fileCase");
    Map<String, String> key = key();
    assertThat(city.post("li", complete, outcome("filed"), key).status()).isBetween(400, 499);
    assertThat(city.post("zhao", complete, outcome("nonsense"), key).status()).isEqualTo(400);
    assertThat(city.post("zhao", complete, outcome("filed"), key).status()).isEqualTo(204);
  }

  @Test
  void ofManyAtTheSameMomentOneActsAndAllGetItsAnswer() {
    String lamp = lampToFile();
    city.does("zhao", lamp, "user_fileCase", "filed");
    String supervise = "/api/cases/" + lamp + "/supervise";
    Map<String, String> watch = Map.of("kind", "important", "note", "school way");
    Map<String, String> key = key();
    List<CompletableFuture<CityClient.Answer>> answers =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> city.post("he", supervise, watch, key)))
            .limit(6)
            .toList();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
    long supervised =
        Stream.of(city.get("auditor", "/api/cases/" + lamp + "/trail").body())
            .flatMap(trail -> trail.findValuesAsText("action").stream())
            .filter("supervise"::equals)
            .count();
    assertThat(supervised).isEqualTo(1);
  }
}
