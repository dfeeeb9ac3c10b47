package org.citycase.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Lets the Chinese of a PDF be found. Some glyphs of the font serve two characters, a word (立) and
 * a radical (⽴); the PDF would tell a search the radical, which nobody types.
 */
final class SearchableText {

  private static final int FIRST_RADICAL = 0x2E80;
  private static final int LAST_RADICAL = 0x2FDF;
  private static final int FIRST_WORD = 0x3400;
  private static final int LAST_WORD = 0x9FFF;
  private static final int FIRST_LIGATURE = 0xFB00;
  private static final int LAST_LIGATURE = 0xFB06;
  private static final int CODES = 0x10000;
  private static final int LINES_AT_ONCE = 100;

  private final Map<String, String> words = new HashMap<>();

  /**
   * @param font the font of the page, as it was embedded
   */
  SearchableText(InputStream font) {
    try (TrueTypeFont glyphs = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
      CmapLookup characters = glyphs.getUnicodeCmapLookup();
      for (int radical = FIRST_RADICAL; radical <= LAST_RADICAL; radical++) {
        List<Integer> same = characters.getCharCodes(characters.getGlyphId(radical));
        String of = Character.toString(radical);
        if (same != null) {
          same.stream()
              .filter(sign -> sign >= FIRST_WORD && sign <= LAST_WORD)
              .findFirst()
              .ifPresent(word -> words.put(of, Character.toString(word)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The font cannot be read.", e);
    }
    for (int ligature = FIRST_LIGATURE; ligature <= LAST_LIGATURE; ligature++) {
      String one = Character.toString(ligature);
      words.put(one, Normalizer.normalize(one, Normalizer.Form.NFKC));
    }
  }

  /** Rewrites what the fonts of a saved PDF tell about their characters. */
  void correct(PDDocument pdf) throws IOException {
    for (COSObject font : pdf.getDocument().getObjectsByType(COSName.FONT)) {
      if (font.getObject() instanceof COSDictionary dictionary
          && dictionary.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream told) {
        correct(told);
      }
    }
  }

  private void correct(COSStream told) throws IOException {
    CMap characters;
    try (InputStream in = told.createInputStream()) {
      characters = new CMapParser().parse(new RandomAccessReadBuffer(in));
    }
    List<String> lines = new ArrayList<>();
    for (int code = 0; code < CODES; code++) {
      String text = characters.toUnicode(code, 2);
      if (text != null) {
        byte[] utf16 = words.getOrDefault(text, text).getBytes(StandardCharsets.UTF_16BE);
        lines.add("<%04X> <%s>".formatted(code, HexFormat.of().withUpperCase().formatHex(utf16)));
      }
    }
    try (OutputStream out = told.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(table(lines).getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** A table of single characters, as PDF 32000-1, 9.10.3 wants it. */
  private static String table(List<String> lines) {
    StringBuilder table =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    for (int from = 0; from < lines.size(); from += LINES_AT_ONCE) {
      List<String> some = lines.subList(from, Math.min(lines.size(), from + LINES_AT_ONCE));
      table.append(some.size()).append(" beginbfchar\n");
      table.append(String.join("\n", some)).append("\nendbfchar\n");
    }
    return table
        .append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }
}
