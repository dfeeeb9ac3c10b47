package org.citycase.standard;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citycase.Refusal;
import org.citycase.Refusal.Kind;
import org.citycase.standard.BaseData.GridMark;
import org.citycase.standard.BaseData.StoredGrid;
import org.locationtech.jts.geom.Polygon;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * The unit grids of the city. A point lies in exactly one grid or in none; a code once given is
 * never given again. Answers from memory.
 */
@Service
public class Grids {

  private final BaseData base;
  private final Districts districts;
  private final GridCode.Version version;
  private volatile Snapshot snapshot;
  private volatile GridMark mark;

  private record Snapshot(
      Map<String, StoredGrid> byCode, Map<String, Integer> highest, GridIndex inForce) {

    static Snapshot of(List<StoredGrid> grids) {
      Map<String, StoredGrid> byCode = new HashMap<>();
      Map<String, Integer> highest = new HashMap<>();
      for (StoredGrid grid : grids) {
        GridCode code = grid.plot().code();
        byCode.put(code.value(), grid);
        highest.merge(code.community(), code.sequence(), Math::max);
      }
      List<Plot> inForce =
          grids.stream().filter(grid -> grid.validTo() == null).map(StoredGrid::plot).toList();
      return new Snapshot(byCode, highest, new GridIndex(inForce));
    }
  }

  Grids(BaseData base, Districts districts) {
    this.base = base;
    this.districts = districts;
    this.version = GridCode.Version.valueOf(base.settings().gridCodes());
    reload();
  }

  /**
   * The grid of a place; on a shared edge the one with the lower code.
   *
   * @param lat degrees, as the map of the city
   * @param lng degrees, as the map of the city
   */
  public Optional<Grid> at(double lat, double lng) {
    return snapshot.inForce().at(lat, lng).map(plot -> Grid.of(plot.code()));
  }

  /** A grid by its code, also a retired one, because old cases keep theirs. */
  public Optional<Grid> find(String code) {
    return stored(code).map(grid -> Grid.of(grid.plot().code()));
  }

  /** The ground of a grid, longitude before latitude; also of a retired one. */
  public Optional<Polygon> polygon(String code) {
    return stored(code).map(grid -> (Polygon) grid.plot().polygon().copy());
  }

  /** All grids in force, by code. */
  public List<Grid> all() {
    return snapshot.byCode().values().stream()
        .filter(grid -> grid.validTo() == null)
        .map(grid -> Grid.of(grid.plot().code()))
        .sorted(Comparator.comparing(Grid::code))
        .toList();
  }

  /**
   * The code the next new grid of a community gets: one above the highest ever given, retired ones
   * included. Refused when the community is unknown or its numbers are used up.
   */
  public GridCode nextCode(String community) {
    districts.requireCommunity(community);
    int next = snapshot.highest().getOrDefault(community, 0) + 1;
    if (next > version.lastSequence()) {
      throw new Refusal(
          Kind.AGAINST_RULES,
          "Community %s has given all its %d grid codes. Split the community first."
              .formatted(community, version.lastSequence()));
    }
    return version.code(community, next);
  }

  /**
   * Takes a new grid in. Refused when its code was ever given, its community is unknown, or its
   * polygon is invalid or overlaps a grid in force.
   */
  public synchronized Grid add(GridCode code, Polygon polygon, LocalDate validFrom) {
    districts.requireCommunity(code.community());
    if (stored(code.value()).isPresent()) {
      throw new Refusal(
          Kind.CONFLICT,
          "Grid code %s was given before; codes are never reused. The next free one is %s."
              .formatted(code, nextCode(code.community())));
    }
    GridShape.requireValid(code, polygon);
    Plot plot = new Plot(code, polygon);
    List<Plot> overlapping = snapshot.inForce().overlapping(plot);
    if (!overlapping.isEmpty()) {
      throw new Refusal(
          Kind.AGAINST_RULES,
          "Grid %s would overlap grid %s. Retire that one first or draw the border elsewhere."
              .formatted(code, overlapping.get(0).code()));
    }
    base.add(plot, validFrom);
    reload();
    return Grid.of(code);
  }

  /**
   * Takes a grid out of force; its code stays taken. Refused when there is no such grid in force.
   */
  public synchronized void retire(String code, LocalDate lastDay) {
    if (stored(code).filter(grid -> grid.validTo() == null).isEmpty()) {
      throw new Refusal(Kind.UNKNOWN, "There is no grid " + code + " in force.");
    }
    base.retireGrid(code, lastDay);
    reload();
  }

  private Optional<StoredGrid> stored(String code) {
    return Optional.ofNullable(snapshot.byCode().get(code));
  }

  /** Another node may have changed them. */
  @Scheduled(fixedDelay = 10_000)
  void follow() {
    if (!base.gridMark().equals(mark)) {
      reload();
    }
  }

  private synchronized void reload() {
    mark = base.gridMark();
    snapshot = Snapshot.of(base.grids(version));
  }
}
