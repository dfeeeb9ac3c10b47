package org.citycase.dossier;

import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.citycase.dossier.DiagramDrawing.Line;
import org.citycase.notice.Documents.Markup;
import org.citycase.rules.Bilingual;
import org.springframework.web.util.HtmlUtils;

/**
 * A diagram of the dossier as its template puts it on a page.
 *
 * @param markup its strokes as an object that the printer draws, its text as text on top
 */
public record PageDiagram(Bilingual title, Markup markup) {

  /** The room of an A3 page in landscape, in millimetres. */
  private static final double WIDTH = 396;

  private static final double HEIGHT = 245;

  /** A pixel in its own size. */
  private static final double LARGEST = 25.4 / 96;

  /**
   * @param number by which the printer finds its strokes, from 0
   */
  static PageDiagram of(Bilingual title, DiagramDrawing drawing, int number) {
    Rectangle2D ground = drawing.ground();
    double scale =
        Math.min(LARGEST, Math.min(WIDTH / ground.getWidth(), HEIGHT / ground.getHeight()));
    StringBuilder markup = new StringBuilder();
    markup.append(
        String.format(
            Locale.ROOT,
            "<div style=\"position:relative;width:%1$.2fmm;height:%2$.2fmm\"><object type=\"%3$s\""
                + " data=\"%4$d\" style=\"display:block;width:%1$.2fmm;height:%2$.2fmm\"></object>",
            ground.getWidth() * scale,
            ground.getHeight() * scale,
            DiagramPrinter.TYPE,
            number));
    drawing.lines().forEach(line -> markup.append(text(line, ground, scale)));
    return new PageDiagram(title, new Markup(markup.append("</div>").toString()));
  }

  private static String text(Line line, Rectangle2D ground, double scale) {
    double half = TextLines.width(line.text()) * line.size();
    return String.format(
        Locale.ROOT,
        "<div style=\"position:absolute;left:%.2fmm;top:%.2fmm;width:%.2fmm;font-size:%.3fmm;"
            + "line-height:1.2;text-align:center;white-space:nowrap;color:%s%s\">%s</div>",
        (line.x() - half - ground.getX()) * scale,
        (line.y() - line.size() * 0.6 - ground.getY()) * scale,
        2 * half * scale,
        line.size() * scale,
        DiagramSvg.hex(line.color()),
        line.bold() ? ";font-weight:bold" : "",
        HtmlUtils.htmlEscape(line.text(), "UTF-8"));
  }
}
