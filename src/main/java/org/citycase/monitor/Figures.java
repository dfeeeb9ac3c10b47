package org.citycase.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.OpenCases;
import org.citycase.notice.Notices;
import org.citycase.process.EngineLoad;

/**
 * How the whole city stands at one instant; every node measures the same.
 *
 * @param measuredAt by the city's clock
 * @param sealAge since the last seal of the logs; null when there is none
 */
record Figures(
    Instant measuredAt,
    List<OpenCases.Count> cases,
    EngineLoad.Load engine,
    long incidents,
    Notices.Undelivered notices,
    Duration sealAge) {

  /** The step (环节) that a case in this state waits in: the sub-process of the diagram. */
  static String step(CaseState state) {
    return switch (state) {
      case REPORTED, VERIFYING, TO_FILE -> "register";
      case TO_DISPATCH, COORDINATING -> "dispatch";
      case DISPATCHED, HANDLING, RETURN_REVIEW, SUSPENDED -> "handle";
      case FEEDBACK -> "feedback";
      case CHECKING -> "verify";
      case TO_CLOSE -> "close";
      case VOID_REVIEW -> "void";
      case REJECTED, NOT_FILED, MERGED, CLOSED, VOIDED -> "over";
    };
  }

  static String code(CaseState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
