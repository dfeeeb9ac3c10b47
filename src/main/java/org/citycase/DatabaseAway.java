package org.citycase;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether something failed because the database cannot be reached, or cannot write now. */
public final class DatabaseAway {

  /** After how many seconds to ask again. */
  public static final int RETRY_AFTER = 5;

  /** A connection may break while it commits: nobody can say that nothing was changed. */
  public static final String ZH = "数据库暂时无法访问，刚才提交的改动是否生效尚不确定：请稍后再试，带上同一个 Idempotency-Key，或先查看结果。";

  public static final String EN =
      "The database cannot be reached just now, and whether a change that was sent was made is not"
          + " known: try again in a few seconds with the same Idempotency-Key, or look first.";

  private static final String CONNECTION_CLASS = "08";

  /** MySQL is shutting down, or the statement was cut off by that; H2 is closed. */
  private static final Set<Integer> CLOSING = Set.of(1053, 1077, 1079, 1317, 3168, 90098, 90121);

  /** Pool and driver, of a connection that was lost a moment before. */
  private static final Pattern CLOSED =
      Pattern.compile("^Connection is closed|^No operations allowed after .* closed");

  private DatabaseAway() {}

  /** Whether this is the reason, at whatever depth. */
  public static boolean isIn(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isAway(sql)) {
        return true;
      }
    }
    return false;
  }

  /** The refusal that says so; whoever looks at it still finds the reason. */
  public static Refusal refusal(Throwable why) {
    return (Refusal) Refusal.inBoth(Refusal.Kind.BUSY, ZH, EN).initCause(why);
  }

  private static boolean isAway(SQLException e) {
    return e instanceof SQLTransientConnectionException
        || e instanceof SQLNonTransientConnectionException
        || e instanceof SQLRecoverableException
        || String.valueOf(e.getSQLState()).startsWith(CONNECTION_CLASS)
        || CLOSING.contains(e.getErrorCode())
        || CLOSED.matcher(String.valueOf(e.getMessage())).find()
        || LostPrimary.isReadOnly(e);
  }
}
