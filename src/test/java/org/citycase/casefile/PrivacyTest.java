package org.citycase.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.citycase.clock.CityClock;
import org.citycase.trail.ReporterDigest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Names and phones of reporters: who reads them, where they are, and that they can be erased. */
@CityTest
class PrivacyTest {

  private static final String NAME = "Marked Citizen";
  private static final String PHONE = "13987650123";
  private static final List<String> READERS =
      List.of(
          "li",
          "zhao",
          "sun",
          "qian",
          "he",
          "kong",
          "owner",
          "auditor",
          "leader",
          "admin",
          "chen",
          "street-a");
  private static final Set<String> MAY_OPEN = Set.of("li", "zhao");

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private CityClock clock;
  @Autowired private ReporterRetention retention;

  @BeforeEach
  void aThursdayMorning() {
    desk.at("2026-03-12T09:00:00+08:00");
  }

  private String called(Object... more) {
    List<Object> fields =
        new ArrayList<>(
            List.of("condition", "E04-05-1", "reporter", Map.of("name", NAME, "phone", PHONE)));
    fields.addAll(List.of(more));
    return city.report("li", "hotline", "E04-05", fields.toArray()).number();
  }

  private String dispatched() {
    String shop = called();
    city.does("li", shop, "user_acceptReport", "accepted");
    city.does("zhao", shop, "user_fileCase", "filed");
    return shop;
  }

  private String closed() {
    String shop = dispatched();
    city.does("street-a", shop, "user_acceptWork", "accepted");
    city.feedsBack("street-a", shop);
    city.does("li", shop, "user_reviewFeedback", "check");
    city.does("chen", shop, "user_checkOnSite", "passed");
    city.does("zhao", shop, "user_closeCase", "closed");
    return shop;
  }

  private CityClient.Answer erases(String user, String number) {
    return city.post(
        user, "/api/cases/" + number + "/reporter/erasure", Map.of("reason", "he asked for it"));
  }

  private List<String> logged(String number, String action) {
    List<String> entries = new ArrayList<>();
    for (JsonNode entry : city.get("auditor", "/api/cases/" + number + "/trail").body()) {
      if (entry.path("action").asText().equals(action)) {
        entries.add(entry.path("actor").asText() + " " + entry.path("data"));
      }
    }
    return entries;
  }

  /** The tables that hold this text anywhere, also inside what is stored as bytes. */
  private Set<String> tablesWith(String text) {
    Set<String> found = new TreeSet<>();
    List<String> tables =
        jdbc.queryForList(
            "SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = SCHEMA() AND table_type = 'BASE TABLE'"
                + " AND table_name <> 'flyway_schema_history'",
            String.class);
    for (String table : tables) {
      jdbc.query(
          "SELECT * FROM " + table,
          row -> {
            if (holds(row, text)) {
              found.add(table.toLowerCase(Locale.ROOT));
            }
          });
    }
    return found;
  }

  private static boolean holds(ResultSet row, String text) throws SQLException {
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      Object value = row.getObject(column);
      boolean binary = value instanceof byte[] || value instanceof Blob;
      String told =
          binary
              ? new String(row.getBytes(column), StandardCharsets.UTF_8)
              : String.valueOf(row.getString(column));
      if (told.contains(text)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void whoAnswersReportersSeesThemAndEverybodyElseSeesTheMaskThatSaysSo() {
    String shop = dispatched();
    for (String reader : READERS) {
      JsonNode read = city.get(reader, "/api/cases/" + shop).body();
      boolean mayOpen = MAY_OPEN.contains(reader);
      assertThat(read.path("number").asText()).as(reader).isEqualTo(shop);
      assertThat(read.path("reporter").path("phone").asText())
          .as(reader)
          .isEqualTo(mayOpen ? PHONE : "");
      JsonNode masked = read.path("reporterMasked");
      assertThat(masked.path("name").asText()).isEqualTo("M**");
      assertThat(masked.path("phone").asText()).isEqualTo("139****0123");
      assertThat(masked.path("mayOpen").asBoolean()).as(reader).isEqualTo(mayOpen);
      assertThat(masked.path("note").asText()).contains("受理员");
      assertThat(masked.path("noteEn").asText()).contains("operators and duty leaders");
    }
    assertThat(logged(shop, "readReporter"))
        .containsExactly("li {\"where\":\"case\"}", "zhao {\"where\":\"case\"}");
  }

  @Test
  void listsAndAnswersHandOutTheMaskOnlyEvenToThoseWhoMayOpenIt() {
    CityClient.Answer told =
        city.post(
            "li",
            "/api/reports",
            city.body("hotline", "E04-05", "reporter", Map.of("name", NAME, "phone", PHONE)),
            Map.of("Idempotency-Key", "once"));
    assertThat(told.body().path("reporterMasked").path("phone").asText()).isEqualTo("139****0123");
    assertThat(told.body().toString()).doesNotContain(PHONE, NAME);
    for (String reader : READERS) {
      assertThat(city.get(reader, "/api/cases").body().toString())
          .as(reader)
          .doesNotContain(PHONE, NAME);
    }
    assertThat(logged(told.number(), "readReporter")).isEmpty();
  }

  @Test
  void aTaskShowsTheReporterToWhoAnswersHimAndTheLogTellsIt() {
    String shop = called();
    String task = city.task("li", shop, "user_acceptReport").path("id").asText();
    assertThat(city.get("li", "/api/tasks/" + task).body().path("reporter").path("name").asText())
        .isEqualTo(NAME);
    assertThat(logged(shop, "readReporter"))
        .containsExactly("li {\"where\":\"user_acceptReport\"}");
    city.does("li", shop, "user_acceptReport", "accepted");
    city.does("zhao", shop, "user_fileCase", "filed");
    String work = city.task("street-a", shop, "user_acceptWork").path("id").asText();
    JsonNode facts = city.get("street-a", "/api/tasks/" + work).body();
    assertThat(facts.path("reporter").isNull()).isTrue();
    assertThat(facts.at("/case/reporterMasked/phone").asText()).isEqualTo("139****0123");
    assertThat(facts.toString()).doesNotContain(PHONE, NAME);
    assertThat(logged(shop, "readReporter")).hasSize(1);
  }

  @Test
  void theMaskIsOpenedByThoseWhoAnswerReportersOnly() {
    String shop = dispatched();
    String path = "/api/cases/" + shop + "/reporter";
    assertThat(city.post("li", path, Map.of()).body().path("phone").asText()).isEqualTo(PHONE);
    for (String reader : READERS) {
      assertThat(city.post(reader, path, Map.of()).status())
          .as(reader)
          .isEqualTo(MAY_OPEN.contains(reader) ? 200 : 403);
    }
    assertThat(city.post(null, path, Map.of()).status()).isEqualTo(401);
    assertThat(city.post("li", "/api/cases/1101012026031299999/reporter", Map.of()).status())
        .isEqualTo(404);
    String own = city.report("chen", "collector", "E04-05").number();
    assertThat(city.post("li", "/api/cases/" + own + "/reporter", Map.of()).message())
        .contains("left neither name nor phone");
    assertThat(city.caseOf(own).has("reporterMasked")).isFalse();
    assertThat(logged(shop, "readReporter"))
        .containsExactly(
            "li {\"where\":\"page\"}", "li {\"where\":\"page\"}", "zhao {\"where\":\"page\"}");
  }

  @Test
  void aPhoneIsKeptInTheCaseFileAndWithItsNoticesAndNowhereElse() {
    String shop = called("description", "call me back at " + PHONE + " please");
    city.does("li", shop, "user_acceptReport", "verify", "reason", PHONE + " was engaged");
    city.does("chen", shop, "user_verifyReport", "untrue");
    city.does("li", shop, "user_acceptReport", "rejected", "reason", "untrue", "advice", "none");
    closed();
    city.get("li", "/api/cases/" + shop);
    assertThat(tablesWith(PHONE)).containsExactlyInAnyOrder("cc_case_file", "cc_notice");
    assertThat(tablesWith(NAME)).containsExactlyInAnyOrder("cc_case_file", "cc_notice");
    assertThat(city.caseOf(shop).path("description").asText())
        .isEqualTo("call me back at *********** please");
    for (String reader : READERS) {
      for (String part :
          List.of("trail", "clock", "stages", "decisions", "attachments", "escalations", "story")) {
        assertThat(city.get(reader, "/api/cases/" + shop + "/" + part).body().toString())
            .as(reader + " " + part)
            .doesNotContain(PHONE, NAME);
      }
    }
  }

  @Test
  void onRequestNameAndPhoneAreErasedEverywhereAndTheLogKeepsItsChain() {
    String shop = closed();
    city.does("li", shop, "user_callBack", "dissatisfied", "reason", "loud", "objective", false);
    String again = city.caseOf(shop).path("linkedCases").get(0).asText();
    String third = called();
    city.does("li", third, "user_acceptReport", "merged", "mergedInto", again);
    String other =
        city.report("li", "hotline", "E04-05", "reporter", Map.of("name", "Other", "phone", "13"))
            .number();
    city.does("li", other, "user_acceptReport", "merged", "mergedInto", again);
    city.post(
        "li",
        "/api/reports",
        city.body("hotline", "E04-05", "reporter", Map.of("name", NAME, "phone", "13987650124")),
        Map.of("Idempotency-Key", "twice"));
    Map<String, Object> before = sealed(shop);
    CityClient.Answer erased = erases("zhao", shop);
    assertThat(erased.status()).isEqualTo(200);
    assertThat(erased.body().path("cases"))
        .extracting(JsonNode::asText)
        .containsExactly(shop, again, third);
    assertThat(tablesWith(PHONE)).isEmpty();
    assertThat(sealed(other).get("reporter_name")).isEqualTo("Other");
    Map<String, Object> after = sealed(shop);
    assertThat(after.get("reporter_digest")).isEqualTo(before.get("reporter_digest"));
    assertThat(after.get("reporter_salt")).isNull();
    assertThat(logged(shop, "eraseReporter")).containsExactly("zhao {\"cause\":\"request\"}");
    assertThat(logged(third, "eraseReporter")).hasSize(1);
    assertThat(logged(other, "eraseReporter")).isEmpty();
    JsonNode read = city.get("li", "/api/cases/" + shop).body();
    assertThat(read.has("reporter")).isFalse();
    assertThat(read.at("/reporterMasked/erasedAt").asText()).startsWith("2026-03-12T09:00");
    assertThat(read.path("notices").findValuesAsText("to")).contains("举报人 reporter");
    assertThat(city.post("li", "/api/cases/" + shop + "/reporter", Map.of()).message())
        .contains("was erased");
    assertThat(erases("zhao", shop).status()).isEqualTo(409);
  }

  private Map<String, Object> sealed(String number) {
    return jdbc.queryForMap(
        "SELECT reporter_name, reporter_phone, reporter_salt, reporter_digest FROM cc_case_file"
            + " WHERE number = ?",
        number);
  }

  @Test
  void theSealIsAKeyedDigestOfNameAndPhoneUnderASaltOfItsOwn() {
    Map<String, Object> one = sealed(called());
    Map<String, Object> two = sealed(called());
    assertThat((String) one.get("reporter_digest"))
        .isEqualTo(ReporterDigest.of((String) one.get("reporter_salt"), NAME, PHONE))
        .isNotEqualTo(two.get("reporter_digest"));
    String own = city.report("chen", "collector", "E04-05").number();
    assertThat(sealed(own).values()).containsOnlyNulls();
  }

  @Test
  void onlyDutyLeadersAndAdministratorsEraseAndOnlyWithAReason() {
    String shop = called();
    for (String person : List.of("li", "sun", "chen", "auditor", "leader", "owner", "street-a")) {
      assertThat(erases(person, shop).status()).as(person).isEqualTo(403);
    }
    String path = "/api/cases/" + shop + "/reporter/erasure";
    assertThat(city.post("zhao", path, Map.of("reason", " ")).status()).isEqualTo(400);
    assertThat(city.post("zhao", path, Map.of("reason", "x".repeat(2001))).status()).isEqualTo(400);
    assertThat(erases("zhao", "1101012026031299999").status()).isEqualTo(404);
    assertThat(erases("zhao", city.report("chen", "collector", "E04-05").number()).status())
        .isEqualTo(422);
    assertThat(tablesWith(PHONE)).containsExactly("cc_case_file");
    assertThat(erases("admin", shop).status()).isEqualTo(200);
    assertThat(tablesWith(PHONE)).isEmpty();
  }

  @Test
  void neitherNameNorPhoneStaysInTheReasonOfAnErasure() {
    String shop = called();
    assertThat(
            city.post(
                    "zhao",
                    "/api/cases/" + shop + "/reporter/erasure",
                    Map.of("reason", "asked by " + NAME + " " + PHONE))
                .status())
        .isEqualTo(200);
    assertThat(tablesWith(NAME)).isEmpty();
    assertThat(tablesWith(PHONE)).isEmpty();
  }

  @Test
  void theEntryAndTheCaseTellTheSameInstantOfAnErasure() {
    String shop = called();
    erases("zhao", shop);
    assertThat(
            jdbc.queryForObject(
                "SELECT erased_at FROM cc_case_file WHERE number = ?", Long.class, shop))
        .isEqualTo(
            jdbc.queryForObject(
                "SELECT at FROM cc_case_log WHERE case_number = ? AND action = 'eraseReporter'",
                Long.class,
                shop));
  }

  @Test
  void aNameWithoutAPhoneIsErasedInItsOwnCaseOnly() {
    List<String> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(
          city.report(
                  "li",
                  "hotline",
                  "E04-05",
                  "reporter",
                  Map.of("name", NAME),
                  "condition",
                  "E04-05-1")
              .number());
    }
    jdbc.update(
        "UPDATE cc_case_file SET merged_into = ? WHERE number = ?", both.get(0), both.get(1));
    assertThat(erases("zhao", both.get(0)).status()).isEqualTo(200);
    assertThat(
            jdbc.queryForList(
                "SELECT number FROM cc_case_file WHERE reporter_name IS NOT NULL", String.class))
        .containsExactly(both.get(1));
  }

  @Test
  void theReasonOfAnErasureIsNotTheReasonOfTheCase() {
    String shop = called();
    erases("zhao", shop);
    city.does("li", shop, "user_acceptReport", "accepted");
    assertThat(
            jdbc.queryForObject(
                "SELECT last_reason FROM cc_case_file WHERE number = ?", String.class, shop))
        .isNull();
  }

  @Test
  void threeYearsAfterTheEndTheNightErasesAndNotBefore() {
    String shop = closed();
    String open = called();
    String merged = called();
    city.does("li", merged, "user_acceptReport", "merged", "mergedInto", open);
    nightOf("2029-03-12T00:00:00+08:00");
    assertThat(sealed(shop).get("reporter_phone")).isEqualTo(PHONE);
    nightOf("2029-03-13T00:00:00+08:00");
    assertThat(sealed(shop).get("reporter_phone")).isNull();
    assertThat(sealed(open).get("reporter_phone")).as("not over").isEqualTo(PHONE);
    assertThat(sealed(merged).get("reporter_phone")).as("told at its end").isEqualTo(PHONE);
    assertThat(logged(shop, "eraseReporter")).containsExactly("rule {\"cause\":\"time\"}");
    assertThat(tablesWith(PHONE)).as("also the notices").containsExactly("cc_case_file");
    nightOf("2029-03-14T00:00:00+08:00");
    assertThat(logged(shop, "eraseReporter")).hasSize(1);
  }

  /** The clock alone: three years of nights take their time. */
  private void nightOf(String midnight) {
    clock.set(OffsetDateTime.parse(midnight).toInstant());
    retention.doAt(clock.instant());
  }
}
