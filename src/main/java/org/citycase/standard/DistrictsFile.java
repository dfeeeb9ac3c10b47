package org.citycase.standard;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.citycase.standard.District.Level;
import org.citycase.standard.Sheet.Line;

/** Reads {@code districts.csv}: counties, sub-districts, communities, each in a known parent. */
final class DistrictsFile {

  static final String NAME = "districts.csv";
  private static final List<String> COLUMNS =
      List.of("code", "level", "name_zh", "name_en", "parent");

  private static final Set<String> MATURITIES = Set.of("A", "B", "C");

  private final Keys codes = new Keys("District");
  private final Map<String, String> levels = new HashMap<>();

  private DistrictsFile() {}

  static List<District> read(InputStream in) throws IOException {
    DistrictsFile file = new DistrictsFile();
    Sheet sheet = Sheet.read(NAME, in, COLUMNS);
    sheet.lines().forEach(line -> file.levels.put(line.optional("code"), line.optional("level")));
    return sheet.each(file::district);
  }

  private District district(Line line) {
    String code = line.required("code", 12);
    Level level = level(line);
    if (code.length() != level.digits()) {
      throw Findings.wrong(
          "District %s has %d digits, but a %s has %d."
              .formatted(code, code.length(), name(level), level.digits()));
    }
    DistrictCode.requireForm("District " + code, code);
    codes.once(code, line.number());
    requireParent(code, level, line.optional("parent"));
    return new District(
        code,
        level,
        line.required("name_zh", 100),
        line.optional("name_en", 100),
        line.optional("parent"),
        maturity(line));
  }

  /** The column may be missing: not every city tells its areas apart. */
  private static String maturity(Line line) {
    String maturity = line.optional("maturity");
    if (maturity != null && !MATURITIES.contains(maturity)) {
      throw Findings.wrong("Maturity " + maturity + " is none of A, B, C.");
    }
    return maturity;
  }

  private void requireParent(String code, Level level, String parent) {
    if (level == Level.COUNTY) {
      if (parent != null) {
        throw Findings.wrong("County " + code + " has parent " + parent + ". Leave it empty.");
      }
      return;
    }
    Level above = Level.values()[level.ordinal() - 1];
    String expected = code.substring(0, above.digits());
    if (!expected.equals(parent)) {
      throw Findings.wrong(
          "District %s has parent %s, but its code says %s.".formatted(code, parent, expected));
    }
    if (!name(above).equals(levels.get(parent))) {
      throw Findings.wrong(
          "Parent %s of district %s is no %s of this file.".formatted(parent, code, name(above)));
    }
  }

  private static Level level(Line line) {
    String level = line.required("level", 16);
    for (Level each : Level.values()) {
      if (name(each).equals(level)) {
        return each;
      }
    }
    throw Findings.wrong("Level " + level + " is none of county, subdistrict, community.");
  }

  private static String name(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
