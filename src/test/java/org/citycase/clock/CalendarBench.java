package org.citycase.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * How fast a limit is computed by the working calendar, beside the same question counted minute by
 * minute and beside plain {@code java.time} arithmetic that knows no calendar. The figures are the
 * two ratios: what the calendar saves, and what it costs.
 */
public final class CalendarBench {

  private static final int ROUNDS = 5;
  private static final int QUESTIONS = 4096;
  private static final int YEAR_IN_MINUTES = 365 * 24 * 60;

  private final CalendarTable table = Calendars.reference();
  private final WorkCalendar calendar = Calendars.calendar(table);
  private final Instant[] starts = new Instant[QUESTIONS];
  private final Limit[] limits = new Limit[QUESTIONS];
  private final Instant[] ends = new Instant[QUESTIONS];

  /** Kept so that no answer is optimised away. */
  private long answers;

  private CalendarBench() {
    Random random = new Random(2026);
    for (int i = 0; i < QUESTIONS; i++) {
      starts[i] =
          Instant.parse("2026-01-01T00:00:00Z")
              .plusSeconds(60L * random.nextInt(YEAR_IN_MINUTES - 40_000));
      limits[i] = new Limit(1 + random.nextInt(5), LimitUnit.WORK_DAY);
      ends[i] = calendar.due(starts[i], limits[i]).at();
    }
  }

  /** One way of answering question number i. */
  private interface Way {
    long answer(int i);
  }

  public static void main(String[] args) {
    new CalendarBench().run();
  }

  private void run() {
    System.out.printf("%n%d limits of 1 to 5 work days in 2026%n%n", QUESTIONS);
    System.out.printf("%-6s %-22s %16s%n", "", "", "questions/s");
    compare(
        "due",
        i -> calendar.due(starts[i], limits[i]).at().toEpochMilli(),
        i -> minuteByMinute(starts[i], limits[i]).toEpochMilli(),
        i -> starts[i].plus(Duration.ofHours(8L * limits[i].value())).toEpochMilli());
    compare(
        "used",
        i -> calendar.used(starts[i], ends[i], LimitUnit.WORK_DAY).toSeconds(),
        i -> Oracle.minutes(table, starts[i], ends[i]),
        i -> Duration.between(starts[i], ends[i]).toSeconds());
    System.out.println("checksum " + answers);
  }

  /** The three take turns, so that other work on the machine slows all alike. */
  private void compare(String question, Way byCalendar, Way byMinutes, Way byJavaTime) {
    double[] perSecond = new double[3];
    for (int round = 0; round < ROUNDS; round++) {
      perSecond[0] = Math.max(perSecond[0], perSecond(byCalendar, 500_000));
      perSecond[1] = Math.max(perSecond[1], perSecond(byMinutes, 500));
      perSecond[2] = Math.max(perSecond[2], perSecond(byJavaTime, 5_000_000));
    }
    System.out.printf("%-6s %-22s %16.0f%n", question, "calendar", perSecond[0]);
    System.out.printf("%-6s %-22s %16.0f%n", question, "minute by minute", perSecond[1]);
    System.out.printf("%-6s %-22s %16.0f%n", question, "java.time, no calendar", perSecond[2]);
    System.out.printf(
        "%-6s %-22s %16.1f%n", question, "times minute count", perSecond[0] / perSecond[1]);
    System.out.printf(
        "%-6s %-22s %16.3f%n%n", question, "times java.time", perSecond[0] / perSecond[2]);
  }

  private double perSecond(Way way, int count) {
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      answers += way.answer(i % QUESTIONS);
    }
    return count * 1e9 / (System.nanoTime() - began);
  }

  private Instant minuteByMinute(Instant start, Limit limit) {
    long left = 60L * 8 * limit.value();
    Instant at = start;
    while (left > 0) {
      left -= Oracle.minutes(table, at, at.plusSeconds(60));
      at = at.plusSeconds(60);
    }
    return at;
  }
}
