package org.citycase.rules;

import java.nio.file.Path;
import java.util.function.Function;

/** One decision table of the rules folder alone, for tests that need no city. */
public final class OneTable {

  private OneTable() {}

  /** Answers questions by the table as it lies in the folder; keeps no receipts. */
  public static <Q extends Record, A extends Record> Function<Q, A> of(
      Class<Q> question, Class<A> answer) {
    TableFolder.Loaded table = new TableFolder(Path.of("rules"), KnownWords.any()).load(question);
    return asked -> answer.cast(table.answer().of(table.compiled().ask(asked).values()));
  }
}
