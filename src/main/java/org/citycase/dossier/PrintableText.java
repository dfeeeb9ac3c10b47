package org.citycase.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Keeps what people wrote in characters that the font of a PDF lacks, rare ideographs, other
 * scripts or signs: each is printed as its number, e.g. {@code [U+20BB7]}, so that none is lost.
 */
final class PrintableText {

  private static final int FIRST_DOUBTFUL = 0x80;

  private final CmapLookup characters;

  /**
   * @param font the font of the page, as it is embedded
   */
  PrintableText(InputStream font) {
    try (TrueTypeFont glyphs = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
      characters = glyphs.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException("The font cannot be read.", e);
    }
  }

  String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            sign -> {
              if (sign < FIRST_DOUBTFUL || characters.getGlyphId(sign) != 0) {
                printable.appendCodePoint(sign);
              } else {
                printable.append("[U+%04X]".formatted(sign));
              }
            });
    return printable.toString();
  }
}
