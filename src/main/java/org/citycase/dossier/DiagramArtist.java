package org.citycase.dossier;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.citycase.dossier.DiagramDrawing.Line;
import org.citycase.dossier.DiagramDrawing.Stroke;
import org.citycase.dossier.DiagramPath.Stay;
import org.citycase.dossier.DiagramPlan.Flow;
import org.citycase.dossier.DiagramPlan.Shape;
import org.citycase.rules.Bilingual;

/**
 * Draws a diagram with the path of a case: what it passed in blue with counts and times, where it
 * stands now in amber, the rest in grey.
 */
final class DiagramArtist {

  private static final Color PAPER = Color.WHITE;
  private static final Color INK = new Color(0x1c2733);
  private static final Color FAINT = new Color(0xb4bec8);
  private static final Color FAINT_INK = new Color(0x7b8794);
  private static final Color PASSED = new Color(0x245f9c);
  private static final Color PASSED_FILL = new Color(0xe9f1f9);
  private static final Color HERE = new Color(0xb26a00);
  private static final Color HERE_FILL = new Color(0xfff0c2);
  private static final double NAME_SIZE = 12;
  private static final double LABEL_SIZE = 11;
  private static final double ARROW = 9;
  private static final double ROUND = 12;

  private final DiagramPath path;
  private final boolean chinese;
  private final List<Stroke> strokes = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  private DiagramArtist(DiagramPath path, boolean chinese) {
    this.path = path;
    this.chinese = chinese;
  }

  static DiagramDrawing draw(DiagramPlan plan, DiagramPath path, boolean chinese) {
    DiagramArtist artist = new DiagramArtist(path, chinese);
    plan.shapes().stream().filter(Shape::isFrame).forEach(artist::shape);
    plan.flows().stream().filter(flow -> !artist.isTaken(flow)).forEach(artist::flow);
    plan.flows().stream().filter(artist::isTaken).forEach(artist::flow);
    plan.shapes().stream().filter(shape -> !shape.isFrame()).forEach(artist::shape);
    return new DiagramDrawing(plan.ground(), artist.strokes, artist.lines);
  }

  private boolean isTaken(Flow flow) {
    return path.flows().getOrDefault(flow.id(), 0) > 0;
  }

  private void flow(Flow flow) {
    boolean taken = isTaken(flow);
    Color color = taken ? PASSED : FAINT;
    Path2D way = new Path2D.Double();
    for (Point2D at : flow.points()) {
      if (way.getCurrentPoint() == null) {
        way.moveTo(at.getX(), at.getY());
      } else {
        way.lineTo(at.getX(), at.getY());
      }
    }
    strokes.add(
        new Stroke(way, null, color, taken ? 2.4 : 1.3, flow.dotted() ? new float[] {2, 4} : null));
    if (!flow.dotted()) {
      strokes.add(new Stroke(head(flow.points()), color, color, 1, null));
    }
    if (flow.label() != null && !flow.name().isBlank()) {
      int times = path.flows().getOrDefault(flow.id(), 0);
      String text = times > 1 ? flow.name() + " ×" + times : flow.name();
      text(text, flow.label(), LABEL_SIZE, taken ? PASSED : FAINT_INK, taken);
    }
  }

  private static Path2D head(List<Point2D> points) {
    Point2D tip = points.get(points.size() - 1);
    Point2D before = points.get(points.size() - 2);
    double angle = Math.atan2(tip.getY() - before.getY(), tip.getX() - before.getX());
    Path2D head = new Path2D.Double();
    head.moveTo(0, 0);
    head.lineTo(-ARROW, ARROW / 2.2);
    head.lineTo(-ARROW, -ARROW / 2.2);
    head.closePath();
    AffineTransform turn = AffineTransform.getTranslateInstance(tip.getX(), tip.getY());
    turn.rotate(angle);
    head.transform(turn);
    return head;
  }

  private void shape(Shape shape) {
    Stay stay = path.stays().get(shape.id());
    Color line = stay == null ? FAINT : stay.here() && !shape.isFrame() ? HERE : PASSED;
    Color fill = stay == null || shape.isFrame() ? PAPER : stay.here() ? HERE_FILL : PASSED_FILL;
    double width = stay == null ? 1.3 : 2.2;
    Rectangle2D bounds = shape.bounds();
    if (shape.isEvent()) {
      event(shape, fill, line, width);
    } else if (shape.isGateway()) {
      gateway(shape, fill, line, width);
    } else if (shape.kind().equals("textAnnotation")) {
      annotation(bounds);
    } else {
      strokes.add(new Stroke(rounded(bounds), fill, line, width, null));
    }
    Color ink = stay == null ? FAINT_INK : INK;
    if (shape.label() != null) {
      text(shape.name(), shape.label(), LABEL_SIZE, ink, false);
    } else if (shape.isFrame()) {
      Rectangle2D top =
          new Rectangle2D.Double(bounds.getX(), bounds.getY() + 4, bounds.getWidth(), 22);
      text(shape.name(), top, NAME_SIZE, ink, stay != null);
    } else if (!shape.isEvent() && !shape.isGateway()) {
      text(shape.name(), bounds, NAME_SIZE, ink, stay != null);
    }
    if (stay != null && !shape.isEvent() && !shape.isGateway()) {
      badge(shape, stay, line);
    }
  }

  private static RoundRectangle2D rounded(Rectangle2D at) {
    return new RoundRectangle2D.Double(
        at.getX(), at.getY(), at.getWidth(), at.getHeight(), ROUND, ROUND);
  }

  private void event(Shape shape, Color fill, Color line, double width) {
    Rectangle2D at = shape.bounds();
    boolean end = shape.kind().equals("endEvent");
    float[] dashes = shape.breaking() ? null : new float[] {4, 3};
    strokes.add(new Stroke(circle(at, 0), fill, line, end ? width + 1.6 : width, dashes));
    if (shape.kind().startsWith("intermediate") || shape.kind().startsWith("boundary")) {
      strokes.add(new Stroke(circle(at, 4), null, line, 1, dashes));
    }
    double x = at.getCenterX();
    double y = at.getCenterY();
    switch (shape.mark()) {
      case "timer" -> {
        strokes.add(new Stroke(circle(at, 9), null, line, 1, null));
        strokes.add(new Stroke(new Line2D.Double(x, y, x, y - 6), null, line, 1, null));
        strokes.add(new Stroke(new Line2D.Double(x, y, x + 5, y + 1), null, line, 1, null));
      }
      case "message" -> {
        strokes.add(
            new Stroke(new Rectangle2D.Double(x - 8, y - 5.5, 16, 11), null, line, 1, null));
        strokes.add(
            new Stroke(open(x - 8, y - 5.5, x, y + 1, x + 8, y - 5.5), null, line, 1, null));
      }
      case "error" ->
          strokes.add(
              new Stroke(
                  open(x - 7, y + 7, x - 3, y - 6, x + 3, y + 5, x + 7, y - 7),
                  null,
                  line,
                  1.6,
                  null));
      case "terminate" -> strokes.add(new Stroke(circle(at, 8), line, line, 1, null));
      default -> {}
    }
  }

  private static Ellipse2D circle(Rectangle2D at, double inside) {
    return new Ellipse2D.Double(
        at.getX() + inside,
        at.getY() + inside,
        at.getWidth() - 2 * inside,
        at.getHeight() - 2 * inside);
  }

  private void gateway(Shape shape, Color fill, Color line, double width) {
    Rectangle2D at = shape.bounds();
    double x = at.getCenterX();
    double y = at.getCenterY();
    Path2D diamond = open(x, at.getY(), at.getMaxX(), y, x, at.getMaxY(), at.getX(), y);
    diamond.closePath();
    strokes.add(new Stroke(diamond, fill, line, width, null));
    double arm = at.getWidth() / 5;
    if (shape.kind().equals("parallelGateway")) {
      strokes.add(new Stroke(open(x - arm, y, x + arm, y), null, line, 3, null));
      strokes.add(new Stroke(open(x, y - arm, x, y + arm), null, line, 3, null));
    } else {
      double cut = arm * 0.75;
      strokes.add(new Stroke(open(x - cut, y - cut, x + cut, y + cut), null, line, 2.4, null));
      strokes.add(new Stroke(open(x - cut, y + cut, x + cut, y - cut), null, line, 2.4, null));
    }
  }

  private void annotation(Rectangle2D at) {
    double inner = at.getX() + 8;
    strokes.add(
        new Stroke(
            open(
                inner,
                at.getY(),
                at.getX(),
                at.getY(),
                at.getX(),
                at.getMaxY(),
                inner,
                at.getMaxY()),
            null,
            FAINT,
            1.2,
            null));
  }

  private static Path2D open(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    return path;
  }

  private void text(String text, Rectangle2D in, double size, Color color, boolean bold) {
    List<String> told = TextLines.of(text, (in.getWidth() + size / 2) / size);
    double step = size * 1.2;
    double y = in.getCenterY() - step * (told.size() - 1) / 2;
    for (String line : told) {
      lines.add(new Line(line, in.getCenterX(), y, size, bold, color));
      y += step;
    }
  }

  /** How often and how long, on the upper edge. */
  private void badge(Shape shape, Stay stay, Color color) {
    if (shape.isFrame() || (stay.visits() == 1 && stay.seconds() < 60 && !stay.here())) {
      return;
    }
    Bilingual lasted = StoryWords.lasting(stay.seconds());
    String text = "×" + stay.visits() + " " + (chinese ? lasted.zh() : lasted.en());
    double width = TextLines.width(text) * LABEL_SIZE + 12;
    Rectangle2D at =
        new Rectangle2D.Double(
            shape.bounds().getCenterX() - width / 2, shape.bounds().getY() - 9, width, 18);
    strokes.add(new Stroke(rounded(at), color, color, 1, null));
    lines.add(new Line(text, at.getCenterX(), at.getCenterY(), LABEL_SIZE, true, PAPER));
  }
}
