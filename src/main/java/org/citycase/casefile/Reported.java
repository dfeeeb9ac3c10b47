package org.citycase.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What the reporter said, never changed afterwards; only his name and phone may be erased.
 *
 * @param category the minor of the catalogue, e.g. {@code C01-37}
 * @param measure the measured value in the unit of the filing condition, or null
 * @param component the component's code, or null
 * @param reporterName personal data, null for collectors
 * @param reportedBy the user who brought the report in; {@code public} without a login
 */
@Embeddable
public record Reported(
    @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) Channel channel,
    String category,
    Double measure,
    String description,
    String component,
    String reporterName,
    String reporterPhone,
    @Column(name = "reported_by") String reportedBy,
    Instant foundAt,
    Instant reportedAt) {

  private static final int LEAST_DIGITS = 7;

  /**
   * The same problem told again now; a measure may be of another condition and is left out then.
   */
  Reported again(Instant now, boolean sameMeasure) {
    return new Reported(
        channel,
        category,
        sameMeasure ? measure : null,
        description,
        component,
        reporterName,
        reporterPhone,
        reportedBy,
        now,
        now);
  }

  /** Whether there is somebody to answer and to call back. */
  public boolean hasReporter() {
    return reporterName != null || reporterPhone != null;
  }

  /** The same without name and phone. */
  Reported withoutReporter() {
    return new Reported(
        channel,
        category,
        measure,
        description,
        component,
        null,
        null,
        reportedBy,
        foundAt,
        reportedAt);
  }

  /** Who is to be answered. */
  Reporter reporter() {
    return new Reporter(reporterName, reporterPhone);
  }

  /**
   * The text with the reporter's phone made unreadable: what people write is read by everybody and
   * stays in the log for ever, where nothing can be erased.
   */
  String conceal(String text) {
    return concealed(text, reporterPhone);
  }

  /** The text without name and phone of the reporter: for what machines say of the case. */
  public String withoutReporter(String text) {
    return reporter().hiddenIn(text);
  }

  /** The text with this phone made unreadable; a phone of few digits may mean something else. */
  public static String concealed(String text, String phone) {
    return text == null || phone == null || phone.length() < LEAST_DIGITS
        ? text
        : text.replace(phone, "*".repeat(phone.length()));
  }
}
