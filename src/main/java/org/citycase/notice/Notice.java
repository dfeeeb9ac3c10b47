package org.citycase.notice;

import java.time.Instant;

/**
 * A notice as it was issued; kept with the case and never changed.
 *
 * @param document the document it was made from, e.g. {@code task-sheet}
 * @param body plain text, Chinese first, then English
 */
public record Notice(
    long id, String caseNumber, String document, Instant at, Recipient to, String body) {}
