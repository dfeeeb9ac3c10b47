package org.citycase.rules;

import java.util.function.Predicate;

/**
 * What the base data knows, asked once per cell when a table is checked: a table that names an
 * unknown category, condition, unit type, unit or district is refused. Without such a bean every
 * name is taken for known.
 */
public record KnownWords(
    Predicate<String> category,
    Predicate<String> condition,
    Predicate<String> unitType,
    Predicate<String> unit,
    Predicate<String> district) {

  static KnownWords any() {
    return new KnownWords(w -> true, w -> true, w -> true, w -> true, w -> true);
  }

  Predicate<String> of(Known.Word word) {
    return switch (word) {
      case CATEGORY -> category;
      case CONDITION -> condition;
      case UNIT_TYPE -> unitType;
      case UNIT -> unit;
      case DISTRICT -> district;
    };
  }
}
