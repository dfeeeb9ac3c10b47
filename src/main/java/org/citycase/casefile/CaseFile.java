package org.citycase.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.citycase.Refusal;
import org.citycase.clock.ClockView;
import org.citycase.clock.Countdown;
import org.citycase.clock.Limit;
import org.citycase.clock.LimitUnit;
import org.citycase.clock.Terms;
import org.citycase.rules.Decision;
import org.citycase.trail.Canonical;
import org.citycase.trail.Evidence;
import org.citycase.trail.EvidenceRow;
import org.citycase.trail.Witness;
import org.citycase.trail.Witnessed;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/**
 * The case file (案卷): what is known about one report and all that became of it. It owns facts and
 * instants, keeps its number for ever, and refuses every move that is not one of T01–T30. Moves are
 * made through {@link CaseFiles}, which writes the log entry with each.
 */
@Entity
@EntityListeners(Witness.class)
@Table(name = "cc_case_file")
public class CaseFile implements Persistable<String>, Witnessed {

  @Id private String number;
  @Version private Long version;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private CaseState state;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private CaseState stateBefore;

  private String step;
  @Embedded private Reported reported;
  @Embedded private ReporterSeal seal;
  @Embedded private Place place;
  @Embedded private Assignment assignment = new Assignment();
  @Embedded private Marks marks;
  @Embedded private Course course = new Course();
  private String conditionId;
  private String verification;
  private String filing;
  private String advice;
  private String lastReason;

  private String checkResult = "none";
  private int reworkCount;
  private int falseFeedbackCount;
  private int extensionCount;
  private int returnCount;

  private Integer limitValue;
  private String limitUnit;
  private Instant dueAt;
  private String clockState = "none";
  private boolean late;
  @Embedded private Countdown countdown;

  private String satisfaction;
  private String mergedInto;
  private String parentCase;
  private String standardVersion;

  @Column(name = "log_length")
  private int logLength;

  private String voidAskedBy;

  private String logHash = Canonical.NO_HASH;

  /** Whether the log vouches for all rows of the case; older cases come to it with their next. */
  private boolean traced = true;

  @Transient private final List<LogEntry.Told> told = new ArrayList<>();

  protected CaseFile() {}

  CaseFile(String number, Reported reported, Place place, String claimedCondition) {
    this.number = number;
    this.reported = reported;
    this.seal = ReporterSeal.of(reported);
    this.place = place;
    this.conditionId = claimedCondition;
    this.marks = Marks.of(reported.channel());
  }

  /** What holds nothing yet is read as nothing at all. */
  @PostLoad
  void begin() {
    course = course == null ? new Course() : course;
    seal = seal == null ? new ReporterSeal() : seal;
  }

  /** Seals the reporter of a case that is older than the seals. */
  private void sealReporter() {
    if (reported.hasReporter() && !seal.isSealed()) {
      seal = ReporterSeal.of(reported);
    }
  }

  /** The reporter's name and phone are gone for ever; the digest in the log stays. */
  void eraseReporter(Instant at) {
    reported = reported.withoutReporter();
    seal.erased(at);
  }

  /** When the reporter's name and phone were erased; null while they are kept, or never were. */
  public Instant erasedAt() {
    return seal.erasedAt();
  }

  /** Moves to the state, or refuses: the law below every diagram. */
  void moveTo(CaseState next, Instant at) {
    boolean legal =
        state == null
            ? CaseState.births().contains(next)
            : state.next().contains(next)
                && !(state == CaseState.TO_FILE && next == CaseState.CLOSED && !marks.isQuick())
                && (next != CaseState.VOID_REVIEW || wasFiled())
                && (state != CaseState.VOID_REVIEW
                    || next == CaseState.VOIDED
                    || next == stateBefore);
    if (!legal) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "Case %s is %s and may not become %s.".formatted(number, state, next));
    }
    boolean cameBack = state == CaseState.VOID_REVIEW && next != CaseState.VOIDED;
    stateBefore = state;
    state = next;
    if (!cameBack) {
      course.reached(stateBefore, next, at);
    }
  }

  /** Whether it is or was filed; a report that waits for its first filing was not (T17, T27). */
  boolean wasFiled() {
    return state != CaseState.TO_FILE
        || cameFrom(CaseState.TO_DISPATCH)
        || cameFrom(CaseState.RETURN_REVIEW)
        || cameFrom(CaseState.VOID_REVIEW);
  }

  /** 派遣: this unit is responsible from now on. */
  public void dispatchTo(String unit, Instant at) {
    assignment.to(unit);
    course.dispatched(at);
  }

  /** Keeps what happened for the end of the transaction. */
  void tell(LogEntry.Told what) {
    if (!traced) {
      sealReporter();
    }
    told.add(what);
    String reason = what.act().reason();
    lastReason = reason == null ? lastReason : reason;
  }

  void reasonStays(String reason) {
    lastReason = reason;
  }

  /** What happened in this transaction and has no place in the chain yet, with its number. */
  List<LogEntry> toldSoFar() {
    List<LogEntry> entries = new ArrayList<>();
    for (LogEntry.Told one : told) {
      LogEntry.Key key = new LogEntry.Key(number, logLength + entries.size() + 1);
      entries.add(new LogEntry(key, one, null, null));
    }
    return entries;
  }

  boolean hasTold() {
    return !told.isEmpty();
  }

  /** Whether an entry of its log was stored before. */
  boolean hasLog() {
    return logLength > 0;
  }

  boolean isTraced() {
    return traced;
  }

  /**
   * Chains what was told since the last time and gives the entries back to be stored.
   *
   * @param trace what the last of them vouches for, as JSON
   */
  List<LogEntry> chain(String trace) {
    List<LogEntry> entries = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      LogEntry.Key key = new LogEntry.Key(number, ++logLength);
      String vouched = i == told.size() - 1 ? trace : null;
      LogEntry entry = new LogEntry(key, told.get(i), vouched, logHash);
      logHash = entry.hash();
      entries.add(entry);
    }
    told.clear();
    traced = true;
    return entries;
  }

  /** Notes the room the case is in; the diagram's sub-process of the same name. */
  public void enter(String room) {
    step = room;
  }

  /** The answer of the field check before filing: true, untrue, gone or relocated. */
  public void verified(String answer) {
    verification = answer;
  }

  public void relocate(Place corrected) {
    place = corrected;
  }

  /** What the filing standard said: automatic, ask or none. */
  public void judgedForFiling(String answer) {
    filing = answer;
  }

  /** 立案: under which condition of the standard, with which limit, by which version. */
  public void file(String condition, Limit limit, Decision<Filing> decision) {
    conditionId = condition;
    limitValue = limit.value();
    limitUnit = limit.unit().code();
    standardVersion = decision.version();
    course.filed(decision.at(), decision.publication());
  }

  /** Sent back by the dispatcher: it is not filed any more, and a person files it again or not. */
  public void unfile() {
    limitValue = null;
    limitUnit = null;
    standardVersion = null;
    course.unfiled();
    course.filedBy(null);
  }

  String voidAskedBy() {
    return voidAskedBy;
  }

  /** The state it was in before the present one. */
  CaseState stateBefore() {
    return stateBefore;
  }

  /** Whether it came to where it is from this state. */
  public boolean cameFrom(CaseState before) {
    return stateBefore == before;
  }

  /** Who filed it; the same person must not dispatch it. */
  public void filedBy(String person) {
    course.filedBy(person);
  }

  public void recur() {
    marks.recurred();
  }

  public void handleQuickly() {
    marks.handledQuickly();
  }

  /** 督办: an inspector watches it. */
  public void supervise() {
    marks.supervised();
  }

  /** 批示: it is a leader's case now, and watched. */
  public void instruct() {
    marks.instructed();
  }

  public void mergeInto(String openCase) {
    mergedInto = openCase;
  }

  public void advise(String toReporter) {
    advice = toReporter;
  }

  public void feedBack(String text, String person) {
    assignment.fedBack(text, person);
    checkResult = "none";
  }

  public void checked(String answer) {
    checkResult = answer;
  }

  /** 回退: a unit asked to return it. */
  public void returnAsked() {
    returnCount++;
  }

  /** 延期: one more extension was granted. */
  public void extended() {
    extensionCount++;
  }

  /** 抢险分阶段: a stage is done, and the case runs on under the next condition and its limit. */
  public void enterStage(String condition, Limit limit, String version, Instant at) {
    conditionId = condition;
    limitValue = limit.value();
    limitUnit = limit.unit().code();
    standardVersion = version;
    course.stageBegins(at);
  }

  /** Who asked to void it, until that is decided. */
  void voidAskedBy(String person) {
    voidAskedBy = person;
  }

  /** The hold ended while it is decided whether the case is void: it would go back to the work. */
  public void holdEndedMeanwhile() {
    stateBefore = CaseState.HANDLING;
  }

  /** 返工: sent to the same unit again after a failed check. */
  public void rework() {
    reworkCount++;
    checkResult = "none";
  }

  /** 虚假反馈: the failed check proved that the feedback was false. */
  public void provedFalse() {
    falseFeedbackCount++;
  }

  /** 代整改: a contractor is to do the work at the unit's cost. */
  public void orderSubstitute(String contractor) {
    assignment.orderSubstitute(contractor);
  }

  /**
   * A contractor did the work in place of the unit.
   *
   * @param cost in the city's money, or null when it is not known
   */
  public void substituted(String text, String person, BigDecimal cost) {
    marks.substituted();
    assignment.substituted(cost);
    feedBack(text, person);
  }

  /** 申诉通过: the overdue mark does not count; it stays visible. */
  public void exempt() {
    marks.exempted();
  }

  /** The case that is over and whose problem this one takes on. */
  void linkTo(String parent) {
    parentCase = parent;
  }

  public void rated(String answer) {
    satisfaction = answer;
  }

  /** Copies the face of the running clock, so that lists can be sorted and searched by it. */
  void showClock(ClockView face) {
    clockState = face.state().code();
    dueAt = face.dueAt();
    late = face.overdue();
  }

  /** Copies how the clock goes on until it moves again; null without one. */
  void countDown(Countdown further) {
    countdown = further;
  }

  @Override
  public String getId() {
    return number;
  }

  @Override
  public boolean isNew() {
    return version == null;
  }

  public String number() {
    return number;
  }

  public CaseState state() {
    return state;
  }

  public String step() {
    return step;
  }

  public Reported reported() {
    return reported;
  }

  public Place place() {
    return place;
  }

  public String category() {
    return reported.category();
  }

  /** The filing condition: the claimed one, and after filing the one filed under; may be null. */
  public String condition() {
    return conditionId;
  }

  public String verification() {
    return verification;
  }

  public String filing() {
    return filing;
  }

  /** The latest reason given by anybody, as the notices of a refusal tell it. */
  public String lastReason() {
    return lastReason;
  }

  public String advice() {
    return advice;
  }

  public String checkResult() {
    return checkResult;
  }

  public int reworkCount() {
    return reworkCount;
  }

  public int falseFeedbackCount() {
    return falseFeedbackCount;
  }

  public int extensionCount() {
    return extensionCount;
  }

  public int returnCount() {
    return returnCount;
  }

  /** The limit of the standard the case was filed under, or null before filing. */
  public Limit limit() {
    return limitValue == null ? null : new Limit(limitValue, LimitUnit.of(limitUnit));
  }

  /** What the clock of the responsible unit runs under. */
  public Terms terms() {
    return new Terms(limit(), standardVersion, category(), assignment.unit());
  }

  public Instant dueAt() {
    return dueAt;
  }

  public String clockState() {
    return clockState;
  }

  public boolean isQuick() {
    return marks.isQuick();
  }

  /** Whether a granted appeal took the overdue points back. */
  public boolean isExempt() {
    return marks.isExempt();
  }

  public boolean isLeaderOrMedia() {
    return marks.isLeaderOrMedia();
  }

  public boolean isSubstituted() {
    return marks.isSubstitute();
  }

  public String satisfaction() {
    return satisfaction;
  }

  public String mergedInto() {
    return mergedInto;
  }

  /** The number of the case this one was opened from, or null. */
  public String parentCase() {
    return parentCase;
  }

  public String standardVersion() {
    return standardVersion;
  }

  /** Who handles the case. */
  public Assignment assignment() {
    return assignment;
  }

  /** The instants the case reached. */
  public Course course() {
    return course;
  }

  /** The marks beside the state that are set, in the words of the interface. */
  public List<String> flags() {
    return marks.names();
  }

  @Override
  public EvidenceRow evidence() {
    return new EvidenceRow(Evidence.CASE, number, number);
  }
}
