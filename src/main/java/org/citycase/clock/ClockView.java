package org.citycase.clock;

import java.time.Instant;

/**
 * The clock of a case as it reads at one instant. All times are on the clock of the limit's unit,
 * pauses left out.
 *
 * @param limit the limit it runs under; null while there is none
 * @param holder who is accountable for the time, usually the code of a unit; null while there is
 *     none
 * @param usedSeconds time used since the clock was started or last restarted
 * @param remainingSeconds what is left of the limit and its granted extensions; negative beyond it
 * @param dueAt the last instant that is on time; null while there is no clock or it is paused
 * @param overdue whether the due instant has passed, or had passed when the clock was stopped
 * @param overtimeMultiple (used − limit) / limit, 0 within the limit; an overdue case may have 0
 *     when its due instant was followed by a break
 * @param provisional the due instant reaches into a year without a published calendar
 */
public record ClockView(
    ClockState state,
    Limit limit,
    String holder,
    long usedSeconds,
    long remainingSeconds,
    Light light,
    Instant dueAt,
    boolean overdue,
    double overtimeMultiple,
    boolean provisional) {

  /** The face of a case without a clock. */
  public static final ClockView NONE =
      new ClockView(ClockState.NONE, null, null, 0, 0, Light.GREEN, null, false, 0, false);
}
