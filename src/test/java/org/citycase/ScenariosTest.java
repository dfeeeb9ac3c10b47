package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The acceptance scenarios, each by its number, told by clients over HTTP. */
@CityTest
class ScenariosTest {

  private static final String LAMP = "1101010137000012";

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;

  @Test
  void s01_aStreetLampWalksFromTheReportToClosedOnTime() {
    desk.at("2026-03-10T09:00:00+08:00");
    String lamp =
        city.report("chen", "collector", "C01-37", "component", LAMP, "condition", "C01-37-3")
            .number();
    assertThat(city.stateOf(lamp)).isEqualTo("TO_FILE");
    assertThat(city.task("zhao", lamp, "user_fileCase").path("due").asText())
        .as("15 minutes of filing")
        .isIn("2026-03-10T09:15:00.000+0800", "2026-03-10T01:15:00.000+0000");
    city.at("2026-03-10T09:20:00+08:00");
    city.does("zhao", lamp, "user_fileCase", "filed");
    JsonNode dispatched = city.caseOf(lamp);
    assertThat(dispatched.path("state").asText()).isEqualTo("DISPATCHED");
    assertThat(dispatched.path("unit").asText()).isEqualTo("LAMP-CO");
    assertThat(dispatched.path("limit").toString())
        .isEqualTo("{\"value\":2,\"unit\":\"work_day\"}");
    assertThat(dispatched.path("dueAt").asText()).isEqualTo("2026-03-12T09:20:00+08:00");
    assertThat(city.task("lamp-co", lamp, "user_acceptWork").path("followUp").asText())
        .as("yellow after 80 % of 16 working hours")
        .isIn("2026-03-11T16:08:00.000+0800", "2026-03-11T08:08:00.000+0000");
    city.at("2026-03-10T10:00:00+08:00");
    city.does("lamp-co", lamp, "user_acceptWork", "accepted", "handler", "王");
    city.at("2026-03-11T15:00:00+08:00");
    city.feedsBack("lamp-co", lamp);
    city.at("2026-03-11T15:05:00+08:00");
    city.does("li", lamp, "user_reviewFeedback", "check");
    city.at("2026-03-11T15:25:00+08:00");
    city.does("chen", lamp, "user_checkOnSite", "passed");
    city.at("2026-03-11T15:35:00+08:00");
    city.does("zhao", lamp, "user_closeCase", "closed");
    JsonNode closed = city.caseOf(lamp);
    assertThat(city.statesOf(lamp))
        .containsExactly(
            "TO_FILE",
            "TO_DISPATCH",
            "DISPATCHED",
            "HANDLING",
            "FEEDBACK",
            "CHECKING",
            "TO_CLOSE",
            "CLOSED");
    assertThat(closed.path("clock").path("usedSeconds").asLong()).isEqualTo(42_000);
    assertThat(closed.path("clock").path("light").asText()).isEqualTo("green");
    assertThat(closed.path("overdue").asBoolean()).isFalse();
    assertThat(closed.path("penalty").path("points").asDouble()).isZero();
    assertThat(closed.path("closedAt").asText()).isEqualTo("2026-03-11T15:35:00+08:00");
  }

  @Test
  void s03_aPublicReportIsVerifiedFiledAndDispatchedUnderUrgentHours() {
    desk.at("2026-03-12T19:00:00+08:00");
    String shop =
        city.report("li", "hotline", "E04-05", "reporter", Map.of("name", "市民", "phone", "138"))
            .number();
    assertThat(city.stateOf(shop)).isEqualTo("REPORTED");
    city.at("2026-03-12T19:04:00+08:00");
    city.does("li", shop, "user_acceptReport", "verify");
    assertThat(city.stateOf(shop)).isEqualTo("VERIFYING");
    assertThat(city.task("wu", shop, "user_verifyReport")).isNull();
    city.at("2026-03-12T19:21:00+08:00");
    city.does("chen", shop, "user_verifyReport", "true");
    assertThat(city.stateOf(shop)).isEqualTo("REPORTED");
    city.at("2026-03-12T19:27:00+08:00");
    city.does("li", shop, "user_acceptReport", "accepted");
    city.at("2026-03-12T19:40:00+08:00");
    city.does("zhao", shop, "user_fileCase", "filed", "condition", "E04-05-1");
    assertThat(city.caseOf(shop).path("unit").asText()).isEqualTo("STREET-A");
    assertThat(city.caseOf(shop).path("dueAt").asText()).isEqualTo("2026-03-12T21:40:00+08:00");
    city.does("street-a", shop, "user_acceptWork", "accepted");
    city.at("2026-03-12T21:30:00+08:00");
    city.feedsBack("street-a", shop);
    assertThat(city.caseOf(shop).path("clock").path("usedSeconds").asLong()).isEqualTo(6_600);
    assertThat(city.caseOf(shop).path("overdue").asBoolean()).isFalse();
    assertThat(city.statesOf(shop))
        .startsWith("REPORTED", "VERIFYING", "REPORTED", "TO_FILE", "TO_DISPATCH", "DISPATCHED");
  }

  @Test
  void s04_aReportFoundUntrueIsRejectedWithAReply() {
    desk.at("2026-03-12T10:00:00+08:00");
    String cover =
        city.report(
                "li", "hotline", "C01-01", "reporter", Map.of("name", "市民", "phone", "13800000000"))
            .number();
    city.does("li", cover, "user_acceptReport", "verify");
    city.attach("chen", cover, "check", CityClient.picture());
    city.does("chen", cover, "user_verifyReport", "untrue");
    assertThat(city.complete("li", cover, "user_acceptReport", "accepted").status()).isEqualTo(422);
    assertThat(
            city.complete("li", cover, "user_acceptReport", "rejected", "reason", "不属实").status())
        .isEqualTo(400);
    city.does(
        "li", cover, "user_acceptReport", "rejected", "reason", "不属实", "advice", "谢谢 thank you");
    JsonNode rejected = city.caseOf(cover);
    assertThat(rejected.path("state").asText()).isEqualTo("REJECTED");
    assertThat(rejected.path("filedAt").isNull()).isTrue();
    assertThat(rejected.path("unit").isNull()).isTrue();
    assertThat(rejected.path("notices")).hasSize(1);
    assertThat(rejected.path("notices").get(0).path("text").asText())
        .contains("不属实")
        .contains("thank you");
    assertThat(city.statesOf(cover)).containsExactly("REPORTED", "VERIFYING", "REJECTED");
  }

  @Test
  void s05_aReportOutOfScopeIsRejectedWithAdviceAndNotWithout() {
    desk.at("2026-03-12T11:00:00+08:00");
    String noise = city.report("li", "hotline", "E01-28").number();
    CityClient.Answer without =
        city.complete("li", noise, "user_acceptReport", "rejected", "reason", "outside scope");
    assertThat(without.status()).isEqualTo(400);
    assertThat(without.message()).contains("advice");
    assertThat(city.stateOf(noise)).isEqualTo("REPORTED");
    city.does(
        "li",
        noise,
        "user_acceptReport",
        "rejected",
        "reason",
        "outside scope",
        "advice",
        "call 12345 or 110");
    assertThat(city.stateOf(noise)).isEqualTo("REJECTED");
    assertThat(city.caseOf(noise).path("advice").asText()).isEqualTo("call 12345 or 110");
  }

  @Test
  void s06_threeTenthsOfASquareMetreMeetNoConditionAndHalfASquareMetreDoes() {
    desk.at("2026-03-12T14:00:00+08:00");
    String small =
        city.report("chen", "collector", "E01-13", "condition", "E01-13-1", "measure", 0.3)
            .number();
    assertThat(city.caseOf(small).path("filing").asText()).isEqualTo("none");
    assertThat(city.complete("zhao", small, "user_fileCase", "filed").status()).isEqualTo(422);
    city.does("zhao", small, "user_fileCase", "notFiled", "reason", "condition not met");
    assertThat(city.stateOf(small)).isEqualTo("NOT_FILED");
    String enough =
        city.report("chen", "collector", "E01-13", "condition", "E01-13-1", "measure", 0.5)
            .number();
    assertThat(city.caseOf(enough).path("filing").asText()).isEqualTo("ask");
    city.does("zhao", enough, "user_fileCase", "filed");
    JsonNode file = city.caseOf(enough);
    assertThat(file.path("unit").asText()).isEqualTo("ROADS-A");
    assertThat(file.path("closingText").asText()).isEqualTo("修复");
    assertThat(file.path("closingTextEn").asText()).isEqualTo("Repaired");
    assertThat(receipt(enough, "filing-standard").at("/question/maturity").asText()).isEqualTo("A");
    assertThat(receipt(enough, "filing-standard").at("/answer/quantity").asText())
        .isEqualTo("area");
    assertThat(receipt(enough, "unit-type").at("/answer/unitType").asText())
        .isEqualTo(receipt(enough, "responsible-unit").at("/question/unitType").asText())
        .isEqualTo("Municipal road/bridge maintenance unit");
  }

  @Test
  void s08_aSecondReportOfTheSameCoverIsMergedIntoTheOpenCase() {
    desk.at("2026-03-13T10:00:00+08:00");
    String first =
        city.report(
                "chen",
                "collector",
                "C01-01",
                "component",
                "1101010101000001",
                "condition",
                "C01-01-2")
            .number();
    city.does("zhao", first, "user_fileCase", "filed");
    city.does("water-co", first, "user_acceptWork", "accepted");
    String due = city.caseOf(first).path("dueAt").asText();
    city.at("2026-03-13T10:10:00+08:00");
    String second =
        city.report(
                "li",
                "hotline",
                "C01-01",
                "component",
                "1101010101000001",
                "reporter",
                Map.of("name", "市民", "phone", "139"))
            .number();
    JsonNode task = city.task("li", second, "user_acceptReport");
    JsonNode proposed =
        city.get("li", "/api/tasks/" + task.path("id").asText()).body().path("duplicates");
    assertThat(proposed.get(0).path("number").asText()).isEqualTo(first);
    city.does("li", second, "user_acceptReport", "merged", "mergedInto", first);
    assertThat(city.stateOf(second)).isEqualTo("MERGED");
    assertThat(city.caseOf(second).path("mergedInto").asText()).isEqualTo(first);
    assertThat(city.caseOf(second).path("clock").path("state").asText()).isEqualTo("none");
    assertThat(city.caseOf(first).path("mergedReports").get(0).asText()).isEqualTo(second);
    assertThat(city.caseOf(first).path("dueAt").asText()).isEqualTo(due);
  }

  @Test
  void s09_theSameAdvertTwelveMetresAwayWithinThirtyDaysIsARecurrenceAndLaterNot() {
    desk.at("2026-03-02T08:30:00+08:00");
    advert(39.90045, "2026-03-02T16:00:00+08:00");
    city.at("2026-03-20T09:00:00+08:00");
    String again = filedAdvert(39.90045 + 12 / 111_195.0);
    assertThat(city.caseOf(again).path("flags"))
        .extracting(JsonNode::asText)
        .contains("recurrence");
    desk.at("2026-03-02T08:30:00+08:00");
    advert(39.90045, "2026-03-02T16:00:00+08:00");
    city.at("2026-04-02T09:00:00+08:00");
    String later = filedAdvert(39.90045 + 12 / 111_195.0);
    assertThat(city.caseOf(later).path("flags")).isEmpty();
    city.at("2026-04-02T09:30:00+08:00");
    String farther = filedAdvert(39.90045 + 25 / 111_195.0);
    assertThat(city.caseOf(farther).path("flags")).isEmpty();
  }

  private String filedAdvert(double lat) {
    String advert =
        city.report("chen", "collector", "E02-01", "location", Map.of("lat", lat, "lng", 116.4006))
            .number();
    city.does("zhao", advert, "user_fileCase", "filed", "condition", "E02-01-1");
    return advert;
  }

  private void advert(double lat, String closedAt) {
    String advert = filedAdvert(lat);
    city.does("street-a", advert, "user_acceptWork", "accepted");
    city.feedsBack("street-a", advert);
    city.does("li", advert, "user_reviewFeedback", "check");
    city.does("chen", advert, "user_checkOnSite", "passed");
    city.at(closedAt);
    city.does("zhao", advert, "user_closeCase", "closed");
  }

  @Test
  void s10_aSmallAdvertHandledAtOnceIsClosedAtOnceAndAGasLeakIsNot() {
    desk.at("2026-03-13T09:06:00+08:00");
    Object after = city.photos(CityClient.picture());
    String advert =
        city.report("chen", "collector", "E02-01", "quick", true, "afterPhotos", after).number();
    JsonNode closed = city.caseOf(advert);
    assertThat(closed.path("state").asText()).isEqualTo("CLOSED");
    assertThat(closed.path("flags").get(0).asText()).isEqualTo("quick");
    assertThat(closed.path("filedAt").isNull()).isFalse();
    assertThat(closed.path("dispatchedAt").isNull()).isTrue();
    assertThat(closed.path("closedAt").asText()).isEqualTo("2026-03-13T09:06:00+08:00");
    assertThat(city.statesOf(advert)).containsExactly("TO_FILE", "CLOSED");
    CityClient.Answer withoutProof = city.report("chen", "collector", "E02-01", "quick", true);
    assertThat(withoutProof.status()).isEqualTo(422);
    assertThat(withoutProof.message()).contains("normal filing");
    CityClient.Answer gas =
        city.report("chen", "collector", "E05-02", "quick", true, "afterPhotos", after);
    assertThat(gas.status()).isEqualTo(422);
    assertThat(gas.message()).contains("quick list");
  }

  @Test
  void s13_exposedRubbishOfACollectorIsFiledByTheRuleInTheSameMinute() {
    desk.at("2026-03-16T08:30:00+08:00");
    String rubbish = city.report("chen", "collector", "E01-10").number();
    JsonNode trail = city.get("auditor", "/api/cases/" + rubbish + "/trail").body();
    JsonNode filing =
        StreamSupport.stream(trail.spliterator(), false)
            .filter(entry -> entry.path("to").asText().equals("TO_DISPATCH"))
            .findFirst()
            .orElseThrow();
    assertThat(filing.path("actor").asText()).isEqualTo("rule");
    assertThat(filing.path("data").path("row").asText()).isEqualTo("E01-10 automatic");
    assertThat(filing.path("at").asText()).startsWith("2026-03-16T08:30:00");
    assertThat(city.task("auditor", rubbish, "user_fileCase")).isNull();
    assertThat(city.report("chen", "collector", "E01-10", "photos", List.of()).status())
        .isEqualTo(422);
    assertThat(
            city.report("chen", "collector", "E01-10", "location", Map.of("lat", 30, "lng", 100))
                .status())
        .isEqualTo(422);
  }

  @Test
  void s14_theUnitIsTheOwnerTheWorkGridTheUnitTypeOrTheCoordinatorsChoice() {
    desk.at("2026-03-16T09:00:00+08:00");
    String lamp =
        city.report("chen", "collector", "C01-37", "component", LAMP, "condition", "C01-37-3")
            .number();
    city.does("zhao", lamp, "user_fileCase", "filed");
    dispatchedTo(lamp, "LAMP-CO", "P1 4.3-1 owner");
    String rubbish = city.report("chen", "collector", "E01-10").number();
    dispatchedTo(rubbish, "SANITATION-A", "P1 4.3-2 work grid");
    String vendor = city.report("chen", "collector", "E04-01", "condition", "E04-01-1").number();
    city.does("zhao", vendor, "user_fileCase", "filed");
    dispatchedTo(vendor, "STREET-A", "P1 4.3-3 unit type");
    String cover =
        city.report(
                "chen",
                "collector",
                "C01-23",
                "component",
                "1101010123000001",
                "condition",
                "C01-23-1")
            .number();
    city.does("zhao", cover, "user_fileCase", "filed");
    assertThat(city.stateOf(cover)).isEqualTo("COORDINATING");
    assertThat(city.task("qian", cover, "user_coordinateCase")).isNotNull();
    assertThat(row(cover)).isEqualTo("C01-23 coordinate");
  }

  private void dispatchedTo(String number, String unit, String row) {
    assertThat(city.stateOf(number)).isEqualTo("DISPATCHED");
    assertThat(city.caseOf(number).path("unit").asText()).isEqualTo(unit);
    assertThat(row(number)).isEqualTo(row);
    assertThat(city.caseOf(number).path("notices").get(0).path("document").asText())
        .isEqualTo("task-sheet");
  }

  private String row(String number) {
    return receipt(number, "responsible-unit").path("row").asText();
  }

  /** The last receipt of a table. */
  private JsonNode receipt(String number, String table) {
    JsonNode receipts = city.get("auditor", "/api/cases/" + number + "/decisions").body();
    return StreamSupport.stream(receipts.spliterator(), false)
        .filter(receipt -> receipt.path("table").asText().equals(table))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  @Test
  void s24_s26_s29_s30_s34_s35_dueInstantsOverHttpAreThoseOfTheWorkingCalendar() {
    due("2026-03-13T17:30:00+08:00", 4, "work_hour", "2026-03-16T11:30:00+08:00");
    due("2026-03-11T12:00:00+08:00", 2, "work_hour", "2026-03-11T16:00:00+08:00");
    due("2026-03-13T18:00:00+08:00", 2, "work_hour", "2026-03-16T10:00:00+08:00");
    due("2026-03-14T10:00:00+08:00", 1, "work_day", "2026-03-16T18:00:00+08:00");
    due("2026-09-30T16:00:00+08:00", 2, "work_day", "2026-10-09T16:00:00+08:00");
    due("2026-10-02T23:30:00+08:00", 1, "urgent_hour", "2026-10-03T00:30:00+08:00");
    due("2026-09-30T20:00:00+08:00", 48, "urgent_hour", "2026-10-02T20:00:00+08:00");
    due("2026-09-30T20:00:00+08:00", 1, "work_day", "2026-10-08T18:00:00+08:00");
    due("2026-12-31T17:00:00+08:00", 2, "work_hour", "2027-01-01T09:00:00+08:00");
    JsonNode used =
        city.get(
                "auditor",
                "/api/calendar/used?from=2026-03-10T09:20:00%2B08:00&to=2026-03-11T15:00:00%2B08:00"
                    + "&unit=work_hour")
            .body();
    assertThat(used.path("seconds").asLong()).isEqualTo(42_000);
  }

  private void due(String start, int value, String unit, String expected) {
    JsonNode due =
        city.get(
                "auditor",
                "/api/calendar/due?start=%s&value=%d&unit=%s"
                    .formatted(start.replace("+", "%2B"), value, unit))
            .body();
    assertThat(due.path("due").asText()).isEqualTo(expected);
    assertThat(due.path("provisional").asBoolean()).isEqualTo(expected.startsWith("2027"));
  }

  @Test
  void s47_afterAFailedCheckTheClockRunsOnWithWhatWasLeft() {
    desk.at("2026-03-16T09:00:00+08:00");
    String wheels = city.report("chen", "collector", "E03-12", "condition", "E03-12-1").number();
    city.does("zhao", wheels, "user_fileCase", "filed");
    assertThat(city.caseOf(wheels).path("dueAt").asText()).isEqualTo("2026-03-17T09:00:00+08:00");
    city.does("street-a", wheels, "user_acceptWork", "accepted");
    city.at("2026-03-16T16:00:00+08:00");
    city.feedsBack("street-a", wheels);
    city.does("li", wheels, "user_reviewFeedback", "check");
    city.at("2026-03-16T16:40:00+08:00");
    city.does("chen", wheels, "user_checkOnSite", "failed", "reason", "still muddy");
    assertThat(city.stateOf(wheels)).isEqualTo("HANDLING");
    assertThat(city.caseOf(wheels).path("dueAt").asText()).isEqualTo("2026-03-17T09:40:00+08:00");
    assertThat(city.caseOf(wheels).path("reworkCount").asInt()).isEqualTo(1);
    city.at("2026-03-17T11:20:00+08:00");
    city.feedsBack("street-a", wheels);
    city.does("li", wheels, "user_reviewFeedback", "check");
    city.does("chen", wheels, "user_checkOnSite", "passed");
    city.does("zhao", wheels, "user_closeCase", "closed");
    JsonNode closed = city.caseOf(wheels);
    assertThat(closed.path("overdue").asBoolean()).isTrue();
    assertThat(closed.path("clock").path("usedSeconds").asLong()).isEqualTo(34_800);
    assertThat(closed.path("penalty").path("points").asDouble()).isEqualTo(0.3);
  }

  @Test
  void s21_aCityBridgeReportedInADistrictGoesToTheCitysUnitAndTheDistrictKeepsReading() {
    desk.at("2026-03-17T09:00:00+08:00");
    String bridge =
        city.report(
                "wu",
                "collector",
                "C02-09",
                "component",
                "1101020209000001",
                "condition",
                "C02-09-2",
                "location",
                null)
            .number();
    city.does("zhao", bridge, "user_fileCase", "filed");
    JsonNode dispatched = city.caseOf(bridge);
    assertThat(dispatched.path("district").asText()).isEqualTo("110102");
    assertThat(dispatched.path("unit").asText()).isEqualTo("BRIDGE-CO");
    assertThat(city.get("wu", "/api/cases/" + bridge).status()).isEqualTo(200);
    assertThat(city.get("chen", "/api/cases/" + bridge).status()).isEqualTo(403);
    assertThat(city.get("roads-b", "/api/cases/" + bridge).status()).isEqualTo(403);
  }

  @Test
  void s22_aLateDispatchCountsAgainstTheDispatcherAndTheHandlingClockStartsLater() {
    desk.at("2026-03-18T08:55:00+08:00");
    String lamp = city.report("li", "media", "C01-37", "condition", "C01-37-3").number();
    city.does("li", lamp, "user_acceptReport", "accepted");
    city.at("2026-03-18T09:00:00+08:00");
    city.does("zhao", lamp, "user_fileCase", "filed");
    city.at("2026-03-18T09:21:00+08:00");
    city.does("sun", lamp, "user_dispatchCase", "dispatched", "unit", "LAMP-CO");
    JsonNode stages = city.get("auditor", "/api/cases/" + lamp + "/stages").body();
    JsonNode dispatch =
        StreamSupport.stream(stages.spliterator(), false)
            .filter(stage -> stage.path("stage").asText().equals("dispatch"))
            .findFirst()
            .orElseThrow();
    assertThat(dispatch.path("overdue").asBoolean()).isTrue();
    assertThat(dispatch.path("person").asText()).isEqualTo("sun");
    assertThat(dispatch.path("usedSeconds").asLong() - dispatch.path("limitSeconds").asLong())
        .isEqualTo(360);
    assertThat(city.caseOf(lamp).path("dispatchedAt").asText())
        .isEqualTo("2026-03-18T09:21:00+08:00");
    assertThat(city.caseOf(lamp).path("dueAt").asText()).isEqualTo("2026-03-20T09:21:00+08:00");
    assertThat(city.caseOf(lamp).path("penalty").path("points").asDouble()).isZero();
  }
}
