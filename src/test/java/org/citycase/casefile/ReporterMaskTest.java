package org.citycase.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What of a name and a number may be read by everybody. */
class ReporterMaskTest {

  @Test
  void ofANameTheFirstCharacterStays() {
    assertThat(ReporterMask.name("王小明")).isEqualTo("王**");
    assertThat(ReporterMask.name("𠮷田")).isEqualTo("𠮷**");
    assertThat(ReporterMask.name(" ")).isNull();
    assertThat(ReporterMask.name(null)).isNull();
  }

  @Test
  void ofANumberTheEndsStayAndOfAShortOneHardlyAnything() {
    assertThat(ReporterMask.phone("13812345678")).isEqualTo("138****5678");
    assertThat(ReporterMask.phone("62345678")).isEqualTo("****78");
    assertThat(ReporterMask.phone("139")).isEqualTo("****");
    assertThat(ReporterMask.phone(null)).isNull();
  }

  @Test
  void aPhoneInATextIsMadeUnreadableAndAFewDigitsAreNot() {
    assertThat(Reported.concealed("call 13812345678 or 110", "13812345678"))
        .isEqualTo("call *********** or 110");
    assertThat(Reported.concealed("room 110", "110")).isEqualTo("room 110");
    assertThat(Reported.concealed(null, "13812345678")).isNull();
    assertThat(Reported.concealed("text", null)).isEqualTo("text");
  }
}
