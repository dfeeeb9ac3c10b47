package org.citycase.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What one answer says otherwise than another one, in words: "limit 4 → 1 urgent hours". */
final class AnswerChanges {

  private static final String ZH = "zh";
  private static final String EN = "en";

  private final Words words;
  private final String table;
  private final Map<String, Object> before;
  private final Map<String, Object> after;

  private AnswerChanges(
      Words words, String table, Map<String, Object> before, Map<String, Object> after) {
    this.words = words;
    this.table = table;
    this.before = before;
    this.after = after;
  }

  /** Tells them in the order of the properties; an empty sentence when there are none. */
  static Bilingual told(
      Words words, String table, Map<String, Object> before, Map<String, Object> after) {
    AnswerChanges changes = new AnswerChanges(words, table, before, after);
    List<Bilingual> told = new ArrayList<>();
    after.keySet().forEach(property -> changes.change(property).ifPresent(told::add));
    return Bilingual.joined(told, Phrase.SEMICOLON.with());
  }

  /** A number changes together with its unit, and a text in both languages once. */
  private Optional<Bilingual> change(String property) {
    String unit = Row.unitOf(property);
    boolean same = same(property) && same(unit) && !(property.equals(ZH) && !same(EN));
    boolean toldElsewhere =
        after.containsKey(Row.valueOf(property)) || property.equals(EN) && after.containsKey(ZH);
    if (same || toldElsewhere) {
      return Optional.empty();
    }
    boolean amount = after.containsKey(unit) && same(unit);
    Bilingual was = amount ? value(before, property) : full(before, property);
    return Optional.of(
        Phrase.TURNS.with(
            words.property(table, property),
            was,
            amount ? measured(property, unit) : full(after, property)));
  }

  private boolean same(String property) {
    return Objects.equals(text(before, property), text(after, property));
  }

  /** The new number with the unit both have. */
  private Bilingual measured(String property, String unit) {
    String name = text(after, unit);
    Bilingual value = value(after, property);
    return name.isEmpty() ? value : Phrase.IS.with(value, words.word(table, unit, name));
  }

  private Bilingual full(Map<String, Object> answer, String property) {
    String unit = text(answer, Row.unitOf(property));
    if (property.equals(ZH) && answer.containsKey(EN)) {
      return Sentences.unstopped(text(answer, ZH), text(answer, EN));
    }
    return unit.isEmpty()
        ? value(answer, property)
        : words.amount(table, text(answer, property), Row.unitOf(property), unit);
  }

  private Bilingual value(Map<String, Object> answer, String property) {
    return new Wording(words, table).value(property, text(answer, property));
  }

  private static String text(Map<String, Object> answer, String property) {
    Object value = answer.get(property);
    return value == null ? "" : Sentences.text(value);
  }
}
