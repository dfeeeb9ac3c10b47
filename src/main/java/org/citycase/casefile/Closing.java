package org.citycase.casefile;

import org.citycase.rules.OneOf;

/**
 * What the closing standard says.
 *
 * @param decision {@code check}: a collector goes to the place; {@code automatic}: closed by the
 *     rule; {@code ask}: the duty leader closes; {@code rework}: back to the unit
 * @param afterPhotos photos the unit must add before it feeds back
 * @param checkPhotos photos the collector must add to the check on site
 * @param photoMetres how far from the case an after-photo may have been taken; one from farther
 *     away proves a false feedback when the check fails
 */
public record Closing(
    @OneOf({"check", "automatic", "ask", "rework"}) String decision,
    int afterPhotos,
    int checkPhotos,
    int photoMetres) {

  /** A report and each task take at most 9 photos. */
  private static final int MOST_PHOTOS = 9;

  public Closing {
    if (photoMetres < 1) {
      throw new IllegalArgumentException("A photo may be taken at least 1 metre from the case.");
    }
    if (Math.min(afterPhotos, checkPhotos) < 0
        || Math.max(afterPhotos, checkPhotos) > MOST_PHOTOS) {
      throw new IllegalArgumentException("Between 0 and 9 photos can be demanded.");
    }
  }
}
