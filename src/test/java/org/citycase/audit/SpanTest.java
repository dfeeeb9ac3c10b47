package org.citycase.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.citycase.Refusal;
import org.junit.jupiter.api.Test;

class SpanTest {

  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  @Test
  void daysAreThoseOfTheCityAndTheLastOneIsIncluded() {
    assertThat(Span.of("2026-03-10", "2026-03-11", CITY))
        .isEqualTo(
            new Span(Instant.parse("2026-03-09T16:00:00Z"), Instant.parse("2026-03-11T16:00:00Z")));
  }

  @Test
  void instantsAreTakenAsTheyAreAndNothingLeavesASideOpen() {
    assertThat(Span.of(" 2026-03-10T09:00:00+08:00 ", null, CITY).from())
        .isEqualTo(Instant.parse("2026-03-10T01:00:00Z"));
    assertThat(Span.of("", null, CITY)).isEqualTo(Span.EVER);
  }

  @Test
  void whatIsNoPeriodIsRefusedWithItsField() {
    assertThatThrownBy(() -> Span.of("yesterday", "", CITY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("yesterday");
    assertThatThrownBy(() -> Span.of("2026-03-12", "2026-03-10", CITY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("ends before");
  }
}
