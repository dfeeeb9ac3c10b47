package org.citycase.standard;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.citycase.standard.Sheet.Line;

/** Reads {@code people.csv}: who works with cases, in which groups, for which unit. */
final class PeopleFile {

  static final String NAME = "people.csv";
  private static final List<String> COLUMNS = List.of("user", "name", "groups", "district", "unit");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");
  private static final String UNIT_GROUP = "unit-";
  private static final String COLLECTORS_OF = "collectors-";

  private final Set<String> places;
  private final Set<String> units;
  private final Keys users = new Keys("User");

  private PeopleFile(Set<String> places, Set<String> units) {
    this.places = places;
    this.units = units;
  }

  /**
   * @param places codes of all districts and grids
   */
  static List<Person> read(InputStream in, Set<String> places, Set<String> units)
      throws IOException {
    return Sheet.read(NAME, in, COLUMNS).each(new PeopleFile(places, units)::person);
  }

  private Person person(Line line) {
    String user = line.required("user", 64);
    if (!USER.matcher(user).matches()) {
      throw Findings.wrong(
          "User %s holds something else than letters, digits and . _ @ -".formatted(user));
    }
    users.once(user, line.number());
    List<String> groups = Words.split(line.required("groups", 1000));
    groups.forEach(this::requireGroup);
    String district = line.optional("district");
    if (district != null) {
      requirePlace("District", district);
    }
    String unit = line.optional("unit");
    if (unit != null) {
      requireUnit(unit);
    }
    return new Person(user, line.required("name", 100), groups, district, unit);
  }

  private void requireGroup(String group) {
    if (!GROUP.matcher(group).matches()) {
      throw Findings.wrong("Group " + group + " holds something else than letters, digits and -");
    }
    if (group.startsWith(UNIT_GROUP)) {
      requireUnit(group.substring(UNIT_GROUP.length()));
    } else if (group.startsWith(COLLECTORS_OF)) {
      requirePlace("Group " + group + ": place", group.substring(COLLECTORS_OF.length()));
    }
  }

  private void requireUnit(String unit) {
    if (!units.contains(unit)) {
      throw Findings.wrong("Unit " + unit + " is not in units.csv.");
    }
  }

  private void requirePlace(String what, String code) {
    if (!places.contains(code)) {
      throw Findings.wrong(what + " " + code + " is neither a known district nor a known grid.");
    }
  }
}
