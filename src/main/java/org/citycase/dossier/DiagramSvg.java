package org.citycase.dossier;

import java.awt.Color;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.citycase.dossier.DiagramDrawing.Line;
import org.citycase.dossier.DiagramDrawing.Stroke;
import org.springframework.web.util.HtmlUtils;

/** Writes a drawing as SVG 1.1. */
final class DiagramSvg {

  private DiagramSvg() {}

  static String of(DiagramDrawing drawing, String title) {
    Rectangle2D ground = drawing.ground();
    StringBuilder svg = new StringBuilder(64 * 1024);
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%.1f %.1f %.1f %.1f\""
                + " width=\"%.0f\" height=\"%.0f\" font-family=\"'Noto Sans SC','Noto Sans CJK"
                + " SC','Microsoft YaHei',sans-serif\" text-anchor=\"middle\">\n<title>%s</title>\n",
            ground.getX(),
            ground.getY(),
            ground.getWidth(),
            ground.getHeight(),
            ground.getWidth(),
            ground.getHeight(),
            HtmlUtils.htmlEscape(title, "UTF-8")));
    drawing.strokes().forEach(stroke -> svg.append(path(stroke)));
    drawing.lines().forEach(line -> svg.append(text(line)));
    return svg.append("</svg>\n").toString();
  }

  private static String path(Stroke stroke) {
    return String.format(
        Locale.ROOT,
        "<path d=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%.1f\"%s/>\n",
        ways(stroke.shape().getPathIterator(null)),
        stroke.fill() == null ? "none" : hex(stroke.fill()),
        hex(stroke.line()),
        stroke.width(),
        stroke.dashes() == null
            ? ""
            : " stroke-dasharray=\"%s %s\"".formatted(stroke.dashes()[0], stroke.dashes()[1]));
  }

  private static String ways(PathIterator path) {
    StringBuilder ways = new StringBuilder();
    double[] at = new double[6];
    for (; !path.isDone(); path.next()) {
      int kind = path.currentSegment(at);
      ways.append(
          switch (kind) {
            case PathIterator.SEG_MOVETO -> 'M';
            case PathIterator.SEG_LINETO -> 'L';
            case PathIterator.SEG_QUADTO -> 'Q';
            case PathIterator.SEG_CUBICTO -> 'C';
            default -> 'Z';
          });
      int numbers =
          switch (kind) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
            case PathIterator.SEG_QUADTO -> 4;
            case PathIterator.SEG_CUBICTO -> 6;
            default -> 0;
          };
      for (int i = 0; i < numbers; i++) {
        ways.append(String.format(Locale.ROOT, i == 0 ? "%.1f" : " %.1f", at[i]));
      }
    }
    return ways.toString();
  }

  private static String text(Line line) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.0f\" fill=\"%s\"%s>%s</text>\n",
        line.x(),
        line.y() + line.size() * 0.36,
        line.size(),
        hex(line.color()),
        line.bold() ? " font-weight=\"bold\"" : "",
        HtmlUtils.htmlEscape(line.text(), "UTF-8"));
  }

  static String hex(Color color) {
    return String.format("#%06x", color.getRGB() & 0xffffff);
  }
}
