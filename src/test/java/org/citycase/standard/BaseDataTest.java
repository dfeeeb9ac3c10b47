package org.citycase.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.LocalDate;
import org.citycase.Refusal;
import org.citycase.TestDatabase;
import org.citycase.trail.EvidenceRows;
import org.citycase.trail.Witnesses;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Tag(TestDatabase.TAG)
@DataJpaTest(
    showSql = false,
    properties = {
      "spring.test.database.replace=none",
      "spring.datasource.url=${database.standard}",
      "citycase.demo=true"
    })
@Import({
  Witnesses.class,
  EvidenceRows.class,
  BaseData.class,
  Catalogue.class,
  Districts.class,
  Grids.class,
  Components.class,
  Units.class,
  People.class,
  City.class
})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class BaseDataTest {

  private static final String COMMUNITY = "110102001001";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  @Autowired private EntityManager entities;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private JdbcTemplate database;
  @Autowired private Catalogue catalogue;
  @Autowired private Districts districts;
  @Autowired private Grids grids;
  @Autowired private Components components;
  @Autowired private Units units;
  @Autowired private People people;
  @Autowired private City city;

  @Test
  void aFirstStartTakesInCatalogueAndDemoCity() {
    assertThat(catalogue.all()).hasSize(232);
    assertThat(database.queryForObject("select count(*) from cc_condition", Integer.class))
        .isEqualTo(577);
    assertThat(districts.find("110101001001").orElseThrow().nameEn()).isEqualTo("Community A1-1");
    assertThat(grids.at(39.9005, 116.4005).map(Grid::code)).contains("110101001001001");
    assertThat(components.find("1101010137000012").orElseThrow().ownerUnit()).isEqualTo("LAMP-CO");
    assertThat(units.all()).hasSize(46);
    assertThat(people.find("wu").orElseThrow().groups()).contains("collectors-110102");
    assertThat(city.zone().getId()).isEqualTo("Asia/Shanghai");
    assertThat(city.calendar()).hasSize(39);
  }

  @Test
  void aSecondStartChangesNothing() {
    int before = rows();

    start("", true);

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void s61_aRetiredCodeIsNeverGivenAgainAndTheThousandthIsRefused() {
    GridCode first = grids.nextCode(COMMUNITY);
    assertThat(first.value()).isEqualTo(COMMUNITY + "401");
    grids.add(first, square(116.5), DAY);
    assertThat(grids.at(39.9005, 116.5005).map(Grid::code)).contains(first.value());

    grids.retire(first.value(), DAY);

    assertThat(grids.at(39.9005, 116.5005)).isEmpty();
    assertThat(grids.find(first.value())).isPresent();
    assertThat(grids.nextCode(COMMUNITY).value()).isEqualTo(COMMUNITY + "402");
    assertThatThrownBy(() -> grids.add(first, square(116.5), DAY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("codes are never reused")
        .hasMessageContaining(COMMUNITY + "402");
    assertThatThrownBy(() -> grids.retire(first.value(), DAY)).isInstanceOf(Refusal.class);

    grids.add(GridCode.of(COMMUNITY + "999"), square(116.6), DAY);

    assertThatThrownBy(() -> grids.nextCode(COMMUNITY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("all its 999 grid codes");
  }

  @Test
  void aNewGridOnTakenGroundOrInAnUnknownCommunityIsRefused() {
    GridCode next = grids.nextCode("110101001001");
    assertThatThrownBy(() -> grids.add(next, square(116.4005), DAY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("would overlap grid");
    assertThatThrownBy(() -> grids.nextCode("990102011201"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Community 990102011201 is not known");
  }

  @Test
  void aBadCityLeavesTheDatabaseEmptyAndAGoodOneIsTakenInAfterwards(@TempDir Path folder) {
    String tables =
        "cc_category cc_condition cc_district cc_grid cc_unit cc_work_grid cc_component cc_person"
            + " cc_calendar_day cc_city";
    for (String table : tables.split(" ")) {
      database.update("delete from " + table);
    }
    SmallCity small = new SmallCity(folder);
    small.append("calendar.csv", "2026-02-30,holiday,春节");

    assertThatThrownBy(() -> start(folder.toString(), true))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("calendar.csv line 4");
    assertThat(rows()).isZero();

    BaseData without = start("", false);
    assertThat(without.all("UnitRow", Unit.class)).isEmpty();
    assertThat(without.settings().zone()).isEqualTo("Asia/Shanghai");

    small.replace("calendar.csv", "2026-02-30", "2026-02-20");
    BaseData imported = start(folder.toString(), false);

    assertThat(imported.settings().nameEn()).isEqualTo("Small City");
    assertThat(imported.all("UnitRow", Unit.class)).hasSize(2);

    for (String table : tables.split(" ")) {
      database.update("delete from " + table);
    }
    start("", true);
  }

  private BaseData start(String folder, boolean demo) {
    return new BaseData(entities, transactions, folder, demo, "");
  }

  private int rows() {
    return database.queryForObject(
        "select (select count(*) from cc_grid) + (select count(*) from cc_person)"
            + " + (select count(*) from cc_city) + (select count(*) from cc_category)",
        Integer.class);
  }

  private static Polygon square(double west) {
    return (Polygon) Shapes.FACTORY.toGeometry(new Envelope(west, west + 0.001, 39.9, 39.901));
  }
}
