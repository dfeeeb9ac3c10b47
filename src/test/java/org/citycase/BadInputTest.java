package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What does not fit is answered with a sentence and leaves everything as it was. */
@CityTest
class BadInputTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private JdbcTemplate jdbc;

  @BeforeEach
  void aTuesdayMorning() {
    desk.at("2026-03-10T09:00:00+08:00");
  }

  private void refused(CityClient.Answer answer, int status, String... words) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    assertThat(answer.message()).contains(words);
    assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM cc_case_file", Integer.class)).isZero();
    assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM cc_case_log", Integer.class)).isZero();
    assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM cc_case_number", Integer.class))
        .as("a refused report uses up no number")
        .isZero();
    assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM ACT_RU_EXECUTION", Integer.class))
        .isZero();
  }

  @Test
  void anUnknownCategoryIsRefusedByItsField() {
    CityClient.Answer answer = city.report("chen", "collector", "C99-99");
    refused(answer, 400, "C99-99");
    assertThat(answer.body().path("errors").get(0).path("field").asText()).isEqualTo("category");
    assertThat(answer.body().path("title").asText()).isNotBlank();
  }

  @Test
  void anUnknownChannelOrAMalformedBodyIsRefused() {
    refused(city.report("li", "pigeon", "C01-37"), 400, "pigeon");
    refused(city.post("li", "/api/reports", "{\"channel\": "), 400, "JSON");
    refused(city.post("li", "/api/reports", "{\"measure\": \"x\"}"), 400, "measure");
  }

  @Test
  void aBodyThatIsTornOrGoesOnOrSaysANameTwiceOrHoldsHalfACharacterIsRefused() {
    refused(city.post("li", "/api/reports", "{} {}"), 400, "body");
    refused(
        city.post("li", "/api/reports", "{\"channel\":\"media\",\"channel\":\"x\"}"), 400, "JSON");
    refused(
        city.post("li", "/api/reports", "{\"description\":\"a\\ud800\"}"),
        400,
        "description",
        "character");
    refused(
        city.post("li", "/api/reports", "x", Map.of("Content-Type", "multipart/form-data")),
        400,
        "multipart");
    refused(
        city.multipart("li", "/api/reports", Map.of("report", "{\"measure\":[]}"), "photos", "x"),
        400,
        "measure");
  }

  @Test
  void ofWhatIsNotThereTheEngineTakesNoHistoryAwayAndHoldsNothing() {
    String log = "SELECT COUNT(*) FROM cc_configuration_log";
    int told = jdbc.queryForObject(log, Integer.class);
    String history = "/engine-rest/history/process-instance/";
    assertThat(city.delete("wu", history + "x?failIfNotExists=false").status()).isEqualTo(404);
    CityClient.Answer held =
        city.put("wu", "/engine-rest/process-instance/x/suspended", Map.of("suspended", true));
    assertThat(held.status()).isEqualTo(404);
    assertThat(held.message()).contains("no process instance x");
    assertThat(jdbc.queryForObject(log, Integer.class)).isEqualTo(told);
    String lamp = city.report("li", "hotline", "C01-37").number();
    city.does("li", lamp, "user_acceptReport", "rejected", "reason", "r", "advice", "a");
    String instance =
        city.get("auditor", history.replaceAll("/$", "") + "?processInstanceBusinessKey=" + lamp)
            .body()
            .at("/0/id")
            .asText();
    CityClient.Answer gone = city.delete("admin", history + instance);
    assertThat(gone.status()).as(gone.body().toString()).isEqualTo(204);
    assertThat(jdbc.queryForObject(log, Integer.class)).isGreaterThan(told);
  }

  @Test
  void whoTakesNoAnswerIsRefusedBeforeAnythingIsWritten() {
    CityClient.Answer answer =
        city.post(
            "li",
            "/api/searches",
            Map.of("name", "unanswered", "search", ""),
            Map.of("Accept", "application/xml"));
    assertThat(answer.status()).isEqualTo(406);
    assertThat(city.get("li", "/api/searches").body().toString()).doesNotContain("unanswered");
  }

  @Test
  void aConditionOfAnotherCategoryIsRefused() {
    refused(
        city.report("chen", "collector", "C01-37", "condition", "E01-10-1"),
        400,
        "E01-10",
        "C01-37");
  }

  @Test
  void aPlaceOutsideEveryGridOrNoPlaceAtAllIsRefused() {
    refused(
        city.report("chen", "collector", "C01-37", "location", Map.of("lat", 31.2, "lng", 121.5)),
        422,
        "outside every unit grid");
    refused(city.report("chen", "collector", "C01-37", "location", Map.of()), 400, "location");
  }

  @Test
  void aComponentOfAnotherCategoryOrAnUnknownOneIsRefused() {
    refused(
        city.report("chen", "collector", "C01-01", "component", "1101010137000012"),
        400,
        "C01-37",
        "C01-01");
    refused(
        city.report("chen", "collector", "C01-37", "component", "1101010137999999"),
        400,
        "register");
  }

  @Test
  void aPhotoThatIsNoPictureAndTooManyPhotosAreRefused() {
    byte[] text = "I am not a picture".getBytes(StandardCharsets.UTF_8);
    refused(city.report("chen", "collector", "C01-37", "photos", city.photos(text)), 422, "a.png");
    refused(
        city.report("chen", "collector", "C01-37", "photos", city.photos(new byte[11_000_000])),
        413,
        "10 MB");
    byte[][] ten =
        IntStream.range(0, 10).mapToObj(i -> CityClient.picture()).toArray(byte[][]::new);
    refused(
        city.report("chen", "collector", "C01-37", "photos", city.photos(ten)), 422, "at most 9");
    refused(
        city.report("chen", "collector", "C01-37", "photos", List.of(Map.of("base64", "%%% no"))),
        400,
        "photos[0]");
  }

  @Test
  void aBodyOfFiftyMegabytesIsRefused() {
    String body = "{\"channel\":\"public\",\"description\":\"" + "x".repeat(50_000_000) + "\"}";
    refused(city.post(null, "/api/reports", body), 413, "40 MB");
  }

  @Test
  void aChannelThatIsNotTheSendersIsRefused() {
    refused(city.report("li", "collector", "C01-37"), 403, "collectors");
    refused(city.report("chen", "hotline", "C01-37"), 403, "operators");
    refused(city.report(null, "hotline", "C01-37"), 403, "operators");
    CityClient.Answer stranger = city.get(null, "/api/cases");
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.message()).contains("Sign in");
  }

  @Test
  void anUnknownOutcomeAMissingReasonAndAnotherGroupsTaskAreRefusedWhicheverWayTheyArrive() {
    String lamp = city.report("chen", "collector", "C01-37").number();
    String before = trail(lamp);
    taskRefused(city.complete("zhao", lamp, "user_fileCase", "burnt"), 400, "burnt", "filed");
    taskRefused(city.complete("zhao", lamp, "user_fileCase", null), 400, "filed");
    taskRefused(city.complete("zhao", lamp, "user_fileCase", "notFiled"), 400, "reason");
    taskRefused(
        city.complete("zhao", lamp, "user_fileCase", "notFiled", "reason", "  "), 400, "reason");
    taskRefused(city.complete("zhao", lamp, "user_fileCase", "filed"), 400, "condition");
    taskRefused(
        city.complete("zhao", lamp, "user_fileCase", "filed", "condition", "E01-10-1"),
        400,
        "E01-10-1");
    CityClient.Answer stranger = city.complete("sun", lamp, "user_fileCase", "filed");
    assertThat(stranger.status()).isEqualTo(403);
    taskRefused(
        city.complete("admin", lamp, "user_fileCase", "notFiled", "reason", "r"),
        403,
        "duty-leaders");
    assertThat(city.complete("auditor", lamp, "user_fileCase", "filed").status()).isEqualTo(403);
    assertThat(trail(lamp)).isEqualTo(before);
    assertThat(city.stateOf(lamp)).isEqualTo("TO_FILE");
  }

  private static void taskRefused(CityClient.Answer answer, int status, String... words) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    assertThat(answer.body().path("message").asText()).contains(words);
  }

  private String trail(String number) {
    return city.get("auditor", "/api/cases/" + number + "/trail").body().toString();
  }

  @Test
  void aVariableThatTheTaskDoesNotAskForSteersNothing() {
    String lamp = city.report("chen", "collector", "C01-37", "condition", "C01-37-3").number();
    city.does("zhao", lamp, "user_fileCase", "filed");
    city.does(
        "lamp-co", lamp, "user_acceptWork", "accepted", "unit", "WATER-CO", "state", "CLOSED");
    assertThat(city.caseOf(lamp).path("unit").asText()).isEqualTo("LAMP-CO");
    assertThat(city.task("water-co", lamp, "user_handleCase")).isNull();
    assertThat(city.task("lamp-co", lamp, "user_handleCase")).isNotNull();
  }

  @Test
  void feedbackWithoutTheAfterPhotoOfItsPersonIsRefused() {
    String lamp = city.report("chen", "collector", "C01-37", "condition", "C01-37-3").number();
    city.does("zhao", lamp, "user_fileCase", "filed");
    city.does("lamp-co", lamp, "user_acceptWork", "accepted");
    CityClient.Answer without =
        city.complete("lamp-co", lamp, "user_handleCase", "done", "result", "r");
    taskRefused(without, 422, "after-photo");
    assertThat(city.attach("chen", lamp, "after", CityClient.picture()).status()).isEqualTo(201);
    taskRefused(
        city.complete("lamp-co", lamp, "user_handleCase", "done", "result", "r"), 422, "after");
    assertThat(city.stateOf(lamp)).isEqualTo("HANDLING");
    city.feedsBack("lamp-co", lamp);
    assertThat(city.stateOf(lamp)).isEqualTo("FEEDBACK");
  }

  @Test
  void theSameIdempotencyKeyGivesTheFirstAnswerAndAnotherReportUnderItIsRefused() {
    Object body = city.body("collector", "C01-37");
    Map<String, String> key = Map.of("Idempotency-Key", "phone-1-0001");
    CityClient.Answer first = city.post("chen", "/api/reports", body, key);
    CityClient.Answer again = city.post("chen", "/api/reports", body, key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(city.get("auditor", "/api/cases").body().path("total").asInt()).isEqualTo(1);
    CityClient.Answer other =
        city.post("chen", "/api/reports", city.body("collector", "C01-01"), key);
    assertThat(other.status()).isEqualTo(409);
    assertThat(city.post("wu", "/api/reports", body, key).number())
        .as("another sender's key is another key")
        .isNotEqualTo(first.number());
  }

  @Test
  void theSameKeySentFourTimesAtOnceMakesOneCase() {
    Object body = city.body("collector", "C01-37");
    Map<String, String> key = Map.of("Idempotency-Key", "at-once");
    List<CompletableFuture<CityClient.Answer>> sent =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> city.post("chen", "/api/reports", body, key)))
            .limit(4)
            .toList();
    List<CityClient.Answer> answers = sent.stream().map(CompletableFuture::join).toList();
    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers.stream().map(CityClient.Answer::number).distinct()).hasSize(1);
    assertThat(city.get("auditor", "/api/cases").body().path("total").asInt()).isEqualTo(1);
  }

  @Test
  void ofTwoPeopleWhoCompleteOneTaskAtOnceOneIsToldThatTheOtherWasFaster() {
    String lamp = city.report("chen", "collector", "C01-37", "condition", "C01-37-3").number();
    String task = city.task("zhao", lamp, "user_fileCase").path("id").asText();
    List<CompletableFuture<CityClient.Answer>> both =
        Stream.of("filed", "filed")
            .map(
                outcome ->
                    CompletableFuture.supplyAsync(() -> city.completeTask("zhao", task, outcome)))
            .toList();
    List<CityClient.Answer> answers = both.stream().map(CompletableFuture::join).toList();
    assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() >= 300)
        .singleElement()
        .satisfies(
            late -> {
              assertThat(late.status()).as(late.body().toString()).isIn(404, 409);
              assertThat(late.message()).contains("somebody else");
            });
    assertThat(city.stateOf(lamp)).isEqualTo("DISPATCHED");
    taskRefused(city.completeTask("zhao", task, "filed"), 409, "somebody else");
  }

  @Test
  void photosAddedAtOnceAreAllAttachedAndTheChainOfTheLogHolds() {
    String lamp = city.report("chen", "collector", "C01-37", "condition", "C01-37-3").number();
    city.does("zhao", lamp, "user_fileCase", "filed");
    city.does("lamp-co", lamp, "user_acceptWork", "accepted");
    List<CompletableFuture<CityClient.Answer>> sent =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> city.attach("lamp-co", lamp, "after", CityClient.picture())))
            .limit(6)
            .toList();
    assertThat(sent.stream().map(CompletableFuture::join))
        .allMatch(answer -> answer.status() == 201);
    assertThat(city.get("auditor", "/api/cases/" + lamp + "/attachments").body()).hasSize(7);
    JsonNode trail = city.get("auditor", "/api/cases/" + lamp + "/trail").body();
    for (int i = 1; i < trail.size(); i++) {
      assertThat(trail.get(i).path("previousHash")).isEqualTo(trail.get(i - 1).path("hash"));
    }
  }

  @Test
  void ofFourWhoAnswerOneTaskDifferentlyAtOnceOneWinsAndTheOthersAreTold() {
    String lamp = city.report("chen", "collector", "C01-37", "condition", "C01-37-3").number();
    String task = city.task("zhao", lamp, "user_fileCase").path("id").asText();
    List<CompletableFuture<CityClient.Answer>> all =
        Stream.of("filed", "notFiled", "sentBack", "notFiled")
            .map(
                outcome ->
                    CompletableFuture.supplyAsync(
                        () -> city.completeTask("zhao", task, outcome, "reason", "r")))
            .toList();
    List<CityClient.Answer> answers = all.stream().map(CompletableFuture::join).toList();
    assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 204)
        .allSatisfy(late -> assertThat(late.status()).as(late.body().toString()).isEqualTo(409));
  }

  @Test
  void whatNobodyCanReadIsRefusedBeforeAnythingIsDone() {
    refused(
        city.post(
            "chen",
            "/api/reports",
            city.body("collector", "C01-37"),
            Map.of("Accept", "application/xml")),
        406,
        "");
    refused(
        city.multipart("chen", "/api/reports", Map.of("report", "{"), "photos", "x"),
        400,
        "report");
  }

  @Test
  void aDiagramThatDoesNotParseIsRefusedAndTheOneInForceStays() {
    CityClient.Answer before = city.get("owner", "/engine-rest/process-definition/key/cityCase");
    CityClient.Answer refused =
        city.multipart(
            "owner",
            "/engine-rest/deployment/create",
            Map.of("deployment-name", "broken"),
            "broken.bpmn",
            "<definitions><process id='cityCase'><nonsense/>");
    assertThat(refused.status()).isBetween(400, 499);
    assertThat(refused.message()).isNotBlank();
    assertThat(city.get("owner", "/engine-rest/process-definition/key/cityCase").body())
        .isEqualTo(before.body());
  }

  @Test
  void timeRunsOnlyForwardAndOnlyInASimulation() {
    CityClient.Answer back =
        city.put("admin", "/api/clock", Map.of("now", "2026-03-09T00:00:00+08:00"));
    assertThat(back.status()).isEqualTo(422);
    JsonNode now = city.get("admin", "/api/clock").body();
    assertThat(now.path("now").asText()).isEqualTo("2026-03-10T09:00:00+08:00");
  }
}
