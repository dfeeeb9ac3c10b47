package org.citycase.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.citycase.rules.Bilingual;
import org.junit.jupiter.api.Test;

class SpeechTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final Speech chinese = Speech.in(Locale.SIMPLIFIED_CHINESE, SHANGHAI);
  private final Speech english = Speech.in(Locale.ENGLISH, SHANGHAI);

  @Test
  void saysASentenceInThePagesLanguage() {
    Bilingual filed = new Bilingual("立案", "filed");

    assertThat(chinese.of(filed)).isEqualTo("立案");
    assertThat(english.of(filed)).isEqualTo("filed");
    assertThat(english.of((Bilingual) null)).isEmpty();
  }

  @Test
  void showsInstantsAtTheCitysWallTime() {
    Instant instant = Instant.parse("2026-03-13T09:30:05Z");

    assertThat(chinese.at(instant)).isEqualTo("2026-03-13 17:30");
    assertThat(chinese.exactly(instant)).isEqualTo("2026-03-13T17:30:05+08:00");
    assertThat(chinese.at(null)).isEmpty();
  }

  @Test
  void showsALengthInItsTwoLargestUnits() {
    assertThat(english.lasting(45)).isEqualTo("45 s");
    assertThat(english.lasting(300)).isEqualTo("5 min");
    assertThat(chinese.lasting(7_500)).isEqualTo("2 小时 5 分");
    assertThat(english.lasting(86_400)).isEqualTo("1 d");
    assertThat(chinese.lasting(100_800)).isEqualTo("1 天 4 小时");
  }

  @Test
  void countsWorkingTimeInHoursForItsDaysHaveNo24() {
    assertThat(english.working(90_000)).isEqualTo("25 h");
    assertThat(chinese.working(-5_400)).isEqualTo("1 小时 30 分");
  }
}
