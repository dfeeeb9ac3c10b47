package org.citycase.bench;

import java.time.LocalDate;
import java.util.List;
import org.citycase.casefile.CalendarRecount;
import org.citycase.clock.CalendarChange;
import org.citycase.clock.CalendarOffice;

/**
 * What a change of the calendar costs when many cases are open: the preview, the recount with the
 * entries of every ledger and the timers of every case, and a second run that finds nothing to do.
 * The figure is the cost of a case beside that of bringing it from the report to its unit.
 */
public final class RecountBench {

  private static final int KINDS_SHOWN = 12;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 10);

  private final ServiceCorridor corridor;
  private final CalendarOffice office;
  private final CalendarRecount recount;
  private final Tally tally;
  private double opening;

  private RecountBench(CountedService service) {
    this.corridor = new ServiceCorridor(service);
    this.office = service.get(CalendarOffice.class);
    this.recount = service.get(CalendarRecount.class);
    this.tally = service.tally();
  }

  public static void main(String[] args) {
    try (CountedService service = new CountedService()) {
      new RecountBench(service).run(Integer.getInteger("bench.cases", 10_000));
    }
  }

  private void run(int cases) {
    // Every fourth number is a case that the rules bring to its unit by themselves.
    opening = line("report to unit", cases, () -> open(cases));
    CalendarChange holiday = day(FIRST_DAY, "holiday");
    line("preview", cases, () -> recount.preview(office.draft(holiday)).movedTotal());
    tally.clear();
    line("publish and recount", cases, () -> publish(holiday));
    tally.print(KINDS_SHOWN, cases);
    line("run again", cases, () -> recount.run("owner").moved());
    line("publish what moves none", cases, () -> publish(day(FIRST_DAY.plusMonths(6), "holiday")));
  }

  private long open(int cases) {
    for (int i = 0; i < cases; i++) {
      corridor.open(i * Walk.values().length);
    }
    return cases;
  }

  private long publish(CalendarChange change) {
    office.publish(change, "owner");
    return recount.run("owner").moved();
  }

  private static CalendarChange day(LocalDate date, String kind) {
    return new CalendarChange(
        List.of(new CalendarChange.DayChange(date, kind, "")), null, "benchmark");
  }

  /** What is timed; gives how many cases moved. */
  private interface Work {
    long moved();
  }

  private double line(String name, int cases, Work work) {
    long statements = tally.statements();
    long commits = tally.commits();
    long began = System.nanoTime();
    long moved = work.moved();
    double millis = (System.nanoTime() - began) / 1e6;
    System.out.printf(
        "%-26s %8d cases %8d moved %10.0f ms %8.3f ms/case %8.2f statements/case %8.3f"
            + " commits/case %8.3f of an opening%n",
        name,
        cases,
        moved,
        millis,
        millis / cases,
        (double) (tally.statements() - statements) / cases,
        (double) (tally.commits() - commits) / cases,
        opening == 0 ? 1 : millis / opening);
    return millis;
  }
}
