package org.citycase.evaluate;

import org.citycase.rules.OneOf;
import org.citycase.rules.Range;

/**
 * What an indicator is worth in a score.
 *
 * @param part indicators of one part (合并项) are added up and share its weight, e.g. closed on time
 *     in full and closed late at two fifths
 * @param weight the points of the part at best; 0 when the indicator is shown but not weighed
 * @param worthAt0 percent of the weight that a value of 0 brings
 * @param worthAt100 percent of the weight that a value of 100 brings; in between and beyond it is
 *     drawn straight on
 * @param grade A to E, of the rows that grade a score; else empty
 */
public record ScoreWeight(
    String part,
    @Range(from = 0) double weight,
    double worthAt0,
    double worthAt100,
    @OneOf(
            value = {"A", "B", "C", "D", "E"},
            orNothing = true)
        String grade) {}
