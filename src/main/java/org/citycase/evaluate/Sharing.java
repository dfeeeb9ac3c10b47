package org.citycase.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * CO: how the points of the main unit of a coordinated case are shared with the units that helped.
 *
 * @param helpers empty when the points are not shared
 * @param split the coordinator's own shares in per cent, main unit first, e.g. {@code 50/30/20};
 *     null for the share of the penalty standard
 */
record Sharing(String main, List<String> helpers, String split) {

  private static final int SCALE = 3;
  private static final BigDecimal WHOLE = new BigDecimal(100);

  boolean isShared() {
    return !helpers.isEmpty();
  }

  /**
   * The points of each unit, main unit first; together exactly the points given.
   *
   * @param standard the main unit's share by the standard, asked when the coordinator named none
   */
  Map<String, BigDecimal> of(BigDecimal points, Supplier<BigDecimal> standard) {
    List<BigDecimal> shares = named() ? namedShares() : standardShares(standard.get());
    Map<String, BigDecimal> shared = new LinkedHashMap<>();
    BigDecimal left = points;
    for (int i = 0; i < helpers.size(); i++) {
      BigDecimal part = points.multiply(shares.get(i)).setScale(SCALE, RoundingMode.HALF_UP);
      shared.merge(i == 0 ? main : helpers.get(i - 1), part, BigDecimal::add);
      left = left.subtract(part);
    }
    shared.merge(helpers.get(helpers.size() - 1), left, BigDecimal::add);
    return shared;
  }

  private boolean named() {
    return split != null && split.split("/").length == helpers.size() + 1;
  }

  private List<BigDecimal> namedShares() {
    return Arrays.stream(split.split("/"))
        .map(share -> new BigDecimal(share.trim()).divide(WHOLE))
        .toList();
  }

  /**
   * The main unit's share, and the rest alike for all but the last helper, who gets what is left.
   */
  private List<BigDecimal> standardShares(BigDecimal share) {
    BigDecimal each =
        BigDecimal.ONE
            .subtract(share)
            .divide(new BigDecimal(helpers.size()), 2 * SCALE, RoundingMode.HALF_UP);
    BigDecimal[] shares = new BigDecimal[helpers.size() + 1];
    Arrays.fill(shares, each);
    shares[0] = share;
    return List.of(shares);
  }
}
