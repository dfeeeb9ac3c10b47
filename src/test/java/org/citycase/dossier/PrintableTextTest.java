package org.citycase.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {

  private final PrintableText text =
      new PrintableText(getClass().getResourceAsStream("/fonts/NotoSansSC_400Regular.ttf"));

  @Test
  void whatTheFontHoldsStaysAsItIs() {
    assertThat(text.of("<b>人民路 12 号</b>，“急” & 3 → 5 · ①"))
        .isEqualTo("<b>人民路 12 号</b>，“急” & 3 → 5 · ①");
  }

  @Test
  void whatTheFontLacksIsPrintedByItsNumber() {
    assertThat(text.of("𪚥 한국어 💡")).isEqualTo("[U+2A6A5] [U+D55C][U+AD6D][U+C5B4] [U+1F4A1]");
  }
}
