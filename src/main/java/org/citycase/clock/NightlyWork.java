package org.citycase.clock;

import java.time.Instant;

/** Something a room does once each night, at the city's midnight. It may be done again safely. */
public interface NightlyWork {

  /** Does it; what fails is logged and leaves the other rooms' work alone. */
  void doAt(Instant midnight);
}
