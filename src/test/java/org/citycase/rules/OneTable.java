package org.citycase.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One decision table of the rules folder alone, for tests that need no city. */
public final class OneTable {

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");

  private OneTable() {}

  /** Answers questions by the table as it lies in the folder; keeps no receipts. */
  public static <Q extends Record, A extends Record> Function<Q, A> of(
      Class<Q> question, Class<A> answer) {
    TableFolder.Loaded table = new TableFolder(Path.of("rules"), KnownWords.any()).load(question);
    return asked -> answer.cast(table.answer().of(table.compiled().ask(asked, DAY).values()));
  }

  /** The table of the folder after a change of its text, asked stored questions. */
  public static Answerer changed(String name, UnaryOperator<String> change) {
    TableFolder.Loaded table = TableFolder.stored(name, change.apply(text(name)));
    return (question, on) -> {
      Map<String, String> cells = new HashMap<>();
      question.forEach((property, value) -> cells.put(property, String.valueOf(value)));
      Answer.Row row = table.compiled().ask(table.question().of(cells), on);
      return new Answerer.Asked(row.id(), Form.values(table.answer().of(row.values())));
    };
  }

  private static String text(String name) {
    try {
      return Files.readString(Path.of("rules", name + ".drl.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
