package org.citycase.handle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 代整改: a contractor does what the unit did not, told by clients over HTTP. */
@CityTest
class SubstitutionTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;

  /** Dispatched on Monday 10:00 and never accepted; on Wednesday 10:00 it used twice its limit. */
  private String neglectedWheels() {
    desk.at("2026-03-16T10:00:00+08:00");
    String wheels = city.report("chen", "collector", "E03-12", "condition", "E03-12-1").number();
    city.does("zhao", wheels, "user_fileCase", "filed");
    city.at("2026-03-18T09:59:59+08:00");
    assertThat(city.task("auditor", wheels, "user_orderSubstitute")).as("not yet").isNull();
    city.at("2026-03-18T10:00:00+08:00");
    return wheels;
  }

  private CityClient.Answer substitute(String number, Object... variables) {
    return city.complete("qian", number, "user_substituteCase", "done", variables);
  }

  @Test
  void s55_aContractorFeedsBackForAUnitThatNeverReactedAndIsChargedWithTheCost() {
    String wheels = neglectedWheels();
    city.does("qian", wheels, "user_orderSubstitute", "ordered", "contractor", "清洁公司");
    JsonNode ordered = city.caseOf(wheels);
    assertThat(ordered.path("substitute").path("contractor").asText()).isEqualTo("清洁公司");
    assertThat(ordered.path("flags").toString()).as("ordered is not done").doesNotContain("subst");
    city.at("2026-03-18T16:00:00+08:00");
    city.attach("qian", wheels, "after", CityClient.picture());
    assertThat(substitute(wheels, "result", "washed", "cost", 350.5).status()).isEqualTo(204);
    JsonNode done = city.caseOf(wheels);
    assertThat(done.path("state").asText()).isEqualTo("FEEDBACK");
    assertThat(city.statesOf(wheels)).endsWith("DISPATCHED", "HANDLING", "FEEDBACK");
    assertThat(done.path("clock").path("usedSeconds").asLong()).isEqualTo(20 * 3600);
    assertThat(city.task("auditor", wheels, "user_acceptWork")).as("the unit is out").isNull();
    city.does("li", wheels, "user_reviewFeedback", "check");
    city.does("chen", wheels, "user_checkOnSite", "passed");
    city.does("zhao", wheels, "user_closeCase", "closed");
    JsonNode closed = city.caseOf(wheels);
    assertThat(closed.path("overdue").asBoolean()).isTrue();
    assertThat(closed.path("flags").toString()).contains("substitute");
    assertThat(closed.path("substitute").path("cost").asDouble()).isEqualTo(350.5);
    JsonNode penalty = closed.path("penalty");
    assertThat(penalty.path("points").asDouble()).isEqualTo(1.3);
    assertThat(penalty.path("items").findValuesAsText("code")).containsExactly("OT-3", "SR");
    assertThat(penalty.path("items").findValuesAsText("unit")).containsOnly("STREET-A");
  }

  @Test
  void theWorkOfASubstituteIsProvedAndItsCostIsAnAmount() {
    String wheels = neglectedWheels();
    city.does("qian", wheels, "user_orderSubstitute", "ordered", "contractor", "清洁公司");
    assertThat(substitute(wheels, "result", "washed").message()).contains("after-photo");
    city.attach("qian", wheels, "after", CityClient.picture());
    for (Object cost : new Object[] {-1, "much", "1.005"}) {
      CityClient.Answer refused = substitute(wheels, "result", "washed", "cost", cost);
      assertThat(refused.status()).as("cost " + cost).isEqualTo(400);
      assertThat(refused.message()).contains("cost");
    }
    assertThat(city.stateOf(wheels)).isEqualTo("DISPATCHED");
    assertThat(substitute(wheels, "result", "washed").status()).isEqualTo(204);
    assertThat(city.caseOf(wheels).path("substitute").path("cost").isNull()).isTrue();
  }

  @Test
  void noSubstituteIsNeededWhereTheCoordinatorSaysSoAndTheUnitStillMayWork() {
    String wheels = neglectedWheels();
    city.does("qian", wheels, "user_orderSubstitute", "notNeeded", "reason", "they are on the way");
    assertThat(city.caseOf(wheels).path("substitute").isNull()).isTrue();
    city.does("street-a", wheels, "user_acceptWork", "accepted");
    city.feedsBack("street-a", wheels);
    assertThat(city.stateOf(wheels)).isEqualTo("FEEDBACK");
  }

  @Test
  void theUnitMayFeedBackWhileTheContractorIsOnTheWay() {
    String wheels = neglectedWheels();
    city.does("qian", wheels, "user_orderSubstitute", "ordered", "contractor", "清洁公司");
    city.does("street-a", wheels, "user_acceptWork", "accepted");
    city.feedsBack("street-a", wheels);
    assertThat(city.task("auditor", wheels, "user_substituteCase")).isNull();
    assertThat(city.caseOf(wheels).path("flags").toString()).doesNotContain("substitute");
  }
}
