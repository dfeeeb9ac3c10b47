package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A process owner changes a standard, a second one puts it in force, and cases keep what they had.
 */
@CityTest
class TablePublicationTest {

  private static final String TUESDAY = "2026-03-10T09:00:00+08:00";
  private static final String FILING = "filing-standard";

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private JdbcTemplate jdbc;

  @BeforeEach
  void anEmptyDesk() {
    desk.at(TUESDAY);
  }

  @AfterEach
  void theNationalTablesAreInForceAgain() {
    desk.at(TUESDAY);
  }

  @Test
  void aNewLimitIsForNewCasesAndAnOldCaseKeepsItsOwn() {
    String before = lamp();
    assertThat(limit(before)).isEqualTo(1);
    publish("owner", "owner2", limitOfTheLamp("3"));

    String after = lamp();
    assertThat(limit(after)).isEqualTo(3);
    assertThat(due(after)).isEqualTo("2026-03-13T09:00:00+08:00");
    assertThat(limit(before)).isEqualTo(1);
    assertThat(due(before)).isEqualTo("2026-03-11T09:00:00+08:00");
    assertThat(receiptsAgree()).isTrue();
  }

  @Test
  void aVersionIsRolledBackAndBothStayInTheHistory() {
    String first = version(FILING);
    publish("owner", "owner2", limitOfTheLamp("3"));
    String second = version(FILING);
    assertThat(second).isNotEqualTo(first);

    JsonNode back =
        ok(
            city.post(
                "owner",
                "/api/tables/filing-standard/rollback",
                Map.of("version", first, "comment", "decree withdrawn")));
    assertThat(back.path("version").asText()).isEqualTo(first);
    assertThat(limit(lamp())).isEqualTo(1);

    JsonNode history = ok(city.get("auditor", "/api/tables/filing-standard/versions"));
    assertThat(history.findValuesAsText("kind")).containsExactly("ROLLBACK", "PUBLISHED", "START");
    assertThat(history.findValuesAsText("version")).containsExactly(first, second, first);
    assertThat(history.findValuesAsText("inForce")).containsExactly("true", "false", "false");
    JsonNode log = ok(city.get("auditor", "/api/rules/log")).path("items");
    assertThat(log.findValuesAsText("action"))
        .containsExactly("ROLLED_BACK", "PUBLISHED", "DRAFTED");
    assertThat(log.findValuesAsText("comment")).contains("decree withdrawn", "decree 12");
    assertThat(
            jdbc.queryForList(
                "SELECT CONCAT(actor, ' ', action, ' ', subject) FROM cc_configuration_log"
                    + " ORDER BY seq DESC LIMIT 3",
                String.class))
        .as("each once in the chained log of the configuration")
        .containsExactly(
            "owner rollBackTable filing-standard",
            "owner2 publishTable filing-standard",
            "owner draftTable filing-standard");
  }

  @Test
  void theAuthorDoesNotPublishHisOwnDraftUnlessTheCitySwitchedFourEyesOff() {
    long draft = draft("owner", limitOfTheLamp("3"));
    CityClient.Answer refused = publish(draft, "owner");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message()).contains("another process owner publishes it");
    assertThat(limit(lamp())).isEqualTo(1);

    assertThat(fourEyes("owner", false).status()).isEqualTo(403);
    ok(fourEyes("admin", false));
    ok(publish(draft, "owner"));
    assertThat(limit(lamp())).isEqualTo(3);
    ok(fourEyes("admin", true));
    assertThat(publish(draft("owner", limitOfTheLamp("4")), "owner").status()).isEqualTo(403);
    assertThat(ok(city.get("auditor", "/api/rules/log")).findValuesAsText("action"))
        .contains("FOUR_EYES_OFF", "FOUR_EYES_ON");
  }

  @Test
  void ofTwoDraftsFromOneVersionTheSecondIsOutdated() {
    long first = draft("owner", limitOfTheLamp("3"));
    long second = draft("owner", limitOfTheLamp("4"));
    ok(publish(first, "owner2"));
    CityClient.Answer refused = publish(second, "owner2");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.message()).contains("by now (published by owner2)");
    assertThat(limit(lamp())).isEqualTo(3);
    assertThat(publish(first, "owner2").status()).isEqualTo(409);
  }

  @Test
  void aVersionWaitsForItsInstantAndMayBeWithdrawnBefore() {
    long draft = draft("owner", limitOfTheLamp("3"));
    Map<String, Object> monday =
        Map.of("comment", "from Monday", "effectiveAt", "2026-03-16T00:00:00+08:00");
    ok(city.post("owner2", "/api/drafts/" + draft + "/publish", monday));
    assertThat(limit(lamp())).isEqualTo(1);
    CityClient.Answer meanwhile =
        city.post(
            "owner",
            "/api/tables/filing-standard/rollback",
            Map.of("version", version(FILING), "comment", "no"));
    assertThat(meanwhile.status()).isEqualTo(409);
    assertThat(meanwhile.message()).contains("withdraw it first");
    city.at("2026-03-16T00:00:00+08:00");
    assertThat(limit(lamp())).isEqualTo(3);

    long next = draft("owner", limitOfTheLamp("4"));
    ok(
        city.post(
            "owner2",
            "/api/drafts/" + next + "/publish",
            Map.of("comment", "later", "effectiveAt", "2026-03-20T00:00:00+08:00")));
    ok(city.delete("owner", "/api/tables/filing-standard/scheduled", Map.of("comment", "not yet")));
    city.at("2026-03-23T09:00:00+08:00");
    assertThat(limit(lamp())).isEqualTo(3);
  }

  @Test
  void aCorrectionAlsoAnswersForCasesAlreadyFiled() {
    String earlier = lamp();
    ok(publish(draft("owner", "closing-standard", afterPhotos("2")), "owner2"));
    String open = lamp();
    assertThat(photosDemanded(open)).isEqualTo(2);
    long corrected = draft("owner", "closing-standard", afterPhotos("3"));
    ok(
        city.post(
            "owner2",
            "/api/drafts/" + corrected + "/publish",
            Map.of("comment", "the decree was misread", "correction", true)));
    assertThat(photosDemanded(open)).isEqualTo(3);
    assertThat(photosDemanded(lamp())).isEqualTo(3);
    assertThat(photosDemanded(earlier)).isEqualTo(1);
  }

  @Test
  void aDraftThatChangesNothingIsNotPublished() {
    CityClient.Answer begun = city.post("owner", "/api/tables/penalty/drafts", Map.of());
    CityClient.Answer refused = publish(begun.body().path("id").asLong(), "owner2");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.message()).contains("changes nothing");
  }

  @Test
  void theFileOfAnotherTableIsRefusedInBothLanguages() {
    byte[] other = city.download("owner", "/api/tables/penalty?format=csv");
    CityClient.Answer refused = city.upload("owner", "/api/tables/stage-limits/drafts", other);
    assertThat(refused.status()).isEqualTo(422);
    JsonNode error = refused.body().path("errors").path(0);
    assertThat(error.path("message").asText()).startsWith("This is the file of table penalty");
    assertThat(error.path("zh").asText()).isEqualTo("这是表 penalty（扣分）的文件，请在该表处上传。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void aFileThatIsUploadedAsItWasDownloadedChangesNothing(String format) {
    for (JsonNode table : ok(city.get("owner", "/api/tables"))) {
      String path = "/api/tables/" + table.path("name").asText();
      byte[] file = city.download("owner", path + "?format=" + format);
      CityClient.Answer draft = city.upload("owner", path + "/drafts", file);
      assertThat(draft.status()).as(path + draft.body()).isEqualTo(201);
      assertThat(draft.body().path("changes")).as(path).isEmpty();
      assertThat(draft.body().path("faults")).as(path).isEmpty();
    }
  }

  @Test
  void whatNamesNothingIsRefusedAndChangesNothing() {
    CityClient.Answer begun = city.post("owner", "/api/tables/penalty/drafts", Map.of());
    String draft = "/api/drafts/" + begun.body().path("id").asLong();
    for (String edit :
        List.of(
            "{}",
            "{\"cells\":[null]}",
            "{\"cells\":[{\"row\":\"OT-1\",\"value\":\"2\"}]}",
            "{\"added\":[{\"id\":\" \"}]}",
            "{\"removed\":[null]}")) {
      assertThat(city.patch("owner", draft, edit).status()).as(edit).isEqualTo(400);
    }
    assertThat(ok(city.get("owner", draft)).path("edition").asInt()).isEqualTo(1);
    assertThat(city.put("admin", "/api/rules/four-eyes", Map.of("comment", "x")).status())
        .isEqualTo(400);
    assertThat(ok(city.get("admin", "/api/rules/four-eyes")).path("on").asBoolean()).isTrue();
    assertThat(city.post("owner", "/api/tables/penalty/rollback", Map.of("comment", "x")).status())
        .isEqualTo(400);
    assertThat(city.upload("owner", "/api/tables/penalty/drafts", new byte[0]).status())
        .isEqualTo(422);
  }

  @Test
  void whatTheAuthorChangedAfterTheSecondOwnerLookedIsNotPublished() {
    long draft = draft("owner", limitOfTheLamp("3"));
    int seen = ok(city.get("owner2", "/api/drafts/" + draft)).path("edition").asInt();
    ok(city.patch("owner", "/api/drafts/" + draft, limitOfTheLamp("4")));
    String path = "/api/drafts/" + draft + "/publish";
    CityClient.Answer refused =
        city.post("owner2", path, Map.of("comment", "decree 12", "edition", seen));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.message()).contains("owner changed the draft after you looked at it");
    assertThat(limit(lamp())).isEqualTo(1);
    ok(city.post("owner2", path, Map.of("comment", "decree 12", "edition", seen + 1)));
    assertThat(limit(lamp())).isEqualTo(4);
  }

  @Test
  void takingACorrectionBackIsACorrectionToo() {
    String open = lamp();
    String first = version("closing-standard");
    long wrong = draft("owner", "closing-standard", afterPhotos("3"));
    ok(
        city.post(
            "owner2",
            "/api/drafts/" + wrong + "/publish",
            Map.of("comment", "misread", "correction", true)));
    assertThat(photosDemanded(open)).isEqualTo(3);
    ok(
        city.post(
            "owner",
            "/api/tables/closing-standard/rollback",
            Map.of("version", first, "comment", "it was right before")));
    assertThat(photosDemanded(open)).isEqualTo(1);
  }

  @Test
  void othersSeeOrChangeNoTables() {
    assertThat(city.get("sun", "/api/tables").status()).isEqualTo(403);
    ok(city.get("auditor", "/api/tables"));
    assertThat(city.post("auditor", "/api/tables/penalty/drafts", Map.of()).status())
        .isEqualTo(403);
    assertThat(city.get("owner", "/api/tables/fines").status()).isEqualTo(404);
  }

  private static Map<String, Object> limitOfTheLamp(String days) {
    return cell("C01-37-1", "limitValue", days);
  }

  private static Map<String, Object> cell(String row, String key, String value) {
    return Map.of("cells", List.of(Map.of("row", row, "key", key, "value", value)));
  }

  private long draft(String author, Map<String, Object> edit) {
    return draft(author, FILING, edit);
  }

  private long draft(String author, String table, Map<String, Object> edit) {
    CityClient.Answer begun = city.post(author, "/api/tables/" + table + "/drafts", Map.of());
    assertThat(begun.status()).as(begun.body().toString()).isEqualTo(201);
    long id = begun.body().path("id").asLong();
    ok(city.patch(author, "/api/drafts/" + id, edit));
    return id;
  }

  private void publish(String author, String publisher, Map<String, Object> edit) {
    ok(publish(draft(author, edit), publisher));
  }

  private CityClient.Answer publish(long draft, String publisher) {
    return city.post(
        publisher, "/api/drafts/" + draft + "/publish", Map.of("comment", "decree 12"));
  }

  private CityClient.Answer fourEyes(String user, boolean on) {
    return city.put(user, "/api/rules/four-eyes", Map.of("on", on, "comment", "one owner on duty"));
  }

  private String lamp() {
    String number =
        city.report(
                "chen",
                "collector",
                "C01-37",
                "condition",
                "C01-37-1",
                "component",
                "1101010137000012")
            .number();
    city.does("zhao", number, "user_fileCase", "filed");
    return number;
  }

  private int limit(String number) {
    return city.caseOf(number).path("limit").path("value").asInt();
  }

  private String due(String number) {
    return city.caseOf(number).path("dueAt").asText();
  }

  private static Map<String, Object> afterPhotos(String photos) {
    return cell("C01-37-1", "afterPhotos", photos);
  }

  private int photosDemanded(String number) {
    if (city.task("lamp-co", number, "user_acceptWork") != null) {
      city.does("lamp-co", number, "user_acceptWork", "accepted");
    }
    String id = city.task("lamp-co", number, "user_handleCase").path("id").asText();
    return ok(city.get("lamp-co", "/api/tasks/" + id)).findPath("required").asInt();
  }

  private String version(String table) {
    for (JsonNode each : ok(city.get("owner", "/api/tables"))) {
      if (each.path("name").asText().equals(table)) {
        return each.path("version").asText();
      }
    }
    throw new AssertionError(table);
  }

  private boolean receiptsAgree() {
    JsonNode outcome = ok(city.post("auditor", "/api/rules/receipt-check", Map.of()));
    return outcome.path("receipts").asInt() > 0
        && outcome.path("same").asInt() == outcome.path("receipts").asInt();
  }

  private static JsonNode ok(CityClient.Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 204);
    return answer.body();
  }
}
