package org.citycase.casefile;

import org.citycase.rules.Decision;
import org.citycase.rules.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * Asks the table {@code filing-standard}: whether a report is filed by itself, by the duty leader
 * or not at all, under which limit, and whether it may be handled quickly.
 */
@Component
public class FilingStandard {

  private static final String TABLE = "filing-standard";

  private final DecisionTables tables;

  FilingStandard(DecisionTables tables) {
    this.tables = tables;
  }

  /** Asks for a case and keeps the receipt with it. A condition may still be open (null). */
  public Decision<Filing> ask(CaseFile file, String condition, boolean photo, boolean duplicate) {
    return tables.ask(
        file.number(),
        TABLE,
        question(file.reported(), condition, photo, duplicate, "gone".equals(file.verification())),
        Filing.class);
  }

  /** What the standard would say of a condition of this case; keeps no receipt. */
  public Filing peek(CaseFile file, String condition) {
    return tables
        .peek(TABLE, question(file.reported(), condition, true, false, false), Filing.class)
        .answer();
  }

  /** Whether a category and condition are on the quick list, before there is a case. */
  public Filing peek(Channel channel, String category, String condition, Double measure) {
    Reported report =
        new Reported(channel, category, measure, null, null, null, null, null, null, null);
    return tables
        .peek(TABLE, question(report, condition, true, false, false), Filing.class)
        .answer();
  }

  private static FilingQuestion question(
      Reported report, String condition, boolean photo, boolean duplicate, boolean gone) {
    boolean measured = report.measure() != null;
    return new FilingQuestion(
        report.category(),
        condition == null ? "" : condition,
        report.channel().code(),
        measured,
        measured ? report.measure() : 0,
        photo,
        duplicate,
        gone);
  }
}
