package org.citycase.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Cells for this component of a question or answer name something of the base data. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Known {

  /** What of the base data a cell names. */
  enum Word {
    CATEGORY("类别代码，如 C01-37", "the code of a category, e.g. C01-37"),
    CONDITION("立案条件编号，如 C01-37-3", "the id of a filing condition, e.g. C01-37-3"),
    UNIT_TYPE(
        "责任单位类型的英文名，如 Gas company",
        "the English name of a responsible-unit type, e.g. Gas company"),
    UNIT("单位代码，如 LAMP-CO", "the code of a unit, e.g. LAMP-CO"),
    DISTRICT("区域代码，如 110101", "the code of a district, e.g. 110101");

    private final Bilingual example;

    Word(String zh, String en) {
      this.example = new Bilingual(zh, en);
    }

    Bilingual example() {
      return example;
    }
  }

  Word value();

  /** Whether a cell of an answer may also be left empty; a condition always may. */
  boolean orNothing() default false;
}
