package org.citycase.dossier;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A diagram ready to be drawn, whatever draws it: strokes in their order and lines of text on top.
 * Coordinates are those of the diagram.
 */
record DiagramDrawing(Rectangle2D ground, List<Stroke> strokes, List<Line> lines) {

  /**
   * A shape to be filled, then outlined.
   *
   * @param fill null for none
   * @param dashes null for an unbroken line
   */
  record Stroke(Shape shape, Color fill, Color line, double width, float[] dashes) {}

  /** One line of text centred on a point, without wrapping; {@code y} is its middle. */
  record Line(String text, double x, double y, double size, boolean bold, Color color) {}
}
