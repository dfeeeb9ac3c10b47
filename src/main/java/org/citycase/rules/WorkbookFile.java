package org.citycase.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.xmlbeans.XmlException;
import org.citycase.Refusal;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * An uploaded workbook, opened only after a look at its bytes: too large, unpacking to too much,
 * old, encrypted, of another program or with macros, and it is refused with what to save instead.
 */
class WorkbookFile implements AutoCloseable {

  private static final long LARGEST = 10L * 1024 * 1024;
  private static final long LARGEST_UNPACKED = 100L * 1024 * 1024;
  private static final int MOST_PARTS = 1000;
  private static final int PROLOG = 1024;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final String STRICT =
      "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  private final String file;
  private final ZipFile zip;
  private final OPCPackage parts;

  private WorkbookFile(String file, ZipFile zip, OPCPackage parts) {
    this.file = file;
    this.zip = zip;
    this.parts = parts;
  }

  /** Whether the bytes begin like a workbook of any kind, not like text. */
  static boolean looksLikeOne(byte[] content) {
    return startsWith(content, ZIP) || startsWith(content, OLE);
  }

  static WorkbookFile open(String file, byte[] content) {
    if (content.length > LARGEST) {
      throw Faults.ofFile(Refusal.Kind.TOO_LARGE, file, FaultText.TOO_LARGE.with());
    }
    if (startsWith(content, OLE)) {
      throw isEncrypted(content) ? encrypted(file) : otherwise(file, FaultText.OLD);
    }
    if (!startsWith(content, ZIP)) {
      throw otherwise(file, FaultText.NO_WORKBOOK);
    }
    try {
      ZipFile zip =
          ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get();
      unpackOnce(file, zip);
      return new WorkbookFile(file, zip, open(file, zip));
    } catch (IOException | OpenXML4JException | IllegalArgumentException e) {
      throw unreadable(file);
    }
  }

  /** All cells of the table's sheet, with what is wrong with them. */
  WorkbookCells read(CheckedTable table) {
    try {
      XSSFReader reader = new XSSFReader(parts);
      InputStream sheet = sheet(reader, table.name());
      WorkbookCells cells =
          new WorkbookCells(
              table,
              file,
              new ReadOnlySharedStringsTable(parts, false),
              new StoredNumber(reader.getStylesTable(), countsFrom1904(reader)));
      XMLReader xml = XMLHelper.newXMLReader();
      xml.setContentHandler(cells);
      xml.parse(new InputSource(sheet));
      return cells;
    } catch (Refusal e) {
      throw e;
    } catch (IOException
        | OpenXML4JException
        | SAXException
        | ParserConfigurationException
        | XmlException
        | RuntimeException e) {
      throw unreadable(file);
    }
  }

  /** The version the workbook says it was made from, or nothing. */
  String version() {
    try {
      POIXMLProperties properties = new POIXMLProperties(parts);
      var said = properties.getCustomProperties().getProperty(Workbook.VERSION_PROPERTY);
      return said == null || !said.isSetLpwstr() ? "" : said.getLpwstr();
    } catch (IOException | OpenXML4JException | XmlException e) {
      throw unreadable(file);
    }
  }

  @Override
  public void close() {
    parts.revert();
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream sheet(XSSFReader reader, String name) throws IOException, OpenXML4JException {
    List<String> others = new ArrayList<>();
    XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
    while (sheets.hasNext()) {
      InputStream sheet = sheets.next();
      if (sheets.getSheetName().equalsIgnoreCase(name)) {
        return sheet;
      }
      sheet.close();
      others.add(sheets.getSheetName());
    }
    OtherTable.refuse(name, file, others);
    throw Faults.ofFile(file, FaultText.NO_SHEET.with(name, String.join(", ", others)));
  }

  private static boolean countsFrom1904(XSSFReader reader)
      throws IOException, OpenXML4JException, XmlException {
    try (InputStream workbook = reader.getWorkbookData()) {
      var properties =
          WorkbookDocument.Factory.parse(workbook, POIXMLTypeLoader.DEFAULT_XML_OPTIONS)
              .getWorkbook()
              .getWorkbookPr();
      return properties != null && properties.getDate1904();
    }
  }

  /** A zip can promise little and unpack to gigabytes; what it really holds is counted. */
  private static void unpackOnce(String file, ZipFile zip) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long unpacked = 0;
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    if (entries.size() > MOST_PARTS) {
      throw Faults.ofFile(file, FaultText.TOO_MANY_PARTS.with(entries.size()));
    }
    for (ZipArchiveEntry entry : entries) {
      mustBeHarmless(file, entry);
      try (InputStream content = zip.getInputStream(entry)) {
        mustNotBeTyped(file, content.readNBytes(buffer, 0, PROLOG), buffer);
        for (int read = PROLOG; read >= 0; read = content.read(buffer)) {
          unpacked += read;
          if (unpacked > LARGEST_UNPACKED) {
            throw Faults.ofFile(file, FaultText.UNPACKS_TOO_LARGE.with());
          }
        }
      }
    }
  }

  /** A document type can name other files; the parsers refuse it as well, but noisily. */
  private static void mustNotBeTyped(String file, int length, byte[] prolog) {
    if (new String(prolog, 0, length, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
      throw otherwise(file, FaultText.UNTYPED);
    }
  }

  private static void mustBeHarmless(String file, ZipArchiveEntry entry) {
    String name = entry.getName().toLowerCase(Locale.ROOT);
    if (name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/")) {
      throw otherwise(file, FaultText.MACROS);
    }
    if (name.equals("xl/workbook.bin")) {
      throw otherwise(file, FaultText.BINARY);
    }
    if (Set.of("mimetype", "content.xml").contains(name)) {
      throw otherwise(file, FaultText.OPEN_DOCUMENT);
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw encrypted(file);
    }
  }

  private static OPCPackage open(String file, ZipFile zip) throws OpenXML4JException {
    OPCPackage parts = OPCPackage.open(new ZipFileZipEntrySource(zip));
    if (!parts.getRelationshipsByType(STRICT).isEmpty()) {
      throw otherwise(file, FaultText.STRICT);
    }
    if (parts.getPartsByContentType(WORKBOOK).isEmpty()) {
      throw otherwise(file, FaultText.NOT_PLAIN);
    }
    return parts;
  }

  /** An encrypted workbook is an old container around the new one; its part has this name. */
  private static boolean isEncrypted(byte[] content) {
    String found = new String(content, StandardCharsets.ISO_8859_1);
    return found.contains(
        new String(
            "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
  }

  private static boolean startsWith(byte[] content, byte[] magic) {
    return content.length >= magic.length
        && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
  }

  private static Refusal encrypted(String file) {
    return Faults.ofFile(file, FaultText.PASSWORD.with());
  }

  private static Refusal unreadable(String file) {
    return otherwise(file, FaultText.UNREADABLE);
  }

  /** What a file is instead of a workbook, with what to save it as. */
  private static Refusal otherwise(String file, FaultText what) {
    return Faults.ofFile(file, FaultText.SAVE_AS_XLSX.with(what.with()));
  }
}
