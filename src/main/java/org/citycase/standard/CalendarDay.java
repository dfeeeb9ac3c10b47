package org.citycase.standard;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A day that differs from its weekday: a holiday, or a make-up day (调休上班). */
@Embeddable
public record CalendarDay(
    @Column(name = "day_date") LocalDate date,
    @JdbcTypeCode(SqlTypes.VARCHAR) Kind kind,
    String name) {

  /** How the day differs. */
  public enum Kind {
    /** No work, whatever the weekday. */
    HOLIDAY,
    /** Work, whatever the weekday. */
    WORKDAY
  }
}
