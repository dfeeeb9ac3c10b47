package org.citycase.dossier;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Prints a page of XHTML as PDF with an embedded subset of Noto Sans SC. It takes nothing from
 * outside: photos are {@code photo:<sha256>}, diagrams objects of {@link DiagramPrinter#TYPE}.
 */
final class PdfPrinter {

  private static final String PHOTO = "photo";
  private static final String FONT = "Noto Sans SC";
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  static {
    XRLog.listRegisteredLoggers().forEach(log -> XRLog.setLevel(log, Level.WARNING));
  }

  private final Map<String, byte[]> photos;
  private final List<DiagramDrawing> diagrams;

  PdfPrinter(Map<String, byte[]> photos, List<DiagramDrawing> diagrams) {
    this.photos = photos;
    this.diagrams = diagrams;
  }

  /**
   * @param language the language of the page, e.g. {@code zh-CN}
   */
  byte[] print(String xhtml, String language) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream(1 << 20);
    try (PdfBoxRenderer renderer = builder(xhtml, printed).buildPdfRenderer()) {
      renderer.createPDF();
      return finished(printed.toByteArray(), language);
    } catch (IOException e) {
      throw new UncheckedIOException("The dossier could not be printed.", e);
    }
  }

  private static byte[] finished(byte[] printed, String language) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(printed)) {
      PDDocumentCatalog catalog = pdf.getDocumentCatalog();
      catalog.setLanguage(language);
      PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
      shown.setDisplayDocTitle(true);
      catalog.setViewerPreferences(shown);
      Signs.SEARCHABLE.correct(pdf);
      ByteArrayOutputStream finished = new ByteArrayOutputStream(printed.length);
      pdf.save(finished);
      return finished.toByteArray();
    }
  }

  /** Read when the first dossier is printed, then kept. */
  private static final class Signs {
    private static final PrintableText PRINTABLE = new PrintableText(font("400Regular"));
    private static final SearchableText SEARCHABLE = new SearchableText(font("400Regular"));
  }

  private PdfRendererBuilder builder(String xhtml, ByteArrayOutputStream pdf) {
    DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
    drawers.registerDrawer(DiagramPrinter.TYPE, new DiagramPrinter(diagrams));
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(Signs.PRINTABLE.of(xhtml), null);
    builder.useFont(() -> font("400Regular"), FONT, REGULAR, FontStyle.NORMAL, true);
    builder.useFont(() -> font("700Bold"), FONT, BOLD, FontStyle.NORMAL, true);
    builder.useObjectDrawerFactory(drawers);
    builder.useProtocolsStreamImplementation(this::photo, PHOTO);
    builder.useExternalResourceAccessControl(
        (uri, type) -> uri != null && uri.startsWith(PHOTO + ":"),
        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    builder.withProducer("CityCase");
    builder.toStream(pdf);
    return builder;
  }

  private static InputStream font(String weight) {
    InputStream font = PdfPrinter.class.getResourceAsStream("/fonts/NotoSansSC_" + weight + ".ttf");
    if (font == null) {
      throw new IllegalStateException(
          "The font Noto Sans SC is not in this build: build the pages again.");
    }
    return font;
  }

  private FSStream photo(String uri) {
    byte[] bytes = photos.getOrDefault(uri.substring(PHOTO.length() + 1), new byte[0]);
    return new FSStream() {
      @Override
      public InputStream getStream() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public Reader getReader() {
        return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
      }
    };
  }
}
