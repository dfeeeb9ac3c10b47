package org.citycase.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The appeal against the overdue mark: who may, when, and what it takes back. */
@CityTest
class AppealsTest {

  private static final String WHY = "road closed by police";

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;

  private String animal(String fedBackAt) {
    desk.at("2026-03-16T08:00:00+08:00");
    String animal = city.report("chen", "collector", "E01-37", "condition", "E01-37-1").number();
    city.does("zhao", animal, "user_fileCase", "filed");
    city.does("sanitation-a", animal, "user_acceptWork", "accepted");
    city.at(fedBackAt);
    city.feedsBack("sanitation-a", animal);
    city.does("li", animal, "user_reviewFeedback", "check");
    city.does("chen", animal, "user_checkOnSite", "passed");
    return animal;
  }

  private String closed(String fedBackAt) {
    String animal = animal(fedBackAt);
    city.does("zhao", animal, "user_closeCase", "closed");
    return animal;
  }

  private CityClient.Answer appeals(String user, String number, String reason) {
    return city.post(user, "/api/cases/" + number + "/appeal", Map.of("reason", reason));
  }

  private void appealed(String number) {
    assertThat(appeals("sanitation-a", number, WHY).status()).isEqualTo(200);
  }

  private CityClient.Answer decides(String person, String number, String outcome) {
    return city.complete(person, number, "user_decideAppeal", outcome, "reason", "seen");
  }

  private CityClient.Answer reviews(String person, String number, String outcome) {
    return city.complete(person, number, "user_reviewAppeal", outcome, "reason", "seen too");
  }

  private String answer(String number) {
    JsonNode notices = city.caseOf(number).path("notices");
    return notices.get(notices.size() - 1).path("text").asText();
  }

  private List<String> flags(String number) {
    return StreamSupport.stream(city.caseOf(number).path("flags").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  @Test
  void s58_grantedByBothItTakesTheOverduePointsBackAndTheFactStays() {
    String animal = animal("2026-03-16T14:30:00+08:00");
    city.post("leader", "/api/cases/" + animal + "/leader-instruction", Map.of("text", "soon"));
    city.does("zhao", animal, "user_closeCase", "closed");
    JsonNode before = city.caseOf(animal).path("penalty");
    assertThat(before.path("points").asDouble()).isEqualTo(0.2);
    appealed(animal);
    assertThat(appeal(animal).path("state").asText()).isEqualTo("pending");
    decides("sun", animal, "granted");
    assertThat(appeal(animal).path("state").asText()).isEqualTo("agreed");
    assertThat(flags(animal)).as("two have to agree").doesNotContain("exempt");
    reviews("li", animal, "granted");
    JsonNode after = city.caseOf(animal);
    assertThat(after.path("appeal").path("state").asText()).isEqualTo("granted");
    assertThat(after.path("appeal").path("reason").asText()).isEqualTo(WHY);
    assertThat(after.path("overdue").asBoolean()).isTrue();
    assertThat(flags(animal)).contains("exempt");
    JsonNode penalty = after.path("penalty");
    assertThat(penalty.path("points").asDouble()).isZero();
    assertThat(penalty.path("items")).hasSize(2);
    assertThat(penalty.path("items").get(0)).isEqualTo(before.path("items").get(0));
    JsonNode adjusting = penalty.path("items").get(1);
    assertThat(adjusting.path("code").asText()).isEqualTo("AP");
    assertThat(adjusting.path("points").asDouble()).isEqualTo(-0.2);
    assertThat(adjusting.path("adjusts").asInt()).isZero();
    assertThat(adjusting.path("unit").asText()).isEqualTo("SANITATION-A");
    assertThat(answer(animal)).contains("申诉成立", "Granted");
    assertThat(appeals("sanitation-a", animal, "again").status()).isEqualTo(422);
  }

  private JsonNode appeal(String number) {
    return city.caseOf(number).path("appeal");
  }

  @Test
  void s58_refusedByEitherItIsFinalAndThePointsStay() {
    String animal = closed("2026-03-16T14:30:00+08:00");
    appealed(animal);
    decides("sun", animal, "refused");
    assertThat(appeal(animal).path("state").asText()).isEqualTo("refused");
    assertThat(city.task("auditor", animal, "user_reviewAppeal")).as("final").isNull();
    assertThat(answer(animal)).contains("申诉不成立", "Not granted", "seen");
    assertThat(city.caseOf(animal).path("penalty").path("points").asDouble()).isEqualTo(0.1);
    assertThat(flags(animal)).isEmpty();
    assertThat(appeals("sanitation-a", animal, "again").status()).isEqualTo(422);
  }

  @Test
  void s58_refusedByTheOperatorItIsRefused() {
    String animal = closed("2026-03-16T14:30:00+08:00");
    appealed(animal);
    assertThat(decides("sanitation-a", animal, "granted").status()).isEqualTo(403);
    assertThat(decides("sun", animal, "granted").status()).isEqualTo(204);
    assertThat(reviews("sun", animal, "granted").status()).isEqualTo(403);
    assertThat(reviews("li", animal, "refused").status()).isEqualTo(204);
    assertThat(appeal(animal).path("state").asText()).isEqualTo("refused");
    assertThat(city.caseOf(animal).path("penalty").path("points").asDouble()).isEqualTo(0.1);
  }

  @Test
  void onlyTheUnitAppealsOnlyAfterClosingAndOnlyWhenOverdue() {
    String open = animal("2026-03-16T14:30:00+08:00");
    assertThat(appeals("sanitation-a", open, WHY).status()).isEqualTo(422);
    city.does("zhao", open, "user_closeCase", "closed");
    assertThat(appeals("street-a", open, WHY).status()).isEqualTo(403);
    assertThat(appeals("li", open, WHY).status()).isEqualTo(403);
    assertThat(appeals("auditor", open, WHY).status()).isEqualTo(403);
    assertThat(appeals(null, open, WHY).status()).isEqualTo(401);
    assertThat(appeals("sanitation-a", open, " ").status()).isEqualTo(400);
    assertThat(appeals("sanitation-a", open, "x".repeat(2001)).status()).isEqualTo(400);
    assertThat(appeals("sanitation-a", "1101012026031699999", WHY).status()).isEqualTo(404);
    assertThat(appeal(open).isNull()).isTrue();
    String onTime = closed("2026-03-16T11:00:00+08:00");
    CityClient.Answer refused = appeals("sanitation-a", onTime, WHY);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.message()).contains("was on time");
  }
}
