package org.citycase.clock;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.citycase.Refusal;

/**
 * How a time limit is counted. Working units count only inside the slots of worked days; the others
 * run round the clock, holidays included. In tables and JSON the names are written in lower case.
 */
public enum LimitUnit {
  /** 紧急工作时: an hour on the clock, day and night. */
  URGENT_HOUR(false, 3600),
  /** 工作时: an hour inside working slots. */
  WORK_HOUR(true, 3600),
  /** 工作日: the city's hours per work day on the same clock, not "the end of day n". */
  WORK_DAY(true, 3600),
  /** 自然日: 24 hours on the clock. */
  NATURAL_DAY(false, 24 * 3600),
  /** A minute on the clock; only the limits of stages are given in it. */
  MINUTE(false, 60);

  private final boolean working;
  private final int seconds;

  LimitUnit(boolean working, int seconds) {
    this.working = working;
    this.seconds = seconds;
  }

  /**
   * The unit with this code, e.g. {@code work_day}.
   *
   * @throws Refusal of kind MALFORMED when there is none
   */
  @JsonCreator
  public static LimitUnit of(String code) {
    return Arrays.stream(values())
        .filter(unit -> unit.code().equals(code))
        .findFirst()
        .orElseThrow(() -> unknown(code));
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isWorking() {
    return working;
  }

  long seconds(int hoursPerWorkDay) {
    return this == WORK_DAY ? (long) seconds * hoursPerWorkDay : seconds;
  }

  private static Refusal unknown(String code) {
    String known = Arrays.stream(values()).map(LimitUnit::code).collect(Collectors.joining(", "));
    return Refusal.ofField(
        Refusal.Kind.MALFORMED,
        "unit",
        "There is no limit unit \"" + code + "\"; name one of " + known + ".");
  }
}
