package org.citycase.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.citycase.clock.CityClock;
import org.citycase.rules.Change;
import org.citycase.rules.Review;

/**
 * A draft as the interface shows it.
 *
 * @param changes and what the checks say; not told in the list of drafts
 * @param rehearsal the last one, without what it found; null when there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftJson(
    long id,
    String table,
    String base,
    String author,
    OffsetDateTime createdAt,
    OffsetDateTime changedAt,
    int edition,
    String state,
    List<Change> changes,
    List<Review.Remark> warnings,
    List<Review.Remark> faults,
    Progress rehearsal) {

  static DraftJson of(Draft draft, Review review, Progress rehearsal, CityClock clock) {
    return new DraftJson(
        draft.id(),
        draft.table(),
        draft.base(),
        draft.author(),
        clock.inCity(draft.createdAt()),
        clock.inCity(draft.changedAt()),
        draft.edition(),
        draft.state().name(),
        review.changes(),
        review.warnings(),
        review.faults(),
        rehearsal);
  }
}
