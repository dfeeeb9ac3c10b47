package org.citycase.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a public record as the question of one decision table. Its components are the properties
 * the condition columns of the table may name; those of the answer record are what the action
 * columns fill. What a cell may hold follows from the type of the component and from {@link OneOf}
 * and {@link Known} on it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface QuestionTo {

  /** The name of the table: its file is {@code rules/<name>.drl.csv}. */
  String table();

  /** The record a row of the table is turned into. */
  Class<? extends Record> answer();

  /** Whether the receipt also tells the rows that matched and lost. */
  boolean tellsLost() default false;
}
