package org.citycase.dossier;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A BPMN diagram as it is laid out, in its own pixels.
 *
 * @param ground the smallest rectangle around everything, with a margin
 */
record DiagramPlan(Rectangle2D ground, List<Shape> shapes, List<Flow> flows) {

  /**
   * An element with its place.
   *
   * @param kind the local name of its BPMN element, e.g. {@code userTask}
   * @param mark what its event waits for or does, or {@code multiInstance}; else empty
   * @param breaking whether a boundary event ends what it is attached to
   * @param label where its name stands; null when it stands in the shape
   */
  record Shape(
      String id,
      String kind,
      String mark,
      boolean breaking,
      String name,
      Rectangle2D bounds,
      Rectangle2D label) {

    boolean isEvent() {
      return kind.endsWith("Event");
    }

    boolean isGateway() {
      return kind.endsWith("Gateway");
    }

    /** Whether other elements lie inside it. */
    boolean isFrame() {
      return kind.equals("subProcess");
    }
  }

  /** A sequence flow, or the dotted line of an annotation. */
  record Flow(String id, boolean dotted, String name, List<Point2D> points, Rectangle2D label) {}
}
