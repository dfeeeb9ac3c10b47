package org.citycase.notice;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** A page that a document was filled to. */
final class XhtmlPage {

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private XhtmlPage() {}

  /**
   * What is wrong with the page as XML, with the line and its text; empty when it is well-formed.
   */
  static Optional<String> fault(String page) {
    try {
      SAXParserFactory parsers = SAXParserFactory.newInstance();
      parsers.setFeature(NO_DOCTYPE, true);
      parsers.newSAXParser().parse(new InputSource(new StringReader(page)), new DefaultHandler());
      return Optional.empty();
    } catch (SAXParseException e) {
      return Optional.of(at(page, e.getLineNumber(), e.getMessage()));
    } catch (SAXException e) {
      return Optional.of(e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Every Java reads XML without a document type.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String at(String page, int line, String message) {
    List<String> lines = page.lines().toList();
    String text = line < 1 || line > lines.size() ? "" : lines.get(line - 1).strip();
    return "line %d once filled, \"%s\": %s".formatted(line, text, message);
  }

  /** The text as it stands between or in tags; what XML cannot hold is left out. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            sign -> {
              switch (sign) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                  if (isXml(sign)) {
                    escaped.appendCodePoint(sign);
                  }
                }
              }
            });
    return escaped.toString();
  }

  private static boolean isXml(int sign) {
    return sign == '\t'
        || sign == '\n'
        || sign == '\r'
        || (sign >= 0x20 && sign <= 0xD7FF)
        || (sign >= 0xE000 && sign <= 0xFFFD)
        || sign >= 0x10000;
  }
}
