package org.citycase.rules;

import org.citycase.Refusal;

/**
 * The cell that a place in a CSV text belongs to, for texts no parser reads to the end: row and
 * column are counted from 0, lines within quotation marks are none.
 */
class CsvPlace {

  private enum State {
    FRESH,
    PLAIN,
    QUOTED,
    CLOSED
  }

  private final char separator;
  private State state = State.FRESH;
  private int row;
  private int column;

  CsvPlace(char separator) {
    this.separator = separator;
  }

  /** The refusal of a text at its end, e.g. before the first character that is none. */
  static Refusal atEnd(String file, String text, char separator, FaultText why) {
    CsvPlace place = new CsvPlace(separator);
    text.chars().forEach(place::pass);
    return place.refusal(file, why);
  }

  /** The refusal of a text whose quotation marks do not fit. */
  static Refusal ofQuote(String file, String text, char separator) {
    CsvPlace place = new CsvPlace(separator);
    for (int i = 0; i < text.length(); i++) {
      if (!place.pass(text.charAt(i))) {
        return place.refusal(file, FaultText.QUOTE);
      }
    }
    return place.state == State.QUOTED
        ? place.refusal(file, FaultText.QUOTE)
        : Faults.ofFile(file, FaultText.NO_CSV.with());
  }

  /** Takes one more character; whether it may stand where it does. */
  private boolean pass(int character) {
    if (state == State.QUOTED) {
      state = character == '"' ? State.CLOSED : State.QUOTED;
    } else if (character == separator || character == '\n') {
      row += character == '\n' ? 1 : 0;
      column = character == '\n' ? 0 : column + 1;
      state = State.FRESH;
    } else if (character == '"' && state != State.PLAIN) {
      state = State.QUOTED;
    } else if (state == State.CLOSED) {
      return Character.isWhitespace(character);
    } else {
      state = State.PLAIN;
    }
    return true;
  }

  private Refusal refusal(String file, FaultText why) {
    Faults faults = new Faults(file);
    faults.add(row, column, why.with());
    return faults.refusal();
  }
}
