package org.citycase.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The numbers that cells for this component of an answer may hold, both ends included. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {

  /** The largest number a cell can hold. */
  int LARGEST = 999_999_999;

  int from();

  int to() default LARGEST;
}
