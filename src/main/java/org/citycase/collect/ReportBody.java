package org.citycase.collect;

import java.time.OffsetDateTime;
import java.util.List;
import org.citycase.web.Photos;

/** A report as it is sent; see the interface description for what each channel demands. */
record ReportBody(
    String channel,
    String category,
    String condition,
    Double measure,
    String description,
    Location location,
    String component,
    Reporter reporter,
    OffsetDateTime foundAt,
    List<Photos.Inline> photos,
    List<Photos.Inline> afterPhotos,
    Boolean quick,
    Boolean guard,
    Hotline hotline) {

  record Location(Double lat, Double lng, String address) {}

  record Reporter(String name, String phone) {}

  record Hotline(String line, String kind) {}

  boolean isGuard() {
    return Boolean.TRUE.equals(guard);
  }

  boolean isQuick() {
    return Boolean.TRUE.equals(quick);
  }
}
