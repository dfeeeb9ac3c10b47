package org.citycase.release;

import java.time.OffsetDateTime;
import org.citycase.Refusal;
import org.citycase.clock.WorkCalendar;
import org.citycase.rules.Publication;

/**
 * How somebody publishes, rolls back or withdraws.
 *
 * @param comment why; it stays in the history
 * @param effectiveAt from when; null for now
 * @param correction whether cases already filed under the version before get it too (更正)
 * @param version the one to roll back to
 * @param edition of the draft that was looked at; null for whatever it is by now
 */
record Publishing(
    String comment,
    OffsetDateTime effectiveAt,
    Boolean correction,
    String version,
    Integer edition) {

  private static final int LONGEST = 1000;

  Publication by(String publisher, String author) {
    if (comment == null || comment.isBlank() || comment.length() > LONGEST) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          "comment",
          "Say why in at most %d characters: the comment stays in the history.".formatted(LONGEST));
    }
    if (effectiveAt != null) {
      WorkCalendar.requireReach("effectiveAt", effectiveAt.toInstant());
    }
    return new Publication(
        publisher,
        author,
        comment.strip(),
        effectiveAt == null ? null : effectiveAt.toInstant(),
        Boolean.TRUE.equals(correction));
  }
}
