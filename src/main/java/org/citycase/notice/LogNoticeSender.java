package org.citycase.notice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Writes that a notice left, never what it says: logs are read by people without the right to. */
@Component
@Fallback
class LogNoticeSender implements NoticeSender {

  private static final Logger LOG = LoggerFactory.getLogger(LogNoticeSender.class);
  private static final int SHOWN = 4;

  @Override
  public String send(Notice notice) {
    LOG.info(
        "Notice {} of case {} to {}",
        notice.document(),
        notice.caseNumber(),
        masked(notice.to().address()));
    return "log " + notice.id();
  }

  /** The last four characters of a number; of a mail address the first letter and the host. */
  static String masked(String address) {
    if (address.isBlank()) {
      return "(no address)";
    }
    int at = address.indexOf('@');
    if (at > 0) {
      return address.charAt(0) + "***" + address.substring(at);
    }
    boolean isShort = address.length() <= 2 * SHOWN - 2;
    return isShort ? "***" : "***" + address.substring(address.length() - SHOWN);
  }
}
