package org.citycase.casefile;

import org.citycase.rules.OneOf;
import org.citycase.rules.Range;

/**
 * What the closing standard says.
 *
 * @param decision {@code check}: a collector goes to the place; {@code automatic}: closed by the
 *     rule; {@code ask}: the duty leader closes; {@code rework}: back to the unit
 * @param zh the closing condition (结案条件) in Chinese
 * @param en the closing condition in English
 * @param afterPhotos photos the unit must add before it feeds back
 * @param checkPhotos photos the collector must add to the check on site
 * @param photoMetres how far from the case an after-photo may have been taken; one from farther
 *     away proves a false feedback when the check fails
 */
public record Closing(
    @OneOf({"check", "automatic", "ask", "rework"}) String decision,
    String zh,
    String en,
    @Range(from = 0, to = Closing.MOST_PHOTOS) int afterPhotos,
    @Range(from = 0, to = Closing.MOST_PHOTOS) int checkPhotos,
    @Range(from = 1) int photoMetres) {

  /** A report and each task take at most 9 photos. */
  private static final int MOST_PHOTOS = 9;
}
