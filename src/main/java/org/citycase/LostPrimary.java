package org.citycase;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Gives up a pooled connection whose server became read-only: another one is the primary now, and a
 * new connection leads to it. The driver reports such a server as an ordinary error.
 */
public class LostPrimary implements SQLExceptionOverride {

  /** MySQL: read-only option, read-only mode, a hook of the replication group refused. */
  private static final Set<Integer> READ_ONLY = Set.of(1290, 1836, 3098, 3100, 3101);

  static boolean isReadOnly(SQLException e) {
    return READ_ONLY.contains(e.getErrorCode());
  }

  @java.lang.Override
  public Override adjudicate(SQLException e) {
    return isReadOnly(e) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }
}
