package org.citycase.standard;

import org.locationtech.jts.geom.Polygon;

/** The ground of a grid: its code and its polygon, x = longitude, y = latitude, in degrees. */
record Plot(GridCode code, Polygon polygon) {}
