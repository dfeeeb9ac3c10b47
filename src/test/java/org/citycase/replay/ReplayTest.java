package org.citycase.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Recorded reports walk through the house with nobody touching it. */
@CityTest
class ReplayTest {

  private static final String REPORTS =
      """
      externalId,reportedAt,channel,category,condition,lat,lng,address,description,targetAt,closedAt,cityOnTime,duplicateOf
      r1,2026-03-10T09:00:00,collector,E01-10,,39.90045,116.4006,a,rubbish,,2026-03-10T15:00:00,ONTIME,
      r2,2026-03-10T09:05:00,hotline,C01-37,C01-37-3,39.90135,116.4006,b,lamp,,2026-03-20T10:00:00,OVERDUE,
      r3,2026-03-10T09:06:00,hotline,C01-37,C01-37-3,39.90135,116.4006,b,lamp,,2026-03-20T10:00:00,OVERDUE,r2
      r4,2026-03-10T09:07:00,public,C99-99,,39.90135,116.4006,b,nonsense,,,,
      r5,2026-03-10T09:08:00,media,E04-05,E04-05-1,39.90225,116.4006,c,shop,,2026-03-10T10:00:00,ONTIME,
      r6,2026-03-10T09:09:00,public,C01-23,C01-23-1,39.90315,116.4006,d,cover,,2026-03-10T10:30:00,ONTIME,
      """;

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private RuntimeService runtime;

  @BeforeEach
  void aTuesdayMorning() {
    desk.at("2026-03-10T08:00:00+08:00");
  }

  private CityClient.Answer start(String crowd) {
    return city.multipart("admin", "/api/replay", Map.of("crowd", crowd), "reports", REPORTS);
  }

  private JsonNode finished(String crowd) throws InterruptedException {
    CityClient.Answer started = start(crowd);
    assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
    String path = "/api/replay/" + started.body().path("id").asText();
    Instant patience = Instant.now().plus(Duration.ofMinutes(2));
    JsonNode progress = city.get("admin", path).body();
    while (progress.path("state").asText().equals("running") && Instant.now().isBefore(patience)) {
      Thread.sleep(100);
      progress = city.get("admin", path).body();
    }
    assertThat(progress.path("state").asText()).as(progress.toString()).isEqualTo("done");
    return progress;
  }

  @Test
  void aPerfectCrowdBringsEveryReportToAnEnd() throws InterruptedException {
    JsonNode done = finished("perfect");
    assertThat(done.path("reports").asInt()).isEqualTo(5);
    assertThat(done.path("refused")).hasSize(1);
    assertThat(done.path("refused").get(0).path("line").asInt()).isEqualTo(5);
    assertThat(done.path("refused").get(0).path("message").asText()).contains("C99-99");
    assertThat(done.path("byState").toString()).isEqualTo("{\"CLOSED\":4,\"MERGED\":1}");
    assertThat(done.path("tasks").asInt()).isGreaterThan(20);
    assertThat(done.path("decisions").asInt()).isGreaterThan(30);
    assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    assertThat(runtime.createIncidentQuery().count()).isZero();
    assertThat(city.get("auditor", "/api/cases?overdue=true").body().path("total").asInt())
        .isZero();
  }

  @Test
  void aRecordedCrowdFeedsBackWhenTheCityDid() throws InterruptedException {
    JsonNode done = finished("recorded");
    assertThat(done.path("byState").toString()).isEqualTo("{\"CLOSED\":4,\"MERGED\":1}");
    JsonNode late = city.get("auditor", "/api/cases?overdue=true").body();
    assertThat(late.path("total").asInt()).isEqualTo(1);
    assertThat(late.path("items").get(0).path("fedBackAt").asText())
        .isEqualTo("2026-03-20T10:00:00+08:00");
    JsonNode clocks = done.path("clocks");
    assertThat(clocks.path("onTime").asInt()).isEqualTo(3);
    assertThat(clocks.path("overdue").asInt()).isEqualTo(1);
    assertThat(clocks.path("escalations").path("leader").asInt()).isEqualTo(1);
    assertThat(clocks.path("nights").asInt()).isGreaterThanOrEqualTo(10);
    assertThat(clocks.path("timerFaults").asInt()).isZero();
    assertThat(clocks.path("ledgerFaults").asInt()).isZero();
    assertThat(clocks.path("incidents").asInt()).isZero();
    assertThat(late.path("items").get(0).path("penalty").path("points").asDouble()).isEqualTo(0.5);
  }

  @Test
  void anUnknownCrowdAndAFileWithoutAColumnAreRefused() {
    assertThat(start("lazy").status()).isEqualTo(400);
    CityClient.Answer unreadable =
        city.multipart("admin", "/api/replay", Map.of("crowd", "perfect"), "reports", "a,b\n1,2\n");
    assertThat(unreadable.status()).isEqualTo(400);
    assertThat(unreadable.message()).contains("externalId");
  }
}
