package org.citycase.notice;

import java.io.StringWriter;
import org.apache.velocity.exception.VelocityException;

/** The text of a document while it is filled, never longer than a document may be. */
class BoundedText extends StringWriter {

  /** Signs; a dossier of a long case with its diagrams is a tenth of it. */
  static final int LONGEST = 8_000_000;

  /** A text that a template puts together in quotes is no document. */
  private int inserted;

  /** Counts what a reference puts in, also where that is a text of the template's own. */
  void inserts(Object value) {
    if (value instanceof CharSequence text) {
      inserted = grown(inserted, text.length());
    }
  }

  @Override
  public void write(int sign) {
    grown(getBuffer().length(), 1);
    super.write(sign);
  }

  @Override
  public void write(char[] signs, int from, int length) {
    grown(getBuffer().length(), length);
    super.write(signs, from, length);
  }

  @Override
  public void write(String text) {
    grown(getBuffer().length(), text.length());
    super.write(text);
  }

  @Override
  public void write(String text, int from, int length) {
    grown(getBuffer().length(), length);
    super.write(text, from, length);
  }

  private static int grown(int length, int more) {
    if (length + (long) more > LONGEST) {
      throw new VelocityException("it grows beyond " + LONGEST + " signs");
    }
    return length + more;
  }
}
