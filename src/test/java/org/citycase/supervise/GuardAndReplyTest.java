package org.citycase.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What runs beside the case's own clock: guard duty at a danger, the reply to a caller. */
@CityTest
class GuardAndReplyTest {

  private static final String COVER = "1101010101000001";

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private JdbcTemplate jdbc;

  private String guarded() {
    desk.at("2026-03-13T21:20:00+08:00");
    return city.report(
            "chen",
            "collector",
            "C01-01",
            "component",
            COVER,
            "condition",
            "C01-01-1",
            "foundAt",
            "2026-03-13T21:15:00+08:00",
            "guard",
            true)
        .number();
  }

  private CityClient.Answer say(String user, String number, String event, String... more) {
    Map<String, String> said = new LinkedHashMap<>(Map.of("event", event));
    for (int i = 0; i < more.length; i += 2) {
      said.put(more[i], more[i + 1]);
    }
    return city.post(user, "/api/cases/" + number + "/guard", said);
  }

  private JsonNode guard(String number) {
    return city.caseOf(number).path("guard");
  }

  private JsonNode escalations(String number) {
    return city.get("he", "/api/cases/" + number + "/escalations").body();
  }

  @Test
  void s11_theGuardLastsFromTheFindingUntilTheUnitArrives() {
    String cover = guarded();
    assertThat(guard(cover).path("by").asText()).isEqualTo("chen");
    assertThat(guard(cover).path("from").asText()).isEqualTo("2026-03-13T21:15:00+08:00");
    assertThat(guard(cover).path("seconds").asLong()).isEqualTo(300);
    city.at("2026-03-13T21:25:00+08:00");
    assertThat(say("chen", cover, "arrived").status()).as("nobody has the case yet").isEqualTo(422);
    city.does("zhao", cover, "user_fileCase", "filed");
    assertThat(city.caseOf(cover).path("dueAt").asText()).isEqualTo("2026-03-13T23:25:00+08:00");
    city.at("2026-03-13T21:30:00+08:00");
    city.does("water-co", cover, "user_acceptWork", "accepted");
    assertThat(guard(cover).path("to").isNull()).as("accepting is not arriving").isTrue();
    city.at("2026-03-13T22:05:00+08:00");
    CityClient.Answer arrived = say("water-co", cover, "arrived");
    assertThat(arrived.status()).isEqualTo(200);
    JsonNode guard = arrived.body().path("guard");
    assertThat(guard.path("to").asText()).isEqualTo("2026-03-13T22:05:00+08:00");
    assertThat(guard.path("seconds").asLong()).isEqualTo(3000);
    assertThat(guard.path("left").asBoolean()).isFalse();
    assertThat(say("chen", cover, "left").status()).isEqualTo(422);
    assertThat(say("chen", cover, "start").status()).isEqualTo(422);
    city.at("2026-03-13T23:20:00+08:00");
    city.feedsBack("water-co", cover);
    assertThat(city.caseOf(cover).path("overdue").asBoolean()).isFalse();
    assertThat(guard(cover).path("seconds").asLong()).isEqualTo(3000);
  }

  @Test
  void s11_whoLeavesWithoutReliefIsReportedToTheDutyLeader() {
    String cover = guarded();
    city.at("2026-03-13T21:40:00+08:00");
    assertThat(say("chen", cover, "left", "note", "下班了").status()).isEqualTo(200);
    assertThat(guard(cover).path("left").asBoolean()).isTrue();
    JsonNode ended = guard(cover).path("stretches").get(0);
    assertThat(ended.path("toldBy").asText()).isEqualTo("chen");
    assertThat(ended.path("note").asText()).isEqualTo("下班了");
    JsonNode told = escalations(cover).get(0);
    assertThat(told.path("trigger").asText()).isEqualTo("guard");
    assertThat(told.path("level").asText()).isEqualTo("alarm");
    assertThat(told.path("note").asText()).contains("chen", "下班了");
    assertThat(told.path("delivered").get(0).path("to").asText()).isEqualTo("zhao");
    assertThat(told.path("delivered").get(0).path("receipt").asText()).isNotBlank();
    assertThat(say("chen", cover, "left").status()).isEqualTo(422);
    assertThat(say("chen", cover, "start").status()).isEqualTo(200);
    assertThat(say("chen", cover, "left").status()).isEqualTo(200);
    assertThat(escalations(cover)).hasSize(2);
  }

  @Test
  void aGuardIsRelievedByAnotherCollectorOnly() {
    String cover = guarded();
    city.at("2026-03-13T21:35:00+08:00");
    assertThat(say("chen", cover, "relief", "by", "unknown").status()).isEqualTo(400);
    assertThat(say("chen", cover, "relief", "by", "chen").status()).isEqualTo(400);
    assertThat(say("chen", cover, "relief", "by", "li").status()).isEqualTo(400);
    assertThat(say("chen", cover, "relief").status()).isEqualTo(400);
    assertThat(say("chen", cover, "sleep").status()).isEqualTo(400);
    assertThat(say("li", cover, "relief", "by", "wu").status()).isEqualTo(403);
    assertThat(say("auditor", cover, "left").status()).isEqualTo(403);
    assertThat(say("chen", cover, "start").status()).isEqualTo(422);
    assertThat(guard(cover).path("stretches")).hasSize(1);
    assertThat(say("chen", cover, "relief", "by", "wu").status()).isEqualTo(200);
    city.at("2026-03-13T21:45:00+08:00");
    JsonNode guard = guard(cover);
    assertThat(guard.path("by").asText()).isEqualTo("wu");
    assertThat(guard.path("seconds").asLong()).isEqualTo(1800);
    assertThat(guard.path("stretches").get(0).path("endedBy").asText()).isEqualTo("relief");
    assertThat(escalations(cover)).isEmpty();
  }

  @Test
  void guardIsForCollectorsAndForWhatTheyCannotMend() {
    desk.at("2026-03-13T09:00:00+08:00");
    assertThat(city.report("li", "hotline", "C01-01", "guard", true).status()).isEqualTo(422);
    Object[] quick = {
      "quick", true, "afterPhotos", city.photos(CityClient.picture()), "guard", true
    };
    assertThat(city.report("chen", "collector", "E02-01", quick).status()).isEqualTo(422);
  }

  private CityClient.Answer call(String line, String kind) {
    Map<String, String> hotline = Map.of("line", line, "kind", kind);
    return city.report("li", "hotline", "E04-05", "condition", "E04-05-1", "hotline", hotline);
  }

  private String called(String kind) {
    desk.at("2026-03-12T10:00:00+08:00");
    return call("12345", kind).number();
  }

  private JsonNode reply(String number) {
    return city.caseOf(number).path("reply");
  }

  @Test
  void aCallTo12345CarriesBothDueInstants() {
    String call = called("help");
    assertThat(reply(call).path("limit").toString())
        .isEqualTo("{\"value\":3,\"unit\":\"work_day\"}");
    city.does("li", call, "user_acceptReport", "accepted");
    city.does("zhao", call, "user_fileCase", "filed");
    assertThat(city.caseOf(call).path("dueAt").asText()).isEqualTo("2026-03-12T12:00:00+08:00");
    assertThat(reply(call).path("dueAt").asText()).isEqualTo("2026-03-17T10:00:00+08:00");
    city.at("2026-03-12T12:00:00+08:00");
    assertThat(reply(call).path("usedSeconds").asLong()).isEqualTo(7200);
    String unit = city.caseOf(call).path("unit").asText().toLowerCase(Locale.ROOT);
    city.does(unit, call, "user_acceptWork", "accepted");
    city.feedsBack(unit, call);
    city.does("li", call, "user_reviewFeedback", "check");
    city.does("chen", call, "user_checkOnSite", "passed");
    assertThat(reply(call).path("answeredAt").isNull()).isTrue();
    city.does("zhao", call, "user_closeCase", "closed");
    assertThat(reply(call).path("answeredAt").asText()).isEqualTo("2026-03-12T12:00:00+08:00");
    assertThat(reply(call).path("answer").asText()).contains("repaired");
    city.at("2026-04-30T12:00:00+08:00");
    assertThat(reply(call).path("overdue").asBoolean()).isFalse();
    assertThat(reminders(call)).isEmpty();
  }

  @Test
  void aRefusedCallIsAnsweredWithTheReasonAndAMergedOneWithItsCase() {
    String first = called("complaint");
    String second = call("12345", "general").number();
    assertThat(reply(second).path("dueAt").asText()).isEqualTo("2026-03-19T10:00:00+08:00");
    city.does("li", second, "user_acceptReport", "merged", "mergedInto", first);
    assertThat(reply(second).path("answeredAt").isNull()).isTrue();
    city.at("2026-03-12T10:10:00+08:00");
    city.does(
        "li", first, "user_acceptReport", "rejected", "reason", "屋内 inside", "advice", "拨打 110");
    for (String call : List.of(first, second)) {
      assertThat(reply(call).path("answeredAt").asText()).isEqualTo("2026-03-12T10:10:00+08:00");
      assertThat(reply(call).path("answer").asText()).contains("屋内", "110");
    }
  }

  @Test
  void aLateReplyIsRemindedOnTheNextDayAndSupervisedAfterFiveWorkDays() {
    String call = called("emergency");
    assertThat(reply(call).path("dueAt").asText()).isEqualTo("2026-03-12T12:00:00+08:00");
    city.at("2026-03-12T23:59:00+08:00");
    assertThat(reply(call).path("light").asText()).isEqualTo("red");
    assertThat(reminders(call)).isEmpty();
    city.at("2026-03-13T09:00:00+08:00");
    assertThat(reminders(call)).containsExactly("remind 2026-03-13T00:00:00+08:00 li");
    city.at("2026-03-19T09:00:00+08:00");
    assertThat(reminders(call)).hasSize(1);
    city.at("2026-03-25T09:00:00+08:00");
    assertThat(reminders(call))
        .containsExactly(
            "remind 2026-03-13T00:00:00+08:00 li", "supervise 2026-03-20T00:00:00+08:00 he");
  }

  @Test
  void aCaseThatCannotBeRemindedOfHoldsUpNoOther() {
    String call = called("emergency");
    jdbc.update(
        "INSERT INTO cc_reply_clock (case_number, hotline, kind, limit_value, limit_unit,"
            + " started_at, due_at) SELECT 'lost', hotline, kind, limit_value, limit_unit,"
            + " started_at, due_at - 1 FROM cc_reply_clock");
    city.at("2026-03-13T09:00:00+08:00");
    assertThat(reminders(call)).hasSize(1);
  }

  private List<String> reminders(String call) {
    List<String> told = new ArrayList<>();
    for (JsonNode one : escalations(call)) {
      if (one.path("trigger").asText().equals("reply")) {
        String to = one.path("delivered").get(0).path("to").asText();
        told.add("%s %s %s".formatted(one.path("level").asText(), one.path("at").asText(), to));
      }
    }
    return told;
  }

  @Test
  void aCallTheTableDoesNotKnowIsRefused() {
    desk.at("2026-03-12T10:00:00+08:00");
    Map<String, String> help = Map.of("line", "12345", "kind", "help");
    assertThat(city.report("chen", "collector", "E04-05", "hotline", help).status()).isEqualTo(422);
    assertThat(call("12345", "gossip").status()).isEqualTo(422);
    assertThat(call("1", "help").status()).isEqualTo(422);
    assertThat(city.report("li", "hotline", "E04-05", "hotline", Map.of("line", "12345")).status())
        .isEqualTo(400);
    assertThat(city.report("li", "hotline", "E04-05").body().has("reply")).isFalse();
  }
}
