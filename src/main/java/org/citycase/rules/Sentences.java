package org.citycase.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Receipts as sentences that people read: the row and its remark, the facts the row looked at, what
 * it said, and which other rows fitted and lost.
 */
final class Sentences {

  private static final String ZH = "zh";
  private static final String EN = "en";
  private static final int DECIMALS = 3;
  private static final Pattern FULL_STOP = Pattern.compile("[.。]+\\s*$");

  private final Words words;

  Sentences(Words words) {
    this.words = words;
  }

  /**
   * Tells a receipt.
   *
   * @param table the version the receipt names
   */
  Bilingual of(Receipt receipt, CheckedTable table) {
    Optional<Row> row = table.row(receipt.row()).map(found -> new Row(table, found));
    List<Bilingual> sentences = new ArrayList<>();
    sentences.add(
        told(
            receipt,
            row.map(found -> remark(found.row())).orElse(Phrase.NO_REMARK.with()),
            row.map(found -> facts(receipt, found)).orElseGet(() -> allFacts(receipt))));
    String priority = row.map(found -> found.cell(Column.PRIORITY)).orElse("");
    receipt.lost().forEach(each -> sentences.add(lost(each, priority)));
    return Bilingual.joined(sentences, Phrase.BETWEEN.with());
  }

  /** Tells a receipt whose version is no longer there: with all facts that were asked. */
  Bilingual of(Receipt receipt) {
    return told(receipt, Phrase.NO_REMARK.with(), allFacts(receipt));
  }

  private Bilingual told(Receipt receipt, Bilingual remark, List<Bilingual> facts) {
    Bilingual asked =
        facts.isEmpty() ? Phrase.ANYTHING.with() : Bilingual.joined(facts, Phrase.COMMA.with());
    Bilingual said = Bilingual.joined(answers(receipt), Phrase.COMMA.with());
    Bilingual name = words.table(receipt.table());
    return Phrase.RECEIPT.with(
        new Bilingual(name.zh(), Words.raised(name.en())),
        receipt.row(),
        remark,
        Phrase.ARROW.with(asked, said));
  }

  private static Bilingual remark(TableRow row) {
    return row.remark().isBlank()
        ? Phrase.NO_REMARK.with()
        : Phrase.REMARK.with(Remark.of(row.remark()));
  }

  /** What the row looked at: the fact itself, or what a derived one had to be. */
  private List<Bilingual> facts(Receipt receipt, Row row) {
    Wording wording = new Wording(words, receipt.table());
    return row.table().columns().stream()
        .filter(column -> column.kind() == Column.Kind.CONDITION)
        .filter(column -> !row.cell(column.key()).isEmpty())
        .map(
            column -> {
              Object fact = receipt.question().get(column.property());
              return wording.fact(
                  column.property(),
                  fact == null
                      ? row.cell(column.key())
                      : rounded(fact, bounds(row, column.property())));
            })
        .distinct()
        .toList();
  }

  private List<Bilingual> allFacts(Receipt receipt) {
    Wording wording = new Wording(words, receipt.table());
    return receipt.question().entrySet().stream()
        .filter(fact -> !text(fact.getValue()).isEmpty())
        .map(fact -> wording.fact(fact.getKey(), rounded(fact.getValue(), List.of())))
        .toList();
  }

  private List<Bilingual> answers(Receipt receipt) {
    List<Bilingual> told = new ArrayList<>();
    receipt.answer().keySet().forEach(property -> answer(receipt, property).ifPresent(told::add));
    return told;
  }

  /** A number is told with its unit, and a text that is there in both languages once. */
  private Optional<Bilingual> answer(Receipt receipt, String property) {
    Map<String, Object> answer = receipt.answer();
    String value = text(answer.get(property));
    Bilingual name = words.property(receipt.table(), property);
    String unit = Row.unitOf(property);
    if (property.equals(EN) && answer.containsKey(ZH)) {
      return Optional.empty();
    }
    if (property.equals(ZH) && answer.containsKey(EN)) {
      return Optional.of(Phrase.IS.with(name, unstopped(value, text(answer.get(EN)))));
    }
    if (value.isEmpty() || answer.containsKey(Row.valueOf(property))) {
      return Optional.empty();
    }
    if (!answer.containsKey(unit)) {
      return Optional.of(new Wording(words, receipt.table()).fact(property, value));
    }
    return Optional.of(text(answer.get(unit)))
        .filter(named -> !named.isEmpty())
        .map(named -> Phrase.IS.with(name, words.amount(receipt.table(), value, unit, named)));
  }

  private static Bilingual lost(Lost lost, String priority) {
    if (lost.why().equals(Lost.VALIDITY)) {
      return Phrase.LOST_VALIDITY.with(lost.row());
    }
    return priority.isEmpty()
        ? Phrase.LOST_RANK.with(lost.row())
        : Phrase.LOST_PRIORITY.with(lost.row(), lost.priority(), priority);
  }

  /** The numbers the row compares a property with. */
  private static List<BigDecimal> bounds(Row row, String property) {
    return row.table().columns().stream()
        .filter(column -> column.kind() == Column.Kind.CONDITION)
        .filter(column -> column.property().equals(property))
        .filter(column -> column.type().kind() == CellType.Kind.DECIMAL)
        .map(column -> row.cell(column.key()))
        .filter(cell -> !cell.isEmpty())
        .map(BigDecimal::new)
        .toList();
  }

  /** A fraction with three decimals, or as many more as keep it on its side of every bound. */
  private static String rounded(Object fact, List<BigDecimal> bounds) {
    if (!(fact instanceof Double number)) {
      return text(fact);
    }
    BigDecimal exact = new BigDecimal(number.toString());
    return IntStream.range(DECIMALS, Math.max(DECIMALS, exact.scale()))
        .mapToObj(scale -> exact.setScale(scale, RoundingMode.HALF_UP))
        .filter(
            near ->
                bounds.stream().allMatch(bound -> near.compareTo(bound) == exact.compareTo(bound)))
        .findFirst()
        .orElse(exact)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A text of an answer without its full stop: the sentence that tells it goes on. */
  static Bilingual unstopped(String zh, String en) {
    return new Bilingual(
        FULL_STOP.matcher(zh).replaceAll(""), FULL_STOP.matcher(en).replaceAll(""));
  }

  /** A number without the zeros a computer writes behind it. */
  static String text(Object fact) {
    return fact instanceof Double number
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : String.valueOf(fact);
  }
}
