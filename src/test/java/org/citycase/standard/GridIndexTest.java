package org.citycase.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

class GridIndexTest {

  private static final int COLUMNS = 180;
  private static final int ROWS = 170;
  private static final double WEST = 116;
  private static final double SOUTH = 39;
  private static final double STEP = 0.001;

  private static GridIndex index;

  @BeforeAll
  static void indexOf30600Cells() {
    List<Plot> plots = new ArrayList<>();
    for (int i = 0; i < COLUMNS * ROWS; i++) {
      plots.add(plot(code(i), i % COLUMNS, i / COLUMNS, 1));
    }
    index = new GridIndex(plots);
  }

  @Test
  void everyPointLiesInExactlyTheCellItWasTakenFrom() {
    Random random = new Random(1);
    for (int n = 0; n < 100_000; n++) {
      int column = random.nextInt(COLUMNS);
      int row = random.nextInt(ROWS);
      double lng = WEST + (column + 0.05 + 0.9 * random.nextDouble()) * STEP;
      double lat = SOUTH + (row + 0.05 + 0.9 * random.nextDouble()) * STEP;
      assertThat(index.at(lat, lng).map(Plot::code)).contains(code(row * COLUMNS + column));
    }
  }

  @Test
  void onASharedEdgeOrCornerTheLowerCodeHasThePoint() {
    double corner = WEST + 10 * STEP;
    assertThat(index.at(SOUTH + 0.5 * STEP, corner).map(Plot::code)).contains(code(9));
    assertThat(index.at(SOUTH + STEP, corner).map(Plot::code)).contains(code(9));
  }

  @Test
  void aPointOutsideOrNowhereLiesInNoGrid() {
    assertThat(index.at(SOUTH - 0.0001, WEST)).isEmpty();
    assertThat(index.at(Double.NaN, WEST)).isEmpty();
    assertThat(index.at(SOUTH, Double.POSITIVE_INFINITY)).isEmpty();
    assertThat(new GridIndex(List.of()).at(SOUTH, WEST)).isEmpty();
  }

  @Test
  void neighboursDoNotOverlapAndCommonGroundIsFound() {
    assertThat(index.overlapping(plot(code(200), 20, 1, 1))).isEmpty();
    assertThat(index.overlapping(plot(code(99_000), 20, 1, 1.5)))
        .extracting(Plot::code)
        .containsExactlyInAnyOrder(code(200), code(201), code(380), code(381));
  }

  private static GridCode code(int i) {
    return GridCode.of("110101%03d001%03d".formatted(1 + i / 999, 1 + i % 999));
  }

  private static Plot plot(GridCode code, int column, int row, double size) {
    double west = WEST + column * STEP;
    double south = SOUTH + row * STEP;
    double east = size == 1 ? WEST + (column + 1) * STEP : west + size * STEP;
    double north = size == 1 ? SOUTH + (row + 1) * STEP : south + size * STEP;
    Envelope cell = new Envelope(west, east, south, north);
    return new Plot(code, (Polygon) Shapes.FACTORY.toGeometry(cell));
  }
}
