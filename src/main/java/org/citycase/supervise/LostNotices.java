package org.citycase.supervise;

import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.notice.Notice;
import org.citycase.notice.NoticeGivenUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the duty leaders of a notice that could not be delivered; of a lost alarm only the log. */
@Component
class LostNotices {

  private static final Logger LOG = LoggerFactory.getLogger(LostNotices.class);
  private static final String ALARM = "escalation-alarm";

  private final CaseFiles files;
  private final Escalations escalations;

  LostNotices(CaseFiles files, Escalations escalations) {
    this.files = files;
    this.escalations = escalations;
  }

  @EventListener
  void lost(NoticeGivenUp lost) {
    Notice notice = lost.notice();
    if (notice.document().equals(ALARM)) {
      LOG.error("Alarm {} of case {} could not be delivered.", notice.id(), notice.caseNumber());
      return;
    }
    CaseFile file = files.get(notice.caseNumber());
    String note =
        "通知 %d（%s）%d 次送达失败 notice could not be delivered"
            .formatted(notice.id(), notice.document(), lost.attempts());
    escalations.undelivered(file, lost.attempts(), note);
  }
}
