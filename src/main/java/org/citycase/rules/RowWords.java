package org.citycase.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cells of a row in words of both languages. */
final class RowWords {

  private static final String ZH = "zh";
  private static final String EN = "en";

  private final Words words;
  private final Wording wording;
  private final String table;

  RowWords(Words words, String table) {
    this.words = words;
    this.wording = new Wording(words, table);
    this.table = table;
  }

  Bilingual name(Column column) {
    return words.column(table, column);
  }

  Bilingual remark() {
    return words.property(table, "remark");
  }

  /** The old cell of a change; its unit is told behind the new one when it is still the same. */
  Bilingual before(Column column, Row old, Row now) {
    String unit = Row.unitOf(column);
    boolean sameUnit = old.shown(unit).equals(now.shown(unit));
    return sameUnit ? plain(column, old) : cell(column, old);
  }

  /** The new cell of a change, with its unit. */
  Bilingual after(Column column, Row old, Row now) {
    String unit = Row.unitOf(column);
    String name = now.shown(unit);
    if (name.isEmpty() || now.cell(column.key()).isEmpty()) {
      return plain(column, now);
    }
    return old.shown(unit).equals(name)
        ? Phrase.IS.with(now.shown(column.key()), words.word(table, unit, name))
        : cell(column, now);
  }

  /** What the row looks at and what it says. */
  Bilingual summary(Row row) {
    List<Bilingual> conditions = new ArrayList<>();
    List<Bilingual> answers = new ArrayList<>();
    for (Column column : row.table().columns()) {
      if (column.kind() == Column.Kind.CONDITION) {
        told(column, row).ifPresent(conditions::add);
      } else if (column.kind() == Column.Kind.ACTION && !row.isUnitOfAmount(column)) {
        told(column, row).ifPresent(answers::add);
      }
    }
    Bilingual asked =
        conditions.isEmpty() ? Phrase.ANYTHING.with() : Bilingual.joined(conditions, comma());
    return Phrase.ARROW.with(asked, Bilingual.joined(answers, comma()));
  }

  /** A filled cell with its name; a text that is there in both languages once. */
  private Optional<Bilingual> told(Column column, Row row) {
    boolean both = row.has(ZH) && row.has(EN);
    if (row.cell(column.key()).isEmpty() || both && column.key().equals(EN)) {
      return Optional.empty();
    }
    Bilingual cell =
        both && column.key().equals(ZH)
            ? new Bilingual(row.cell(ZH), row.cell(EN))
            : cell(column, row);
    return Optional.of(Phrase.IS.with(name(column), cell));
  }

  private Bilingual cell(Column column, Row row) {
    String unit = Row.unitOf(column);
    String number = row.cell(column.key());
    boolean measured = !row.cell(unit).isEmpty() && !number.isEmpty();
    return measured ? words.amount(table, number, unit, row.cell(unit)) : plain(column, row);
  }

  private Bilingual plain(Column column, Row row) {
    String cell = row.cell(column.key());
    boolean any = column.kind() == Column.Kind.CONDITION && cell.isEmpty();
    return any ? Phrase.ANY.with() : wording.value(column.property(), cell);
  }

  private static Bilingual comma() {
    return Phrase.COMMA.with();
  }
}
