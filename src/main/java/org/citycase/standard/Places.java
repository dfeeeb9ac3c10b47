package org.citycase.standard;

import org.citycase.standard.Sheet.Line;

/** Reads and checks latitudes and longitudes in degrees. */
final class Places {

  private Places() {}

  static void require(String start, double lat, double lng) {
    boolean onEarth = Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
    if (!onEarth) {
      throw Findings.wrong(
          "%s lies at latitude %s, longitude %s, which is no place on earth. Are they swapped?"
              .formatted(start, lat, lng));
    }
  }

  static double degrees(Line line, String column) {
    String text = line.required(column, 30);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw Findings.wrong(
          "Column %s: %s is no number. Write degrees like 39.9005.".formatted(column, text));
    }
  }
}
