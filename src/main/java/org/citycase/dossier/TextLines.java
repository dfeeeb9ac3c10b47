package org.citycase.dossier;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines of a width, by an estimate good enough for labels of a diagram. */
final class TextLines {

  private static final int FIRST_WIDE = 0x2E80;
  private static final double WIDE = 1.0;
  private static final double NARROW = 0.55;

  private TextLines() {}

  /** Lines not wider than this many ems; a single word that is wider stays whole. */
  static List<String> of(String text, double ems) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\\R")) {
      StringBuilder line = new StringBuilder();
      for (String word : words(paragraph)) {
        if (!line.isEmpty() && width(line + word.stripTrailing()) > ems) {
          lines.add(line.toString().strip());
          line.setLength(0);
        }
        line.append(word);
      }
      lines.add(line.toString().strip());
    }
    return lines;
  }

  /** The width of a text in ems. */
  static double width(String text) {
    return text.codePoints().mapToDouble(sign -> sign >= FIRST_WIDE ? WIDE : NARROW).sum();
  }

  /** Latin words with the blank behind them, and each Chinese character by itself. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    text.codePoints()
        .forEach(
            sign -> {
              boolean wide = sign >= FIRST_WIDE;
              if (wide && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
              }
              word.appendCodePoint(sign);
              if (wide || sign == ' ') {
                words.add(word.toString());
                word.setLength(0);
              }
            });
    words.add(word.toString());
    return words;
  }
}
