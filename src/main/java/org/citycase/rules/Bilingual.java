package org.citycase.rules;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The same word or sentence in Chinese and in English. */
public record Bilingual(String zh, String en) {

  /** What is no word but a code, a number or a name, the same in both languages. */
  static Bilingual same(Object text) {
    return new Bilingual(text.toString(), text.toString());
  }

  /** Two formats with these facts: each a Bilingual itself, or the same in both languages. */
  static Bilingual of(String zh, String en, Object... facts) {
    return new Bilingual(
        String.format(zh, Arrays.stream(facts).map(fact -> in(fact, true)).toArray()),
        String.format(en, Arrays.stream(facts).map(fact -> in(fact, false)).toArray()));
  }

  static Bilingual joined(List<Bilingual> parts, Bilingual between) {
    return new Bilingual(
        parts.stream().map(Bilingual::zh).collect(Collectors.joining(between.zh())),
        parts.stream().map(Bilingual::en).collect(Collectors.joining(between.en())));
  }

  private static Object in(Object fact, boolean chinese) {
    if (fact instanceof Bilingual both) {
      return chinese ? both.zh() : both.en();
    }
    return fact;
  }
}
