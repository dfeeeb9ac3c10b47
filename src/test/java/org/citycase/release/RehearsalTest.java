package org.citycase.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.function.UnaryOperator;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.citycase.Refusal;
import org.citycase.rules.Answerer;
import org.citycase.rules.OneTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What past cases would have got by a draft: real cases, their own questions, other tables. */
@CityTest
class RehearsalTest {

  private static final long DRAFT = 770_077;
  private static final Scope MARCH =
      new Scope(Instant.parse("2026-02-28T16:00:00Z"), Instant.parse("2026-03-31T16:00:00Z"), null);

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private Rehearsals rehearsals;
  @Autowired private RehearsalCsv csv;
  @Autowired private JdbcTemplate jdbc;

  private static Subject draft(String table, UnaryOperator<String> change) {
    return draft(table, OneTable.changed(table, change));
  }

  private static Subject draft(String table, Answerer changed) {
    return new Subject(DRAFT, table, 3, OneTable.changed(table, text -> text), changed);
  }

  private static UnaryOperator<String> cell(String before, String after) {
    return text -> {
      assertThat(text).contains(before);
      return text.replace(before, after);
    };
  }

  private static Subject muddyWheelsIn(int value, String unit) {
    return draft(
        "filing-standard", cell("ask,E03-12-1,1,work_day", "ask,E03-12-1," + value + "," + unit));
  }

  private JsonNode rehearse(Subject subject) {
    return rehearsals.run(subject, MARCH, "owner").result();
  }

  /** Fed back after 9 h 40 of 8 h, with one failed check: 0.3 points. */
  private String lateWheels() {
    desk.at("2026-03-16T09:00:00+08:00");
    String wheels = city.report("chen", "collector", "E03-12", "condition", "E03-12-1").number();
    city.does("zhao", wheels, "user_fileCase", "filed");
    city.does("street-a", wheels, "user_acceptWork", "accepted");
    city.at("2026-03-16T16:00:00+08:00");
    city.feedsBack("street-a", wheels);
    city.does("li", wheels, "user_reviewFeedback", "check");
    city.at("2026-03-16T16:40:00+08:00");
    city.does("chen", wheels, "user_checkOnSite", "failed", "reason", "still muddy");
    city.at("2026-03-17T11:20:00+08:00");
    city.feedsBack("street-a", wheels);
    city.does("li", wheels, "user_reviewFeedback", "check");
    city.does("chen", wheels, "user_checkOnSite", "passed");
    city.does("zhao", wheels, "user_closeCase", "closed");
    assertThat(city.caseOf(wheels).path("penalty").path("points").asDouble()).isEqualTo(0.3);
    return wheels;
  }

  @Test
  void twiceTheLimitTakesTheOverdueMarkAndItsPointsFromALateCase() {
    String wheels = lateWheels();
    JsonNode found = rehearse(muddyWheelsIn(2, "work_day"));
    assertThat(found.path("cases").asInt()).isEqualTo(1);
    assertThat(found.path("errors")).isEmpty();
    JsonNode one = found.path("changed").get(0);
    assertThat(one.path("number").asText()).isEqualTo(wheels);
    assertThat(one.path("table").asText()).isEqualTo("filing-standard");
    assertThat(one.path("before").path("limitValue").asInt()).isEqualTo(1);
    assertThat(one.path("after").path("limitValue").asInt()).isEqualTo(2);
    assertThat(one.path("row").toString())
        .isEqualTo("{\"before\":\"E03-12-1\",\"after\":\"E03-12-1\"}");
    assertThat(one.path("limit").toString())
        .isEqualTo(
            "{\"before\":{\"value\":1,\"unit\":\"work_day\"},"
                + "\"after\":{\"value\":2,\"unit\":\"work_day\"}}");
    assertThat(one.path("due").toString())
        .isEqualTo(
            "{\"before\":\"2026-03-17T09:40:00+08:00\",\"after\":\"2026-03-18T09:40:00+08:00\"}");
    assertThat(one.path("onTime").toString()).isEqualTo("{\"before\":false,\"after\":true}");
    assertThat(one.path("points").toString()).isEqualTo("{\"before\":0.3,\"after\":0.2}");
    assertThat(one.has("unit")).isFalse();
    assertThat(one.path("receipts")).as("asked by the rule and by the duty leader").hasSize(2);
  }

  @Test
  void theTotalsTellUnitAndCategory() {
    lateWheels();
    JsonNode totals = rehearse(muddyWheelsIn(2, "work_day")).path("totals");
    String sum =
        "\"changed\":1,\"becameLate\":0,\"becameOnTime\":1,"
            + "\"points\":{\"before\":0.3,\"after\":0.2}}";
    assertThat(totals.path("byUnit").toString()).isEqualTo("[{\"unit\":\"STREET-A\"," + sum + "]");
    assertThat(totals.path("byCategory").toString())
        .isEqualTo("[{\"category\":\"E03-12\"," + sum + "]");
    assertThat(totals.path("changed").asInt()).isEqualTo(1);
  }

  @Test
  void aShorterLimitInAnotherUnitIsCountedFromTheLedger() {
    lateWheels();
    JsonNode one = rehearse(muddyWheelsIn(4, "work_hour")).path("changed").get(0);
    assertThat(one.path("due").path("after").asText())
        .as("nothing was left when it came back")
        .isEqualTo("2026-03-16T16:40:00+08:00");
    assertThat(one.has("onTime")).as("late before and after").isFalse();
    assertThat(one.path("points").path("after").asDouble()).as("OT-3 and RW-1").isEqualTo(0.5);
  }

  @Test
  void aDraftThatChangesNothingFindsNothingAndAnotherRowIdIsCounted() {
    lateWheels();
    JsonNode same = rehearse(draft("filing-standard", text -> text));
    assertThat(same.path("changed")).isEmpty();
    assertThat(same.path("questions").asInt()).isEqualTo(2);
    assertThat(same.path("otherRow").asInt()).isZero();
    JsonNode renamed =
        rehearse(draft("filing-standard", cell(",E03-12-1,E03-12,", ",E03-12-1 new,E03-12,")));
    assertThat(renamed.path("changed")).isEmpty();
    assertThat(renamed.path("otherRow").asInt()).isEqualTo(1);
  }

  @Test
  void aQuestionTheDraftDoesNotAnswerIsListed() {
    String wheels = lateWheels();
    Answerer silent =
        (question, on) -> {
          throw new Refusal(Refusal.Kind.AGAINST_RULES, "It has no row for this question.");
        };
    JsonNode found = rehearse(draft("filing-standard", silent));
    assertThat(found.path("changed")).isEmpty();
    JsonNode error = found.path("errors").get(0);
    assertThat(error.path("number").asText()).isEqualTo(wheels);
    assertThat(error.path("table").asText()).isEqualTo("filing-standard");
    assertThat(error.path("message").asText()).contains("no row for this question");
  }

  @Test
  void aDearerPenaltyMovesThePoints() {
    lateWheels();
    JsonNode found = rehearse(draft("penalty", cell("OT-1,0.1,1", "OT-1,0.4,1")));
    JsonNode one = found.path("changed").get(0);
    assertThat(one.path("row").path("after").asText()).isEqualTo("OT-1");
    assertThat(one.path("points").toString()).isEqualTo("{\"before\":0.3,\"after\":0.6}");
    assertThat(one.has("limit")).isFalse();
    assertThat(found.path("totals").path("byUnit").get(0).path("points").path("after").asDouble())
        .isEqualTo(0.6);
  }

  @Test
  void anotherUnitTakesOverThePoints() {
    String wheels = lateWheels();
    String unit = city.caseOf(wheels).path("unit").asText();
    JsonNode found =
        rehearse(
            draft(
                "responsible-unit",
                text -> text.replaceAll(",(workGrid|unitType),,(70|60)\\b", ",unit,LAMP-CO,$2")));
    JsonNode one = found.path("changed").get(0);
    assertThat(one.path("unit").toString())
        .isEqualTo("{\"before\":\"" + unit + "\",\"after\":\"LAMP-CO\"}");
    JsonNode byUnit = found.path("totals").path("byUnit");
    assertThat(byUnit.findValuesAsText("unit")).containsExactlyInAnyOrder("LAMP-CO", unit);
    for (JsonNode sum : byUnit) {
      boolean gains = sum.path("unit").asText().equals("LAMP-CO");
      assertThat(sum.path("points").path(gains ? "after" : "before").asDouble()).isEqualTo(0.3);
      assertThat(sum.path("points").path(gains ? "before" : "after").asDouble()).isZero();
    }
    assertThat(found.path("totals").path("points").path("after").asDouble()).isEqualTo(0.3);
  }

  @Test
  void anotherUnitTypeSendsTheCaseToTheUnitOfThatType() {
    lateWheels();
    JsonNode one =
        rehearse(
                draft(
                    "unit-type",
                    cell(
                        ",E03-12,E03-12,,,Sub-district office / local enforcement team,",
                        ",E03-12,E03-12,,,Sanitation unit,")))
            .path("changed")
            .get(0);
    assertThat(one.path("unit").toString())
        .isEqualTo("{\"before\":\"STREET-A\",\"after\":\"SANITATION-A\"}");
  }

  @Test
  void whatAnAppealTookBackStaysTakenBack() {
    String wheels = lateWheels();
    city.post("street-a", "/api/cases/" + wheels + "/appeal", Map.of("reason", "road closed"));
    city.does("sun", wheels, "user_decideAppeal", "granted", "reason", "seen");
    city.does("li", wheels, "user_reviewAppeal", "granted", "reason", "seen too");
    assertThat(city.caseOf(wheels).path("penalty").path("points").asDouble()).isEqualTo(0.2);
    JsonNode found = rehearse(muddyWheelsIn(4, "work_hour"));
    JsonNode one = found.path("changed").get(0);
    assertThat(one.has("points")).as("OT-3 is taken back as OT-1 was").isFalse();
    assertThat(one.has("due")).isTrue();
    String points = "{\"before\":0.2,\"after\":0.2}";
    JsonNode totals = found.path("totals");
    assertThat(totals.path("points").toString()).as("of all changed cases").isEqualTo(points);
    assertThat(totals.path("byUnit").get(0).path("points").toString()).isEqualTo(points);
    assertThat(totals.path("byCategory").get(0).path("points").toString()).isEqualTo(points);
  }

  @Test
  void aTableThatWasNeverAskedSaysSo() {
    lateWheels();
    JsonNode found = rehearse(draft("reply-limits", text -> text));
    assertThat(found.path("note").path("en").asText()).contains("never asked this table");
    assertThat(rehearse(muddyWheelsIn(2, "work_day")).path("note").isNull()).isTrue();
    Scope april = new Scope(MARCH.to(), MARCH.to().plusSeconds(86_400), null);
    JsonNode none = rehearsals.run(muddyWheelsIn(2, "work_day"), april, "owner").result();
    assertThat(none.path("note").path("en").asText()).startsWith("No case was reported");
  }

  @Test
  void aTableOfWhichNoPointsFollowTellsNone() {
    lateWheels();
    JsonNode found =
        rehearse(
            draft("closing-standard", text -> text.replaceAll("(?m),500,(\\d+),,$", ",400,$1,,")));
    assertThat(found.path("changed")).hasSize(1);
    assertThat(found.path("totals").path("points").isNull()).isTrue();
  }

  @Test
  void periodAndDistrictSayWhichCasesAreAsked() {
    lateWheels();
    Subject subject = muddyWheelsIn(2, "work_day");
    Instant reported = Instant.parse("2026-03-16T01:00:00Z");
    assertThat(cases(subject, new Scope(reported, reported.plusMillis(1), "110101"))).isEqualTo(1);
    assertThat(cases(subject, new Scope(reported.minusSeconds(60), reported, null))).isZero();
    assertThat(cases(subject, new Scope(MARCH.from(), MARCH.to(), "110102"))).isZero();
    assertThatThrownBy(() -> new Scope(reported, reported, null))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("ends before it begins");
  }

  private int cases(Subject subject, Scope scope) {
    return rehearsals.run(subject, scope, "owner").result().path("cases").asInt();
  }

  @Test
  void aRehearsalTouchesNothing() {
    lateWheels();
    Map<String, Object> before = everything();
    rehearse(muddyWheelsIn(2, "work_day"));
    rehearse(draft("penalty", cell("OT-1,0.1,1", "OT-1,0.4,1")));
    assertThat(everything()).isEqualTo(before);
  }

  /** All rows of all tables but that of the rehearsals themselves. */
  private Map<String, Object> everything() {
    Map<String, Object> all = new TreeMap<>();
    List<String> tables =
        jdbc.queryForList(
            "SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = SCHEMA() AND lower(table_name) LIKE 'cc\\_%'",
            String.class);
    tables.stream()
        .filter(table -> !table.equalsIgnoreCase("cc_rehearsal"))
        .forEach(
            table ->
                all.put(
                    table,
                    jdbc.query("SELECT * FROM " + table, (row, line) -> cells(row)).toString()));
    return all;
  }

  private static List<String> cells(ResultSet row) throws SQLException {
    List<String> cells = new ArrayList<>();
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      cells.add(row.getString(column));
    }
    return cells;
  }

  @Test
  void whatWasFoundIsKeptWithTheDraft() {
    lateWheels();
    rehearse(muddyWheelsIn(2, "work_day"));
    Progress kept = rehearsals.of(DRAFT).orElseThrow();
    assertThat(kept.state()).isEqualTo("done");
    assertThat(kept.done()).isEqualTo(1).isEqualTo(kept.total());
    assertThat(kept.edition()).isEqualTo(3);
    assertThat(kept.askedBy()).isEqualTo("owner");
    assertThat(kept.from()).isEqualTo("2026-03-01T00:00:00+08:00");
    List<String> lines = csv.of(kept.result()).lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1))
        .contains(
            "E03-12 施工工地车轮夹带 / E03-12 muddy wheels,立案标准 / filing standard,",
            "时限 1 → 2 工作日 / limit 1 → 2 work days,",
            "1 工作日 / 1 work day,2 工作日 / 2 work days,",
            "否 / no,是 / yes,0.3,0.2,");
  }

  private long draftWithLimit(int value, String unit) {
    JsonNode begun = city.post("owner", "/api/tables/filing-standard/drafts", Map.of()).body();
    long draft = begun.path("id").asLong();
    CityClient.Answer edited =
        city.patch(
            "owner",
            "/api/drafts/" + draft,
            Map.of(
                "cells",
                List.of(
                    Map.of("row", "E03-12-1", "key", "limitValue", "value", value + ""),
                    Map.of("row", "E03-12-1", "key", "limitUnit", "value", unit))));
    assertThat(edited.status()).as(edited.body().toString()).isEqualTo(200);
    return draft;
  }

  private CityClient.Answer asks(String user, long draft, Map<String, String> wanted) {
    return city.post(user, "/api/drafts/" + draft + "/rehearsal", wanted);
  }

  @Test
  void anOwnerRehearsesADraftOverHttpAndAuditorsReadWhatWasFound() {
    String wheels = lateWheels();
    long draft = draftWithLimit(2, "work_day");
    Map<String, String> march = Map.of("from", "2026-03-01", "to", "2026-03-31");
    CityClient.Answer found = asks("owner", draft, march);
    assertThat(found.status()).as(found.body().toString()).isEqualTo(200);
    assertThat(found.body().path("changed").get(0).path("number").asText()).isEqualTo(wheels);
    JsonNode kept = city.get("auditor", "/api/drafts/" + draft + "/rehearsal").body();
    assertThat(kept.path("state").asText()).isEqualTo("done");
    assertThat(kept.path("result")).isEqualTo(found.body());
    assertThat(kept.path("to").asText()).isEqualTo("2026-04-01T00:00:00+08:00");
    JsonNode shown = city.get("auditor", "/api/drafts/" + draft).body().path("rehearsal");
    assertThat(shown.path("state").asText()).isEqualTo("done");
    assertThat(shown.path("result").isNull()).as("to be asked for by its own path").isTrue();
    assertThat(
            city.get("auditor", "/api/rules/log?table=filing-standard")
                .body()
                .path("items")
                .findValuesAsText("action"))
        .contains("REHEARSED");
  }

  @Test
  void aRehearsalIsBegunAndAskedAgain() throws InterruptedException {
    lateWheels();
    long draft = draftWithLimit(2, "work_day");
    CityClient.Answer begun =
        city.post(
            "owner",
            "/api/drafts/" + draft + "/rehearsal",
            Map.of("from", "2026-03-16T09:00:00+08:00", "to", "2026-03-17", "district", "110101"),
            Map.of("Prefer", "respond-async"));
    assertThat(begun.status()).isEqualTo(202);
    JsonNode progress = begun.body();
    for (int i = 0; i < 600 && progress.path("state").asText().equals("running"); i++) {
      Thread.sleep(50);
      progress = city.get("owner", "/api/drafts/" + draft + "/rehearsal").body();
    }
    assertThat(progress.path("result").path("changedTotal").asInt()).isEqualTo(1);
    assertThat(progress.path("district").asText()).isEqualTo("110101");
    CityClient.Answer over = city.delete("owner", "/api/drafts/" + draft + "/rehearsal");
    assertThat(over.status()).as("nothing runs").isEqualTo(409);
  }

  @Test
  void whoMayNotAndWhatIsNotReadableIsRefused() {
    lateWheels();
    long draft = draftWithLimit(2, "work_day");
    Map<String, String> march = Map.of("from", "2026-03-01", "to", "2026-03-31");
    assertThat(asks("auditor", draft, march).status()).isEqualTo(403);
    assertThat(city.get("zhao", "/api/drafts/" + draft + "/rehearsal").status()).isEqualTo(403);
    assertThat(city.get("auditor", "/api/drafts/" + draft + "/rehearsal").status())
        .as("not rehearsed yet")
        .isEqualTo(404);
    assertThat(asks("owner", 999_999, march).status()).isEqualTo(404);
    assertThat(asks("owner", draft, Map.of("from", "2026-03-01")).message())
        .contains("to is empty");
    assertThat(asks("owner", draft, Map.of("from", "March", "to", "2026-03-31")).message())
        .contains("'March' is no day");
    assertThat(asks("owner", draft, Map.of("from", "2026-04-01", "to", "2026-03-01")).status())
        .isEqualTo(400);
    Map<String, String> elsewhere =
        Map.of("from", "2026-03-01", "to", "2026-03-31", "district", "999999");
    assertThat(asks("owner", draft, elsewhere).message()).contains("no district '999999'");
    long faulty = draftWithLimit(2, "work_year");
    assertThat(asks("owner", faulty, march).status()).isEqualTo(422);
  }

  @Test
  void aRehearsalIsCancelledWhileItRunsAndMayBeginAgain() throws InterruptedException {
    lateWheels();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Answerer slow = OneTable.changed("filing-standard", text -> text);
    Subject waiting =
        draft(
            "filing-standard",
            (question, on) -> {
              asked.countDown();
              await(goOn);
              return slow.ask(question, on);
            });
    assertThat(rehearsals.begin(waiting, MARCH, "owner").state()).isEqualTo("running");
    asked.await();
    assertThatThrownBy(() -> rehearsals.begin(waiting, MARCH, "owner"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("being rehearsed by owner since 2026-");
    rehearsals.cancel(DRAFT);
    goOn.countDown();
    assertThat(rehearsals.of(DRAFT).orElseThrow().state()).isEqualTo("cancelled");
    assertThatThrownBy(() -> rehearsals.cancel(DRAFT)).isInstanceOf(Refusal.class);
    assertThat(rehearse(muddyWheelsIn(2, "work_day")).path("changed")).hasSize(1);
  }

  @Test
  void ofTwoRehearsalsBegunAtTheSameMomentOneRunsAndTheOtherIsToldWho() throws Exception {
    lateWheels();
    jdbc.update("DELETE FROM cc_rehearsal");
    for (int round = 0; round < 20; round++) {
      CountDownLatch goOn = new CountDownLatch(1);
      Subject waiting =
          draft(
              "filing-standard",
              (question, on) -> {
                await(goOn);
                throw new Refusal(Refusal.Kind.AGAINST_RULES, "It has no row.");
              });
      CyclicBarrier together = new CyclicBarrier(2);
      CompletableFuture<String> one = begun(waiting, "owner", together);
      CompletableFuture<String> other = begun(waiting, "owner2", together);
      List<String> both = List.of(one.get(), other.get());
      String runs = rehearsals.of(DRAFT).orElseThrow().askedBy();
      assertThat(both).contains("runs: " + runs);
      assertThat(both)
          .filteredOn(told -> told.startsWith("refused: This draft is being rehearsed by " + runs))
          .hasSize(1);
      rehearsals.cancel(DRAFT);
      goOn.countDown();
    }
  }

  private CompletableFuture<String> begun(Subject subject, String by, CyclicBarrier together) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            together.await();
            return "runs: " + rehearsals.begin(subject, MARCH, by).askedBy();
          } catch (Refusal refused) {
            return "refused: " + refused.getMessage();
          } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
          }
        },
        command -> new Thread(command).start());
  }

  @Test
  void aRehearsalWhoseNodeIsGoneMayBeginAgainAndOneThatRunsHereStaysWhenTimeIsMoved() {
    lateWheels();
    CountDownLatch goOn = new CountDownLatch(1);
    Answerer slow = OneTable.changed("filing-standard", text -> text);
    Subject waiting =
        draft(
            "filing-standard",
            (question, on) -> {
              await(goOn);
              return slow.ask(question, on);
            });
    rehearsals.begin(waiting, MARCH, "owner");
    city.at("2026-03-20T09:00:00+08:00");
    assertThat(rehearsals.of(DRAFT).orElseThrow().state()).isEqualTo("running");
    assertThatThrownBy(() -> rehearsals.begin(waiting, MARCH, "owner2"))
        .hasMessageContaining("rehearsed by owner since");
    jdbc.update("UPDATE cc_rehearsal SET run_id = 'of another node' WHERE draft_id = ?", DRAFT);
    assertThat(rehearsals.of(DRAFT).orElseThrow().failure()).contains("begin the rehearsal again");
    goOn.countDown();
    assertThat(rehearse(muddyWheelsIn(2, "work_day")).path("changed")).hasSize(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aRehearsalThatFailsSaysSo() {
    lateWheels();
    Subject broken =
        draft(
            "filing-standard",
            (question, on) -> {
              throw new IllegalStateException("out of order");
            });
    assertThatThrownBy(() -> rehearse(broken))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("out of order");
    assertThat(rehearsals.of(DRAFT).orElseThrow().state()).isEqualTo("failed");
  }

  @Test
  void aCaseThatRunsIsJudgedAsItStandsNow() {
    desk.at("2026-03-16T09:00:00+08:00");
    String wheels = city.report("chen", "collector", "E03-12", "condition", "E03-12-1").number();
    city.does("zhao", wheels, "user_fileCase", "filed");
    city.at("2026-03-16T16:00:00+08:00");
    JsonNode one = rehearse(muddyWheelsIn(4, "work_hour")).path("changed").get(0);
    assertThat(one.path("onTime").toString()).isEqualTo("{\"before\":true,\"after\":false}");
    assertThat(one.path("due").path("after").asText()).isEqualTo("2026-03-16T15:00:00+08:00");
    assertThat(one.path("points").toString()).isEqualTo("{\"before\":0,\"after\":0.1}");
  }

  @Test
  void aConditionThatIsNoLongerFiledCostsNobodyAnything() {
    lateWheels();
    JsonNode one =
        rehearse(draft("filing-standard", cell("ask,E03-12-1,1,work_day", "none,,0,")))
            .path("changed")
            .get(0);
    assertThat(one.path("limit").path("after").isNull()).isTrue();
    assertThat(one.path("onTime").path("after").isNull()).isTrue();
    assertThat(one.path("points").path("after").asDouble()).isZero();
  }
}
