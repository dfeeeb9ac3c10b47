package org.citycase.audit;

import java.time.Instant;

/**
 * A case a unit gave back (回退), why, and what was decided.
 *
 * @param unit the unit that gave it back
 * @param newGround what was new since an earlier request; null when nothing was
 * @param state of {@link org.citycase.casefile.UnitRequest.State}, by its name
 * @param decidedBy a person or {@code rule}; null while open
 * @param row the row of the table {@code request-standard} that let it be asked or refused it
 * @param buckPassing whether it cost the unit points (推诿)
 * @param unitNow the unit of the case now; null while it waits to be dispatched again
 */
public record Returned(
    Instant at,
    String number,
    String category,
    String district,
    String unit,
    String askedBy,
    String reason,
    String newGround,
    String state,
    String decidedBy,
    Instant decidedAt,
    String decisionReason,
    String row,
    boolean buckPassing,
    String unitNow) {}
