package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.citycase.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The law of work in stages (抢险分阶段) and of joint work (会办), whatever a diagram draws. */
@CityTest
class StagesAndHelpersTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private RoomDoors rooms;

  @BeforeEach
  void aFridayEvening() {
    desk.at("2026-03-20T20:00:00+08:00");
  }

  private String burstMain() {
    String main = city.report("chen", "collector", "E05-01", "condition", "E05-01-3").number();
    city.does("zhao", main, "user_fileCase", "filed");
    city.does("water-co", main, "user_acceptWork", "accepted");
    return main;
  }

  private Object done(String number) {
    city.attach("water-co", number, "after", CityClient.picture());
    return rooms.says("water-co", number, "handleCase", "done", "result", "done").get("work");
  }

  @Test
  void s46_aBurstMainIsFencedRepairedAndSurfacedEachUnderItsOwnLimit() {
    String main = burstMain();
    assertThat(city.caseOf(main).path("dueAt").asText()).isEqualTo("2026-03-20T23:00:00+08:00");
    city.at("2026-03-20T21:59:00+08:00");
    city.attach("water-co", main, "after", CityClient.picture());
    city.at("2026-03-20T22:00:00+08:00");
    assertThat(rooms.says("water-co", main, "handleCase", "done", "result", "fenced"))
        .containsEntry("work", "again");
    JsonNode repair = city.caseOf(main);
    assertThat(repair.path("state").asText()).isEqualTo("HANDLING");
    assertThat(repair.path("condition").asText()).isEqualTo("E05-01-4");
    assertThat(repair.path("dueAt").asText()).isEqualTo("2026-03-21T06:00:00+08:00");
    assertThat(repair.path("limit").path("value").asInt()).isEqualTo(8);
    city.at("2026-03-21T05:00:00+08:00");
    assertThatThrownBy(
            () -> rooms.says("water-co", main, "handleCase", "done", "result", "no new photo"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("after-photo");
    assertThat(done(main)).isEqualTo("again");
    assertThat(city.caseOf(main).path("dueAt").asText()).isEqualTo("2026-03-27T18:00:00+08:00");
    city.at("2026-03-25T10:00:00+08:00");
    assertThat(done(main)).isEqualTo("fedBack");
    JsonNode fedBack = city.caseOf(main);
    assertThat(fedBack.path("state").asText()).isEqualTo("FEEDBACK");
    assertThat(fedBack.path("overdue").asBoolean()).isFalse();
    assertThat(fedBack.path("filedAt").asText()).isEqualTo("2026-03-20T20:00:00+08:00");
    assertThat(
            city.get("auditor", "/api/cases/" + main + "/clock").body().findValuesAsText("round"))
        .containsExactly("1", "2", "3", "3");
  }

  @Test
  void theMainUnitFeedsBackWhenAllCoUnitsAreDone() {
    desk.at("2026-03-17T10:00:00+08:00");
    String water = city.report("li", "leader", "E01-30", "condition", "E01-30-1").number();
    city.does("li", water, "user_acceptReport", "accepted");
    city.does("zhao", water, "user_fileCase", "filed");
    city.does("sun", water, "user_dispatchCase", "coordinate", "reason", "two units");
    assertThat(
            city.complete(
                    "qian",
                    water,
                    "user_coordinateCase",
                    "dispatched",
                    "unit",
                    "STREET-A",
                    "coUnits",
                    "DRAIN-CO",
                    "split",
                    "60/30")
                .status())
        .isEqualTo(400);
    city.does(
        "qian",
        water,
        "user_coordinateCase",
        "dispatched",
        "unit",
        "STREET-A",
        "coUnits",
        "DRAIN-CO",
        "split",
        "60/40");
    rooms.says("street-a", water, "acceptWork", "accepted");
    city.attach("street-a", water, "after", CityClient.picture());
    assertThatThrownBy(() -> rooms.says("street-a", water, "handleCase", "done", "result", "clean"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("wait for DRAIN-CO");
    assertThatThrownBy(() -> rooms.says("gas-co", water, "helpHandle", "done", "helper", "GAS-CO"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no open sub-task");
    rooms.says("drain-co", water, "helpHandle", "done", "helper", "DRAIN-CO", "result", "rodded");
    assertThat(city.caseOf(water).path("coUnitsDone").get(0).asText()).isEqualTo("DRAIN-CO");
    assertThat(rooms.says("street-a", water, "handleCase", "done", "result", "clean").get("work"))
        .isEqualTo("fedBack");
    assertThat(city.caseOf(water).path("split").asText()).isEqualTo("60/40");
  }

  @Test
  void s44_anUrgentCaseIsHeldOnlyWhenAPhotoShowsThatItWasMadeSafe() {
    desk.at("2026-03-17T09:00:00+08:00");
    String road = city.report("chen", "collector", "E05-05", "condition", "E05-05-1").number();
    city.does("zhao", road, "user_fileCase", "filed");
    city.does("roads-a", road, "user_acceptWork", "accepted");
    city.at("2026-03-17T10:00:00+08:00");
    city.attach("chen", road, "other", CityClient.picture());
    assertThatThrownBy(
            () ->
                rooms.says(
                    "roads-a",
                    road,
                    "handleCase",
                    "hold",
                    "reason",
                    "plant closed",
                    "until",
                    "2026-04-01"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Make the danger safe first");
    city.attach("roads-a", road, "other", CityClient.picture());
    assertThat(
            rooms.says("roads-a", road, "handleCase", "hold", "reason", "r", "until", "2026-04-01"))
        .containsEntry("request", "hold");
  }
}
