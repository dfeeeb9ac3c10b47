package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Where a case stands in the diagram, and by which elements it came there. */
record CasePathAssert(List<String> waitingAt, List<String> passed) {

  CasePathAssert isWaitingAt(String... elements) {
    assertThat(waitingAt).contains(elements);
    return this;
  }

  CasePathAssert hasPassed(String... elements) {
    assertThat(passed).contains(elements);
    return this;
  }

  CasePathAssert hasNotPassed(String... elements) {
    assertThat(passed).doesNotContain(elements);
    return this;
  }
}
