package org.citycase.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.citycase.bench.CountedService;
import org.citycase.clock.CityClock;
import org.citycase.collect.Reports;
import org.citycase.process.CaseProcess;
import org.citycase.process.SimulatedTime;
import org.citycase.replay.RecordedReports.Recorded;

/** A file of recorded reports and their city, as the benchmarks are told where they lie. */
public final class RecordedMonth {

  private final CountedService service;
  private final List<Recorded> reports;

  private RecordedMonth(CountedService service, List<Recorded> reports) {
    this.service = service;
    this.reports = reports;
  }

  /** The whole service in the city of the reports. */
  public static CountedService service() {
    return new CountedService(
        "--citycase.city=" + setting("bench.city", "the folder of their city"));
  }

  public static RecordedMonth of(CountedService service) throws IOException {
    Path file = Path.of(setting("bench.reports", "a file of recorded reports"));
    try (InputStream csv = Files.newInputStream(file)) {
      return new RecordedMonth(
          service, RecordedReports.read(csv, service.get(CityClock.class).getZone()));
    }
  }

  int reports() {
    return reports.size();
  }

  /**
   * The replay of all reports, not begun.
   *
   * @param pace perfect or recorded, unless {@code bench.crowd} says otherwise
   */
  Replay replay(String pace) {
    Replay.House house =
        new Replay.House(
            service.get(Reports.class),
            service.get(CaseProcess.class),
            service.get(Crowd.class),
            service.get(SimulatedTime.class),
            service.get(CityClock.class));
    String crowd = System.getProperty("bench.crowd", pace).toUpperCase(Locale.ROOT);
    return new Replay(house, reports, Replay.Pace.valueOf(crowd), null);
  }

  /** Walks all reports through the house as the city recorded them; tells how many cases. */
  public int walk() {
    Replay replay = replay("recorded");
    replay.run();
    return replay.taken();
  }

  private static String setting(String name, String what) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("Say with -D" + name + "=… where " + what + " lies.");
    }
    return value;
  }
}
