package org.citycase.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.citycase.Refusal;
import org.junit.jupiter.api.Test;

class CaseQueryTest {

  @Test
  void aStrayPercentSignIsRefusedInBothLanguages() {
    for (String stray : new String[] {"q=%zz", "q=5%", "unit=A&q=%e"}) {
      assertThatThrownBy(() -> CaseQuery.parse(stray))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
                assertThat(refusal.getMessage()).contains("per cent sign");
                assertThat(refusal.zh()).contains("百分号");
              });
    }
  }
}
