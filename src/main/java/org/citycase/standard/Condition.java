package org.citycase.standard;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * One filing condition (立案条件) of a category with what must be reached to close the case. Time
 * limits are not here: they belong to the table {@code filing-standard}.
 *
 * @param id e.g. {@code C01-37-1}
 * @param category e.g. {@code C01-37}
 * @param unitType English name of the responsible-unit type
 * @param severity urgent, major, normal or minor
 * @param source where the condition comes from
 * @param codeBasis where code and name come from
 * @param validFrom first day of validity
 * @param validTo last day of validity; null while in force
 */
@Embeddable
public record Condition(
    @Column(name = "condition_id") String id,
    String category,
    String textZh,
    String textEn,
    String closingZh,
    String closingEn,
    String unitTypeZh,
    String unitType,
    String severity,
    String source,
    String codeBasis,
    LocalDate validFrom,
    LocalDate validTo) {}
