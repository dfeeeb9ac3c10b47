package org.citycase.dispatch;

import org.citycase.rules.Contradiction;
import org.citycase.rules.Known;
import org.citycase.rules.OneOf;

/**
 * How the responsible unit is found.
 *
 * @param choice {@code owner} of the component; {@code workGrid}: its unit; {@code unitType}: the
 *     one unit of the type that serves the place; {@code unit}: the one named by the row; {@code
 *     coordinate}: a coordinator decides
 * @param unit the code of the unit, for choice {@code unit} only; else empty
 */
public record ResponsibleUnit(
    @OneOf({"owner", "workGrid", "unitType", "unit", "coordinate"}) String choice,
    @Known(value = Known.Word.UNIT, orNothing = true) String unit) {

  public ResponsibleUnit {
    if (choice.equals("unit") == unit.isEmpty()) {
      throw new Contradiction(
          "unit",
          "选择方式为 unit 的行必须填写单位代码；其他行不填。",
          "a row with the choice unit names the code of the unit; every other row leaves it empty.");
    }
  }
}
