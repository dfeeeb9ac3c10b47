package org.citycase.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LateAnswerTest {

  private final AtomicInteger asked = new AtomicInteger();

  private String away() {
    asked.incrementAndGet();
    throw new IllegalArgumentException("away");
  }

  @Test
  void whoDoesNotAnswerIsNotAskedAgainAtOnce() {
    LateAnswer<String> answer = new LateAnswer<>(this::away, Duration.ofHours(1));
    assertThatThrownBy(answer::get).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(answer::get).isInstanceOf(IllegalStateException.class);
    assertThat(asked).hasValue(1);
  }

  @Test
  void afterAPauseItIsAskedAgainAndThenNeverMore() {
    LateAnswer<String> answer =
        new LateAnswer<>(() -> asked.get() == 0 ? away() : "it" + asked.get(), Duration.ZERO);
    assertThatThrownBy(answer::get).isInstanceOf(IllegalArgumentException.class);
    assertThat(answer.get()).isEqualTo("it1").isSameAs(answer.get());
  }
}
