package org.citycase.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.citycase.process.RoomDoors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a case costs, told by clients over HTTP; and what is opened from it. */
@CityTest
class EvaluationTest {

  /** South of the case's place by about this many metres. */
  private static final double METRE = 1 / 111_195.0;

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private RoomDoors doors;

  private String muddyWheels(String dispatchedAt) {
    desk.at(dispatchedAt);
    return filed("chen", "collector", "E03-12", "E03-12-1", "street-a");
  }

  private String filed(
      String user, String channel, String category, String condition, String clerk) {
    String number = city.report(user, channel, category, "condition", condition).number();
    city.does("zhao", number, "user_fileCase", "filed");
    city.does(clerk, number, "user_acceptWork", "accepted");
    return number;
  }

  private void checked(String number, String result) {
    city.does("li", number, "user_reviewFeedback", "check");
    city.does("chen", number, "user_checkOnSite", result, "reason", "mud is there");
  }

  private double points(String number) {
    return city.caseOf(number).path("penalty").path("points").asDouble();
  }

  private List<String> codes(String number) {
    return codes(city.caseOf(number).path("penalty").path("items"));
  }

  private static List<String> codes(JsonNode items) {
    List<String> codes = new ArrayList<>();
    items.forEach(item -> codes.add(item.path("code").asText()));
    return codes;
  }

  private String closedAfterRework(String secondFeedback) {
    String wheels = muddyWheels("2026-03-16T09:00:00+08:00");
    city.at("2026-03-16T16:00:00+08:00");
    city.feedsBack("street-a", wheels);
    city.does("li", wheels, "user_reviewFeedback", "check");
    city.at("2026-03-16T16:40:00+08:00");
    city.does("chen", wheels, "user_checkOnSite", "failed", "reason", "still muddy");
    assertThat(city.caseOf(wheels).path("dueAt").asText()).isEqualTo("2026-03-17T09:40:00+08:00");
    city.at(secondFeedback);
    city.feedsBack("street-a", wheels);
    checked(wheels, "passed");
    city.does("zhao", wheels, "user_closeCase", "closed");
    return wheels;
  }

  @Test
  void s47_aReworkFedBackTooLateCostsItsOverdueAndItsFailedCheck() {
    String wheels = closedAfterRework("2026-03-17T11:20:00+08:00");
    JsonNode closed = city.caseOf(wheels);
    assertThat(closed.path("overdue").asBoolean()).isTrue();
    assertThat(closed.path("reworkCount").asInt()).isEqualTo(1);
    assertThat(closed.path("falseFeedbackCount").asInt()).isZero();
    assertThat(closed.path("clock").path("usedSeconds").asLong()).isEqualTo(34_800);
    assertThat(points(wheels)).isEqualTo(0.3);
    assertThat(codes(wheels)).containsExactly("OT-1", "RW-1");
  }

  @Test
  void s47_aReworkFedBackAtTheDueInstantIsOnTime() {
    String wheels = closedAfterRework("2026-03-17T09:40:00+08:00");
    assertThat(city.caseOf(wheels).path("overdue").asBoolean()).isFalse();
    assertThat(points(wheels)).isEqualTo(0.2);
  }

  @Test
  void s50_anAfterPhotoShownBeforeProvesAFalseFeedbackWhenTheCheckFails() {
    byte[] old = CityClient.picture();
    String first = muddyWheels("2026-03-16T09:00:00+08:00");
    city.attach("street-a", first, "after", old);
    String second = filed("chen", "collector", "E01-37", "E01-37-1", "sanitation-a");
    city.attach("sanitation-a", second, "after", old);
    city.does("sanitation-a", second, "user_handleCase", "done", "result", "removed");
    checked(second, "failed");
    JsonNode proved = city.caseOf(second);
    assertThat(proved.path("state").asText()).isEqualTo("HANDLING");
    assertThat(proved.path("falseFeedbackCount").asInt()).isEqualTo(1);
    assertThat(proved.path("penalty").path("points").asDouble()).isEqualTo(1.2);
    assertThat(codes(second)).containsExactly("RW-1", "FR");
    JsonNode rework = city.get("he", "/api/cases/" + second + "/trail").body();
    assertThat(rework.findValuesAsText("falseFeedback").get(0)).contains("shown before", first);
    JsonNode told = city.get("he", "/api/cases/" + second + "/escalations").body();
    assertThat(told.findValuesAsText("trigger")).contains("falseFeedback");
    assertThat(told.get(0).path("delivered").findValuesAsText("to")).contains("he");
    assertThat(city.caseOf(first).path("penalty").path("points").asDouble()).isZero();
  }

  @Test
  void s50_aPhotoOfAMergedReportOrOfTheCaseItWasOpenedFromProvesNothing() {
    String wheels = muddyWheels("2026-03-16T09:00:00+08:00");
    byte[] seen = CityClient.picture();
    String again = city.report("li", "hotline", "E03-12", "photos", city.photos(seen)).number();
    city.does("li", again, "user_acceptReport", "merged", "mergedInto", wheels);
    fedBackWith(wheels, seen);
    checked(wheels, "failed");
    assertThat(codes(wheels)).containsExactly("RW-1");
    byte[] quiet = CityClient.picture();
    String shop = closedShop(quiet);
    city.does("li", shop, "user_callBack", "dissatisfied", "reason", "loud", "objective", false);
    String linked = city.caseOf(shop).path("linkedCases").get(0).asText();
    city.does("zhao", linked, "user_fileCase", "filed");
    city.does("street-a", linked, "user_acceptWork", "accepted");
    fedBackWith(linked, quiet);
    checked(linked, "failed");
    assertThat(codes(linked)).containsExactly("RW-1");
  }

  @Test
  void s50_anAfterPhotoOfTheLastRoundOrOfTheReportProvesItTooAndANewOneDoesNot() {
    String wheels = muddyWheels("2026-03-16T09:00:00+08:00");
    byte[] work = CityClient.picture();
    fedBackWith(wheels, work);
    checked(wheels, "failed");
    assertThat(codes(wheels)).as("a new photo of bad work is honest").containsExactly("RW-1");
    fedBackWith(wheels, work);
    checked(wheels, "failed");
    assertThat(codes(wheels)).containsExactly("RW-1", "RW-1", "FR");
    assertThat(points(wheels)).isEqualTo(1.4);
  }

  private void fedBackWith(String number, byte[] photo) {
    city.attach("street-a", number, "after", photo);
    city.does("street-a", number, "user_handleCase", "done", "result", "washed");
  }

  @Test
  void s50_anAfterPhotoTakenEightHundredMetresAwayProvesItAndOneOnTheSpotDoesNot() {
    String wheels = muddyWheels("2026-03-16T09:00:00+08:00");
    takenAt(wheels, 39.90045 + 60 * METRE);
    checked(wheels, "failed");
    assertThat(city.caseOf(wheels).path("falseFeedbackCount").asInt()).isZero();
    takenAt(wheels, 39.90045 + 800 * METRE);
    checked(wheels, "passed");
    assertThat(codes(wheels)).as("whose check passes is not proved").containsExactly("RW-1");
    city.does("zhao", wheels, "user_closeCase", "recheck", "reason", "photo is of elsewhere");
    city.does("chen", wheels, "user_checkOnSite", "failed", "reason", "no work at all");
    assertThat(codes(wheels)).containsExactly("RW-1", "RW-1", "FR");
    assertThat(
            city.get("he", "/api/cases/" + wheels + "/trail")
                .body()
                .findValuesAsText("falseFeedback")
                .get(0))
        .contains("800 m away");
  }

  private void takenAt(String number, double lat) {
    assertThat(photo(number, Map.of("lat", lat, "lng", 116.4006)).status()).isEqualTo(201);
    city.does("street-a", number, "user_handleCase", "done", "result", "washed");
  }

  private CityClient.Answer photo(String number, Map<String, Object> place) {
    Map<String, Object> photo = new java.util.HashMap<>(place);
    photo.put("name", "a.png");
    photo.put("base64", Base64.getEncoder().encodeToString(CityClient.picture()));
    return city.post(
        "street-a",
        "/api/cases/" + number + "/attachments",
        Map.of("kind", "after", "photos", List.of(photo)));
  }

  @Test
  void aPhotoSaysWhereItWasTakenInDegreesOrNotAtAll() {
    String wheels = muddyWheels("2026-03-16T09:00:00+08:00");
    assertThat(photo(wheels, Map.of("lat", 39.9)).status()).isEqualTo(400);
    assertThat(photo(wheels, Map.of("lat", 139.9, "lng", 116.4)).status()).isEqualTo(400);
    JsonNode placed = photo(wheels, Map.of("lat", 39.9, "lng", 116.4)).body().get(0);
    assertThat(placed.path("lat").asDouble()).isEqualTo(39.9);
    assertThat(photo(wheels, Map.of()).body().get(0).has("lat")).isFalse();
  }

  @Test
  void s51_aDifferenceThatMeetsTheConditionPassesAndIsNoted() {
    String wheels = muddyWheels("2026-03-16T09:00:00+08:00");
    city.feedsBack("street-a", wheels);
    city.does("li", wheels, "user_reviewFeedback", "check");
    String noted = "fed back as replaced, found patched: 更换或修复 is met";
    city.does("chen", wheels, "user_checkOnSite", "passed", "reason", noted);
    assertThat(city.stateOf(wheels)).isEqualTo("TO_CLOSE");
    assertThat(
            city.get("auditor", "/api/cases/" + wheels + "/trail")
                .body()
                .findValuesAsText("reason"))
        .contains(noted);
    city.does("zhao", wheels, "user_closeCase", "closed");
    assertThat(points(wheels)).isZero();
  }

  @Test
  void s53_aLeadersCaseWithTwiceItsLimitAndAFailedCheckCostsEightTenths() {
    desk.at("2026-03-16T08:00:00+08:00");
    String animal = filed("chen", "collector", "E01-37", "E01-37-1", "sanitation-a");
    city.post("leader", "/api/cases/" + animal + "/leader-instruction", Map.of("text", "at once"));
    city.at("2026-03-16T10:00:00+08:00");
    city.feedsBack("sanitation-a", animal);
    checked(animal, "failed");
    city.at("2026-03-16T18:00:00+08:00");
    city.feedsBack("sanitation-a", animal);
    checked(animal, "passed");
    city.does("zhao", animal, "user_closeCase", "closed");
    assertThat(city.caseOf(animal).path("clock").path("usedSeconds").asLong()).isEqualTo(28_800);
    assertThat(codes(animal)).containsExactly("OT-2", "RW-1");
    assertThat(points(animal)).isEqualTo(0.8);
  }

  @Test
  void anOpenCaseShowsWhatItWouldCostNowAndAClosedOneWhatItDid() {
    desk.at("2026-03-16T08:00:00+08:00");
    String animal = filed("chen", "collector", "E01-37", "E01-37-1", "sanitation-a");
    assertThat(points(animal)).isZero();
    city.at("2026-03-16T14:00:01+08:00");
    assertThat(points(animal)).isEqualTo(0.1);
    city.at("2026-03-16T17:00:00+08:00");
    assertThat(codes(animal)).as("replaced, not added").containsExactly("OT-2");
    city.at("2026-03-18T10:00:00+08:00");
    assertThat(points(animal)).isEqualTo(0.5);
    assertThat(asked(animal)).as("looking leaves no receipt").doesNotContain("penalty");
    city.feedsBack("sanitation-a", animal);
    checked(animal, "passed");
    city.at("2026-03-20T10:00:00+08:00");
    city.does("zhao", animal, "user_closeCase", "closed");
    JsonNode frozen = city.caseOf(animal).path("penalty");
    assertThat(frozen.path("points").asDouble()).isEqualTo(0.5);
    assertThat(asked(animal)).contains("penalty");
    city.at("2026-04-20T10:00:00+08:00");
    assertThat(city.caseOf(animal).path("penalty")).isEqualTo(frozen);
  }

  private List<String> asked(String number) {
    return city.get("auditor", "/api/cases/" + number + "/decisions")
        .body()
        .findValuesAsText("table");
  }

  @Test
  void aCollectorsLateCheckIsHisAndNotTheUnits() {
    String wheels = muddyWheels("2026-03-16T09:00:00+08:00");
    city.feedsBack("street-a", wheels);
    city.does("li", wheels, "user_reviewFeedback", "check");
    city.at("2026-03-16T09:30:01+08:00");
    city.does("chen", wheels, "user_checkOnSite", "passed");
    city.at("2026-03-18T09:30:01+08:00");
    assertThat(stages(wheels)).as("the duty leader is late too").contains("close true");
    city.does("zhao", wheels, "user_closeCase", "closed");
    JsonNode penalty = city.caseOf(wheels).path("penalty");
    assertThat(penalty.path("points").asDouble()).isZero();
    assertThat(penalty.path("items")).isEmpty();
    assertThat(penalty.path("persons")).hasSize(1);
    assertThat(penalty.path("persons").get(0).path("code").asText()).isEqualTo("FT");
    assertThat(penalty.path("persons").get(0).path("person").asText()).isEqualTo("chen");
    assertThat(penalty.path("persons").get(0).path("points").asDouble()).isEqualTo(0.1);
  }

  private List<String> stages(String number) {
    List<String> stages = new ArrayList<>();
    city.get("auditor", "/api/cases/" + number + "/stages")
        .body()
        .forEach(
            one -> stages.add(one.path("stage").asText() + " " + one.path("overdue").asText()));
    return stages;
  }

  @Test
  void aClosedCaseCostsTheSameWhateverTheDiagramDoesThen() {
    desk.at("2026-03-16T08:00:00+08:00");
    String animal = filed("chen", "collector", "E01-37", "E01-37-1", "sanitation-a");
    city.at("2026-03-16T17:00:00+08:00");
    city.feedsBack("sanitation-a", animal);
    checked(animal, "passed");
    doors.says("zhao", animal, "closeCase", "closed");
    assertThat(city.stateOf(animal)).isEqualTo("CLOSED");
    assertThat(codes(animal)).containsExactly("OT-2");
    assertThat(asked(animal)).containsOnlyOnce("penalty");
  }

  @Test
  void theCallBackTellsWhetherTheReporterGetsANewCaseOrAnExplanation() {
    assertThat(redress("dissatisfied", "reason", "still loud", "objective", false))
        .isEqualTo("newCase");
    assertThat(redress("dissatisfied", "reason", "it is the law", "objective", "true"))
        .isEqualTo("explain");
    assertThat(redress("basicallySatisfied")).isEqualTo("none");
    String shop = closedShop();
    CityClient.Answer neither =
        city.complete(
            "li", shop, "user_callBack", "dissatisfied", "reason", "x", "objective", "maybe");
    assertThat(neither.status()).isEqualTo(400);
    assertThat(neither.message()).contains("objective");
    assertThat(city.caseOf(shop).path("satisfaction").isNull()).isTrue();
  }

  private String redress(String outcome, Object... variables) {
    String shop = closedShop();
    city.does("li", shop, "user_callBack", outcome, variables);
    JsonNode told = city.caseOf(shop);
    assertThat(told.path("satisfaction").asText()).isEqualTo(outcome);
    assertThat(told.path("notices").findValuesAsText("document").contains("explanation"))
        .isEqualTo(List.of(variables).contains("true"));
    return city.get("auditor", "/api/cases/" + shop + "/trail")
        .body()
        .findValuesAsText("redress")
        .get(0);
  }

  @Test
  void aDissatisfiedReportersCaseGetsALinkedNewOneThatIsToBeFiled() {
    String shop = closedShop();
    city.does(
        "li", shop, "user_callBack", "dissatisfied", "reason", "loud again", "objective", false);
    JsonNode closed = city.caseOf(shop);
    assertThat(closed.path("state").asText()).isEqualTo("CLOSED");
    assertThat(closed.path("linkedCases")).hasSize(1);
    String linked = closed.path("linkedCases").get(0).asText();
    JsonNode opened = city.caseOf(linked);
    assertThat(opened.path("state").asText()).isEqualTo("TO_FILE");
    assertThat(opened.path("parentCase").asText()).isEqualTo(shop);
    assertThat(opened.path("condition").asText()).isEqualTo("E04-05-1");
    assertThat(opened.path("channel").asText()).isEqualTo("hotline");
    city.does("zhao", linked, "user_fileCase", "filed");
    assertThat(city.caseOf(linked).path("unit").asText()).isEqualTo("STREET-A");
    assertThat(city.caseOf(linked).path("flags")).as("no recurrence of itself").isEmpty();
    assertThat(actions(shop)).contains("openLinkedCase");
    assertThat(actions(linked)).first().isEqualTo("openLinkedCase");
    JsonNode opening = city.get("auditor", "/api/cases/" + linked + "/trail").body().get(0);
    assertThat(opening.path("actor").asText()).isEqualTo("li");
    assertThat(opening.path("reason").asText()).isEqualTo("loud again");
  }

  private String closedShop() {
    return closedShop(CityClient.picture());
  }

  private String closedShop(byte[] photo) {
    desk.at("2026-03-16T09:00:00+08:00");
    String shop = city.report("li", "hotline", "E04-05", "reporter", Map.of("name", "市民")).number();
    city.does("li", shop, "user_acceptReport", "accepted");
    city.does("zhao", shop, "user_fileCase", "filed", "condition", "E04-05-1");
    city.does("street-a", shop, "user_acceptWork", "accepted");
    fedBackWith(shop, photo);
    checked(shop, "passed");
    city.does("zhao", shop, "user_closeCase", "closed");
    return shop;
  }

  @Test
  void aFencedCollapseGoesOnAsALinkedCaseOfItsNextStageAndAStreetLampDoesNot() {
    desk.at("2026-03-16T09:00:00+08:00");
    String collapse = closed("E05-05", "E05-05-1", "roads-a");
    JsonNode linked = city.caseOf(collapse).path("linkedCases");
    assertThat(linked).hasSize(1);
    JsonNode repair = city.caseOf(linked.get(0).asText());
    assertThat(repair.path("condition").asText()).isEqualTo("E05-05-2");
    assertThat(repair.path("state").asText()).isEqualTo("TO_FILE");
    assertThat(asked(collapse)).contains("emergency-stages");
    String wheels = closed("E03-12", "E03-12-1", "street-a");
    assertThat(city.caseOf(wheels).path("linkedCases")).isEmpty();
  }

  private String closed(String category, String condition, String clerk) {
    String number = filed("chen", "collector", category, condition, clerk);
    city.feedsBack(clerk, number);
    checked(number, "passed");
    city.does("zhao", number, "user_closeCase", "closed");
    return number;
  }

  private List<String> actions(String number) {
    return city.get("auditor", "/api/cases/" + number + "/trail").body().findValuesAsText("action");
  }
}
