package org.citycase.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Warns of numbers that are more than five times, or less than a fifth of, what they were: a slip
 * of the hand is more likely than such a decree. Limits are compared in hours, whatever their
 * units; a number that was 0 has nothing to be compared with.
 */
final class FarValues {

  private static final BigDecimal FAR = BigDecimal.valueOf(5);

  private FarValues() {}

  static List<Finding> between(CheckedTable before, CheckedTable after, Words words) {
    List<Finding> far = new ArrayList<>();
    for (Change change : Changes.between(before, after, words)) {
      after
          .column(change.key())
          .filter(column -> change.kind() == Change.Kind.CHANGED && isCompared(column))
          .flatMap(column -> finding(change, column, before, after, words))
          .ifPresent(far::add);
    }
    return List.copyOf(far);
  }

  private static boolean isCompared(Column column) {
    CellType.Kind kind = column.type().kind();
    return !column.property().equals(Column.PRIORITY)
        && (kind == CellType.Kind.WHOLE || kind == CellType.Kind.DECIMAL);
  }

  private static Optional<Finding> finding(
      Change change, Column column, CheckedTable before, CheckedTable after, Words words) {
    Row now = new Row(after, after.row(change.row()).orElseThrow());
    Row old = new Row(before, before.row(change.row()).orElseThrow());
    return phrase(number(old, column, words), number(now, column, words))
        .map(phrase -> phrase.with(new Bilingual(change.zh(), change.en())))
        .map(
            sentence ->
                new Finding(
                    Finding.Kind.FAR_VALUE,
                    now.row().line() + 1,
                    change.column(),
                    change.key(),
                    false,
                    sentence));
  }

  private static Optional<Phrase> phrase(Optional<BigDecimal> old, Optional<BigDecimal> now) {
    if (old.isEmpty() || now.isEmpty() || old.get().signum() <= 0) {
      return Optional.empty();
    }
    if (now.get().compareTo(old.get().multiply(FAR)) > 0) {
      return Optional.of(Phrase.FAR_ABOVE);
    }
    return now.get().multiply(FAR).compareTo(old.get()) < 0
        ? Optional.of(Phrase.FAR_BELOW)
        : Optional.empty();
  }

  /** The number, in hours when it is a limit. */
  private static Optional<BigDecimal> number(Row row, Column column, Words words) {
    String cell = row.cell(column.key());
    return cell.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BigDecimal(cell)
                .multiply(words.hours(row.cell(Row.unitOf(column))).orElse(BigDecimal.ONE)));
  }
}
