package org.citycase.clock;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the clock of a case does; lower case in JSON. */
public enum ClockState {
  /** Not dispatched yet: there is no limit to count. */
  NONE,
  RUNNING,
  /** Waiting for others, e.g. while a return is decided: the limit stands still. */
  PAUSED,
  /** Fed back: the time used is judged as it stands, until a failed check resumes it. */
  STOPPED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
