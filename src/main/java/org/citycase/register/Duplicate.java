package org.citycase.register;

import org.citycase.rules.OneOf;
import org.citycase.rules.Range;

/**
 * What to do about a case of the same category that is the same component or lies near.
 *
 * @param action {@code ask}: a person decides whether to merge; {@code propose}: shown to the
 *     person as a possible duplicate; {@code recurrence}: a new case, marked as 重复发案; {@code none}
 * @param radiusMetres how near counts as the same place, within one grid; 0 when places do not
 *     count
 * @param days how long ago the other case may have been closed, in calendar days; 0 for open cases
 */
public record Duplicate(
    @OneOf({"ask", "propose", "recurrence", "none"}) String action,
    @Range(from = 0) int radiusMetres,
    @Range(from = 0) int days) {}
