package org.citycase.casefile;

import jakarta.persistence.Embeddable;

/**
 * Where the case is: WGS 84 degrees, the address as told, the code of the one unit grid that holds
 * the point, and the county of that grid.
 */
@Embeddable
public record Place(double lat, double lng, String address, String grid, String district) {

  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  /** The distance to another point in metres along the great circle. */
  public double metresTo(Place other) {
    double dLat = Math.toRadians(other.lat - lat);
    double dLng = Math.toRadians(other.lng - lng);
    double h =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(lat))
                * Math.cos(Math.toRadians(other.lat))
                * Math.pow(Math.sin(dLng / 2), 2);
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(h));
  }
}
