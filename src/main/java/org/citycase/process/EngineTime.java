package org.citycase.process;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.citycase.clock.ClockFollowed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the engine, whose clock is its own, follow the city's. */
@Component
class EngineTime {

  @EventListener
  void follow(ClockFollowed followed) {
    if (followed.off().isZero()) {
      ClockUtil.resetClock();
    } else {
      ClockUtil.offset(followed.off().toMillis());
    }
  }
}
