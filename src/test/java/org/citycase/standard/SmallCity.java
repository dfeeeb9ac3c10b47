package org.citycase.standard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a correct city of a few grids into a folder, for tests to spoil one line of it. */
final class SmallCity {

  final Path folder;

  SmallCity(Path folder) {
    this.folder = folder;
    write(
        "city.yaml",
        """
        name: {zh: 小城, en: Small City}
        zone: Asia/Shanghai
        center: {lat: 39.9, lng: 116.4}
        slots: ["08:00-12:00", "14:00-18:00"]
        workDays: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY]
        hoursPerWorkDay: 8
        """);
    write(
        "districts.csv",
        """
        code,level,name_zh,name_en,parent
        110101,county,甲,A,
        110101001,subdistrict,甲一,A1,110101
        110101001001,community,甲一一,A11,110101001
        """);
    write(
        "units.csv",
        """
        code,name_zh,name_en,unit_type,district
        LAMP-CO,路灯,Lamp Co.,Street-lighting operator,
        STREET-A,街道,Street A,Sub-district office / local enforcement team,110101
        """);
    write("work-grids.csv", "unit,unit_type,grid\nSTREET-A,Sanitation unit,110101001001001\n");
    write(
        "people.csv",
        """
        user,name,groups,district,unit
        chen,陈,collectors,110101,
        lamp-co,路灯员,unit-LAMP-CO,,LAMP-CO
        """);
    write(
        "components.csv",
        """
        code,category,lat,lng,owner_unit,state
        1101010137000001,C01-37,39.9005,116.4005,LAMP-CO,完好
        11010105003000001,C05-03,39.9005,116.4005,,damaged
        """);
    write("calendar.csv", "date,kind,name\n2026-01-01,holiday,元旦\n2026-01-04,workday,调休\n");
    grids(3);
  }

  CityData read() {
    return CityImport.read(CityFolder.onDisk(folder), BaseData.builtInCatalogue());
  }

  SmallCity write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SmallCity append(String file, String line) {
    return write(file, text(file) + line + "\n");
  }

  SmallCity replace(String file, String was, String becomes) {
    String text = text(file);
    if (!text.contains(was)) {
      throw new IllegalArgumentException(file + " does not hold " + was);
    }
    return write(file, text.replace(was, becomes));
  }

  /** A row of cells of 0.001 degrees, one feature a line. */
  SmallCity grids(int count) {
    List<String> features = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      features.add(cell("110101001001%03d".formatted(i + 1), 116.4 + i * 0.001, 39.9));
    }
    return write(
        "grids.geojson",
        "{\"type\": \"FeatureCollection\", \"features\": [\n"
            + String.join(",\n", features)
            + "\n]}\n");
  }

  static String cell(String code, double west, double south) {
    double east = west + 0.001;
    double north = south + 0.001;
    return String.format(
        Locale.ROOT,
        "{\"type\": \"Feature\", \"properties\": {\"code\": \"%s\"}, \"geometry\": {\"type\":"
            + " \"Polygon\", \"coordinates\": [[[%.4f, %.4f], [%.4f, %.4f], [%.4f, %.4f],"
            + " [%.4f, %.4f], [%.4f, %.4f]]]}}",
        code,
        west,
        south,
        east,
        south,
        east,
        north,
        west,
        north,
        west,
        south);
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
