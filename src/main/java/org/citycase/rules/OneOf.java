package org.citycase.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The closed list of words that cells for this component of a question or answer may hold. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface OneOf {

  String[] value();

  /**
   * Whether a cell of an answer may also be left empty, or the fact of a question be missing; the
   * cell of a condition always may.
   */
  boolean orNothing() default false;
}
