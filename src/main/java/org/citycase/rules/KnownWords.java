package org.citycase.rules;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the base data knows: a table that names an unknown category, condition, unit type, unit or
 * district is refused, and one that leaves a known one without an answer has a gap. Without such a
 * bean every name is taken for known.
 */
public interface KnownWords {

  boolean knows(Known.Word word, String value);

  /** All values of a word; empty when whatever is named is taken for known. */
  Collection<String> all(Known.Word word);

  /** The category a filing condition belongs to. */
  String categoryOf(String condition);

  /**
   * What a value is called in both languages; empty where it has no name. A filing condition has
   * none: its words are a sentence.
   */
  default Optional<Bilingual> name(Known.Word word, String value) {
    return Optional.empty();
  }

  /** Takes every name for known. */
  static KnownWords any() {
    return new KnownWords() {
      @Override
      public boolean knows(Known.Word word, String value) {
        return true;
      }

      @Override
      public Collection<String> all(Known.Word word) {
        return List.of();
      }

      @Override
      public String categoryOf(String condition) {
        int number = condition.lastIndexOf('-');
        return number < 0 ? "" : condition.substring(0, number);
      }
    };
  }
}
