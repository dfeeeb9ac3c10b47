package org.citycase;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A failure as a log may hold it: what went wrong and where, without the words. A database quotes
 * the value that was too long, a parser the text it could not read; both may be a reporter's.
 */
public final class Wordless extends Throwable {

  private final String kind;

  private Wordless(Throwable failure, Throwable cause) {
    super(null, cause, false, true);
    kind = failure.getClass().getName() + code(failure);
    setStackTrace(failure.getStackTrace());
  }

  /** The same failure, and all that caused it, without words. */
  public static Wordless of(Throwable failure) {
    return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static Wordless of(Throwable failure, Set<Throwable> told) {
    Throwable cause = failure.getCause();
    return new Wordless(
        failure, cause == null || !told.add(cause) ? null : Wordless.of(cause, told));
  }

  private static String code(Throwable failure) {
    return failure instanceof SQLException sql
        ? " (SQL state %s, error %d)".formatted(sql.getSQLState(), sql.getErrorCode())
        : "";
  }

  @Override
  public String toString() {
    return kind;
  }
}
