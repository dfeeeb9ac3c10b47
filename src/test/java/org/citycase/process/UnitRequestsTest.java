package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.citycase.casefile.Requests;
import org.citycase.casefile.Voiding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The law behind what units ask, whatever a diagram draws: each room hears the words directly. */
@CityTest
class UnitRequestsTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private RoomDoors rooms;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Requests requests;
  @Autowired private Voiding voiding;

  @BeforeEach
  void aMondayMorning() {
    desk.at("2026-03-16T09:00:00+08:00");
  }

  private static void refused(Refusal.Kind kind, String why, ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind))
        .hasMessageContaining(why);
  }

  /** A broken sewer cover, 4 work hours, with the drainage company. */
  private String cover() {
    String cover =
        city.report(
                "chen",
                "collector",
                "C01-02",
                "condition",
                "C01-02-2",
                "component",
                "1101010102000001")
            .number();
    city.does("zhao", cover, "user_fileCase", "filed");
    return cover;
  }

  private String handledCover() {
    String cover = cover();
    city.does("drain-co", cover, "user_acceptWork", "accepted");
    return cover;
  }

  private String due(String number) {
    return city.caseOf(number).path("dueAt").asText();
  }

  private JsonNode lastRequest(String number) {
    JsonNode all = city.caseOf(number).path("requests");
    return all.get(all.size() - 1);
  }

  @Test
  void anExtensionAddsOneLimitToTheDueInstantAndAtMostTwoAreGranted() {
    String cover = handledCover();
    assertThat(due(cover)).isEqualTo("2026-03-16T15:00:00+08:00");
    for (String expected :
        new String[] {"2026-03-17T09:00:00+08:00", "2026-03-17T15:00:00+08:00"}) {
      assertThat(rooms.says("drain-co", cover, "handleCase", "extension", "reason", "rain"))
          .containsEntry("work", "request")
          .containsEntry("request", "extension");
      rooms.says("sun", cover, "decideExtension", "granted");
      assertThat(due(cover)).isEqualTo(expected);
    }
    refused(
        Refusal.Kind.AGAINST_RULES,
        "there is no third",
        () -> rooms.says("drain-co", cover, "handleCase", "extension", "reason", "rain"));
    assertThat(city.caseOf(cover).path("extensionCount").asInt()).isEqualTo(2);
    assertThat(city.caseOf(cover).path("requests")).hasSize(2);
  }

  @Test
  void anExtensionThatWasAskedInTimeIsGrantedAfterTheOldDueInstantFromThere() {
    String cover = handledCover();
    city.at("2026-03-16T15:00:00+08:00");
    rooms.says("drain-co", cover, "handleCase", "extension", "reason", "rain");
    city.at("2026-03-16T15:00:01+08:00");
    assertThat(city.caseOf(cover).path("overdue").asBoolean()).isTrue();
    rooms.says("sun", cover, "decideExtension", "granted");
    assertThat(due(cover)).isEqualTo("2026-03-17T09:00:00+08:00");
    assertThat(city.caseOf(cover).path("overdue").asBoolean()).isFalse();
  }

  @Test
  void noExtensionIsAskedOnceTheCaseIsOverdueOrWhileAnotherRequestWaits() {
    String cover = handledCover();
    rooms.says("drain-co", cover, "handleCase", "hold", "reason", "r", "until", "2026-03-20");
    refused(
        Refusal.Kind.AGAINST_RULES,
        "Another request is being decided",
        () -> rooms.says("drain-co", cover, "handleCase", "extension", "reason", "rain"));
    rooms.says("sun", cover, "decideHold", "refused", "reason", "no");
    city.at("2026-03-16T15:00:01+08:00");
    refused(
        Refusal.Kind.AGAINST_RULES,
        "before the due instant",
        () -> rooms.says("drain-co", cover, "handleCase", "extension", "reason", "rain"));
  }

  @Test
  void whoAskedDoesNotDecideAndNothingThatWasNotAskedIsDecided() {
    String cover = handledCover();
    refused(
        Refusal.Kind.AGAINST_RULES,
        "No extension",
        () -> rooms.says("sun", cover, "decideExtension", "granted"));
    rooms.says("drain-co", cover, "handleCase", "extension", "reason", "rain");
    refused(
        Refusal.Kind.NOT_ALLOWED,
        "may not decide it",
        () -> rooms.says("drain-co", cover, "decideExtension", "granted"));
    refused(
        Refusal.Kind.AGAINST_RULES,
        "No hold",
        () -> rooms.says("sun", cover, "decideHold", "granted"));
    assertThat(lastRequest(cover).path("state").asText()).isEqualTo("pending");
  }

  @Test
  void aHandlersRequestGoesThroughSomebodyElseOfHisUnit() {
    String cover = cover();
    city.does("drain-co", cover, "user_acceptWork", "accepted", "handler", "worker");
    assertThat(rooms.says("worker", cover, "handleCase", "extension", "reason", "rain"))
        .containsEntry("request", "reviewExtension");
    refused(
        Refusal.Kind.NOT_ALLOWED,
        "may not decide it",
        () -> rooms.says("worker", cover, "reviewExtension", "agreed"));
    refused(
        Refusal.Kind.AGAINST_RULES,
        "No extension",
        () -> rooms.says("sun", cover, "decideExtension", "granted"));
    rooms.says("drain-co", cover, "reviewExtension", "refused", "reason", "work on");
    assertThat(lastRequest(cover).path("state").asText()).isEqualTo("refused");
    rooms.says("worker", cover, "handleCase", "extension", "reason", "rain");
    rooms.says("drain-co", cover, "reviewExtension", "agreed");
    rooms.says("sun", cover, "decideExtension", "granted");
    assertThat(lastRequest(cover).path("reviewedBy").asText()).isEqualTo("drain-co");
    assertThat(city.caseOf(cover).path("extensionCount").asInt()).isEqualTo(1);
  }

  @Test
  void aHoldEndsOnALaterDayWithinAYearAndIsGrantedOnce() {
    String cover = handledCover();
    for (String never : new String[] {"2026-03-16", "2026-03-15", "2027-03-17"}) {
      refused(
          Refusal.Kind.AGAINST_RULES,
          "A hold ends between 2026-03-17 and 2027-03-16",
          () -> rooms.says("drain-co", cover, "handleCase", "hold", "reason", "r", "until", never));
    }
    refused(
        Refusal.Kind.MALFORMED,
        "is no day",
        () -> rooms.says("drain-co", cover, "handleCase", "hold", "reason", "r", "until", "soon"));
    rooms.says("drain-co", cover, "handleCase", "hold", "reason", "frost", "until", "2027-03-16");
    rooms.says("sun", cover, "decideHold", "granted");
    assertThat(city.stateOf(cover)).isEqualTo("SUSPENDED");
    assertThat(city.caseOf(cover).path("clock").path("state").asText()).isEqualTo("paused");
    assertThat(requests.holdEnd(cover)).isEqualTo(LocalDate.of(2027, 3, 16));
    city.at("2026-03-17T09:00:00+08:00");
    rooms.says("sun", cover, "resumeCase", "resumed");
    assertThat(due(cover)).isEqualTo("2026-03-17T15:00:00+08:00");
    refused(
        Refusal.Kind.AGAINST_RULES,
        "held once",
        () ->
            rooms.says(
                "drain-co", cover, "handleCase", "hold", "reason", "r", "until", "2026-04-01"));
  }

  @Test
  void aHoldWhoseDayCameBeforeItsDecisionIsNotGranted() {
    String cover = handledCover();
    rooms.says("drain-co", cover, "handleCase", "hold", "reason", "r", "until", "2026-03-17");
    city.at("2026-03-17T08:00:00+08:00");
    refused(
        Refusal.Kind.AGAINST_RULES,
        "has come",
        () -> rooms.says("sun", cover, "decideHold", "granted"));
    assertThat(city.stateOf(cover)).isEqualTo("HANDLING");
  }

  @Test
  void aRefusedReturnGoesBackToTheUnitAndASecondWithoutNewGroundIsBuckPassing() {
    String cover = handledCover();
    String dispatchedAt = city.caseOf(cover).path("dispatchedAt").asText();
    city.at("2026-03-16T10:00:00+08:00");
    assertThat(rooms.says("drain-co", cover, "handleCase", "return", "reason", "not ours"))
        .containsEntry("work", "left");
    assertThat(city.caseOf(cover).path("dueAt").isNull()).isTrue();
    city.at("2026-03-16T11:30:00+08:00");
    rooms.says("sun", cover, "decideReturn", "refused", "reason", "yours");
    assertThat(city.stateOf(cover)).isEqualTo("DISPATCHED");
    assertThat(city.caseOf(cover).path("dispatchedAt").asText()).isEqualTo(dispatchedAt);
    assertThat(rooms.says("drain-co", cover, "acceptWork", "return", "reason", "not ours"))
        .containsEntry("work", "again");
    JsonNode read = city.caseOf(cover);
    assertThat(read.path("state").asText()).isEqualTo("DISPATCHED");
    assertThat(read.path("dueAt").asText()).isEqualTo("2026-03-16T16:30:00+08:00");
    assertThat(read.path("returnCount").asInt()).isEqualTo(2);
    assertThat(lastRequest(cover).path("state").asText()).isEqualTo("refusedByRule");
    assertThat(lastRequest(cover).path("buckPassing").asBoolean()).isTrue();
    assertThat(lastRequest(cover).path("decidedBy").asText()).isEqualTo("rule");
    assertThat(read.path("accurateDispatch").asBoolean()).isTrue();
  }

  @Test
  void afterTwoRefusedReturnsANewGroundGoesToTheCoordinatorAndIsNotReturnedAgain() {
    String cover = cover();
    for (String ground : new String[] {"first", "second"}) {
      rooms.says("drain-co", cover, "acceptWork", "return", "reason", "r", "newGround", ground);
      rooms.says("sun", cover, "decideReturn", "refused", "reason", "yours");
    }
    rooms.says("drain-co", cover, "acceptWork", "return", "reason", "r", "newGround", "a plan");
    assertThat(city.stateOf(cover)).isEqualTo("COORDINATING");
    assertThat(city.statesOf(cover)).endsWith("RETURN_REVIEW", "COORDINATING");
    rooms.says("qian", cover, "coordinateCase", "dispatched", "unit", "DRAIN-CO");
    assertThat(city.caseOf(cover).path("clock").path("state").asText()).isEqualTo("running");
    assertThat(due(cover))
        .as("the same unit goes on with what was left")
        .endsWith("15:00:00+08:00");
    refused(
        Refusal.Kind.AGAINST_RULES,
        "was coordinated and is not returned",
        () ->
            rooms.says(
                "drain-co", cover, "acceptWork", "return", "reason", "r", "newGround", "more"));
  }

  @Test
  void aReturnIsGrantedToAnotherUnitOrToNobodyButNotToWhoAsked() {
    String cover = cover();
    rooms.says("drain-co", cover, "acceptWork", "return", "reason", "water's");
    refused(
        Refusal.Kind.AGAINST_RULES,
        "name another unit",
        () -> rooms.says("sun", cover, "decideReturn", "granted", "unit", "DRAIN-CO"));
    refused(
        Refusal.Kind.MALFORMED,
        "Unknown unit",
        () -> rooms.says("sun", cover, "decideReturn", "granted", "unit", "NOBODY"));
    refused(
        Refusal.Kind.NOT_ALLOWED,
        "filed case",
        () -> rooms.says("zhao", cover, "decideReturn", "granted", "unit", "WATER-CO"));
    rooms.says("sun", cover, "decideReturn", "granted");
    assertThat(city.stateOf(cover)).isEqualTo("COORDINATING");
    JsonNode ledger = city.get("auditor", "/api/cases/" + cover + "/clock").body();
    assertThat(ledger.findValuesAsText("holder"))
        .containsExactly("DRAIN-CO", "dispatchers", "coordinators");
    city.at("2026-03-16T11:05:00+08:00");
    rooms.says("qian", cover, "coordinateCase", "dispatched", "unit", "WATER-CO");
    assertThat(due(cover)).isEqualTo("2026-03-16T17:05:00+08:00");
    assertThat(city.caseOf(cover).path("accurateDispatch").asBoolean()).isFalse();
    assertThat(city.caseOf(cover).path("firstUnit").asText()).isEqualTo("DRAIN-CO");
  }

  @Test
  void aReturnOfWhatIsNoMatterOfTheCityGoesBackToFilingAndEndsTheClockWhenItIsNotFiled() {
    String cover = cover();
    rooms.says("drain-co", cover, "acceptWork", "return", "reason", "private yard");
    rooms.says("sun", cover, "decideReturn", "notOurs", "reason", "private yard");
    assertThat(city.stateOf(cover)).isEqualTo("TO_FILE");
    assertThat(city.caseOf(cover).path("limit").isNull()).isTrue();
    city.at("2026-03-16T10:00:00+08:00");
    rooms.says("zhao", cover, "fileCase", "notFiled", "reason", "private yard");
    assertThat(city.stateOf(cover)).isEqualTo("NOT_FILED");
    assertThat(city.caseOf(cover).path("clock").path("state").asText()).isEqualTo("stopped");
    assertThat(city.caseOf(cover).path("clock").path("usedSeconds").asLong()).isZero();
  }

  @Test
  void aReturnDropsTheRequestThatWaits() {
    String cover = handledCover();
    rooms.says("drain-co", cover, "handleCase", "extension", "reason", "rain");
    rooms.says("drain-co", cover, "handleCase", "return", "reason", "not ours");
    assertThat(city.caseOf(cover).path("requests").findValuesAsText("state"))
        .containsExactly("lapsed", "pending");
    refused(
        Refusal.Kind.AGAINST_RULES,
        "No extension",
        () -> rooms.says("sun", cover, "decideExtension", "granted"));
  }

  @Test
  void anOverdueCaseIsNotReturned() {
    String cover = cover();
    city.at("2026-03-16T15:00:01+08:00");
    refused(
        Refusal.Kind.AGAINST_RULES,
        "before the due instant",
        () -> rooms.says("drain-co", cover, "acceptWork", "return", "reason", "r"));
    assertThat(city.caseOf(cover).path("returnCount").asInt()).isZero();
  }

  @Test
  void feedingBackEndsTheRequestThatWaits() {
    String cover = handledCover();
    rooms.says("drain-co", cover, "handleCase", "extension", "reason", "rain");
    city.attach("drain-co", cover, "after", CityClient.picture());
    assertThat(rooms.says("drain-co", cover, "handleCase", "done", "result", "mended"))
        .containsEntry("work", "fedBack");
    assertThat(lastRequest(cover).path("state").asText()).isEqualTo("lapsed");
  }

  @Test
  void everyRequestLeavesAReceiptAndARefusedQuestionLeavesNothing() {
    String cover = handledCover();
    rooms.says("drain-co", cover, "handleCase", "extension", "reason", "rain");
    int log = city.get("auditor", "/api/cases/" + cover + "/trail").body().size();
    refused(
        Refusal.Kind.AGAINST_RULES,
        "Another request",
        () -> rooms.says("drain-co", cover, "handleCase", "extension", "reason", "rain"));
    assertThat(city.get("auditor", "/api/cases/" + cover + "/trail").body()).hasSize(log);
    assertThat(
            city.get("auditor", "/api/cases/" + cover + "/decisions")
                .body()
                .findValuesAsText("table"))
        .filteredOn("request-standard"::equals)
        .hasSize(1);
  }

  private static Viewer viewer(String user, String... groups) {
    return new Viewer(user, Set.of(groups));
  }

  private void asksVoid(String number, Viewer viewer) {
    transaction.executeWithoutResult(status -> voiding.ask(number, "filed twice", viewer));
  }

  @Test
  void s56_aRefusedVoidGoesBackToWhereTheCaseWasAndTheClockKeptRunning() {
    String cover = handledCover();
    JsonNode before = city.caseOf(cover);
    city.at("2026-03-16T09:30:00+08:00");
    asksVoid(cover, viewer("sun", "dispatchers"));
    assertThat(city.stateOf(cover)).isEqualTo("VOID_REVIEW");
    refused(
        Refusal.Kind.CONFLICT,
        "is being decided already",
        () -> asksVoid(cover, viewer("drain-co", "unit-DRAIN-CO")));
    assertThat(city.complete("drain-co", cover, "user_handleCase", "done", "result", "x").message())
        .contains("Whether case " + cover + " is voided is being decided");
    city.at("2026-03-16T09:40:00+08:00");
    rooms.says("zhao", cover, "decideVoid", "refused", "reason", "only once");
    JsonNode after = city.caseOf(cover);
    assertThat(after.path("state").asText()).isEqualTo("HANDLING");
    assertThat(after.path("dueAt")).isEqualTo(before.path("dueAt"));
    assertThat(after.path("dispatchedAt")).isEqualTo(before.path("dispatchedAt"));
    assertThat(after.path("clock").path("usedSeconds").asLong()).isEqualTo(2400);
  }

  @Test
  void aGrantedVoidEndsTheClockAndWhatWasAsked() {
    String cover = handledCover();
    rooms.says("drain-co", cover, "handleCase", "extension", "reason", "rain");
    asksVoid(cover, viewer("zhao", "duty-leaders"));
    refused(
        Refusal.Kind.NOT_ALLOWED,
        "may only take that back",
        () -> rooms.says("zhao", cover, "decideVoid", "granted"));
    city.at("2026-03-16T09:40:00+08:00");
    rooms.says("another", cover, "decideVoid", "granted");
    assertThat(city.stateOf(cover)).isEqualTo("VOIDED");
    assertThat(city.caseOf(cover).path("clock").path("state").asText()).isEqualTo("stopped");
    assertThat(lastRequest(cover).path("state").asText()).isEqualTo("lapsed");
  }

  @Test
  void onlyWhoWorksOnAFiledCaseAsksToVoidIt() {
    String unfiled = city.report("chen", "collector", "C01-37").number();
    refused(
        Refusal.Kind.AGAINST_RULES,
        "only a filed case",
        () -> asksVoid(unfiled, viewer("li", "operators")));
    String cover = cover();
    for (Viewer stranger :
        new Viewer[] {
          viewer("chen", "collectors"), viewer("lamp-co", "unit-LAMP-CO"), viewer("a", "auditors")
        }) {
      refused(Refusal.Kind.NOT_ALLOWED, "of its unit", () -> asksVoid(cover, stranger));
    }
    asksVoid(cover, viewer("drain-co", "unit-DRAIN-CO"));
  }

  @Test
  void aHoldThatEndsWhileAVoidIsDecidedGoesOnWithTheWorkAfterwards() {
    String cover = handledCover();
    rooms.says("drain-co", cover, "handleCase", "hold", "reason", "frost", "until", "2026-03-17");
    rooms.says("sun", cover, "decideHold", "granted");
    asksVoid(cover, viewer("sun", "dispatchers"));
    city.at("2026-03-17T08:00:00+08:00");
    rooms.says("rule", cover, "resumeCase", "resumed");
    assertThat(city.stateOf(cover)).isEqualTo("VOID_REVIEW");
    assertThat(city.caseOf(cover).path("clock").path("state").asText()).isEqualTo("running");
    rooms.says("zhao", cover, "decideVoid", "refused", "reason", "no");
    assertThat(city.stateOf(cover)).isEqualTo("HANDLING");
    assertThat(due(cover)).isEqualTo("2026-03-17T12:00:00+08:00");
  }
}
