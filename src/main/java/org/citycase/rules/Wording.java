package org.citycase.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Facts of questions to one table, told in both languages. */
final class Wording {

  private static final int NAMED = 4;

  private final Words words;
  private final String table;

  Wording(Words words, String table) {
    this.words = words;
    this.table = table;
  }

  /** What a part of the questions has in common, e.g. "channel hotline or public, count ≥ 3". */
  Bilingual told(List<Told> region) {
    return region.isEmpty() ? Phrase.ANYTHING.with() : listed(region.stream().map(this::told));
  }

  /** Facts by name, e.g. "channel hotline, photo no". */
  Bilingual facts(Map<String, String> facts) {
    return listed(facts.entrySet().stream().map(each -> fact(each.getKey(), each.getValue())));
  }

  /** One fact with its name, e.g. "channel hotline". */
  Bilingual fact(String property, String value) {
    return Phrase.IS.with(words.property(table, property), value(property, value));
  }

  /** A fact without its name, e.g. "hotline". */
  Bilingual value(String property, String value) {
    if (value.isEmpty()) {
      return Phrase.NOTHING.with();
    }
    return value.equals(PointAxis.OTHER) ? Phrase.OTHER.with() : words.word(table, property, value);
  }

  private static Bilingual listed(Stream<Bilingual> parts) {
    return Bilingual.joined(parts.toList(), Phrase.COMMA.with());
  }

  private Bilingual told(Told told) {
    List<Bilingual> choices = new ArrayList<>();
    told.ranges().forEach(range -> choices.add(range(told.property(), range)));
    int more = told.words().size() - NAMED;
    told.words().stream()
        .limit(more == 1 ? NAMED + 1 : NAMED)
        .forEach(word -> choices.add(value(told.property(), word)));
    if (more > 1) {
      choices.add(Phrase.AND_MORE.with(more));
    }
    return Phrase.IS.with(
        words.property(table, told.property()), Bilingual.joined(choices, Phrase.OR.with()));
  }

  private static Bilingual range(String property, Scale.Range range) {
    List<Bilingual> bounds = new ArrayList<>();
    if (range.above() != null) {
      bounds.add(Bilingual.same(range.above() + " " + number(property, range.low())));
    }
    if (range.below() != null) {
      bounds.add(Bilingual.same(range.below() + " " + number(property, range.high())));
    }
    return bounds.size() == 2 ? Phrase.BOTH.with(bounds.toArray()) : bounds.get(0);
  }

  private static String number(String property, BigDecimal number) {
    return property.equals(ScaleAxis.DAY)
        ? ScaleAxis.text(number)
        : number.stripTrailingZeros().toPlainString();
  }
}
