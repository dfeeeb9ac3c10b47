package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorLineTest {

  @Test
  void onlyTheFirstLineIsTold() {
    assertThat(ErrorLine.of("The table is gone.\n\tat org.example.Table.ask(Table.java:3)", null))
        .isEqualTo("The table is gone.");
    assertThat(ErrorLine.of("org.example.TableGone: The table is gone.", null))
        .isEqualTo("The table is gone.");
    assertThat(ErrorLine.of(null, null)).isEmpty();
    assertThat(ErrorLine.of(" \n ", null)).isEmpty();
  }

  @Test
  void whatADatabaseQuotesOfItsValuesIsNotTold() {
    assertThat(
            ErrorLine.of(
                "Value too long for column \"NOTE\": \"'the lamp of\nWang at 3 Long Street' (300)\"",
                null))
        .isEqualTo("Value too long for column \"NOTE\": '…'");
    assertThat(ErrorLine.of("Duplicate entry 'x' for key 'cc_case.number'", null))
        .isEqualTo("Duplicate entry 'x' for key 'cc_case.number'");
  }

  @Test
  void aPhoneIsWrittenAsStars() {
    assertThat(ErrorLine.of("nobody answers at 13812345678", null))
        .isEqualTo("nobody answers at ***********");
    assertThat(ErrorLine.of("case 1101012026031000001 is locked", null))
        .isEqualTo("case 1101012026031000001 is locked");
  }

  @Test
  void aLongLineIsCut() {
    assertThat(ErrorLine.of("x".repeat(1000), null)).hasSize(300).endsWith("…");
  }
}
