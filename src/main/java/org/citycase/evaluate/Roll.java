package org.citycase.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.citycase.casefile.Act;
import org.citycase.standard.District;
import org.citycase.standard.Districts;
import org.citycase.standard.People;
import org.citycase.standard.Person;
import org.citycase.standard.Unit;
import org.citycase.standard.Units;
import org.springframework.stereotype.Component;

/** Who is evaluated: all units, all counties, and for a post its group and whoever did its work. */
@Component
class Roll {

  /** Somebody to be evaluated; a name is null where the base data has none. */
  record Entry(String code, String nameZh, String nameEn) {}

  private final Units units;
  private final Districts districts;
  private final People people;

  Roll(Units units, Districts districts, People people) {
    this.units = units;
    this.districts = districts;
    this.people = people;
  }

  /**
   * @param counted whom the counts of this object name, known to the base data or not
   */
  List<Entry> of(ScoreObject object, Set<String> counted) {
    Set<String> codes = new TreeSet<>(counted);
    codes.remove(Act.RULE);
    codes.addAll(known(object));
    List<Entry> entries = new ArrayList<>();
    codes.forEach(code -> entries.add(entry(object, code)));
    return entries;
  }

  private List<String> known(ScoreObject object) {
    return switch (object) {
      case UNIT -> units.all().stream().map(Unit::code).toList();
      case REGION ->
          districts.all().stream()
              .filter(district -> district.level() == District.Level.COUNTY)
              .map(District::code)
              .toList();
      default ->
          people.all().stream()
              .filter(person -> person.groups().contains(object.group()))
              .map(Person::user)
              .toList();
    };
  }

  private Entry entry(ScoreObject object, String code) {
    return switch (object) {
      case UNIT ->
          units
              .find(code)
              .map(unit -> new Entry(code, unit.nameZh(), unit.nameEn()))
              .orElse(new Entry(code, null, null));
      case REGION ->
          districts
              .find(code)
              .map(district -> new Entry(code, district.nameZh(), district.nameEn()))
              .orElse(new Entry(code, null, null));
      default -> new Entry(code, people.find(code).map(Person::name).orElse(null), null);
    };
  }
}
