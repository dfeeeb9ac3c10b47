package org.citycase.standard;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.citycase.standard.District.Level;

/**
 * Reads and checks a whole city folder. One bad line refuses all of it, with file, line and reason;
 * writing what was read is the business of {@link BaseData}.
 */
final class CityImport {

  private final CityFolder folder;
  private final CatalogueData nationalCatalogue;

  private CityImport(CityFolder folder, CatalogueData nationalCatalogue) {
    this.folder = folder;
    this.nationalCatalogue = nationalCatalogue;
  }

  static CityData read(CityFolder folder, CatalogueData nationalCatalogue) {
    try {
      return new CityImport(folder, nationalCatalogue).city();
    } catch (IOException e) {
      throw new UncheckedIOException("The city folder " + folder + " could not be read.", e);
    }
  }

  private CityData city() throws IOException {
    CitySettings settings = from(CityYaml.NAME, CityYaml::read);
    Set<String> national = codes(nationalCatalogue.categories(), Category::code);
    CatalogueData local =
        optional(CatalogueFile.NAME, in -> CatalogueFile.read(in, national), CatalogueData.NONE);
    CatalogueData catalogue = nationalCatalogue.and(local);
    Set<String> types = codes(catalogue.conditions(), Condition::unitType);

    List<District> districts = from(DistrictsFile.NAME, DistrictsFile::read);
    Set<String> places = codes(districts, District::code);
    List<Unit> units = from(UnitsFile.NAME, in -> UnitsFile.read(in, places, types));
    Set<String> unitCodes = codes(units, Unit::code);
    List<Plot> plots = plots(places, settings);
    Set<String> grids = codes(plots, plot -> plot.code().value());
    List<WorkGrid> workGrids =
        optional(
            WorkGridsFile.NAME, in -> WorkGridsFile.read(in, unitCodes, types, grids), List.of());
    Set<String> districtsAndGrids =
        Stream.of(places, grids).flatMap(Set::stream).collect(Collectors.toSet());
    List<Person> people =
        from(PeopleFile.NAME, in -> PeopleFile.read(in, districtsAndGrids, unitCodes));
    ComponentsFile register =
        new ComponentsFile(
            counties(districts), componentCategories(catalogue), unitCodes, new GridIndex(plots));
    List<Component> components = from(ComponentsFile.NAME, register::read);
    List<CalendarDay> calendar = from(CalendarFile.NAME, CalendarFile::read);
    return new CityData(
        settings, local, districts, units, plots, workGrids, people, components, calendar);
  }

  private List<Plot> plots(Set<String> places, CitySettings settings) throws IOException {
    GridCode.Version version = GridCode.Version.valueOf(settings.gridCodes());
    String packed = GridsFile.NAME + ".gz";
    if (!folder.has(packed)) {
      return from(GridsFile.NAME, in -> GridsFile.read(in, places, version));
    }
    if (folder.has(GridsFile.NAME)) {
      throw Findings.wrong(
          "There are both grids.geojson and grids.geojson.gz. Keep the one that is right.");
    }
    return from(packed, in -> GridsFile.read(new GZIPInputStream(in), places, version));
  }

  private interface Reading<T> {
    T from(InputStream in) throws IOException;
  }

  private <T> T from(String file, Reading<T> reading) throws IOException {
    try (InputStream in = folder.required(file)) {
      return reading.from(in);
    } catch (CharacterCodingException e) {
      throw Findings.wrong("File " + file + " is not UTF-8. Save it as UTF-8.");
    } catch (ZipException | EOFException e) {
      throw Findings.wrong("File " + file + " is not packed with gzip: " + e.getMessage());
    }
  }

  private <T> T optional(String file, Reading<T> reading, T otherwise) throws IOException {
    return folder.has(file) ? from(file, reading) : otherwise;
  }

  private static <T> Set<String> codes(Collection<T> things, Function<T, String> code) {
    return things.stream().map(code).collect(Collectors.toSet());
  }

  private static Set<String> counties(List<District> districts) {
    return districts.stream()
        .filter(district -> district.level() == Level.COUNTY)
        .map(District::code)
        .collect(Collectors.toSet());
  }

  private static Set<String> componentCategories(CatalogueData catalogue) {
    return catalogue.categories().stream()
        .filter(category -> category.kind() == Category.Kind.COMPONENT)
        .map(Category::code)
        .collect(Collectors.toSet());
  }
}
