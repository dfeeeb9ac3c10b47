package org.citycase.supervise;

import java.time.Instant;
import java.util.Map;
import org.citycase.access.Viewer;
import org.citycase.casefile.CaseFacts;
import org.citycase.casefile.CaseFile;
import org.citycase.clock.CityClock;
import org.citycase.clock.Light;
import org.citycase.clock.Limit;
import org.citycase.clock.WorkCalendar;
import org.springframework.stereotype.Component;

/** The second clock of a hotline case, as the interface shows it with the case. */
@Component
class ReplyFacts implements CaseFacts {

  private final Replies replies;
  private final WorkCalendar calendar;
  private final CityClock clock;

  ReplyFacts(Replies replies, WorkCalendar calendar, CityClock clock) {
    this.replies = replies;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** The reply to the caller; {@code answeredAt} and {@code answer} are null until it is given. */
  record Reply(
      String line,
      String kind,
      Limit limit,
      Instant dueAt,
      long usedSeconds,
      boolean overdue,
      Light light,
      Instant answeredAt,
      String answer) {}

  @Override
  public Map<String, Object> of(CaseFile file, Viewer viewer) {
    ReplyClock reply = replies.of(file.number());
    return reply == null ? Map.of() : Map.of("reply", shown(reply));
  }

  private Reply shown(ReplyClock reply) {
    Instant until = reply.isOpen() ? clock.instant() : reply.answeredAt();
    Instant due = replies.due(reply);
    long used = calendar.used(reply.startedAt(), until, reply.limit().unit()).toSeconds();
    boolean overdue = until.isAfter(due);
    return new Reply(
        reply.line(),
        reply.kind(),
        reply.limit(),
        due,
        used,
        overdue,
        Light.of(used, calendar.length(reply.limit()).toSeconds(), overdue),
        reply.answeredAt(),
        reply.answer());
  }
}
