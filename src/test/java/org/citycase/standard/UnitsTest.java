package org.citycase.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnitsTest {

  private static final Grid PLACE = Grid.of(GridCode.of("110101001001001"));

  @Test
  void theNarrowestDistrictWins() {
    assertThat(codes(unit("CITY", null))).containsExactly("CITY");
    assertThat(codes(unit("CITY", null), unit("COUNTY", "110101"))).containsExactly("COUNTY");
    assertThat(codes(unit("COUNTY", "110101"), unit("STREET", "110101001")))
        .containsExactly("STREET");
    assertThat(codes(unit("STREET", "110101001"), unit("COMMUNITY", "110101001001")))
        .containsExactly("COMMUNITY");
  }

  @Test
  void severalUnitsOfTheSameLevelAreAllAnswered() {
    assertThat(codes(unit("B", "110101"), unit("A", "110101"), unit("CITY", null)))
        .containsExactly("A", "B");
  }

  @Test
  void aUnitOfAnotherPlaceOrTypeDoesNotServe() {
    assertThat(codes(unit("ELSEWHERE", "110102"))).isEmpty();
    assertThat(new Units(List.of(unit("CITY", null)), List.of()).ofType("Other", PLACE)).isEmpty();
  }

  private static List<String> codes(Unit... units) {
    return new Units(List.of(units), List.of())
        .ofType("Sanitation unit", PLACE).stream().map(Unit::code).toList();
  }

  private static Unit unit(String code, String district) {
    return new Unit(code, "单位", "Unit", "Sanitation unit", district);
  }

  @Test
  void aUnitWithoutAnEnglishNameIsCalledByItsChineseOne() {
    assertThat(new Unit("LAMP-CO", "路灯公司", null, "lamps", null).name(true)).isEqualTo("路灯公司");
    assertThat(new Unit("LAMP-CO", "路灯公司", "Lamps", "lamps", null).name(true)).isEqualTo("Lamps");
    assertThat(new Unit("LAMP-CO", "路灯公司", "Lamps", "lamps", null).name(false)).isEqualTo("路灯公司");
  }
}
