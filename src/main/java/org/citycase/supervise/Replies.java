package org.citycase.supervise;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.MALFORMED;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citycase.Refusal;
import org.citycase.Wordless;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseMoved;
import org.citycase.casefile.CaseState;
import org.citycase.clock.CityClock;
import org.citycase.clock.Limit;
import org.citycase.clock.LimitUnit;
import org.citycase.clock.WorkCalendar;
import org.citycase.rules.DecisionTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second clocks of the calls to the city's hotline (12345): from the report until the caller is
 * answered, that is until the case ends, refused or closed. A merged report is answered with the
 * case it was merged into.
 */
@Component
@Transactional
public class Replies {

  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
  private static final String TABLE = "reply-limits";
  private static final Limit ONE_DAY = new Limit(1, LimitUnit.WORK_DAY);
  private static final int LONGEST_ANSWER = 4000;

  private final EntityManager store;
  private final DecisionTables tables;
  private final WorkCalendar calendar;
  private final CaseFiles files;
  private final Escalations escalations;
  private final CityClock clock;
  private final TransactionTemplate transaction;

  Replies(
      EntityManager store,
      DecisionTables tables,
      WorkCalendar calendar,
      CaseFiles files,
      Escalations escalations,
      CityClock clock,
      TransactionTemplate transaction) {
    this.store = store;
    this.tables = tables;
    this.calendar = calendar;
    this.files = files;
    this.escalations = escalations;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** Refuses a call the table has no limit for, before there is a case. */
  public void check(HotlineCall call) {
    if (call.line() == null || call.kind() == null) {
      throw Refusal.ofField(
          MALFORMED,
          "hotline",
          "Say of a hotline call its line and its kind, or leave hotline out.");
    }
    try {
      tables.peek(TABLE, question(call), ReplyLimit.class);
    } catch (Refusal noRow) {
      throw Refusal.ofField(
          AGAINST_RULES,
          "hotline",
          "The table reply-limits has no limit for line %s and kind %s: use a kind it has, or leave hotline out."
              .formatted(call.line(), call.kind()));
    }
  }

  /** Starts the second clock of a case that was just reported. */
  public void start(CaseFile file, HotlineCall call) {
    Limit limit =
        tables.ask(file.number(), TABLE, question(call), ReplyLimit.class).answer().limit();
    ReplyClock reply = new ReplyClock(file.number(), call, limit, file.reported().reportedAt());
    reply.due(due(reply));
    store.persist(reply);
  }

  @EventListener
  void over(CaseMoved moved) {
    if (moved.to().isEnd() && moved.to() != CaseState.MERGED && isAnyOpen()) {
      CaseFile file = files.get(moved.caseNumber());
      answer(file.number(), text(file));
    }
  }

  private void answer(String number, String text) {
    ReplyClock reply = locked(number);
    if (reply != null && reply.isOpen()) {
      reply.due(due(reply));
      reply.answered(text, clock.instant());
    }
    files.mergedInto(number).forEach(merged -> answer(merged.number(), text));
  }

  /** What the caller is told: the result, or why not and what else he may do. */
  private static String text(CaseFile file) {
    String text =
        file.state() == CaseState.CLOSED
            ? file.assignment().result()
            : Stream.of(file.lastReason(), file.advice())
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
    return text == null || text.length() <= LONGEST_ANSWER
        ? text
        : text.substring(0, LONGEST_ANSWER);
  }

  /**
   * Reminds of the replies that were due before this day began: the operators on the next day, the
   * inspectors later, as the table {@code escalation} says. Each at most once; each case in a
   * transaction of its own, so that one that fails holds up no other.
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void remind(Instant at) {
    Instant day = clock.inCity(at).toLocalDate().atStartOfDay(clock.getZone()).toInstant();
    for (String number : open()) {
      try {
        transaction.executeWithoutResult(status -> remind(number, day, at));
      } catch (RuntimeException e) {
        LOG.error("The late reply of case {} could not be reminded of.", number, Wordless.of(e));
      }
    }
  }

  private void remind(String number, Instant day, Instant at) {
    CaseFile file = files.get(number);
    ReplyClock reply = locked(number);
    if (!reply.isOpen()) {
      return;
    }
    reply.due(due(reply));
    if (!reply.dueAt().isBefore(day)) {
      return;
    }
    long worked = calendar.used(reply.dueAt(), at, ONE_DAY.unit()).toSeconds();
    int workDays = (int) (worked / calendar.length(ONE_DAY).toSeconds());
    escalations.replyLate(
        file,
        workDays,
        "热线 %s 答复应于 %s 前完成 the reply of line %s was due then"
            .formatted(reply.line(), clock.inCity(reply.dueAt()), reply.line()));
  }

  private List<String> open() {
    return store
        .createQuery(
            "select r.caseNumber from ReplyClock r where r.answeredAt is null order by r.dueAt",
            String.class)
        .getResultList();
  }

  private boolean isAnyOpen() {
    return !store
        .createQuery(
            "select r.caseNumber from ReplyClock r where r.answeredAt is null", String.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** The second clock for who is going to change it: an answer and a reminder never cross. */
  private ReplyClock locked(String caseNumber) {
    return store.find(ReplyClock.class, caseNumber, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The second clock of the case, or null. */
  ReplyClock of(String caseNumber) {
    return store.find(ReplyClock.class, caseNumber);
  }

  /** Until when the caller must be answered: by the calendar in force while he is not. */
  Instant due(ReplyClock reply) {
    return reply.isOpen() ? calendar.due(reply.startedAt(), reply.limit()).at() : reply.dueAt();
  }

  private static ReplyQuestion question(HotlineCall call) {
    return new ReplyQuestion(call.line(), call.kind());
  }
}
