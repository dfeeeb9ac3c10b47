package org.citycase.dispatch;

import org.citycase.rules.Known;
import org.citycase.rules.OneOf;
import org.citycase.rules.QuestionTo;

/**
 * Asked at dispatch (派遣): which unit is responsible?
 *
 * @param unitType the responsible-unit type in English, as the table {@code unit-type} says
 * @param district the county the place lies in
 * @param ownerKnown whether the component has an owner (权属单位) in the register
 * @param workGridKnown whether an event lies in a work grid (部门工作网格) of that unit type
 * @param unitsOfType how many units of the type serve the place
 * @param returns how often the case was returned (回退) by a unit already
 */
@QuestionTo(table = "responsible-unit", answer = ResponsibleUnit.class, tellsLost = true)
public record ResponsibleUnitQuestion(
    @Known(Known.Word.CATEGORY) String category,
    @Known(Known.Word.UNIT_TYPE) String unitType,
    @Known(Known.Word.DISTRICT) String district,
    @OneOf({"collector", "hotline", "public", "video", "sensor", "leader", "media", "exchange"})
        String channel,
    boolean ownerKnown,
    boolean workGridKnown,
    int unitsOfType,
    int returns) {}
