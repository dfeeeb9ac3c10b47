package org.citycase.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.citycase.dossier.CaseStory;
import org.citycase.rules.Bilingual;
import org.junit.jupiter.api.Test;

class LedgerPictureTest {

  private static final Instant NINE = Instant.parse("2026-03-13T01:00:00Z");
  private static final Bilingual ANY = new Bilingual("某", "any");

  private static CaseStory.Bar bar(String state, double share) {
    return new CaseStory.Bar(1, NINE, NINE, state, ANY, "LAMP-CO", ANY, 0, share, ANY);
  }

  @Test
  void partsFollowOneAnotherAndFillTheBar() {
    LedgerPicture picture =
        LedgerPicture.of(List.of(bar("running", 0.7), bar("paused", 0.2), bar("overdue", 0.1)));

    assertThat(picture.parts())
        .extracting(LedgerPicture.Part::x)
        .containsExactly(0.0, 700.0, 900.0);
    assertThat(picture.states()).containsExactly("running", "paused", "overdue");
  }

  @Test
  void aStretchOfSecondsBesideDaysCanStillBeSeen() {
    LedgerPicture picture =
        LedgerPicture.of(List.of(bar("running", 0.999_999), bar("overdue", 0.000_001)));

    LedgerPicture.Part last = picture.parts().get(1);
    assertThat(last.width()).isGreaterThan(1.9);
    assertThat(last.x() + last.width()).isCloseTo(1_000, within(0.1));
  }
}
