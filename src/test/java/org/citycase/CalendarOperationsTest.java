package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The working calendar is changed over HTTP while cases run; time is set. */
@CityTest
class CalendarOperationsTest {

  private static final String WATCHED = "2026-03-16T09:00:00+08:00";

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private JdbcTemplate jdbc;

  @AfterEach
  void theCalendarOfTheCityIsInForceAgain() {
    desk.at(WATCHED);
  }

  /** A broken sewer cover, 4 work hours, dispatched to its owner at this instant. */
  private String cover(String at) {
    desk.at(at);
    return anotherCover();
  }

  private String anotherCover() {
    String number =
        city.report(
                "chen",
                "collector",
                "C01-02",
                "condition",
                "C01-02-2",
                "component",
                "1101010102000001")
            .number();
    city.does("zhao", number, "user_fileCase", "filed");
    return number;
  }

  private static Map<String, String> day(String date, String kind) {
    return Map.of("date", date, "kind", kind, "name", "");
  }

  private JsonNode publish(Map<String, String>... days) {
    return done(
        city.post(
            "owner", "/api/calendar", Map.of("days", List.of(days), "comment", "State Council")));
  }

  private JsonNode done(CityClient.Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  private String due(String number) {
    return city.caseOf(number).path("dueAt").asText();
  }

  private JsonNode ledger(String number) {
    return city.get("auditor", "/api/cases/" + number + "/clock").body();
  }

  private long sumOfTheLedger(String number) {
    long sum = 0;
    for (JsonNode segment : ledger(number)) {
      sum += segment.path("usedSeconds").asLong();
    }
    return sum;
  }

  /** The engine's due dates and timers are what the clocks say. */
  private void theEngineFollows() {
    JsonNode report = done(city.post("admin", "/api/timer-checks", Map.of()));
    assertThat(report.path("differences")).as(report.toString()).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private JsonNode publishNewYear() {
    return publish(
        day("2027-01-01", "holiday"), day("2027-01-02", "holiday"), day("2027-01-03", "workday"));
  }

  @Test
  void s35_theTableOfTheNewYearMovesAProvisionalCaseAndItsTimers() {
    String cover = cover("2026-12-31T17:00:00+08:00");
    city.does("drain-co", cover, "user_acceptWork", "accepted");
    assertThat(due(cover)).isEqualTo("2027-01-01T11:00:00+08:00");
    assertThat(city.caseOf(cover).path("provisional").asBoolean()).isTrue();
    city.at("2026-12-31T17:30:00+08:00");
    JsonNode answer = publishNewYear();
    assertThat(answer.path("moved").asInt()).isEqualTo(1);
    assertThat(due(cover)).isEqualTo("2027-01-03T11:00:00+08:00");
    assertThat(city.caseOf(cover).path("provisional").asBoolean()).isFalse();
    String task = city.task("drain-co", cover, "user_handleCase").path("due").asText();
    assertThat(task).startsWith("2027-01-03T");
    theEngineFollows();
    assertThat(ledger(cover)).hasSize(3);
    JsonNode adjusting = ledger(cover).get(1);
    assertThat(adjusting.path("adjusting").asBoolean()).isTrue();
    assertThat(adjusting.path("reason").asText()).contains("→ " + answer.path("version").asText());
    JsonNode trail = city.get("auditor", "/api/cases/" + cover + "/trail").body();
    JsonNode last = trail.get(trail.size() - 1);
    assertThat(last.path("action").asText()).isEqualTo("recountClock");
    assertThat(last.path("actor").asText()).isEqualTo("owner");
    city.at("2027-01-03T08:30:00+08:00");
    city.feedsBack("drain-co", cover);
    assertThat(city.caseOf(cover).path("overdue").asBoolean()).isFalse();
    assertThat(sumOfTheLedger(cover)).isEqualTo(90 * 60);
  }

  @Test
  void s35_aCaseFedBackIsJudgedAnewOnlyForALaterDueInstant() {
    String cover = cover("2026-12-31T17:00:00+08:00");
    city.does("drain-co", cover, "user_acceptWork", "accepted");
    String early = anotherCover();
    city.does("drain-co", early, "user_acceptWork", "accepted");
    city.at("2027-01-01T10:00:00+08:00");
    city.feedsBack("drain-co", early);
    city.at("2027-01-01T12:30:00+08:00");
    city.feedsBack("drain-co", cover);
    assertThat(city.caseOf(cover).path("overdue").asBoolean()).isTrue();
    assertThat(city.caseOf(early).path("overdue").asBoolean()).isFalse();
    publishNewYear();
    assertThat(city.caseOf(cover).path("overdue").asBoolean()).isFalse();
    assertThat(due(cover)).isEqualTo("2027-01-03T11:00:00+08:00");
    done(
        city.post(
            "owner",
            "/api/calendar",
            Map.of("days", List.of(day("2027-01-01", "none"), day("2027-01-02", "workday")))));
    assertThat(due(cover))
        .as("an earlier one changes nothing")
        .isEqualTo("2027-01-03T11:00:00+08:00");
    assertThat(city.caseOf(cover).path("overdue").asBoolean()).isFalse();
    assertThat(city.caseOf(early).path("overdue").asBoolean()).isFalse();
  }

  @Test
  void aPreviewShowsWhatWouldMoveAndChangesNothing() {
    String cover = cover("2026-03-16T16:00:00+08:00");
    city.does("drain-co", cover, "user_acceptWork", "accepted");
    String before = due(cover);
    assertThat(before).isEqualTo("2026-03-17T10:00:00+08:00");
    Map<String, Object> change = Map.of("days", List.of(day("2026-03-17", "holiday")));
    JsonNode preview = done(city.post("owner", "/api/calendar/preview", change));
    assertThat(preview.path("cases").asInt()).isEqualTo(1);
    assertThat(preview.path("movedTotal").asInt()).isEqualTo(1);
    JsonNode moved = preview.path("moved").get(0);
    assertThat(moved.path("caseNumber").asText()).isEqualTo(cover);
    assertThat(moved.path("dueBefore").asText()).isEqualTo(before);
    assertThat(moved.path("dueAfter").asText()).isEqualTo("2026-03-18T10:00:00+08:00");
    assertThat(due(cover)).isEqualTo(before);
    assertThat(ledger(cover)).hasSize(1);
    assertThat(done(city.get("li", "/api/calendar")).path("history")).hasSize(1);

    JsonNode answer = done(city.post("owner", "/api/calendar", change));
    assertThat(answer.path("version")).isEqualTo(preview.path("version"));
    assertThat(answer.path("moved").asInt()).isEqualTo(1);
    assertThat(due(cover)).isEqualTo("2026-03-18T10:00:00+08:00");
    JsonNode again = done(city.post("owner", "/api/calendar", change));
    assertThat(again.path("moved").asInt()).as("published once").isZero();
    assertThat(configured(1)).containsExactly("owner publishCalendar calendar");
    JsonNode shown = done(city.get("li", "/api/calendar"));
    assertThat(shown.path("version")).isEqualTo(answer.path("version"));
    assertThat(shown.path("history")).hasSize(2);
    assertThat(shown.path("history").get(1).path("publishedBy").asText()).isEqualTo("owner");
    assertThat(shown.path("days").findValuesAsText("date")).contains("2026-03-17");
  }

  @Test
  @SuppressWarnings("unchecked")
  void aCalendarThatChangesWhileACaseIsPausedCountsWhenItGoesOn() {
    String cover = cover("2026-03-16T09:00:00+08:00");
    city.at("2026-03-16T11:00:00+08:00");
    city.does("drain-co", cover, "user_acceptWork", "return", "reason", "not ours");
    publish(day("2026-03-17", "holiday"));
    assertThat(ledger(cover)).as("nothing moves in a pause").hasSize(2);
    publish(day("2026-03-16", "holiday"));
    assertThat(ledger(cover)).as("the morning was none of work").hasSize(4);
    assertThat(sumOfTheLedger(cover)).isZero();
    city.at("2026-03-16T11:30:00+08:00");
    city.does("sun", cover, "user_decideReturn", "refused", "reason", "it is yours");
    assertThat(due(cover)).isEqualTo("2026-03-18T12:00:00+08:00");
    theEngineFollows();
  }

  @Test
  @SuppressWarnings("unchecked")
  void aCaseThatIsOverStaysAsItWasJudged() {
    String cover = cover("2026-03-16T09:00:00+08:00");
    city.does("drain-co", cover, "user_acceptWork", "accepted");
    city.at("2026-03-16T16:00:00+08:00");
    city.feedsBack("drain-co", cover);
    city.does("li", cover, "user_reviewFeedback", "check");
    city.does("chen", cover, "user_checkOnSite", "passed");
    city.does("zhao", cover, "user_closeCase", "closed");
    JsonNode closed = city.caseOf(cover);
    assertThat(closed.path("state").asText()).isEqualTo("CLOSED");
    int entries = ledger(cover).size();
    JsonNode answer = publish(day("2026-03-16", "holiday"));
    assertThat(answer.path("moved").asInt() + answer.path("unchanged").asInt()).isZero();
    assertThat(ledger(cover)).hasSize(entries);
    assertThat(due(cover)).isEqualTo(closed.path("dueAt").asText());
  }

  @Test
  void inAStormTheWorkingLimitsOfTheNamedCategoriesRunThroughTheNight() {
    String cover = cover("2026-07-17T17:00:00+08:00");
    city.does("drain-co", cover, "user_acceptWork", "accepted");
    assertThat(due(cover)).isEqualTo("2026-07-20T11:00:00+08:00");
    JsonNode opened =
        done(
            city.post(
                "owner",
                "/api/calendar/emergencies",
                Map.of(
                    "name",
                    "台风 typhoon",
                    "categories",
                    List.of("C01-02"),
                    "from",
                    "2026-07-17T20:00:00+08:00",
                    "to",
                    "2026-07-19T20:00:00+08:00")));
    assertThat(opened.path("emergency").path("state").asText()).isEqualTo("upcoming");
    assertThat(opened.path("recount").path("moved").asInt()).isEqualTo(1);
    assertThat(due(cover)).isEqualTo("2026-07-17T23:00:00+08:00");
    theEngineFollows();
    city.at("2026-07-17T21:00:00+08:00");
    int id = opened.path("emergency").path("id").asInt();
    assertThat(city.delete("sun", "/api/calendar/emergencies/" + id).status()).isEqualTo(403);
    done(city.delete("owner", "/api/calendar/emergencies/" + id));
    assertThat(due(cover)).isEqualTo("2026-07-20T10:00:00+08:00");
    assertThat(sumOfTheLedger(cover)).isEqualTo(2 * 3600);
    JsonNode all = done(city.get("li", "/api/calendar/emergencies"));
    assertThat(all.get(0).path("state").asText()).isEqualTo("ended");
    assertThat(city.delete("owner", "/api/calendar/emergencies/" + id).status()).isEqualTo(422);
    assertThat(city.delete("owner", "/api/calendar/emergencies/999").status()).isEqualTo(404);
    assertThat(configured(2))
        .containsExactly(
            "owner endEmergency emergency " + id, "owner declareEmergency emergency " + id);
    theEngineFollows();
  }

  @Test
  void anEmergencyIsShownBeforeItIsDeclaredAndTouchesItsCategoriesAlone() {
    String cover = cover("2026-07-17T17:00:00+08:00");
    Map<String, Object> order =
        Map.of(
            "name",
            "台风 typhoon",
            "categories",
            List.of("C01-02"),
            "from",
            "2026-07-17T20:00:00+08:00",
            "to",
            "2026-07-19T20:00:00+08:00");
    JsonNode preview = done(city.post("owner", "/api/calendar/emergencies/preview", order));
    assertThat(preview.path("movedTotal").asInt()).isEqualTo(1);
    assertThat(preview.path("moved").get(0).path("caseNumber").asText()).isEqualTo(cover);
    assertThat(due(cover)).isEqualTo("2026-07-20T11:00:00+08:00");
    assertThat(done(city.get("li", "/api/calendar/emergencies"))).isEmpty();
    done(city.post("owner", "/api/calendar/emergencies", order));
    assertThat(due(cover)).isEqualTo("2026-07-17T23:00:00+08:00");
    String fourHours = "?start=2026-07-17T17:00:00%2B08:00&value=4&unit=work_hour";
    assertThat(done(city.get("li", "/api/calendar/due" + fourHours)).path("due").asText())
        .isEqualTo("2026-07-20T11:00:00+08:00");
  }

  @Test
  void aHeldCaseIsResumedOnTheFirstWorkingDayOfTheNewCalendar() {
    String cover = cover("2026-03-16T09:00:00+08:00");
    city.does("drain-co", cover, "user_acceptWork", "accepted");
    city.does(
        "drain-co", cover, "user_handleCase", "hold", "reason", "frost", "until", "2026-03-20");
    city.does("sun", cover, "user_decideHold", "granted");
    assertThat(city.task("sun", cover, "user_resumeCase").path("due").asText())
        .startsWith("2026-03-20T");
    publishFriday();
    theEngineFollows();
    assertThat(city.task("sun", cover, "user_resumeCase").path("due").asText())
        .startsWith("2026-03-23T");
    city.at("2026-03-22T12:00:00+08:00");
    assertThat(city.stateOf(cover)).isEqualTo("SUSPENDED");
    city.at("2026-03-23T08:00:00+08:00");
    assertThat(city.stateOf(cover)).isEqualTo("HANDLING");
    assertThat(due(cover)).isEqualTo("2026-03-23T12:00:00+08:00");
  }

  @SuppressWarnings("unchecked")
  private void publishFriday() {
    publish(day("2026-03-20", "holiday"));
  }

  @Test
  void summerHoursBeginOnTheirDay() {
    String cover = cover("2026-06-30T17:00:00+08:00");
    done(
        city.post(
            "owner",
            "/api/calendar",
            Map.of(
                "periods",
                List.of(
                    Map.of(
                        "from", "2026-07-01", "slots", List.of("08:00-12:00", "15:00-19:00"))))));
    city.does("drain-co", cover, "user_acceptWork", "accepted");
    assertThat(due(cover)).isEqualTo("2026-07-01T11:00:00+08:00");
    JsonNode due =
        city.get("li", "/api/calendar/due?start=2026-07-01T11:00:00%2B08:00&value=2&unit=work_hour")
            .body();
    assertThat(due.path("due").asText()).isEqualTo("2026-07-01T16:00:00+08:00");
    assertThat(done(city.get("li", "/api/calendar")).path("periods")).hasSize(2);
  }

  @Test
  void tellsInBothLanguagesWhyACaseIsOverdue() {
    String cover = cover("2026-03-16T09:00:00+08:00");
    assertThat(explained(cover).path("en").asText()).contains("not overdue");
    city.at("2026-03-16T16:30:00+08:00");
    JsonNode told = explained(cover);
    assertThat(told.path("en").asText())
        .endsWith("overdue since 2026-03-16 15:00, by 1 h 30 min (0.38 times the limit).");
    assertThat(told.path("zh").asText()).endsWith("自2026-03-16 15:00起超期，超出1小时30分（时限的0.38倍）。");
    assertThat(city.get("water-co", "/api/cases/" + cover + "/clock/explanation").status())
        .isNotEqualTo(200);
  }

  private JsonNode explained(String number) {
    return done(city.get("auditor", "/api/cases/" + number + "/clock/explanation"));
  }

  @Test
  void whatCannotBeACalendarIsRefusedByItsField() {
    desk.at(WATCHED);
    refused("days", "{}");
    refused("days", "{\"days\": [{\"date\": \"2026-02-30\", \"kind\": \"holiday\"}]}");
    refused("days[0].kind", "{\"days\": [{\"date\": \"2026-02-20\", \"kind\": \"feast\"}]}");
    refused("days[0].date", "{\"days\": [{\"kind\": \"holiday\"}]}");
    refused("days[0].date", "{\"days\": [{\"date\": \"0026-02-20\", \"kind\": \"holiday\"}]}");
    refused(
        "days[1].date",
        "{\"days\": [{\"date\": \"2026-02-20\", \"kind\": \"holiday\"},"
            + " {\"date\": \"2026-02-20\", \"kind\": \"none\"}]}");
    refused("periods[0].slots", "{\"periods\": [{\"slots\": [\"08:00-12:00\", \"11:00-18:00\"]}]}");
    refused("periods[0].slots", "{\"periods\": [{\"slots\": []}]}");
    refused("periods[0].slots", "{\"periods\": [{\"slots\": [null]}]}");
    refused("periods[0].slots", "{\"periods\": [{\"slots\": [\"8 to 12\"]}]}");
    refused("periods[0].workDays", "{\"periods\": [{\"workDays\": []}]}");
    refused(
        "periods[1].from",
        "{\"periods\": [{\"from\": \"2026-07-01\"}, {\"from\": \"2026-07-01\"}]}");
    assertThat(city.get("li", "/api/calendar").body().path("history")).hasSize(1);
    assertThat(city.post("sun", "/api/calendar", Map.of()).status()).isEqualTo(403);
    assertThat(city.post("sun", "/api/calendar/preview", Map.of()).status()).isEqualTo(403);
    assertThat(
            city.post(
                    "owner",
                    "/api/calendar/emergencies",
                    Map.of("name", "storm", "categories", List.of("X99")))
                .message())
        .contains("categories[0]");
  }

  /** The last changes in the log of the configuration, newest first. */
  private List<String> configured(int last) {
    return jdbc.queryForList(
        "SELECT CONCAT(actor, ' ', action, ' ', subject) FROM cc_configuration_log"
            + " ORDER BY seq DESC LIMIT "
            + last,
        String.class);
  }

  private void refused(String field, String body) {
    for (String path : List.of("/api/calendar", "/api/calendar/preview")) {
      CityClient.Answer answer = city.post("owner", path, body);
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
      assertThat(answer.body().path("errors").get(0).path("field").asText()).startsWith(field);
    }
  }
}
