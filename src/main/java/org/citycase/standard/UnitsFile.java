package org.citycase.standard;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.citycase.standard.Sheet.Line;

/** Reads {@code units.csv}: responsible units, each of a type of the catalogue. */
final class UnitsFile {

  static final String NAME = "units.csv";
  private static final List<String> COLUMNS =
      List.of("code", "name_zh", "name_en", "unit_type", "district");

  private final Set<String> districts;
  private final Set<String> unitTypes;
  private final Keys codes = new Keys("Unit");

  private UnitsFile(Set<String> districts, Set<String> unitTypes) {
    this.districts = districts;
    this.unitTypes = unitTypes;
  }

  static List<Unit> read(InputStream in, Set<String> districts, Set<String> unitTypes)
      throws IOException {
    return Sheet.read(NAME, in, COLUMNS).each(new UnitsFile(districts, unitTypes)::unit);
  }

  private Unit unit(Line line) {
    String code = UnitCode.of(line.required("code", 32)).value();
    codes.once(code, line.number());
    String district = line.optional("district");
    if (district != null && !districts.contains(district)) {
      throw Findings.wrong("District %s of unit %s is not known.".formatted(district, code));
    }
    return new Unit(
        code,
        line.required("name_zh", 100),
        line.optional("name_en", 100),
        requireUnitType(line, unitTypes),
        district);
  }

  static String requireUnitType(Line line, Set<String> unitTypes) {
    String type = line.required("unit_type", 100);
    if (!unitTypes.contains(type)) {
      throw Findings.wrong(
          "Unit type %s is in no row of the catalogue. Write its English name there."
              .formatted(type));
    }
    return type;
  }
}
