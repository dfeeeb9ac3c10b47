package org.citycase.standard;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citycase.standard.Sheet.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@code components.csv}: the register of components with place and owner. */
final class ComponentsFile {

  static final String NAME = "components.csv";
  private static final Logger LOG = LoggerFactory.getLogger(ComponentsFile.class);
  private static final List<String> COLUMNS =
      List.of("code", "category", "lat", "lng", "owner_unit", "state");

  /** The five states of a component, in the word of the standard and in English. */
  private static final Map<String, String> STATES =
      Map.of(
          "intact", "完好",
          "damaged", "破损",
          "missing", "丢失",
          "abandoned", "废弃",
          "removed", "移除");

  private final Set<String> counties;
  private final Set<String> categories;
  private final Set<String> units;
  private final GridIndex grids;
  private final Keys codes = new Keys("Component");

  /**
   * @param categories codes of all component categories
   */
  ComponentsFile(Set<String> counties, Set<String> categories, Set<String> units, GridIndex grids) {
    this.counties = counties;
    this.categories = categories;
    this.units = units;
    this.grids = grids;
  }

  List<Component> read(InputStream in) throws IOException {
    return Sheet.read(NAME, in, COLUMNS).each(this::component);
  }

  private Component component(Line line) {
    ComponentCode code = ComponentCode.of(line.required("code", 32));
    codes.once(code.value(), line.number());
    if (!counties.contains(code.county())) {
      throw Findings.wrong(
          "Component %s lies in county %s, which is not in districts.csv."
              .formatted(code, code.county()));
    }
    double lat = Places.degrees(line, "lat");
    double lng = Places.degrees(line, "lng");
    Places.require("Component " + code, lat, lng);
    if (grids.at(lat, lng).isEmpty()) {
      LOG.warn("{} line {}: component {} lies outside every grid.", NAME, line.number(), code);
    }
    return new Component(
        code.value(), category(code, line), lat, lng, owner(code, line), state(code, line));
  }

  private String category(ComponentCode code, Line line) {
    String category = CategoryCode.of(line.required("category", 16)).toString();
    if (!categories.contains(category)) {
      throw Findings.wrong(
          "Category %s of component %s is no component category of the catalogue."
              .formatted(category, code));
    }
    if (code.category().filter(own -> !own.equals(category)).isPresent()) {
      throw Findings.wrong(
          "Component %s is listed under category %s, but its code says %s."
              .formatted(code, category, code.category().get()));
    }
    return category;
  }

  private String owner(ComponentCode code, Line line) {
    String owner = line.optional("owner_unit");
    if (owner != null && !units.contains(owner)) {
      throw Findings.wrong(
          "Owner %s of component %s is not in units.csv. Leave it empty when nobody knows."
              .formatted(owner, code));
    }
    return owner;
  }

  private static String state(ComponentCode code, Line line) {
    String state = line.optional("state") == null ? "完好" : line.optional("state");
    String word = STATES.getOrDefault(state, state);
    if (!STATES.containsValue(word)) {
      throw Findings.wrong(
          "State %s of component %s is none of 完好, 破损, 丢失, 废弃, 移除 (intact, damaged, missing, abandoned, removed)."
              .formatted(state, code));
    }
    return word;
  }
}
