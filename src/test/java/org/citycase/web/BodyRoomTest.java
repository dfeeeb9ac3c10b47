package org.citycase.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyRoomTest {

  private static final long MB = 1024 * 1024;

  @Test
  void largeBodiesAreReadFewAtATimeAndSmallOnesAlways() {
    BodyRoom room = new BodyRoom(40 * MB, Duration.ZERO);
    assertThat(room.enter(20 * MB)).isTrue();
    assertThat(room.enter(20 * MB)).isTrue();
    assertThat(room.enter(2 * MB)).isFalse();
    assertThat(room.enter(MB)).isTrue();
    room.leave(MB);
    room.leave(20 * MB);
    assertThat(room.enter(2 * MB)).isTrue();
  }
}
