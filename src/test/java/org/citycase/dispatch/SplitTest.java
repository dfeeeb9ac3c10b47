package org.citycase.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.citycase.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {

  @ParameterizedTest
  @CsvSource({"60/40,2,60/40", "60 / 40,2,60/40", "100,1,100", "33.4/33.3/33.3,3,33.4/33.3/33.3"})
  void oneShareForEachUnitThatAddUpToHundredIsASplit(String said, int units, String shares) {
    assertThat(Split.of(said, units)).isEqualTo(shares);
  }

  @ParameterizedTest
  @CsvSource({
    "60/41,2",
    "60/40,3",
    "60/40,1",
    "sixty/forty,2",
    "-10/110,2",
    "60/,2",
    "60:40,2",
    "1e2,1"
  })
  void everyOtherOneIsRefusedByNameOfTheField(String said, int units) {
    assertThatThrownBy(() -> Split.of(said, units))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
              assertThat(refusal.errors().get(0).field()).isEqualTo("split");
            });
  }

  @Test
  void nothingSaidIsNoSplit() {
    assertThat(Split.of(null, 2)).isNull();
  }
}
