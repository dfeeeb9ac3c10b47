package org.citycase.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.citycase.casefile.CaseFiles;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.notice.Notice;
import org.citycase.notice.NoticeGivenUp;
import org.citycase.notice.Recipient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told at which rung, once each, and that he was; the rungs are taken by hand here. */
@CityTest
class EscalationsTest {

  private static final String LAMP = "1101010137000012";

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private Escalations escalations;
  @Autowired private CaseFiles files;
  @Autowired private CaseClocks clocks;
  @Autowired private CityClock clock;
  @Autowired private TransactionTemplate transaction;
  @Autowired private ApplicationEventPublisher events;

  private String lamp;

  /** Two work days, that is 16 hours from Tuesday 9:20, due on Thursday 9:20. */
  @BeforeEach
  void aLampIsDispatched() {
    desk.at("2026-03-10T09:20:00+08:00");
    lamp =
        city.report("chen", "collector", "C01-37", "component", LAMP, "condition", "C01-37-3")
            .number();
    city.does("zhao", lamp, "user_fileCase", "filed");
  }

  /** Moves the clock alone, so that no timer of the diagram takes a rung before the test does. */
  private String climbAt(String instant) {
    clock.set(OffsetDateTime.parse(instant).toInstant());
    return climb();
  }

  private String climb() {
    return transaction.execute(status -> escalations.escalate(lamp));
  }

  private void does(Runnable work) {
    transaction.executeWithoutResult(status -> work.run());
  }

  private List<String> told() {
    return escalations.of(lamp).stream()
        .map(one -> "%s %d %s %s".formatted(one.level(), one.share(), one.row(), people(one)))
        .toList();
  }

  private static List<String> people(EscalationRecord one) {
    return one.delivered().stream().map(EscalationRecord.Proof::to).toList();
  }

  private List<String> flags() {
    return StreamSupport.stream(city.caseOf(lamp).path("flags").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  @Test
  void theLadderTellsTheUnitTheInspectorAndTheLeaderEachOnce() {
    assertThat(escalations.nextShare(lamp)).isEqualTo(80);
    assertThat(climb()).isEqualTo("further");
    assertThat(climbAt("2026-03-11T16:07:59+08:00")).isEqualTo("further");
    assertThat(told()).isEmpty();
    assertThat(climbAt("2026-03-11T16:08:00+08:00")).isEqualTo("further");
    assertThat(climb()).isEqualTo("further");
    assertThat(escalations.nextShare(lamp)).isEqualTo(100);
    assertThat(climbAt("2026-03-12T09:20:00+08:00")).isEqualTo("further");
    assertThat(flags()).isEmpty();
    assertThat(climbAt("2026-03-13T09:20:00+08:00")).isEqualTo("further");
    assertThat(flags()).containsExactly("supervised");
    assertThat(climbAt("2026-03-16T09:20:00+08:00")).isEqualTo("substitute");
    assertThat(climb()).isEqualTo("further");
    assertThat(escalations.nextShare(lamp)).isZero();
    assertThat(told())
        .containsExactly(
            "remind 80 P1 4.8 80 [lamp-co]",
            "urge 100 P1 4.8 100 [lamp-co]",
            "supervise 150 P1 4.8 150 [he]",
            "leader 200 P1 4.8 200 [leader]");
    assertThat(flags()).as("who was told has not instructed").containsExactly("supervised");
  }

  @Test
  void everyRungLeavesAReceiptALogEntryAndAProofOfDelivery() {
    climbAt("2026-03-11T16:08:00+08:00");
    JsonNode one = city.get("auditor", "/api/cases/" + lamp + "/escalations").body().get(0);
    assertThat(one.path("at").asText()).isEqualTo("2026-03-11T16:08:00+08:00");
    assertThat(one.path("to").asText()).isEqualTo("unit-LAMP-CO");
    assertThat(one.path("trigger").asText()).isEqualTo("share");
    assertThat(one.path("alarm").asBoolean()).isFalse();
    JsonNode proof = one.path("delivered").get(0);
    assertThat(proof.path("to").asText()).isEqualTo("lamp-co");
    assertThat(proof.path("at").asText()).isEqualTo("2026-03-11T16:08:00+08:00");
    assertThat(proof.path("receipt").asText()).startsWith("log ");
    JsonNode logged = logged("escalateCase");
    assertThat(logged.path("actor").asText()).isEqualTo("rule");
    assertThat(logged.path("data").path("level").asText()).isEqualTo("remind");
    assertThat(logged.path("data").path("people").get(0).asText()).isEqualTo("lamp-co");
    assertThat(city.get("auditor", "/api/cases/" + lamp + "/decisions").body())
        .extracting(receipt -> receipt.path("row").asText())
        .containsOnlyOnce("P1 4.8 80");
    JsonNode notices = city.caseOf(lamp).path("notices");
    JsonNode last = notices.get(notices.size() - 1);
    assertThat(last.path("document").asText()).isEqualTo("escalation-remind");
    assertThat(last.path("to").asText()).isEqualTo("路灯公司经办人");
    assertThat(last.path("text").asText()).contains("已用 80%", "80% used");
    assertThat(city.get("water-co", "/api/cases/" + lamp + "/escalations").status()).isEqualTo(403);
  }

  private JsonNode logged(String action) {
    JsonNode trail = city.get("auditor", "/api/cases/" + lamp + "/trail").body();
    return StreamSupport.stream(trail.spliterator(), false)
        .filter(entry -> entry.path("action").asText().equals(action))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void rungsMissedInADowntimeAreTakenOneAfterTheOther() {
    assertThat(climbAt("2026-03-13T10:00:00+08:00")).isEqualTo("further");
    assertThat(told()).containsExactly("remind 80 P1 4.8 80 [lamp-co]");
    climb();
    climb();
    climb();
    assertThat(told()).hasSize(3).last().asString().startsWith("supervise 150");
  }

  @Test
  void aPausedClockTakesNoRungAndAnExtensionBeginsTheLadderAnew() {
    climbAt("2026-03-11T16:08:00+08:00");
    does(() -> clocks.pause(lamp, "dispatchers", "test", clock.instant()));
    assertThat(climbAt("2026-03-13T10:00:00+08:00")).isEqualTo("further");
    assertThat(told()).hasSize(1);
    does(() -> clocks.resume(lamp, "test", clock.instant()));
    assertThat(escalations.nextShare(lamp)).as("the same round goes on").isEqualTo(100);
    does(() -> clocks.extend(lamp, "test", clock.instant()));
    assertThat(escalations.nextShare(lamp)).as("more time, a new ladder").isEqualTo(80);
    climb();
    assertThat(told()).hasSize(1);
  }

  @Test
  void theThirdFailedCheckAndFalseFeedbackAreTheInspectorsOnce() {
    for (int check = 1; check <= 3; check++) {
      does(
          () -> {
            files.get(lamp).rework();
            escalations.failedCheck(lamp);
            escalations.failedCheck(lamp);
          });
      assertThat(told()).hasSize(check < 3 ? 0 : 1);
    }
    does(
        () -> {
          escalations.falseFeedback(lamp);
          escalations.falseFeedback(lamp);
        });
    assertThat(told())
        .containsExactly("supervise 0 failed check 3 [he]", "supervise 0 false feedback [he]");
    assertThat(flags()).containsExactly("supervised");
  }

  private static String membership(String group, String user) {
    return "/engine-rest/group/" + group + "/members/" + user;
  }

  @Test
  void anEscalationWithNobodyToReceiveItGoesToTheDutyLeaderWithAnAlarm() {
    String unit = membership("unit-LAMP-CO", "lamp-co");
    assertThat(city.delete("admin", unit).status()).isEqualTo(204);
    try {
      climbAt("2026-03-11T16:08:00+08:00");
    } finally {
      assertThat(city.put("admin", unit, "{}").status()).isEqualTo(204);
    }
    EscalationRecord one = escalations.of(lamp).get(0);
    assertThat(one.level()).isEqualTo("remind");
    assertThat(one.to()).isEqualTo("unit-LAMP-CO");
    assertThat(one.alarm()).isTrue();
    assertThat(people(one)).containsExactly("zhao");
    assertThat(one.delivered().get(0).receipt()).isNotBlank();
    JsonNode notices = city.caseOf(lamp).path("notices");
    JsonNode last = notices.get(notices.size() - 1);
    assertThat(last.path("document").asText()).isEqualTo("escalation-alarm");
    assertThat(last.path("text").asText()).contains("unit-LAMP-CO");
  }

  @Test
  void withoutADutyLeaderTheAlarmGoesToTheAdministrators() {
    String unit = membership("unit-LAMP-CO", "lamp-co");
    String leaders = membership("duty-leaders", "zhao");
    city.delete("admin", unit);
    city.delete("admin", leaders);
    try {
      climbAt("2026-03-11T16:08:00+08:00");
    } finally {
      city.put("admin", unit, "{}");
      city.put("admin", leaders, "{}");
    }
    assertThat(told()).containsExactly("remind 80 P1 4.8 80 [admin]");
    assertThat(escalations.of(lamp).get(0).alarm()).isTrue();
  }

  @Test
  void aNoticeThatNeverLeftIsTheDutyLeadersAlarmButALostAlarmIsNot() {
    for (String document : List.of("task-sheet", "escalation-alarm")) {
      Recipient to = Recipient.official("路灯公司", "LAMP-CO");
      Notice lost = new Notice(7, lamp, document, clock.instant(), to, "…");
      does(() -> events.publishEvent(new NoticeGivenUp(lost, 5, "no connection")));
    }
    assertThat(told()).containsExactly("alarm 0 undelivered [zhao]");
    assertThat(escalations.of(lamp).get(0).note()).contains("task-sheet", "5");
  }

  @Test
  void supervisionAndInstructionReachTheUnitWithProof() {
    String path = "/api/cases/" + lamp;
    for (String note : List.of("学校门口", "again")) {
      Map<String, String> said = Map.of("kind", "important", "note", note);
      assertThat(city.post("he", path + "/supervise", said).status()).isEqualTo(200);
      assertThat(city.post("li", path + "/supervise", said).status()).isEqualTo(403);
    }
    String instruction = path + "/leader-instruction";
    assertThat(city.post("leader", instruction, Map.of("text", "today")).status()).isEqualTo(200);
    assertThat(city.post("leader", instruction, Map.of("text", " ")).status()).isEqualTo(400);
    JsonNode records = city.get("lamp-co", path + "/escalations").body();
    assertThat(records)
        .extracting(one -> one.path("trigger").asText())
        .containsExactly("supervise", "supervise", "leaderInstruction");
    for (JsonNode one : records) {
      assertThat(one.path("delivered").get(0).path("to").asText()).isEqualTo("lamp-co");
      assertThat(one.path("delivered").get(0).path("receipt").asText()).isNotBlank();
    }
    assertThat(records.get(0).path("note").asText()).isEqualTo("学校门口");
    assertThat(flags()).containsExactly("supervised", "leader");
  }

  @Test
  void supervisionBeforeTheDispatchGoesToTheDeskTheCaseLiesOn() {
    lamp = city.report("chen", "collector", "C01-37", "condition", "C01-37-3").number();
    Map<String, String> said = Map.of("kind", "important", "note", "x");
    city.post("he", "/api/cases/" + lamp + "/supervise", said);
    EscalationRecord one = escalations.of(lamp).get(0);
    assertThat(one.to()).isEqualTo("duty-leaders");
    assertThat(one.alarm()).isFalse();
    assertThat(people(one)).containsExactly("zhao");
  }
}
