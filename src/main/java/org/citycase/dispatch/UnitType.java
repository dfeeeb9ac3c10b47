package org.citycase.dispatch;

import org.citycase.rules.Known;

/**
 * Which kind of unit answers for a problem (责任单位类型).
 *
 * @param unitType English name of the responsible-unit type
 */
public record UnitType(@Known(Known.Word.UNIT_TYPE) String unitType) {}
