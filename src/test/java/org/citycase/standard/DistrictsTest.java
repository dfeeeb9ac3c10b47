package org.citycase.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.citycase.standard.District.Level;
import org.junit.jupiter.api.Test;

class DistrictsTest {

  private static final String GRID = "110101001001001";

  @Test
  void theNearestDistrictSaysHowFarItsAreaIsBuiltUp() {
    District county = district("110101", Level.COUNTY, "C");
    District street = district("110101001", Level.SUBDISTRICT, "B");
    District community = district("110101001001", Level.COMMUNITY, "A");

    assertThat(maturity(county)).isEqualTo("C");
    assertThat(maturity(county, street)).isEqualTo("B");
    assertThat(maturity(county, street, community)).isEqualTo("A");
    assertThat(maturity(county, district("110101001", Level.SUBDISTRICT, null))).isEqualTo("C");
  }

  @Test
  void aCityThatTellsNoAreasApartHasNoMaturity() {
    assertThat(maturity(district("110101", Level.COUNTY, null))).isEmpty();
    assertThat(maturity(district("110102", Level.COUNTY, "A"))).isEmpty();
  }

  private static String maturity(District... districts) {
    return new Districts(List.of(districts)).maturityAt(GRID);
  }

  private static District district(String code, Level level, String maturity) {
    return new District(code, level, "区", "District", null, maturity);
  }
}
