package org.citycase.casefile;

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
import org.citycase.clock.Terms;
import org.citycase.rules.Decision;
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

  @Embedded private Setbacks setbacks = new Setbacks();
  @Embedded private FiledUnder filed = new FiledUnder();
  @Embedded private ClockFace face = new ClockFace();
  @Embedded private LogEnd logEnd = new LogEnd();

  private String satisfaction;
  private String mergedInto;
  private String parentCase;
  private String voidAskedBy;

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
    filed = filed == null ? new FiledUnder() : filed;
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
    if (!logEnd.isTraced()) {
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
    return logEnd.numbered(number, told);
  }

  boolean hasTold() {
    return !told.isEmpty();
  }

  /** Whether an entry of its log was stored before. */
  boolean hasLog() {
    return logEnd.isBegun();
  }

  boolean isTraced() {
    return logEnd.isTraced();
  }

  /**
   * Chains what was told since the last time and gives the entries back to be stored.
   *
   * @param trace what the last of them vouches for, as JSON
   */
  List<LogEntry> chain(String trace) {
    List<LogEntry> entries = logEnd.chain(number, told, trace);
    told.clear();
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
    filed.under(limit, decision.version());
    course.filed(decision.at(), decision.publication());
  }

  /** Sent back by the dispatcher: it is not filed any more, and a person files it again or not. */
  public void unfile() {
    filed.nothing();
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
    setbacks.unchecked();
  }

  public void checked(String answer) {
    setbacks.checked(answer);
  }

  /** 回退: a unit asked to return it. */
  public void returnAsked() {
    setbacks.returnAsked();
  }

  /** 延期: one more extension was granted. */
  public void extended() {
    setbacks.extended();
  }

  /** 抢险分阶段: a stage is done, and the case runs on under the next condition and its limit. */
  public void enterStage(String condition, Limit limit, String version, Instant at) {
    conditionId = condition;
    filed.under(limit, version);
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
    setbacks.reworked();
  }

  /** 虚假反馈: the failed check proved that the feedback was false. */
  public void provedFalse() {
    setbacks.provedFalse();
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
  void showClock(ClockView clock) {
    face.show(clock);
  }

  /** Copies how the clock goes on until it moves again; null without one. */
  void countDown(Countdown further) {
    face.countDown(further);
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
    return setbacks.checkResult();
  }

  public int reworkCount() {
    return setbacks.reworkCount();
  }

  public int falseFeedbackCount() {
    return setbacks.falseFeedbackCount();
  }

  public int extensionCount() {
    return setbacks.extensionCount();
  }

  public int returnCount() {
    return setbacks.returnCount();
  }

  /** The limit of the standard the case was filed under, or null before filing. */
  public Limit limit() {
    return filed.limit();
  }

  /** What the clock of the responsible unit runs under. */
  public Terms terms() {
    return new Terms(limit(), standardVersion(), category(), assignment.unit());
  }

  public Instant dueAt() {
    return face.dueAt();
  }

  public String clockState() {
    return face.clockState();
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
    return filed.standardVersion();
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
