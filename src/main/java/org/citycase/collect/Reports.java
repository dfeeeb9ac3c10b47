package org.citycase.collect;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.MALFORMED;
import static org.citycase.Refusal.Kind.NOT_ALLOWED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.citycase.casefile.Attachments;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.Channel;
import org.citycase.casefile.KeptPhoto;
import org.citycase.casefile.Place;
import org.citycase.casefile.Reported;
import org.citycase.clock.CityClock;
import org.citycase.process.CaseProcess;
import org.citycase.supervise.Guards;
import org.citycase.supervise.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door for reports of every channel. A report that passes the checks becomes a case with a
 * number and starts down the corridor, all in one transaction.
 */
@Service
public class Reports {

  private static final Duration OLDEST = Duration.ofDays(366);

  private final ReportChecks checks;
  private final QuickHandling quickHandling;
  private final CaseFiles files;
  private final Attachments attachments;
  private final CaseProcess process;
  private final Guards guards;
  private final Replies replies;
  private final CityClock clock;
  private final TransactionTemplate transaction;

  Reports(
      ReportChecks checks,
      QuickHandling quickHandling,
      CaseFiles files,
      Attachments attachments,
      CaseProcess process,
      Guards guards,
      Replies replies,
      CityClock clock,
      TransactionTemplate transaction) {
    this.checks = checks;
    this.quickHandling = quickHandling;
    this.files = files;
    this.attachments = attachments;
    this.process = process;
    this.guards = guards;
    this.replies = replies;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * A report that passed the checks, with its photos in the store.
   *
   * @param place in exactly one unit grid
   */
  record Checked(
      Report report,
      Viewer sender,
      Place place,
      List<KeptPhoto> photos,
      List<KeptPhoto> afterPhotos) {}

  /**
   * Takes the report in and returns the case it became.
   *
   * @throws Refusal when the sender may not use the channel or the report does not pass the checks
   */
  public CaseFile receive(Report report, Viewer sender) {
    Checked checked = check(report, sender);
    return transaction.execute(status -> open(checked));
  }

  /** Nothing is locked yet: a slow store of the photos keeps nobody else's report waiting. */
  Checked check(Report report, Viewer sender) {
    mayUse(report.channel(), sender);
    checks.check(report);
    mayBeFound(report.foundAt(), clock.instant());
    Place place = checks.place(report);
    if (report.quick()) {
      quickHandling.check(report, place);
    }
    if (report.hotline() != null) {
      replies.check(report.hotline());
    }
    return new Checked(
        report,
        sender,
        place,
        attachments.keep(report.photos()),
        attachments.keep(report.afterPhotos()));
  }

  /** Gives it a number and starts it, in the running transaction. */
  CaseFile open(Checked checked) {
    Report report = checked.report();
    String sender = checked.sender().user();
    CaseFile file =
        files.open(
            reported(report, sender), checked.place(), report.condition(), firstState(report));
    attachments.add(file, "before", checked.photos(), sender);
    attachments.add(file, "after", checked.afterPhotos(), sender);
    if (report.quick()) {
      file.handleQuickly();
    }
    beside(file, report);
    process.start(file.number());
    return file;
  }

  /** What runs beside the case's own clock: the finder's guard, the reply to the caller. */
  private void beside(CaseFile file, Report report) {
    if (report.guard()) {
      guards.begin(file, file.reported().reportedBy(), file.reported().foundAt());
    }
    if (report.hotline() != null) {
      replies.start(file, report.hotline());
    }
  }

  /** T01: a collector's own report needs no acceptance; T02: every other is accepted first. */
  private static CaseState firstState(Report report) {
    return report.channel() == Channel.COLLECTOR ? CaseState.TO_FILE : CaseState.REPORTED;
  }

  private static void mayUse(Channel channel, Viewer sender) {
    if (channel == null) {
      throw Refusal.ofField(MALFORMED, "channel", "Say through which channel the report came.");
    }
    if (!sender.equals(Viewer.PUBLIC) && sender.onlyReads()) {
      throw new Refusal(NOT_ALLOWED, sender.user() + " reads everything and changes nothing.");
    }
    String group =
        switch (channel) {
          case PUBLIC -> null;
          case COLLECTOR -> "collectors";
          default -> "operators";
        };
    if (group != null && !sender.isIn(group)) {
      throw Refusal.ofField(
          NOT_ALLOWED,
          "channel",
          "Reports of channel %s are brought in by the group %s.".formatted(channel.code(), group));
    }
  }

  private static void mayBeFound(Instant found, Instant now) {
    if (found == null) {
      return;
    }
    if (found.isAfter(now)) {
      throw Refusal.ofField(
          AGAINST_RULES, "foundAt", "The problem cannot have been found in the future.");
    }
    if (found.isBefore(now.minus(OLDEST))) {
      throw Refusal.ofField(
          AGAINST_RULES,
          "foundAt",
          "What was found more than a year ago is reported as found now.");
    }
  }

  private Reported reported(Report report, String sender) {
    Instant now = clock.instant();
    return new Reported(
        report.channel(),
        report.category(),
        report.measure(),
        Reported.concealed(report.description().trim(), report.reporterPhone()),
        report.component(),
        report.reporterName(),
        report.reporterPhone(),
        sender,
        report.foundAt() == null ? now : report.foundAt(),
        now);
  }
}
