package org.citycase.standard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** The responsible units and their department work grids. Answers from memory. */
@Service
public class Units {

  private record Place(String unitType, String grid) {}

  private final List<Unit> ordered;
  private final Map<String, Unit> byCode;
  private final Map<Place, String> workGrids;

  @Autowired
  Units(BaseData base) {
    this(base.all("UnitRow", Unit.class), base.all("WorkGridRow", WorkGrid.class));
  }

  Units(List<Unit> units, List<WorkGrid> workGrids) {
    this.ordered = units.stream().sorted(Comparator.comparing(Unit::code)).toList();
    this.byCode = units.stream().collect(Collectors.toMap(Unit::code, Function.identity()));
    this.workGrids =
        workGrids.stream()
            .collect(
                Collectors.toMap(
                    place -> new Place(place.unitType(), place.grid()), WorkGrid::unit));
  }

  public Optional<Unit> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The units of a type that serve a place, on the narrowest level that has one (属地管理): community,
   * sub-district, county, whole city. Several units of that level are all answered.
   *
   * @param unitType English name of the type in the catalogue
   */
  public List<Unit> ofType(String unitType, Grid place) {
    Map<Integer, List<Unit>> byLevel =
        ordered.stream()
            .filter(unit -> unit.unitType().equals(unitType))
            .filter(unit -> serves(unit, place))
            .collect(Collectors.groupingBy(Units::level));
    return byLevel.entrySet().stream()
        .max(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .orElse(List.of());
  }

  /** The unit whose department work grid (部门工作网格) holds a unit grid, for that type. */
  public Optional<Unit> workGrid(String unitType, String grid) {
    return Optional.ofNullable(workGrids.get(new Place(unitType, grid))).map(byCode::get);
  }

  /** All units, by code. */
  public List<Unit> all() {
    return ordered;
  }

  private static boolean serves(Unit unit, Grid place) {
    return unit.district() == null
        || Stream.of(place.county(), place.subdistrict(), place.community())
            .anyMatch(unit.district()::equals);
  }

  private static int level(Unit unit) {
    return unit.district() == null ? 0 : unit.district().length();
  }
}
