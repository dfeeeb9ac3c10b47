package org.citycase.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.citycase.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

  @Test
  void s61_unitGridCodesNameCountySubdistrictCommunityAndSequence() {
    GridCode code = GridCode.of("370102011201009");

    assertThat(code.county()).isEqualTo("370102");
    assertThat(code.subdistrict()).isEqualTo("370102011");
    assertThat(code.community()).isEqualTo("370102011201");
    assertThat(code.sequence()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({
    "370102011201000, ends with sequence 0",
    "370102000201009, has sub-district 000",
    "370102600201009, has sub-district 600",
    "37010201120100, has 14 digits",
    "3701020112010091, has 16 digits",
    "37010201120100A, holds something else than digits",
    "070102011201009, has county 070102",
    "'', is missing",
  })
  void s61_unitGridCodesThatAreRefusedSayWhatIsWrong(String code, String reason) {
    assertThatThrownBy(() -> GridCode.of(code))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(reason);
  }

  @Test
  void fourteenDigitsAreAGridCodeOfTheOldStandardOnly() {
    assertThat(new GridCode("37010201120109", GridCode.Version.CJT_213_2005).sequence())
        .isEqualTo(9);
    assertThatThrownBy(() -> new GridCode("370102011201009", GridCode.Version.CJT_213_2005))
        .hasMessageContaining("has 15 digits, but needs 14");
  }

  @ParameterizedTest
  @CsvSource({
    "3205080101000001, C01-01",
    "1101010137000012, C01-37",
    "3205080178000001, C01-78",
    "32050801001000001, C01-01",
    "32050802032000001, C02-32",
  })
  void componentCodesOfBothLengthsNameTheirCategory(String code, String category) {
    assertThat(ComponentCode.of(code).category()).contains(category);
    assertThat(ComponentCode.of(code).county()).isEqualTo(code.substring(0, 6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"32050803001000001", "32050801016000001"})
  void aSeventeenDigitCodeOfARegroupedClassLeavesTheCategoryToTheRegister(String code) {
    assertThat(ComponentCode.of(code).category()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3205080101000000, ends with sequence 0",
    "3205080100000001, has minor class 0",
    "3205080799000001, has major class 07",
    "0205080101000001, has county 020508",
    "320508010100001, has 15 digits",
    "320508010100000100, has 18 digits",
    "320508010100000A, holds something else",
    "32050801000000001, has minor class 0",
    "'', is missing",
  })
  void componentCodesThatAreRefusedSayWhatIsWrong(String code, String reason) {
    assertThatThrownBy(() -> ComponentCode.of(code))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({"01-36, E01-36", "06-99, E06-99", "3701020136, E01-36", "37010201036, E01-36"})
  void s63_eventCodesAreReadWithAndWithoutTheCounty(String code, String category) {
    assertThat(EventCode.of(code).category()).hasToString(category);
  }

  @ParameterizedTest
  @ValueSource(strings = {"07-01", "01-00", "1-36", "0136", "370102", "0701020136", ""})
  void s63_eventCodesThatAreNoneAreRefused(String code) {
    assertThatThrownBy(() -> EventCode.of(code)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C01-37", "E01-10", "E06-99", "C21-01", "E01-80"})
  void categoryCodesMayBeNationalOrLocal(String code) {
    assertThat(CategoryCode.of(code)).hasToString(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X01-37", "C07-01", "C01-00", "C1-37", "C0137", "c01-37", "C00-01"})
  void categoryCodesThatAreNoneAreRefused(String code) {
    assertThatThrownBy(() -> CategoryCode.of(code)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "LAMP-CO", "BOS-01", "A1", "SANITATION-A-NORTH"})
  void unitCodesMayBeNationalOrLocal(String code) {
    assertThatCode(() -> UnitCode.of(code)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "91350100M000100Y44, its check character by GB 32100 is 3",
    "91350100O000100Y43, holds the letter O",
    "lamp-co, is not 2 to 32 capital letters",
    "A, is not 2 to 32 capital letters",
    "LAMP_CO, is not 2 to 32 capital letters",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456, is not 2 to 32 capital letters",
  })
  void unitCodesThatAreRefusedSayWhatIsWrong(String code, String reason) {
    assertThatThrownBy(() -> UnitCode.of(code))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(reason);
  }
}
