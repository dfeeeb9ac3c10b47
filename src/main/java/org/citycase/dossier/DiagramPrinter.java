package org.citycase.dossier;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Draws the strokes of diagrams into the PDF where their pages have an object. */
final class DiagramPrinter implements FSObjectDrawer {

  static final String TYPE = "application/x-citycase-diagram";

  private final List<DiagramDrawing> drawings;

  DiagramPrinter(List<DiagramDrawing> drawings) {
    this.drawings = drawings;
  }

  @Override
  public Map<Shape, String> drawObject(
      Element object,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    DiagramDrawing drawing = drawings.get(Integer.parseInt(object.getAttribute("data")));
    device.drawWithGraphics(
        (float) x,
        (float) y,
        (float) width / dotsPerPixel,
        (float) height / dotsPerPixel,
        pen -> draw(pen, drawing, width / dotsPerPixel));
    return Map.of();
  }

  private static void draw(Graphics2D pen, DiagramDrawing drawing, double width) {
    double scale = width / drawing.ground().getWidth();
    pen.scale(scale, scale);
    pen.translate(-drawing.ground().getX(), -drawing.ground().getY());
    for (DiagramDrawing.Stroke stroke : drawing.strokes()) {
      if (stroke.fill() != null) {
        pen.setColor(stroke.fill());
        pen.fill(stroke.shape());
      }
      pen.setColor(stroke.line());
      pen.setStroke(
          new BasicStroke(
              (float) stroke.width(),
              BasicStroke.CAP_ROUND,
              BasicStroke.JOIN_ROUND,
              10,
              stroke.dashes(),
              0));
      pen.draw(stroke.shape());
    }
  }
}
