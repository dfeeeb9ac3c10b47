package org.citycase.rules;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One question to one version of a table.
 *
 * @param basis the instant whose version and rows answer
 * @param day of that instant in the city
 */
record Asking(
    TableFolder.Loaded loaded, Instant at, Instant basis, LocalDate day, long publication) {

  CompiledTable.Matches ask(Record question) {
    if (loaded.question().type() != question.getClass()) {
      throw new IllegalArgumentException(
          question.getClass().getSimpleName() + " is not the question of table " + table() + ".");
    }
    return loaded.compiled().asked(question, day);
  }

  Record answer(CompiledTable.Matches matches) {
    return loaded.answer().of(matches.winner().values());
  }

  <A> Decision<A> decision(A answer, CompiledTable.Matches matches) {
    return new Decision<>(answer, table(), version(), matches.winner().id(), at, publication);
  }

  String table() {
    return loaded.compiled().table().name();
  }

  String version() {
    return loaded.compiled().table().version();
  }

  boolean tellsLost() {
    return loaded.question().type().getAnnotation(QuestionTo.class).tellsLost();
  }
}
