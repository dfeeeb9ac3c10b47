package org.citycase.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.citycase.CaseInLog;
import org.citycase.Refusal;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.clock.ClockState;
import org.citycase.clock.ClockView;
import org.citycase.clock.Countdowns;
import org.citycase.trail.Witnesses;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All case files. Every move and note is written to the case's log in the running transaction, with
 * the clock's face at that instant; without a transaction nothing is written.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseFiles {

  private final EntityManager entities;
  private final CaseFileStore store;
  private final CaseNumbers numbers;
  private final CaseClocks clocks;
  private final Countdowns countdowns;
  private final CityClock clock;
  private final ObjectMapper json;
  private final ApplicationEventPublisher events;
  private final Witnesses witnesses;

  CaseFiles(
      EntityManager entities,
      CaseFileStore store,
      CaseNumbers numbers,
      CaseClocks clocks,
      Countdowns countdowns,
      CityClock clock,
      ObjectMapper json,
      ApplicationEventPublisher events,
      Witnesses witnesses) {
    this.entities = entities;
    this.store = store;
    this.numbers = numbers;
    this.clocks = clocks;
    this.countdowns = countdowns;
    this.clock = clock;
    this.json = json;
    this.events = events;
    this.witnesses = witnesses;
  }

  /** Opens a case file at the door: gives the number, which is never given again. */
  public CaseFile open(Reported reported, Place place, String claimedCondition, CaseState first) {
    String number = numbers.next(place.district(), reported.reportedAt());
    CaseInLog.untilTheEnd(number);
    CaseFile file = new CaseFile(number, reported, place, claimedCondition);
    move(file, first, Act.of(reported.reportedBy(), "reportCase"));
    events.publishEvent(new CaseReported(number, reported.channel()));
    return store.save(file);
  }

  /**
   * Opens a case linked to one that is over, for the same problem at the same place and of the same
   * reporter: it is to be filed, under the condition claimed here.
   */
  public CaseFile openLinked(CaseFile parent, String condition, Act act) {
    Instant now = clock.instant();
    boolean sameMeasure = condition != null && condition.equals(parent.condition());
    Reported reported = parent.reported().again(now, sameMeasure);
    String number = numbers.next(parent.place().district(), now);
    CaseFile file = new CaseFile(number, reported, parent.place(), condition);
    file.linkTo(parent.number());
    move(file, CaseState.TO_FILE, act.with("parentCase", parent.number()));
    note(parent, act.with("linkedCase", number));
    return store.save(file);
  }

  /**
   * The case file of this number for who is going to change it: whoever else wants to waits until
   * this transaction ends. Refuses an unknown number.
   */
  public CaseFile get(String number) {
    CaseFile file = entities.find(CaseFile.class, number, LockModeType.PESSIMISTIC_WRITE);
    if (file == null) {
      throw unknown(number);
    }
    witnesses.holds(number);
    CaseInLog.untilTheEnd(number);
    return file;
  }

  /**
   * These case files for who is going to change them all, in the order of their numbers; an unknown
   * number is left out.
   */
  public List<CaseFile> get(Collection<String> caseNumbers) {
    return store.locked(caseNumbers);
  }

  /** These case files for who counts and changes nothing; an unknown number is left out. */
  @Transactional(readOnly = true)
  public List<CaseFile> read(Collection<String> caseNumbers) {
    return store.findAllById(caseNumbers);
  }

  static Refusal unknown(String number) {
    return Refusal.inBoth(
        Refusal.Kind.UNKNOWN,
        "没有案件 " + number + "。请核对案件号，或到案件查询中查找。",
        "There is no case " + number + ".");
  }

  /** Moves the case to another state, logs who did it and why, and says so in the house. */
  public void move(CaseFile file, CaseState to, Act act) {
    CaseState from = file.state();
    Instant now = clock.instant();
    file.moveTo(to, now);
    if (to.isEnd()) {
      clocks.end(file.number(), act.action(), now);
    }
    write(file, act, from, to, now);
    events.publishEvent(new CaseMoved(file.number(), from, to));
  }

  /** Logs an act that leaves the state as it is. */
  public void note(CaseFile file, Act act) {
    write(file, act, file.state(), file.state(), clock.instant());
  }

  /** Logs an act beside the course of the case: its reason is none that notices tell. */
  void aside(CaseFile file, Act act, Instant at) {
    String reason = file.lastReason();
    write(file, act, file.state(), file.state(), at);
    file.reasonStays(reason);
  }

  private void write(CaseFile file, Act act, CaseState from, CaseState to, Instant now) {
    ClockView face = clocks.view(file.number(), now);
    file.showClock(face);
    file.countDown(face.state() == ClockState.NONE ? null : countdowns.of(file.number()));
    Act told = act.because(file.reported().conceal(act.reason()));
    String data = file.reported().conceal(text(act.data()));
    LogEntry.Texts texts = new LogEntry.Texts(data, snapshot(face));
    file.tell(new LogEntry.Told(told, from, to, now, texts));
    witnesses.logGrows(file.number());
  }

  private String snapshot(ClockView face) {
    if (face.state() == ClockState.NONE) {
      return "{}";
    }
    return text(
        Map.of(
            "state", face.state().code(),
            "limit", String.valueOf(face.limit()),
            "usedSeconds", face.usedSeconds(),
            "remainingSeconds", face.remainingSeconds(),
            "dueAt", face.dueAt() == null ? "" : clock.inCity(face.dueAt()).toString()));
  }

  private String text(Map<String, ?> data) {
    try {
      return json.writeValueAsString(new java.util.TreeMap<>(data));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Log data must be writable as JSON: " + data, e);
    }
  }

  /** The reports that were merged into this case. */
  public List<CaseFile> mergedInto(String number) {
    return store.findByMergedIntoOrderByNumber(number);
  }

  /** Open cases of the same category in the same grid or on the same component. */
  public List<CaseFile> openAlike(CaseFile file) {
    return store.alike(
        file.number(),
        file.category(),
        file.place().grid(),
        file.reported().component(),
        CaseState.open());
  }

  /** Cases of the same category in the same grid or on the same component, closed since then. */
  public List<CaseFile> closedAlike(CaseFile file, Instant since) {
    return store.closedAlike(
        file.number(), file.category(), file.place().grid(), file.reported().component(), since);
  }
}
