package org.citycase.standard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Reads the polygon of a grid from GeoJSON; what is no closed, valid polygon is refused. */
final class GridShape {

  /** Three corners, and the first of them again. */
  private static final int FEWEST_POINTS = 4;

  private GridShape() {}

  static Polygon read(GridCode grid, JsonNode geometry) {
    String type = geometry.path("type").asText("nothing");
    if (!type.equals("Polygon")) {
      throw Findings.wrong("Grid " + grid + " is a " + type + ", not a Polygon.");
    }
    List<LinearRing> rings = new ArrayList<>();
    geometry.path("coordinates").forEach(ring -> rings.add(ring(grid, ring)));
    if (rings.isEmpty()) {
      throw Findings.wrong("Grid " + grid + " has no coordinates.");
    }
    LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
    Polygon polygon = Shapes.FACTORY.createPolygon(rings.get(0), holes);
    requireValid(grid, polygon);
    return polygon;
  }

  static void requireValid(GridCode grid, Polygon polygon) {
    IsValidOp check = new IsValidOp(polygon);
    if (!check.isValid()) {
      throw Findings.wrong(
          "The polygon of grid %s is not valid: %s."
              .formatted(grid, check.getValidationError().toString()));
    }
  }

  private static LinearRing ring(GridCode grid, JsonNode points) {
    List<Coordinate> coordinates = new ArrayList<>();
    points.forEach(point -> coordinates.add(coordinate(grid, point)));
    if (coordinates.size() < FEWEST_POINTS) {
      throw Findings.wrong(
          "The polygon of grid %s has only %d points; three corners and the first one again are needed."
              .formatted(grid, coordinates.size()));
    }
    if (!coordinates.get(0).equals2D(coordinates.get(coordinates.size() - 1))) {
      throw Findings.wrong(
          "The polygon of grid %s is not closed: its last point must repeat the first."
              .formatted(grid));
    }
    return Shapes.FACTORY.createLinearRing(coordinates.toArray(Coordinate[]::new));
  }

  private static Coordinate coordinate(GridCode grid, JsonNode point) {
    JsonNode lng = point.path(0);
    JsonNode lat = point.path(1);
    if (!lng.isNumber() || !lat.isNumber()) {
      throw Findings.wrong(
          "Grid %s has the point %s, which is not [longitude, latitude].".formatted(grid, point));
    }
    Places.require("Grid " + grid, lat.asDouble(), lng.asDouble());
    return new Coordinate(lng.asDouble(), lat.asDouble());
  }
}
