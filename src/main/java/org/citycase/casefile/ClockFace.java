package org.citycase.casefile;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import org.citycase.clock.ClockView;
import org.citycase.clock.Countdown;

/** A copy of what the case's clock shows, so that lists are sorted and searched by it. */
@Embeddable
class ClockFace {

  private Instant dueAt;
  private String clockState = "none";
  private boolean late;
  @Embedded private Countdown countdown;

  protected ClockFace() {}

  void show(ClockView clock) {
    clockState = clock.state().code();
    dueAt = clock.dueAt();
    late = clock.overdue();
  }

  /** How it goes on until it moves again; null without one. */
  void countDown(Countdown further) {
    countdown = further;
  }

  Instant dueAt() {
    return dueAt;
  }

  String clockState() {
    return clockState;
  }
}
