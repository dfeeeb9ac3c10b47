package org.citycase.casefile;

import org.citycase.rules.Decision;
import org.citycase.rules.DecisionTables;
import org.citycase.standard.Districts;
import org.springframework.stereotype.Component;

/**
 * Asks the table {@code filing-standard}: whether a report is filed by itself, by the duty leader
 * or not at all, under which limit, and whether it may be handled quickly.
 */
@Component
public class FilingStandard {

  private static final String TABLE = "filing-standard";

  private final DecisionTables tables;
  private final Districts districts;

  FilingStandard(DecisionTables tables, Districts districts) {
    this.tables = tables;
    this.districts = districts;
  }

  /** Asks for a case and keeps the receipt with it. A condition may still be open (null). */
  public Decision<Filing> ask(CaseFile file, String condition, boolean photo, boolean duplicate) {
    return tables.ask(
        file.number(),
        TABLE,
        question(
            file.reported(),
            file.place(),
            condition,
            photo,
            duplicate,
            "gone".equals(file.verification())),
        Filing.class);
  }

  /** What the standard would say of a condition of this case; keeps no receipt. */
  public Filing peek(CaseFile file, String condition) {
    return tables
        .peekFor(
            file.number(),
            TABLE,
            question(file.reported(), file.place(), condition, true, false, false),
            Filing.class)
        .answer();
  }

  /** Whether what is reported there is on the quick list, before there is a case. */
  public Filing peek(Reported report, Place place, String condition) {
    return tables
        .peek(TABLE, question(report, place, condition, true, false, false), Filing.class)
        .answer();
  }

  private FilingQuestion question(
      Reported report,
      Place place,
      String condition,
      boolean photo,
      boolean duplicate,
      boolean gone) {
    boolean measured = report.measure() != null;
    return new FilingQuestion(
        report.category(),
        condition == null ? "" : condition,
        report.channel().code(),
        measured,
        measured ? report.measure() : 0,
        districts.maturityAt(place.grid()),
        photo,
        duplicate,
        gone);
  }
}
