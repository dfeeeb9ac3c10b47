package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The branches that move a clock, walked over HTTP through the real diagram; time is set. */
@CityTest
class BranchesTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private RuntimeService runtime;

  private String filed(String category, Object... fields) {
    String number = city.report("chen", "collector", category, fields).number();
    city.does("zhao", number, "user_fileCase", "filed");
    return number;
  }

  /** A broken sewer cover, 4 work hours, dispatched to its owner on Monday at nine. */
  private String cover() {
    desk.at("2026-03-16T09:00:00+08:00");
    return filed("C01-02", "condition", "C01-02-2", "component", "1101010102000001");
  }

  private String handledCover() {
    String cover = cover();
    city.does("drain-co", cover, "user_acceptWork", "accepted");
    return cover;
  }

  /** A dead animal, 4 work hours, accepted on Friday at half past five by a clerk for a handler. */
  private String animal() {
    desk.at("2026-03-13T17:30:00+08:00");
    String animal = filed("E01-37", "condition", "E01-37-1");
    city.does("sanitation-a", animal, "user_acceptWork", "accepted", "handler", "sanitation-a-1");
    city.at("2026-03-16T10:30:00+08:00");
    return animal;
  }

  private List<String> tasks(String number) {
    return city.get("auditor", "/engine-rest/task?processInstanceBusinessKey=" + number)
        .body()
        .findValuesAsText("taskDefinitionKey");
  }

  private String due(String number) {
    return city.caseOf(number).path("dueAt").asText();
  }

  /** The due instant of a task as its form shows it. */
  private String taskDue(String number, String key) {
    String id = city.task("auditor", number, key).path("id").asText();
    return city.get("auditor", "/api/tasks/" + id).body().path("dueAt").asText();
  }

  private void refused(int status, String why, CityClient.Answer answer) {
    assertThat(answer.message()).contains(why);
    assertThat(answer.status()).isEqualTo(status);
  }

  private void ended(String number, String state) {
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count())
        .isZero();
    assertThat(city.stateOf(number)).isEqualTo(state);
  }

  @Test
  void s15_anApprovedReturnGivesTheOtherUnitAFullLimit() {
    String cover = cover();
    assertThat(due(cover)).isEqualTo("2026-03-16T15:00:00+08:00");
    city.at("2026-03-16T10:00:00+08:00");
    city.does(
        "drain-co", cover, "user_acceptWork", "return", "reason", "cover belongs to Water Co.");
    assertThat(tasks(cover)).containsExactly("user_decideReturn");
    assertThat(city.caseOf(cover).path("clock").path("state").asText()).isEqualTo("paused");
    city.at("2026-03-16T11:05:00+08:00");
    city.does("sun", cover, "user_decideReturn", "granted", "unit", "WATER-CO");
    assertThat(due(cover)).isEqualTo("2026-03-16T17:05:00+08:00");
    JsonNode read = city.caseOf(cover);
    assertThat(read.path("unit").asText()).isEqualTo("WATER-CO");
    assertThat(read.path("accurateDispatch").asBoolean()).isFalse();
    assertThat(read.path("returnCount").asInt()).isEqualTo(1);
    assertThat(city.task("water-co", cover, "user_acceptWork")).isNotNull();
    assertThat(city.task("drain-co", cover, "user_acceptWork")).isNull();
    city.does("water-co", cover, "user_acceptWork", "accepted");
    city.feedsBack("water-co", cover);
    assertThat(city.stateOf(cover)).isEqualTo("FEEDBACK");
  }

  @Test
  void s16_aRefusedReturnRunsOnWithWhatWasLeft() {
    String cover = handledCover();
    city.at("2026-03-16T10:00:00+08:00");
    city.does("drain-co", cover, "user_handleCase", "return", "reason", "not ours");
    city.at("2026-03-16T11:30:00+08:00");
    refused(400, "reason", city.complete("sun", cover, "user_decideReturn", "refused"));
    city.does("sun", cover, "user_decideReturn", "refused", "reason", "it is yours");
    assertThat(due(cover)).isEqualTo("2026-03-16T16:30:00+08:00");
    assertThat(tasks(cover)).containsExactly("user_acceptWork");
    assertThat(city.caseOf(cover).path("accurateDispatch").asBoolean()).isTrue();
    city.does("drain-co", cover, "user_acceptWork", "accepted");
    city.feedsBack("drain-co", cover);
  }

  @Test
  void s17_aSecondReturnWithoutNewGroundIsRefusedByRuleWhereverTheUnitAsks() {
    String cover = handledCover();
    city.does("drain-co", cover, "user_handleCase", "return", "reason", "not ours");
    city.does("sun", cover, "user_decideReturn", "refused", "reason", "it is yours");
    city.does("drain-co", cover, "user_acceptWork", "return", "reason", "not ours");
    assertThat(tasks(cover)).containsExactly("user_acceptWork");
    city.does("drain-co", cover, "user_acceptWork", "accepted");
    city.does("drain-co", cover, "user_handleCase", "return", "reason", "not ours");
    assertThat(tasks(cover)).containsExactly("user_handleCase");
    JsonNode read = city.caseOf(cover);
    assertThat(read.path("state").asText()).isEqualTo("HANDLING");
    assertThat(read.path("clock").path("state").asText()).isEqualTo("running");
    assertThat(read.path("requests").findValuesAsText("buckPassing"))
        .containsExactly("false", "true", "true");
    JsonNode trail = city.get("auditor", "/api/cases/" + cover + "/trail").body();
    assertThat(trail.get(trail.size() - 1).path("actor").asText()).isEqualTo("rule");
    city.feedsBack("drain-co", cover);
  }

  @Test
  void afterTwoRefusedReturnsANewGroundIsArbitratedByTheCoordinator() {
    String cover = cover();
    city.does("drain-co", cover, "user_acceptWork", "return", "reason", "not ours");
    city.does("sun", cover, "user_decideReturn", "refused", "reason", "it is");
    city.does("drain-co", cover, "user_acceptWork", "return", "reason", "x", "newGround", "a plan");
    city.does("sun", cover, "user_decideReturn", "refused", "reason", "an old plan");
    city.does("drain-co", cover, "user_acceptWork", "return", "reason", "x", "newGround", "a deed");
    assertThat(tasks(cover)).containsExactly("user_coordinateCase");
    city.does("qian", cover, "user_coordinateCase", "dispatched", "unit", "WATER-CO");
    refused(
        422,
        "was coordinated",
        city.complete("water-co", cover, "user_acceptWork", "return", "reason", "not ours"));
    city.does("water-co", cover, "user_acceptWork", "accepted");
    refused(
        422,
        "was coordinated",
        city.complete("water-co", cover, "user_handleCase", "return", "reason", "not ours"));
    assertThat(city.caseOf(cover).path("returnCount").asInt()).isEqualTo(3);
  }

  @Test
  void aReturnGrantedWithoutAUnitGoesToTheCoordinator() {
    String cover = handledCover();
    city.does("drain-co", cover, "user_handleCase", "return", "reason", "nobody's");
    city.does("sun", cover, "user_decideReturn", "granted");
    assertThat(tasks(cover)).containsExactly("user_coordinateCase");
    city.does("qian", cover, "user_coordinateCase", "dispatched", "unit", "WATER-CO");
    assertThat(tasks(cover)).containsExactly("user_acceptWork");
  }

  @Test
  void aReturnOfWhatIsNoMatterOfTheCityIsFiledAnewOrNotAtAll() {
    String cover = handledCover();
    city.does("drain-co", cover, "user_handleCase", "return", "reason", "a private yard");
    city.does("sun", cover, "user_decideReturn", "notOurs", "reason", "a private yard");
    assertThat(tasks(cover)).containsExactly("user_fileCase");
    city.does("zhao", cover, "user_fileCase", "notFiled", "reason", "a private yard");
    ended(cover, "NOT_FILED");
    String again = handledCover();
    city.does("drain-co", again, "user_handleCase", "return", "reason", "a private yard");
    city.does("sun", again, "user_decideReturn", "notOurs", "reason", "a private yard");
    city.at("2026-03-16T10:00:00+08:00");
    city.does("zhao", again, "user_fileCase", "filed", "condition", "C01-02-3");
    assertThat(tasks(again)).containsExactly("user_acceptWork");
    assertThat(due(again)).as("2 work days anew").isEqualTo("2026-03-18T10:00:00+08:00");
  }

  @Test
  void aReturnDecidedNotOursAfterTheOldDueInstantIsNotOverdueAndMayBeVoided() {
    String cover = handledCover();
    city.at("2026-03-16T10:00:00+08:00");
    city.does("drain-co", cover, "user_handleCase", "return", "reason", "a private yard");
    city.at("2026-03-16T16:30:00+08:00");
    city.does("sun", cover, "user_decideReturn", "notOurs", "reason", "a private yard");
    assertThat(city.caseOf(cover).path("overdue").asBoolean()).isFalse();
    assertThat(city.caseOf(cover).path("clock").path("light").asText()).isEqualTo("green");
    CityClient.Answer asked =
        city.post("sun", "/api/cases/" + cover + "/void-request", Map.of("reason", "private"));
    assertThat(asked.status()).isEqualTo(200);
    city.does("zhao", cover, "user_decideVoid", "refused", "reason", "file it anew");
    assertThat(city.stateOf(cover)).isEqualTo("TO_FILE");
    city.post("sun", "/api/cases/" + cover + "/void-request", Map.of("reason", "private"));
    city.does("zhao", cover, "user_decideVoid", "granted");
    ended(cover, "VOIDED");
    assertThat(city.caseOf(cover).path("overdue").asBoolean()).isFalse();
  }

  @Test
  void aReportThatWaitsForItsFirstFilingIsNotVoided() {
    String lamp = city.report("chen", "collector", "C01-37").number();
    assertThat(
            city.post("sun", "/api/cases/" + lamp + "/void-request", Map.of("reason", "twice"))
                .status())
        .isEqualTo(422);
    assertThat(city.stateOf(lamp)).isEqualTo("TO_FILE");
  }

  @Test
  void aRepeatedReasonIsNoNewGroundAndAHandlerBelongsToTheUnit() {
    String cover = cover();
    refused(
        422,
        "DRAIN-CO",
        city.complete("drain-co", cover, "user_acceptWork", "accepted", "handler", "lamp-co"));
    city.does("drain-co", cover, "user_acceptWork", "accepted", "handler", "老王");
    city.does("drain-co", cover, "user_handleCase", "return", "reason", "not ours");
    city.does("sun", cover, "user_decideReturn", "refused", "reason", "it is");
    city.does(
        "drain-co", cover, "user_acceptWork", "return", "reason", "Not ours!", "newGround", "true");
    assertThat(city.stateOf(cover)).isEqualTo("DISPATCHED");
    assertThat(city.caseOf(cover).path("requests").get(1).path("buckPassing").asBoolean()).isTrue();
    city.does(
        "drain-co",
        cover,
        "user_acceptWork",
        "return",
        "reason",
        "not ours",
        "newGround",
        "the register was corrected today");
    assertThat(city.stateOf(cover)).isNotEqualTo("DISPATCHED");
  }

  @Test
  void s18_aCoordinatedCaseIsLedByItsMainUnitAndNotReturned() {
    desk.at("2026-03-17T09:00:00+08:00");
    String cover = filed("C01-23", "condition", "C01-23-1", "component", "1101010123000001");
    assertThat(tasks(cover)).containsExactly("user_coordinateCase");
    city.at("2026-03-17T09:12:00+08:00");
    city.does(
        "qian",
        cover,
        "user_coordinateCase",
        "dispatched",
        "unit",
        "STREET-A",
        "coUnits",
        "TELECOM-CO",
        "split",
        "60/40");
    assertThat(due(cover)).isEqualTo("2026-03-17T11:12:00+08:00");
    String task = city.task("street-a", cover, "user_acceptWork").path("id").asText();
    assertThat(
            city.get("street-a", "/api/tasks/" + task)
                .body()
                .path("outcomes")
                .findValuesAsText("name"))
        .as("the button is hidden")
        .containsExactly("accepted");
    refused(
        422,
        "not returned",
        city.complete("street-a", cover, "user_acceptWork", "return", "reason", "not ours"));
    city.does("street-a", cover, "user_acceptWork", "accepted");
    city.does("telecom-co", cover, "user_helpHandle", "done", "result", "lid found");
    city.at("2026-03-17T12:00:00+08:00");
    city.feedsBack("street-a", cover);
    JsonNode read = city.caseOf(cover);
    assertThat(read.path("clock").path("usedSeconds").asLong()).isEqualTo(168 * 60);
    assertThat(read.path("overdue").asBoolean()).isTrue();
    assertThat(read.path("firstUnit").asText()).isEqualTo("STREET-A");
  }

  @Test
  void s19_theMainUnitFeedsBackAfterItsCoUnit() {
    desk.at("2026-03-17T10:00:00+08:00");
    String water = city.report("li", "leader", "E01-30", "condition", "E01-30-1").number();
    city.does("li", water, "user_acceptReport", "accepted");
    city.does("zhao", water, "user_fileCase", "filed");
    city.does("sun", water, "user_dispatchCase", "coordinate", "reason", "two units");
    city.does(
        "qian",
        water,
        "user_coordinateCase",
        "dispatched",
        "unit",
        "STREET-A",
        "coUnits",
        "DRAIN-CO");
    assertThat(due(water)).isEqualTo("2026-03-19T10:00:00+08:00");
    city.does("street-a", water, "user_acceptWork", "accepted");
    assertThat(tasks(water)).containsExactlyInAnyOrder("user_handleCase", "user_helpHandle");
    assertThat(city.task("street-a", water, "user_helpHandle")).isNull();
    city.attach("street-a", water, "after", CityClient.picture());
    refused(
        422,
        "wait for DRAIN-CO",
        city.complete("street-a", water, "user_handleCase", "done", "result", "clean"));
    city.at("2026-03-18T11:00:00+08:00");
    city.does("drain-co", water, "user_helpHandle", "done", "result", "rodded");
    assertThat(tasks(water)).containsExactly("user_handleCase");
    city.at("2026-03-18T16:00:00+08:00");
    city.does("street-a", water, "user_handleCase", "done", "result", "clean");
    JsonNode read = city.caseOf(water);
    assertThat(read.path("state").asText()).isEqualTo("FEEDBACK");
    assertThat(read.path("clock").path("usedSeconds").asLong()).isEqualTo(12 * 3600);
    assertThat(read.path("overdue").asBoolean()).isFalse();
  }

  @Test
  void s37_anExtensionCountsFromTheDueInstantAndTheUnitReviewsItsHandlersRequest() {
    String animal = animal();
    assertThat(due(animal)).isEqualTo("2026-03-16T11:30:00+08:00");
    city.does("sanitation-a-1", animal, "user_handleCase", "extension", "reason", "snow");
    assertThat(tasks(animal)).containsExactlyInAnyOrder("user_handleCase", "user_reviewExtension");
    city.at("2026-03-16T10:40:00+08:00");
    refused(
        403,
        "may not decide it",
        city.complete("sanitation-a-1", animal, "user_reviewExtension", "agreed"));
    city.does("sanitation-a", animal, "user_reviewExtension", "agreed");
    assertThat(tasks(animal)).containsExactlyInAnyOrder("user_handleCase", "user_decideExtension");
    city.at("2026-03-16T11:00:00+08:00");
    city.does("sun", animal, "user_decideExtension", "granted");
    assertThat(due(animal)).isEqualTo("2026-03-16T17:30:00+08:00");
    assertThat(city.caseOf(animal).path("extensionCount").asInt()).isEqualTo(1);
    assertThat(tasks(animal)).containsExactly("user_handleCase");
    assertThat(taskDue(animal, "user_handleCase")).isEqualTo(due(animal));
    city.feedsBack("sanitation-a-1", animal);
  }

  @Test
  void s39_aRefusedRequestDoesNotUseUpATurn() {
    String cover = handledCover();
    city.does("drain-co", cover, "user_handleCase", "extension", "reason", "rain");
    city.at("2026-03-16T09:10:00+08:00");
    city.does("sun", cover, "user_decideExtension", "refused", "reason", "it is dry");
    city.at("2026-03-16T09:20:00+08:00");
    city.does("drain-co", cover, "user_handleCase", "extension", "reason", "rain");
    city.does("sun", cover, "user_decideExtension", "granted");
    assertThat(city.caseOf(cover).path("extensionCount").asInt()).isEqualTo(1);
    city.does("drain-co", cover, "user_handleCase", "extension", "reason", "flood");
    city.does("sun", cover, "user_decideExtension", "granted");
    assertThat(city.caseOf(cover).path("extensionCount").asInt()).isEqualTo(2);
    refused(
        422,
        "no third",
        city.complete("drain-co", cover, "user_handleCase", "extension", "reason", "more"));
    assertThat(tasks(cover)).containsExactly("user_handleCase");
  }

  @Test
  void s41_aClerksRequestGoesStraightToTheDispatcherAndARefusedHandlersNever() {
    String animal = animal();
    city.does("sanitation-a-1", animal, "user_handleCase", "extension", "reason", "snow");
    city.does("sanitation-a", animal, "user_reviewExtension", "refused", "reason", "go on");
    assertThat(tasks(animal)).containsExactly("user_handleCase");
    city.does("sanitation-a", animal, "user_handleCase", "extension", "reason", "snow");
    assertThat(tasks(animal)).containsExactlyInAnyOrder("user_handleCase", "user_decideExtension");
  }

  @Test
  void anExtensionAskedInTimeIsGrantedAfterTheOldDueInstantFromThere() {
    String cover = handledCover();
    city.at("2026-03-16T14:59:00+08:00");
    city.does("drain-co", cover, "user_handleCase", "extension", "reason", "rain");
    city.at("2026-03-16T15:30:00+08:00");
    assertThat(city.caseOf(cover).path("overdue").asBoolean()).isTrue();
    city.does("sun", cover, "user_decideExtension", "granted");
    assertThat(due(cover)).isEqualTo("2026-03-17T09:00:00+08:00");
    assertThat(city.caseOf(cover).path("overdue").asBoolean()).isFalse();
    city.at("2026-03-17T09:00:01+08:00");
    refused(
        422,
        "before the due instant",
        city.complete("drain-co", cover, "user_handleCase", "extension", "reason", "rain"));
  }

  @Test
  void theWorkGoesOnWhileAnExtensionIsDecidedAndFeedbackEndsTheRequest() {
    String cover = handledCover();
    city.attach("drain-co", cover, "after", CityClient.picture());
    city.at("2026-03-16T09:30:00+08:00");
    city.does("drain-co", cover, "user_handleCase", "extension", "reason", "rain");
    city.does("drain-co", cover, "user_handleCase", "done", "result", "mended");
    assertThat(tasks(cover)).containsExactly("user_reviewFeedback");
    assertThat(city.caseOf(cover).path("requests").get(0).path("state").asText())
        .isEqualTo("lapsed");
  }

  @Test
  void aReturnWhileAnExtensionIsPendingDropsIt() {
    String cover = handledCover();
    city.does("drain-co", cover, "user_handleCase", "extension", "reason", "rain");
    city.does("drain-co", cover, "user_handleCase", "return", "reason", "not ours");
    assertThat(tasks(cover)).containsExactly("user_decideReturn");
    assertThat(city.caseOf(cover).path("requests").findValuesAsText("state"))
        .containsExactly("lapsed", "pending");
    city.does("sun", cover, "user_decideReturn", "refused", "reason", "it is yours");
    city.does("drain-co", cover, "user_acceptWork", "accepted");
    city.does("drain-co", cover, "user_handleCase", "extension", "reason", "rain");
    city.does("sun", cover, "user_decideExtension", "granted");
  }

  @Test
  void s42_aHoldOverNationalDayResumesByItselfOnTheFirstWorkingSlot() {
    desk.at("2026-09-14T09:00:00+08:00");
    String road = filed("E01-13", "condition", "E01-13-1", "measure", 0.8);
    city.does("roads-a", road, "user_acceptWork", "accepted");
    city.at("2026-09-16T10:50:00+08:00");
    String stale = city.task("roads-a", road, "user_handleCase").path("id").asText();
    city.does(
        "roads-a",
        road,
        "user_handleCase",
        "hold",
        "reason",
        "asphalt plant closed",
        "until",
        "2026-10-05");
    assertThat(tasks(road)).containsExactlyInAnyOrder("user_handleCase", "user_decideHold");
    city.at("2026-09-16T11:00:00+08:00");
    city.does("sun", road, "user_decideHold", "granted");
    assertThat(tasks(road)).containsExactly("user_resumeCase");
    assertThat(city.stateOf(road)).isEqualTo("SUSPENDED");
    assertThat(city.completeTask("roads-a", stale, "done", "result", "x").status())
        .isBetween(400, 499);
    assertThat(city.caseOf(road).path("clock").path("remainingSeconds").asLong())
        .isEqualTo(22 * 3600);
    city.at("2026-10-08T07:59:59+08:00");
    assertThat(city.stateOf(road)).isEqualTo("SUSPENDED");
    city.at("2026-10-08T08:00:00+08:00");
    assertThat(city.stateOf(road)).isEqualTo("HANDLING");
    assertThat(tasks(road)).containsExactly("user_handleCase");
    assertThat(due(road)).isEqualTo("2026-10-10T16:00:00+08:00");
    refused(
        422,
        "held once",
        city.complete(
            "roads-a", road, "user_handleCase", "hold", "reason", "x", "until", "2026-11-01"));
    city.at("2026-10-10T16:00:00+08:00");
    city.feedsBack("roads-a", road);
    assertThat(city.caseOf(road).path("overdue").asBoolean()).isFalse();
  }

  @Test
  void aHeldCaseIsResumedEarlyAndTheEndDateDoesNothingMore() {
    String cover = handledCover();
    city.at("2026-03-16T10:00:00+08:00");
    city.does(
        "drain-co", cover, "user_handleCase", "hold", "reason", "frost", "until", "2026-03-20");
    city.does("sun", cover, "user_decideHold", "granted");
    city.at("2026-03-18T10:00:00+08:00");
    city.does("sun", cover, "user_resumeCase", "resumed");
    assertThat(tasks(cover)).containsExactly("user_handleCase");
    assertThat(due(cover)).isEqualTo("2026-03-18T15:00:00+08:00");
    city.feedsBack("drain-co", cover);
    city.at("2026-03-20T10:00:00+08:00");
    assertThat(city.statesOf(cover)).endsWith("SUSPENDED", "HANDLING", "FEEDBACK");
    assertThat(tasks(cover)).containsExactly("user_reviewFeedback");
  }

  @Test
  void s44_anUrgentCaseIsNotHeldWithoutProofThatItIsFenced() {
    desk.at("2026-03-17T09:00:00+08:00");
    String road = filed("E05-05", "condition", "E05-05-1");
    city.does("roads-a", road, "user_acceptWork", "accepted");
    city.at("2026-03-17T10:00:00+08:00");
    refused(
        422,
        "Make the danger safe first",
        city.complete(
            "roads-a", road, "user_handleCase", "hold", "reason", "x", "until", "2026-04-01"));
    assertThat(tasks(road)).containsExactly("user_handleCase");
    city.attach("roads-a", road, "other", CityClient.picture());
    city.does("roads-a", road, "user_handleCase", "hold", "reason", "x", "until", "2026-04-01");
    assertThat(tasks(road)).contains("user_decideHold");
  }

  @Test
  void s46_aBurstMainRunsThroughItsStagesInOneCase() {
    desk.at("2026-03-20T20:00:00+08:00");
    String main = filed("E05-01", "condition", "E05-01-3");
    city.does("water-co", main, "user_acceptWork", "accepted");
    assertThat(due(main)).isEqualTo("2026-03-20T23:00:00+08:00");
    city.at("2026-03-20T22:00:00+08:00");
    city.feedsBack("water-co", main);
    assertThat(tasks(main)).containsExactly("user_handleCase");
    assertThat(due(main)).isEqualTo("2026-03-21T06:00:00+08:00");
    city.at("2026-03-21T05:00:00+08:00");
    city.feedsBack("water-co", main);
    assertThat(due(main)).isEqualTo("2026-03-27T18:00:00+08:00");
    assertThat(taskDue(main, "user_handleCase")).isEqualTo(due(main));
    city.at("2026-03-27T18:00:00+08:00");
    city.feedsBack("water-co", main);
    assertThat(tasks(main)).containsExactly("user_reviewFeedback");
    assertThat(city.caseOf(main).path("overdue").asBoolean()).isFalse();
  }

  private CityClient.Answer asksVoid(String user, String number) {
    return city.post(
        user, "/api/cases/" + number + "/void-request", Map.of("reason", "filed twice"));
  }

  @Test
  void s56_aGrantedVoidEndsTheCaseAndARefusedOneLeavesItWhereItWas() {
    String cover = handledCover();
    city.at("2026-03-16T09:30:00+08:00");
    assertThat(asksVoid("chen", cover).status()).isEqualTo(403);
    assertThat(city.post("sun", "/api/cases/" + cover + "/void-request", Map.of()).status())
        .isEqualTo(400);
    assertThat(asksVoid("sun", cover).status()).isEqualTo(200);
    assertThat(city.stateOf(cover)).isEqualTo("VOID_REVIEW");
    assertThat(tasks(cover)).containsExactlyInAnyOrder("user_handleCase", "user_decideVoid");
    assertThat(asksVoid("li", cover).status()).isEqualTo(409);
    refused(
        422,
        "is being decided",
        city.complete("drain-co", cover, "user_handleCase", "return", "reason", "x"));
    city.at("2026-03-16T09:40:00+08:00");
    city.does("zhao", cover, "user_decideVoid", "refused", "reason", "only once");
    assertThat(city.stateOf(cover)).isEqualTo("HANDLING");
    assertThat(due(cover)).isEqualTo("2026-03-16T15:00:00+08:00");
    assertThat(city.caseOf(cover).path("clock").path("usedSeconds").asLong()).isEqualTo(2400);
    assertThat(asksVoid("drain-co", cover).status()).isEqualTo(200);
    city.does("zhao", cover, "user_decideVoid", "granted");
    ended(cover, "VOIDED");
    assertThat(city.caseOf(cover).path("clock").path("state").asText()).isEqualTo("stopped");
    assertThat(asksVoid("sun", cover).status()).isEqualTo(422);
  }

  @Test
  void aHeldCaseWhoseDayComesWhileAVoidIsDecidedIsWorkedOnAfterwards() {
    String cover = handledCover();
    city.does(
        "drain-co", cover, "user_handleCase", "hold", "reason", "frost", "until", "2026-03-17");
    city.does("sun", cover, "user_decideHold", "granted");
    assertThat(asksVoid("sun", cover).status()).isEqualTo(200);
    city.at("2026-03-17T08:00:00+08:00");
    assertThat(city.stateOf(cover)).isEqualTo("VOID_REVIEW");
    city.does("zhao", cover, "user_decideVoid", "refused", "reason", "no");
    assertThat(city.stateOf(cover)).isEqualTo("HANDLING");
    assertThat(due(cover)).isEqualTo("2026-03-17T12:00:00+08:00");
    city.feedsBack("drain-co", cover);
  }
}
