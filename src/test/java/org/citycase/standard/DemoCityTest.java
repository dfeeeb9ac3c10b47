package org.citycase.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DemoCityTest {

  private static final CityData DEMO =
      CityImport.read(CityFolder.builtIn("city/demo"), BaseData.builtInCatalogue());

  private final GridIndex index = new GridIndex(DEMO.plots());
  private final Units units = new Units(DEMO.units(), DEMO.workGrids());
  private final People people = new People(DEMO.people());

  @Test
  void twoDistrictsOf400CellsMeetAtLongitude116_4240() {
    assertThat(DEMO.plots()).hasSize(800);
    assertThat(code(39.9005, 116.4005)).isEqualTo("110101001001001");
    assertThat(code(39.9, 116.4)).isEqualTo("110101001001001");
    assertThat(code(39.9005, 116.4239)).isEqualTo("110101001001020");
    assertThat(code(39.9014, 116.4006)).isEqualTo("110101001001021");
    assertThat(code(39.9005, 116.4241)).isEqualTo("110102001001001");
    assertThat(code(39.9005, 116.4240)).isEqualTo("110101001001020");
    assertThat(index.at(39.8999, 116.4)).isEmpty();
  }

  @Test
  void everyUnitTypeOfTheCatalogueHasAUnitInDistrictA() {
    Catalogue catalogue = new Catalogue(BaseData.builtInCatalogue());
    Grid place = Grid.of(GridCode.of("110101001001001"));

    assertThat(catalogue.unitTypes())
        .allSatisfy(type -> assertThat(units.ofType(type, place)).hasSize(1));
  }

  @Test
  void theStreetOfficeOfThePlaceAndTheSanitationWorkGridAreFound() {
    String street = "Sub-district office / local enforcement team";
    Grid inB = Grid.of(GridCode.of("110102001001400"));

    assertThat(units.ofType(street, inB)).extracting(Unit::code).containsExactly("STREET-B");
    assertThat(units.workGrid("Sanitation unit", "110101001001400").map(Unit::code))
        .contains("SANITATION-A");
    assertThat(units.workGrid("Sanitation unit", "110102001001001")).isEmpty();
  }

  @Test
  void everyUnitHasAClerkAndTheCentreItsPeople() {
    assertThat(units.all())
        .allSatisfy(
            unit ->
                assertThat(people.find(unit.code().toLowerCase(Locale.ROOT)).orElseThrow().groups())
                    .containsExactly("unit-" + unit.code()));
    assertThat(people.find("chen").orElseThrow().groups())
        .containsExactly("collectors", "collectors-110101");
    assertThat(groups("li", "zhao", "sun", "qian", "he", "kong"))
        .containsExactly(
            "operators", "duty-leaders", "dispatchers", "coordinators", "inspectors", "evaluators");
    assertThat(groups("owner", "owner2", "auditor", "leader", "admin"))
        .containsExactly(
            "process-owners", "process-owners", "auditors", "leaders", "camunda-admin");
  }

  @Test
  void aGridIsWalkedByTheCollectorsOfItsDistrict() {
    Grid inA = Grid.of(GridCode.of("110101001001001"));

    assertThat(people.collectorGroups(inA)).containsExactly("collectors-110101");
    assertThat(new People(List.of()).collectorGroups(inA)).containsExactly("collectors");
  }

  @Test
  void theComponentsOfTheContractHaveTheirOwners() {
    assertThat(owner("1101010137000012")).isEqualTo("LAMP-CO");
    assertThat(owner("1101010101000001")).isEqualTo("WATER-CO");
    assertThat(owner("1101010102000001")).isEqualTo("DRAIN-CO");
    assertThat(owner("1101010123000001")).isNull();
    assertThat(DEMO.components())
        .allSatisfy(lamp -> assertThat(index.at(lamp.lat(), lamp.lng())).isPresent());
  }

  @Test
  void theCalendarOf2026Has33HolidaysAnd6MakeUpDays() {
    City city = new City(DEMO.settings(), DEMO.calendar());

    assertThat(days(city, CalendarDay.Kind.HOLIDAY)).hasSize(33);
    assertThat(days(city, CalendarDay.Kind.WORKDAY))
        .extracting(LocalDate::toString)
        .containsExactly(
            "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
    assertThat(city.slots()).hasToString("[08:00-12:00, 14:00-18:00]");
    assertThat(city.workDays()).hasSize(5);
    assertThat(city.hoursPerWorkDay()).isEqualTo(8);
  }

  private String code(double lat, double lng) {
    return index.at(lat, lng).orElseThrow().code().value();
  }

  private List<String> groups(String... users) {
    return List.of(users).stream()
        .flatMap(user -> people.find(user).orElseThrow().groups().stream())
        .toList();
  }

  private static String owner(String code) {
    return DEMO.components().stream()
        .filter(component -> component.code().equals(code))
        .findFirst()
        .orElseThrow()
        .ownerUnit();
  }

  private static List<LocalDate> days(City city, CalendarDay.Kind kind) {
    return city.calendar().stream()
        .filter(day -> day.kind() == kind)
        .map(CalendarDay::date)
        .toList();
  }
}
