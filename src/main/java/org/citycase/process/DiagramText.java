package org.citycase.process;

import java.io.ByteArrayInputStream;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.citycase.Refusal;

/**
 * Reads a diagram as plain XML before the engine does: no document type (which could name files and
 * grow without end), no schema of another server, not larger and deeper than anything that is
 * drawn.
 */
final class DiagramText {

  private static final int LARGEST = 4 * 1024 * 1024;
  private static final int DEEPEST = 100;

  private static final XMLInputFactory READERS = readers();

  private DiagramText() {}

  static void check(String file, byte[] text) {
    if (text.length > LARGEST) {
      throw refused(file, "holds %d MB: 4 MB are the most".formatted(text.length >> 20));
    }
    try {
      XMLStreamReader reader = READERS.createXMLStreamReader(new ByteArrayInputStream(text));
      int depth = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.DTD -> throw refused(file, "has a DOCTYPE: take it out");
          case XMLStreamConstants.START_ELEMENT -> {
            schema(file, reader);
            if (++depth > DEEPEST) {
              throw refused(file, "holds elements in each other more than 100 deep");
            }
          }
          case XMLStreamConstants.END_ELEMENT -> depth--;
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw refused(
          file,
          "cannot be read as XML at line %d: save it from the modeler again"
              .formatted(e.getLocation() == null ? 1 : e.getLocation().getLineNumber()));
    }
  }

  private static void schema(String file, XMLStreamReader reader) {
    IntStream.range(0, reader.getAttributeCount())
        .filter(
            i ->
                XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(reader.getAttributeNamespace(i))
                    && reader.getAttributeLocalName(i).endsWith("chemaLocation"))
        .mapToObj(reader::getAttributeValue)
        .forEach(
            place -> {
              throw refused(file, "asks for a schema elsewhere (" + place + "): take it out");
            });
  }

  private static Refusal refused(String file, String why) {
    return new Refusal(Refusal.Kind.MALFORMED, file + " " + why + ". What is in force stays.");
  }

  private static XMLInputFactory readers() {
    XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
    readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return readers;
  }
}
