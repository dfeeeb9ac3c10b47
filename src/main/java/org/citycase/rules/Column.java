package org.citycase.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One column of a table: its keyword, the property its code row names and what its cells may hold.
 *
 * @param index counted from 0
 * @param property empty for the column of row ids
 * @param operator how a condition compares, e.g. {@code >=}; empty for others
 * @param label in both languages, e.g. {@code 类别 Category}
 */
record Column(int index, Kind kind, String property, String operator, CellType type, String label) {

  static final String PRIORITY = "priority";

  /** The first day a row is valid, in the city's zone. */
  static final String VALID_FROM = "validFrom";

  /** The last day a row is valid, in the city's zone. */
  static final String VALID_UNTIL = "validUntil";

  static final String ID = "id";
  private static final Pattern BILINGUAL = Pattern.compile("(.*?[^\\x00-\\x7F]\\S*)\\s+(\\S.*)");

  /** The keywords Drools knows and a table of ours may use. */
  enum Kind {
    NAME,
    CONDITION,
    ACTION
  }

  boolean mayBeEmpty() {
    return kind == Kind.CONDITION || kind == Kind.ACTION && type.optional();
  }

  /** What a cell of the column should hold, its closed list with what each word means. */
  Bilingual expected(String table) {
    if (type.words().isEmpty()) {
      return type.expected();
    }
    List<Bilingual> words = type.words().stream().map(word -> meaning(table, word)).toList();
    return FaultText.ONE_OF.with(Bilingual.joined(words, Phrase.LIST.with()));
  }

  private Bilingual meaning(String table, String word) {
    String zh = Words.read().word(table, property, word).zh();
    return zh.equals(word) ? Bilingual.same(word) : FaultText.WORD_MEANING.with(word, zh);
  }

  /** Names the column within its table: {@code id}, {@code measure>=}, {@code limitValue}. */
  String key() {
    return kind == Kind.NAME ? ID : property + operator;
  }

  /** The Chinese part of the label, all of it when it has one language only. */
  String zh() {
    Matcher parts = BILINGUAL.matcher(label);
    return parts.matches() ? parts.group(1) : label;
  }

  /** The English part of the label, all of it when it has one language only. */
  String en() {
    Matcher parts = BILINGUAL.matcher(label);
    return parts.matches() ? parts.group(2) : label;
  }
}
