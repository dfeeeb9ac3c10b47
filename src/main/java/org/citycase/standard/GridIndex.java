package org.citycase.standard;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Finds the grid of a point among tens of thousands; never changes once built. */
final class GridIndex {

  /** Share of the smaller grid that two grids may have in common: noise of the last digits only. */
  private static final double NOISE = 1e-6;

  private record Cell(Plot plot, PreparedGeometry ground) {}

  private final STRtree tree = new STRtree();

  GridIndex(Collection<Plot> plots) {
    for (Plot plot : plots) {
      Cell cell = new Cell(plot, PreparedGeometryFactory.prepare(plot.polygon()));
      tree.insert(plot.polygon().getEnvelopeInternal(), cell);
    }
    tree.build();
  }

  /** The one grid of a point; on a shared edge the one with the lower code. */
  Optional<Plot> at(double lat, double lng) {
    if (!Double.isFinite(lat) || !Double.isFinite(lng)) {
      return Optional.empty();
    }
    Point point = Shapes.point(lat, lng);
    return near(point.getEnvelopeInternal()).stream()
        .filter(cell -> cell.ground().covers(point))
        .map(Cell::plot)
        .min(Comparator.comparing(plot -> plot.code().value()));
  }

  /** Grids of another code that share ground with this one; shared edges are none. */
  List<Plot> overlapping(Plot plot) {
    return near(plot.polygon().getEnvelopeInternal()).stream()
        .map(Cell::plot)
        .filter(other -> !other.code().equals(plot.code()))
        .filter(other -> overlap(plot.polygon(), other.polygon()))
        .toList();
  }

  private static boolean overlap(Polygon one, Polygon other) {
    double noise = NOISE * Math.min(one.getArea(), other.getArea());
    Envelope common = one.getEnvelopeInternal().intersection(other.getEnvelopeInternal());
    return common.getArea() > noise
        && OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION).getArea() > noise;
  }

  @SuppressWarnings("unchecked")
  private List<Cell> near(Envelope envelope) {
    return tree.query(envelope);
  }
}
