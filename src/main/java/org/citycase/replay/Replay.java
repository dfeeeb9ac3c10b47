package org.citycase.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.citycase.casefile.Channel;
import org.citycase.casefile.SentPhoto;
import org.citycase.clock.CityClock;
import org.citycase.collect.Report;
import org.citycase.collect.Reports;
import org.citycase.process.CaseProcess;
import org.citycase.process.CaseProcess.OpenTask;
import org.citycase.process.SimulatedTime;
import org.citycase.replay.RecordedReports.Recorded;

/**
 * One run of recorded reports through the house. Time goes from event to event: a report at its
 * recorded instant, a task when the crowd does it; timers that are due between fire on the way.
 */
class Replay implements Runnable {

  /** How the crowd works: everything in half of its limit, or feeding back when the city did. */
  enum Pace {
    PERFECT,
    RECORDED
  }

  /** What the run needs of the house. */
  record House(
      Reports reports, CaseProcess process, Crowd crowd, SimulatedTime time, CityClock clock) {}

  record Refused(long line, String message) {}

  private record Planned(Instant at, long order, OpenTask task) {}

  private final House house;
  private final List<Recorded> reports;
  private final Pace pace;
  private final Instant until;
  private final long began = System.nanoTime();

  private final PriorityQueue<Planned> plan =
      new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparing(Planned::order));
  private final Set<String> planned = new HashSet<>();
  private final Map<String, Recorded> recordedOf = new HashMap<>();
  private final Map<String, String> numberOf = new HashMap<>();
  private final List<Refused> refused = new ArrayList<>();

  private volatile String state = "running";
  private volatile String failure;
  private volatile boolean stopped;
  private volatile int taken;
  private volatile int tasks;
  private volatile long wallMillis;
  private long order;

  Replay(House house, List<Recorded> reports, Pace pace, Instant until) {
    this.house = house;
    this.reports = reports;
    this.pace = pace;
    this.until = until;
  }

  @Override
  public void run() {
    try {
      walk();
      state = "done";
    } catch (RuntimeException e) {
      failure = e.getMessage();
      state = "failed";
      throw e;
    } finally {
      wallMillis = (System.nanoTime() - began) / 1_000_000;
    }
  }

  private void walk() {
    int next = 0;
    while (!stopped) {
      Recorded report = next < reports.size() ? reports.get(next) : null;
      Planned task = plan.peek();
      boolean reportFirst =
          report != null && (task == null || !task.at().isBefore(report.reportedAt()));
      Instant at = reportFirst ? report.reportedAt() : task == null ? null : task.at();
      if (at == null || until != null && at.isAfter(until)) {
        break;
      }
      house.time().moveTo(at);
      if (reportFirst) {
        next++;
        send(report);
      } else {
        work(plan.poll().task());
      }
    }
    if (until != null && !stopped && until.isAfter(house.clock().instant())) {
      house.time().moveTo(until);
    }
  }

  private void send(Recorded report) {
    try {
      String number = house.reports().receive(report(report), sender(report)).number();
      taken++;
      recordedOf.put(number, report);
      numberOf.put(report.externalId(), number);
      plan(number);
    } catch (Refusal refusal) {
      synchronized (refused) {
        refused.add(new Refused(report.line(), refusal.getMessage()));
      }
    }
  }

  private void work(OpenTask task) {
    Recorded report = recordedOf.get(task.caseNumber());
    String repeated = report.duplicateOf() == null ? null : numberOf.get(report.duplicateOf());
    boolean open = repeated != null && !house.process().tasksOf(repeated).isEmpty();
    try {
      house.crowd().work(task, open ? repeated : null);
    } catch (Refusal refusal) {
      if (!open) {
        throw refusal;
      }
      house.crowd().work(task, null);
    }
    tasks++;
    plan(task.caseNumber());
  }

  private void plan(String number) {
    Instant now = house.clock().instant();
    for (OpenTask task : house.process().tasksOf(number)) {
      if (planned.add(task.id())) {
        Instant at = at(task, now);
        if (at != null) {
          plan.add(new Planned(at, order++, task));
        }
      }
    }
  }

  /** When the crowd does the task; null for a case the city never closed. */
  private Instant at(OpenTask task, Instant now) {
    Instant halfway = house.crowd().halfway(task, now);
    if (pace == Pace.PERFECT) {
      return halfway;
    }
    Instant closed = recordedOf.get(task.caseNumber()).closedAt();
    Instant then = closed != null && closed.isBefore(now) ? now : closed;
    return switch (task.key()) {
      case "user_handleCase" -> then;
      case "user_acceptWork" -> then != null && then.isBefore(halfway) ? then : halfway;
      default -> halfway;
    };
  }

  private static Viewer sender(Recorded report) {
    return switch (Channel.of(report.channel())) {
      case PUBLIC -> Viewer.PUBLIC;
      case COLLECTOR -> new Viewer("replay", Set.of("collectors"));
      default -> new Viewer("replay", Set.of("operators"));
    };
  }

  private static Report report(Recorded report) {
    boolean collector = report.channel().equals("collector");
    List<SentPhoto> photos = collector ? List.of(Crowd.photo(report.externalId())) : List.of();
    return new Report(
        Channel.of(report.channel()),
        report.category(),
        report.condition(),
        null,
        report.description(),
        report.lat(),
        report.lng(),
        report.address(),
        null,
        null,
        null,
        null,
        photos,
        List.of(),
        false,
        false,
        null);
  }

  void stop() {
    stopped = true;
  }

  String state() {
    return state;
  }

  String failure() {
    return failure;
  }

  int taken() {
    return taken;
  }

  int tasks() {
    return tasks;
  }

  List<Refused> refused() {
    synchronized (refused) {
      return List.copyOf(refused);
    }
  }

  long wallMillis() {
    return wallMillis > 0 ? wallMillis : (System.nanoTime() - began) / 1_000_000;
  }
}
