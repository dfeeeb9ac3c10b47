package org.citycase.notice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hands a notice to the sender once its transaction is committed: what is rolled back was never
 * said.
 */
@Component
class NoticeDoor {

  /** A notice was stored in the running transaction. */
  record NoticeIssued(Notice notice) {}

  private static final Logger LOG = LoggerFactory.getLogger(NoticeDoor.class);

  private final NoticeSender sender;

  NoticeDoor(NoticeSender sender) {
    this.sender = sender;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  public void leave(NoticeIssued issued) {
    Notice notice = issued.notice();
    try {
      sender.send(notice);
    } catch (RuntimeException e) {
      LOG.error(
          "Notice {} of case {} was stored but could not be sent",
          notice.document(),
          notice.caseNumber(),
          e);
    }
  }
}
