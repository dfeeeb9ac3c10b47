package org.citycase.standard;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Polygons as the database keeps them (well-known binary), and points; longitude before latitude.
 */
final class Shapes {

  static final GeometryFactory FACTORY = new GeometryFactory();

  private Shapes() {}

  static Point point(double lat, double lng) {
    return FACTORY.createPoint(new Coordinate(lng, lat));
  }

  static byte[] toBytes(Polygon polygon) {
    return new WKBWriter().write(polygon);
  }

  static Polygon toPolygon(byte[] bytes) {
    try {
      return (Polygon) new WKBReader(FACTORY).read(bytes);
    } catch (ParseException e) {
      throw new IllegalStateException("A grid in table cc_grid holds no readable polygon.", e);
    }
  }
}
