package org.citycase.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The scores of a month of two cases, as their readers get them. */
@CityTest
class ScoresTest {

  private static final String MARCH = "&from=2026-03-01&to=2026-03-31";

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;

  private String filed() {
    String number = city.report("chen", "collector", "E03-12", "condition", "E03-12-1").number();
    city.does("zhao", number, "user_fileCase", "filed");
    city.does("street-a", number, "user_acceptWork", "accepted");
    return number;
  }

  private void aMonthOfTwoCases() {
    desk.at("2026-03-16T09:00:00+08:00");
    String onTime = filed();
    city.at("2026-03-16T10:00:00+08:00");
    city.feedsBack("street-a", onTime);
    city.does("li", onTime, "user_reviewFeedback", "check");
    city.does("chen", onTime, "user_checkOnSite", "passed");
    city.does("zhao", onTime, "user_closeCase", "closed");
    filed();
    city.at("2026-04-02T09:00:00+08:00");
  }

  private JsonNode item(String object, String code) {
    JsonNode report = city.get("kong", "/api/scores?object=" + object + MARCH).body();
    for (JsonNode item : report.path("items")) {
      if (item.path("code").asText().equals(code)) {
        return item;
      }
    }
    throw new AssertionError(code + " is missing in " + report);
  }

  private static JsonNode indicator(JsonNode item, String code) {
    for (JsonNode each : item.path("indicators")) {
      if (each.path("indicator").asText().equals(code)) {
        return each;
      }
    }
    throw new AssertionError(code + " is missing in " + item);
  }

  @Test
  void aUnitADistrictAndAPersonAreScoredWithTheRowsThatWeighedThem() {
    aMonthOfTwoCases();
    JsonNode street = item("unit", "STREET-A");
    // one of two closed on time, the other open and overdue: 0.5 × 80 + 10 + 10
    assertThat(street.path("score").asDouble()).isEqualTo(60);
    assertThat(street.path("grade").asText()).isEqualTo("C");
    JsonNode closed = indicator(street, "closedOnTimeRate");
    assertThat(closed.path("numerator").asInt()).isEqualTo(1);
    assertThat(closed.path("denominator").asInt()).isEqualTo(2);
    assertThat(closed.path("shown").asText()).isEqualTo("50 %");
    assertThat(closed.path("row").asText()).isEqualTo("P1 7.3 unit closed on time");
    assertThat(closed.path("weight").asInt()).isEqualTo(80);
    // no public report: 10; 2 cases in 400 grids: 18; half closed, half on time: 15 + 20
    assertThat(item("region", "110101").path("score").asDouble()).isEqualTo(63);
    JsonNode chen = item("post", "chen");
    assertThat(chen.path("post").asText()).isEqualTo("collector");
    // reports 40 and check 20 in full; nothing missed is known and nothing was to verify
    assertThat(chen.path("score").asDouble()).isEqualTo(100);
    JsonNode idle = item("unit", "METRO-CO");
    assertThat(idle.path("score").isNull()).isTrue();
    assertThat(indicator(idle, "closedOnTimeRate").path("shown").asText()).isEqualTo("–");
  }

  @Test
  void scoresAreForThoseWhoEvaluateLeadOrAudit() {
    String march = "/api/scores?object=unit" + MARCH;
    for (String reader : List.of("kong", "leader", "owner", "auditor")) {
      assertThat(city.get(reader, march).status()).as(reader).isEqualTo(200);
    }
    for (String other : List.of("street-a", "chen", "zhao")) {
      assertThat(city.get(other, march).status()).as(other).isEqualTo(403);
    }
  }

  @Test
  void aWrongObjectDayOrProfileIsRefusedWithItsField() {
    refused("object=street" + MARCH, 400, "object", "unit, post, region");
    refused("object=unit&from=March&to=2026-03-31", 400, "from", "'March' is not a day");
    refused("object=unit&from=2026-03-02&to=2026-03-01", 422, "to", "before it begins");
    refused("object=unit&profile=Z" + MARCH, 400, "profile", "weighs nothing for unit");
    refused("object=unit&from=2026-03-02", 400, "to", "missing");
  }

  private void refused(String query, int status, String field, String sentence) {
    CityClient.Answer answer = city.get("kong", "/api/scores?" + query);
    assertThat(answer.status()).as(query).isEqualTo(status);
    assertThat(answer.message()).contains(sentence);
    assertThat(answer.body().path("errors").get(0).path("field").asText()).isEqualTo(field);
  }
}
