package org.citycase.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.citycase.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityImportTest {

  @TempDir Path folder;
  private SmallCity city;

  @BeforeEach
  void aCorrectCity() {
    city = new SmallCity(folder);
  }

  @Test
  void aCorrectCityIsReadWhole() {
    CityData data = city.read();

    assertThat(data.settings().nameZh()).isEqualTo("小城");
    assertThat(data.districts()).hasSize(3);
    assertThat(data.plots()).hasSize(3);
    assertThat(data.units()).hasSize(2);
    assertThat(data.workGrids()).hasSize(1);
    assertThat(data.people()).hasSize(2);
    assertThat(data.components()).extracting(Component::state).containsExactly("完好", "破损");
    assertThat(data.calendar()).hasSize(2);
  }

  @Test
  void gridsMayBePackedAndWorkGridsAndComponentsMayBeNone() throws IOException {
    byte[] grids = Files.readAllBytes(folder.resolve("grids.geojson"));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("grids.geojson.gz")))) {
      out.write(grids);
    }
    assertRefused("both grids.geojson and grids.geojson.gz");

    Files.delete(folder.resolve("grids.geojson"));
    Files.delete(folder.resolve("work-grids.csv"));
    city.write("components.csv", "code,category,lat,lng,owner_unit,state\n");

    assertThat(city.read().plots()).hasSize(3);
    assertThat(city.read().workGrids()).isEmpty();
  }

  @Test
  void aCityMayBringLocalMinors() {
    city.write(
        "catalogue.csv",
        """
        condition_id,kind,major_code,major_name_zh,major_name_en,minor_code,minor_name_zh,minor_name_en,filing_condition_zh,filing_condition_en,closing_condition_zh,closing_condition_en,unit_type_zh,unit_type_en,source,severity,code_basis,legacy_code,valid_from,valid_to
        C01-78-1,component,01,公用设施,Public utilities,78,飞线桩,Charging post,损坏,Damaged,修复,Repaired,充电企业,Charging company,local,normal,local,,2026-01-01,
        """);
    city.append("units.csv", "CHARGE-CO,充电,Charge Co.,Charging company,");
    city.append("components.csv", "1101010178000001,C01-78,39.9005,116.4005,CHARGE-CO,完好");

    assertThat(city.read().components()).hasSize(3);
    assertThat(city.read().localCatalogue().categories()).hasSize(1);
  }

  @Test
  void aCityMayTellItsAreasApartByMaturity() {
    city.write(
        "districts.csv",
        """
        code,level,name_zh,name_en,parent,maturity
        110101,county,甲,A,,C
        110101001,subdistrict,甲一,A1,110101,A
        110101001001,community,甲一一,A11,110101001,
        """);
    assertThat(new Districts(city.read().districts()).maturityAt("110101001001001")).isEqualTo("A");

    city.replace("districts.csv", "110101,A", "110101,D");
    assertRefused("districts.csv line 3: Maturity D is none of A, B, C");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "districts.csv|11010200,county,乙,B,|line 5: District 11010200 has 8 digits",
        "districts.csv|010102,county,乙,B,|line 5: District 010102 has county",
        "districts.csv|110102,town,乙,B,|line 5: Level town",
        "districts.csv|110101,county,甲,A,|line 5: District 110101 is already in line 2",
        "districts.csv|110101600,subdistrict,甲,A,110101|line 5: District 110101600 has sub-district",
        "districts.csv|110102001,subdistrict,乙,B,110102|line 5: Parent 110102",
        "districts.csv|110101002,subdistrict,甲,A,110102|line 5: District 110101002 has parent",
        "districts.csv|110102,county,,B,|line 5: Column name_zh is empty",
        "districts.csv|110102,county|line 5: The line has 2 cells, the header 5",
        "units.csv|lamp,灯,Lamp,Street-lighting operator,|line 4: Unit code lamp",
        "units.csv|91350100M000100Y44,灯,L,Street-lighting operator,|line 4: Unit code",
        "units.csv|LAMP-CO,灯,Lamp,Street-lighting operator,|line 4: Unit LAMP-CO is already",
        "units.csv|LAMP-B,灯,Lamp,Lamp people,|line 4: Unit type Lamp people",
        "units.csv|LAMP-B,灯,Lamp,Street-lighting operator,110102|line 4: District 110102",
        "work-grids.csv|NOBODY,Sanitation unit,110101001001001|line 3: Unit NOBODY",
        "work-grids.csv|STREET-A,Nothing,110101001001001|line 3: Unit type Nothing",
        "work-grids.csv|STREET-A,Sanitation unit,110101001001009|line 3: Grid 110101001001009",
        "work-grids.csv|LAMP-CO,Sanitation unit,110101001001001|line 3: The work grid of",
        "people.csv|wu,吴,collectors,110102,|line 4: District 110102",
        "people.csv|chen,陈,operators,,|line 4: User chen is already in line 2",
        "people.csv|wu,吴,,,|line 4: Column groups is empty",
        "people.csv|wu,吴,unit-NOBODY,,|line 4: Unit NOBODY",
        "people.csv|wu,吴,unit-LAMP-CO,,NOBODY|line 4: Unit NOBODY",
        "people.csv|wu,吴,collectors-110102,,|line 4: Group collectors-110102",
        "people.csv|w u,吴,operators,,|line 4: User w u",
        "components.csv|1101010137000000,C01-37,39.9,116.4,,完好|line 4: Component code",
        "components.csv|1101020137000001,C01-37,39.9,116.4,,完好|line 4: Component 1101020137000001 lies",
        "components.csv|1101010137000001,C01-37,39.9,116.4,,完好|line 4: Component 1101010137000001 is already",
        "components.csv|1101010178000001,C01-78,39.9,116.4,,完好|line 4: Category C01-78",
        "components.csv|1101010137000002,C01-38,39.9,116.4,,完好|line 4: Component 1101010137000002 is listed",
        "components.csv|1101010137000002,E01-10,39.9,116.4,,完好|line 4: Category E01-10",
        "components.csv|1101010137000002,C01-37,39.9,116.4,NOBODY,完好|line 4: Owner NOBODY",
        "components.csv|1101010137000002,C01-37,39.9,116.4,,fine|line 4: State fine",
        "components.csv|1101010137000002,C01-37,north,116.4,,完好|line 4: Column lat",
        "components.csv|1101010137000002,C01-37,116.4,39.9,,完好|line 4: Component 1101010137000002 lies at latitude 116.4",
        "components.csv|1101010137000002,C01-37,NaN,39.9,,完好|line 4: Component 1101010137000002 lies at latitude NaN",
        "calendar.csv|2026-02-30,holiday,春节|line 4: Column date: 2026-02-30",
        "calendar.csv|2026-01-01,workday,元旦|line 4: Date 2026-01-01 is already in line 2",
        "calendar.csv|2026-02-14,feast,春节|line 4: Kind feast",
      })
  void oneBadLineRefusesTheCityAndNamesFileLineAndReason(String file, String line, String reason) {
    city.append(file, line);

    assertRefused(file + " " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zone: Asia/Shanghai|zone: Asia/Nowhere|line 2: Zone Asia/Nowhere",
        "lat: 39.9|lat: 139.9|line 3: 139.9",
        "14:00-18:00|11:00-18:00|line 4: Slots 08:00-12:00 and 11:00-18:00 overlap",
        "14:00-18:00|18:00-14:00|line 4: Slot 18:00-14:00",
        "14:00-18:00|afternoon|line 4: Slot afternoon",
        "MONDAY|MOONDAY|line 5: Work day MOONDAY",
        "hoursPerWorkDay: 8|hoursPerWorkDay: 0|line 6: hoursPerWorkDay 0",
        "hoursPerWorkDay: 8|hoursPerDay: 8|line 6: Key hoursPerDay is not known",
        "zh: 小城|zh: ''|line 1: Key name.zh is missing",
        "zone: Asia/Shanghai|zone: [|is no YAML",
        "hoursPerWorkDay: 8|gridCodes: OLD|line 6: gridCodes OLD",
      })
  void aBadEntryOfTheCityYamlIsRefused(String was, String becomes, String reason) {
    city.replace("city.yaml", was, becomes);

    assertRefused("city.yaml", reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "110101001001002|110101001001000|line 3: Grid code 110101001001000 ends with sequence 0",
        "110101001001002|110101001001001|line 3: Grid 110101001001001 is already in line 2",
        "110101001001002|990102011201009|line 3: Grid 990102011201009 lies in county 990102",
        "110101001001002|110101002001002|line 3: Grid 110101002001002 lies in sub-district",
        "110101001001002|110101001002002|line 3: Grid 110101001002002 lies in community",
        "[116.4010, 39.9010], [116.4010, 39.9000]]|[116.4010, 39.9010]]|line 3: The polygon of grid 110101001001002 is not closed",
        "[116.4020, 39.9000], [116.4020, 39.9010], [116.4010, 39.9010]|[116.4020, 39.9010], [116.4020, 39.9000], [116.4010, 39.9010]|line 3: The polygon of grid 110101001001002 is not valid",
        "[116.4020, 39.9010]|[116.4020, \"north\"]|line 3: Grid 110101001001002 has the point",
        "[116.4020, 39.9010]|[39.9010, 116.4020]|line 3: Grid 110101001001002 lies at latitude",
        "{\"code\": \"110101001001002\"}|{}|line 3: The grid code is missing",
        "\"features\": [|\"features\": [ 7,|line 1: The grid code is missing",
        "\"features\": [|\"features\": [ {|is no JSON",
      })
  void aBadGridIsRefused(String was, String becomes, String reason) {
    city.replace("grids.geojson", was, becomes);

    assertRefused("grids.geojson", reason);
  }

  @Test
  void twoGridsOnTheSameGroundAreRefused() {
    city.replace(
        "grids.geojson",
        "\n]}",
        ",\n" + SmallCity.cell("110101001001004", 116.4015, 39.9) + "\n]}");

    assertRefused(
        "grids.geojson line 5: Grid 110101001001004 overlaps grid 110101001001002",
        "grids.geojson line 5: Grid 110101001001004 overlaps grid 110101001001003");
  }

  @Test
  void aCityWithoutGridsOrWithoutAFileIsRefused() throws IOException {
    city.write("grids.geojson", "{\"type\": \"FeatureCollection\", \"features\": []}");
    assertRefused("grids.geojson line 1: There is no grid");

    Files.delete(folder.resolve("units.csv"));
    assertRefused("File units.csv is missing");
    assertThatThrownBy(() -> CityFolder.onDisk(folder.resolve("nowhere")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("which is no folder");
  }

  @Test
  void aMissingColumnABadQuoteAndAForeignEncodingAreRefused() throws IOException {
    city.replace("calendar.csv", "kind", "sort");
    assertRefused("calendar.csv line 1: Column kind is missing in the header");

    city.write("calendar.csv", "date,kind,name\n2026-01-01,holiday,\"元旦\n");
    assertRefused("calendar.csv is no readable CSV");

    byte[] gbk = "date,kind,name\n2026-01-01,holiday,元旦\n".getBytes("GBK");
    Files.write(folder.resolve("calendar.csv"), gbk);
    assertRefused("calendar.csv is not UTF-8");

    Files.write(folder.resolve("city.yaml"), "name: {zh: 小城}".getBytes("GBK"));
    assertRefused("city.yaml");

    Files.move(folder.resolve("grids.geojson"), folder.resolve("grids.geojson.gz"));
    city = new SmallCity(folder);
    Files.delete(folder.resolve("grids.geojson"));
    assertRefused("grids.geojson.gz is not packed with gzip");
  }

  @Test
  void theFourteenDigitGridCodesOfTheOldStandardAreReadWhenTheCitySaysSo() throws IOException {
    city.append("city.yaml", "gridCodes: CJT_213_2005");
    Files.delete(folder.resolve("work-grids.csv"));
    String grids = Files.readString(folder.resolve("grids.geojson"), StandardCharsets.UTF_8);
    city.write("grids.geojson", grids.replace("0010010", "00100100").replace("00100100", "001001"));

    assertThat(city.read().plots())
        .extracting(plot -> plot.code().value())
        .containsExactly("11010100100101", "11010100100102", "11010100100103");
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(() -> city.read())
        .isInstanceOf(Refusal.class)
        .satisfies(
            refusal -> {
              for (String part : parts) {
                assertThat(refusal).hasMessageContaining(part);
              }
            });
  }
}
