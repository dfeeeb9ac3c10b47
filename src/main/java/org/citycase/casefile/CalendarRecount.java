package org.citycase.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citycase.Wordless;
import org.citycase.clock.CityClock;
import org.citycase.clock.ClockMove;
import org.citycase.clock.ClockMoved;
import org.citycase.clock.Countdowns;
import org.citycase.clock.NightlyWork;
import org.citycase.clock.Recounts;
import org.citycase.clock.StageClocks;
import org.citycase.clock.WorkCalendar;
import org.citycase.database.Repeats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the clocks of all open cases to the calendar in force; cases that are over stay as they
 * were judged. It works in small transactions and touches only what is not up to date, so that it
 * can be broken off and run again at any time.
 */
@Service
@Order(Ordered.HIGHEST_PRECEDENCE)
public class CalendarRecount implements NightlyWork {

  private static final Logger LOG = LoggerFactory.getLogger(CalendarRecount.class);
  private static final int READ = 500;
  private static final int WRITTEN = 50;
  private static final int SHOWN = 200;

  private final CaseFileStore store;
  private final CaseFiles files;
  private final Recounts clocks;
  private final Countdowns countdowns;
  private final StageClocks stages;
  private final WorkCalendar calendar;
  private final CityClock clock;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate alone;
  private final Repeats repeats;

  CalendarRecount(
      CaseFileStore store,
      CaseFiles files,
      Recounts clocks,
      Countdowns countdowns,
      StageClocks stages,
      WorkCalendar calendar,
      CityClock clock,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Repeats repeats) {
    this.repeats = repeats;
    this.store = store;
    this.files = files;
    this.clocks = clocks;
    this.countdowns = countdowns;
    this.stages = stages;
    this.calendar = calendar;
    this.clock = clock;
    this.events = events;
    this.alone = new TransactionTemplate(transactions);
  }

  /**
   * What a calendar would do.
   *
   * @param cases the open cases with a clock
   * @param moved the first of those whose clock would move
   * @param movedTotal how many would
   */
  public record Preview(String version, long cases, List<ClockMove> moved, long movedTotal) {}

  /**
   * What the calendar in force did.
   *
   * @param failed cases that could not be recounted; they keep their old calendar and are tried
   *     again with their next move and the next run
   */
  public record Done(String version, long moved, long unchanged, List<String> failed) {}

  /** What this calendar would do to the open cases; nothing changes. */
  public Preview preview(WorkCalendar candidate) {
    Instant now = clock.now();
    List<ClockMove> shown = new ArrayList<>();
    long cases = 0;
    long moved = 0;
    for (List<String> some : open()) {
      cases += clocks.upToDate(some).size();
      List<ClockMove> moves = clocks.preview(some, candidate, now);
      moved += moves.size();
      moves.stream().limit(SHOWN - shown.size()).forEach(shown::add);
    }
    return new Preview(candidate.version(), cases, shown, moved);
  }

  /** Recounts every open case whose clocks run under another calendar than the one in force. */
  public Done run(String by) {
    long cases = 0;
    long moved = 0;
    List<String> failed = new ArrayList<>();
    for (List<String> some : open()) {
      Map<String, Boolean> upToDate = clocks.upToDate(some);
      cases += upToDate.size();
      Set<String> stale = new TreeSet<>(stages.stale(some));
      upToDate.keySet().stream().filter(number -> !upToDate.get(number)).forEach(stale::add);
      for (List<String> batch : parts(List.copyOf(stale), WRITTEN)) {
        moved += recount(batch, by, failed);
      }
    }
    return new Done(calendar.version(), moved, cases - moved, failed);
  }

  /** Goes on where a run was broken off. */
  @EventListener(ApplicationReadyEvent.class)
  void goOn() throws Exception {
    repeats.of(() -> run(Act.RULE));
  }

  /** A case may have begun on another node before that node knew the new calendar. */
  @Override
  public void doAt(Instant midnight) {
    run(Act.RULE);
  }

  /**
   * A batch that meets somebody else's change is done again case by case; whatever is wrong with
   * one case, the others are recounted.
   */
  private long recount(List<String> batch, String by, List<String> failed) {
    try {
      return alone.execute(status -> recountTogether(batch, by));
    } catch (RuntimeException e) {
      if (batch.size() > 1) {
        return batch.stream().mapToLong(one -> recount(List.of(one), by, failed)).sum();
      }
      LOG.error("The clock of case {} could not be recounted.", batch.get(0), Wordless.of(e));
      failed.add(batch.get(0));
      return 0;
    }
  }

  private long recountTogether(List<String> batch, String by) {
    Map<String, CaseFile> open =
        store.locked(batch).stream()
            .filter(file -> !file.state().isEnd())
            .collect(Collectors.toMap(CaseFile::number, Function.identity()));
    if (open.isEmpty()) {
      return 0;
    }
    stages.recount(open.keySet()).forEach(number -> events.publishEvent(new ClockMoved(number)));
    List<ClockMove> moves = clocks.recount(open.keySet(), clock.now());
    // Also of a clock that is due when it was: what lies between may be counted otherwise.
    countdowns.of(open.keySet()).forEach((number, further) -> open.get(number).countDown(further));
    open.values().stream()
        .filter(file -> file.state() == CaseState.SUSPENDED)
        .forEach(held -> events.publishEvent(new ClockMoved(held.number())));
    moves.forEach(move -> files.note(open.get(move.caseNumber()), log(move, by)));
    return moves.size();
  }

  private Act log(ClockMove move, String by) {
    return Act.of(by, "recountClock")
        .because("工作日历变更 the working calendar changed")
        .with("dueBefore", clock.inCity(move.dueBefore()).toString())
        .with("dueAfter", clock.inCity(move.dueAfter()).toString())
        .with("usedBefore", move.usedBefore())
        .with("usedAfter", move.usedAfter());
  }

  private List<List<String>> open() {
    return parts(store.numbersIn(CaseState.open()), READ);
  }

  private static List<List<String>> parts(List<String> all, int size) {
    List<List<String>> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i += size) {
      parts.add(all.subList(i, Math.min(all.size(), i + size)));
    }
    return parts;
  }
}
