package org.citycase.release;

import org.citycase.clock.CityClock;
import org.citycase.rules.TableDesk;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The drafts of tables as what rehearsals are about. */
@Component
class Subjects {

  private final Drafts drafts;
  private final TableDesk desk;
  private final RuleLog log;
  private final CityClock clock;

  Subjects(Drafts drafts, TableDesk desk, RuleLog log, CityClock clock) {
    this.drafts = drafts;
    this.desk = desk;
    this.log = log;
    this.clock = clock;
  }

  /** An open draft beside the version it was made from; refuses a faulty one. */
  Subject of(long id) {
    Draft draft = drafts.sound(id);
    return new Subject(
        id,
        draft.table(),
        draft.edition(),
        desk.answererOf(draft.table(), draft.base()),
        desk.answerer(draft.table(), draft.text()));
  }

  /** Puts on the list who rehearses which period. */
  @Transactional
  public void tell(long id, Scope scope, String by) {
    String period = clock.inCity(scope.from()) + " – " + clock.inCity(scope.to());
    log.tell(
        RuleLog.Action.REHEARSED,
        by,
        drafts.get(id),
        scope.district() == null ? period : period + ", " + scope.district());
  }
}
