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
    CATEGORY("the code of a category, e.g. C01-37"),
    CONDITION("the id of a filing condition, e.g. C01-37-3"),
    UNIT_TYPE("the English name of a responsible-unit type, e.g. Gas company"),
    UNIT("the code of a unit, e.g. LAMP-CO"),
    DISTRICT("the code of a district, e.g. 110101");

    private final String example;

    Word(String example) {
      this.example = example;
    }

    String example() {
      return example;
    }
  }

  Word value();

  /** Whether a cell of an answer may also be left empty; a condition always may. */
  boolean orNothing() default false;
}
