package org.citycase.handle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.citycase.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldEndTest {

  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-10-05",
        " 2026-10-05 ",
        "2026-10-05T08:00:00+08:00",
        "2026-10-04T16:00:00Z",
        "2026-10-05T23:59:59.999+08:00"
      })
  void aDayIsReadInTheCityHoweverItIsWritten(String written) {
    assertThat(HoldEnd.of(written, CITY)).isEqualTo(DAY);
  }

  @Test
  void aDateOfTheEngineIsTheDayItIsInTheCity() {
    assertThat(HoldEnd.of(Date.from(Instant.parse("2026-10-04T16:00:00Z")), CITY)).isEqualTo(DAY);
    assertThat(HoldEnd.of(Date.from(Instant.parse("2026-10-04T15:59:59Z")), CITY))
        .isEqualTo(DAY.minusDays(1));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "tomorrow", "2026-02-30", "05.10.2026", "2026-10-05T08:00"})
  void whatIsNoDayIsRefusedByNameOfTheField(String written) {
    assertThatThrownBy(() -> HoldEnd.of(written, CITY))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
              assertThat(refusal.errors().get(0).field()).isEqualTo("until");
            });
  }
}
