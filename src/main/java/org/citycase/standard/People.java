package org.citycase.standard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * The people of the base data and their groups. A collector belongs also to the group {@code
 * collectors-<district>}, or {@code collectors-city} without a district. Answers from memory.
 */
@Service
public class People {

  private static final String COLLECTORS = "collectors";

  /** The area of a collector who has no district. */
  private static final String WHOLE_CITY = "city";

  private final List<Person> ordered;
  private final Map<String, Person> byUser;
  private final Set<String> groups;

  @Autowired
  People(BaseData base) {
    this(base.all("PersonRow", Person.class));
  }

  People(List<Person> people) {
    this.ordered =
        people.stream()
            .map(People::withCollectorGroup)
            .sorted(Comparator.comparing(Person::user))
            .toList();
    this.byUser = ordered.stream().collect(Collectors.toMap(Person::user, Function.identity()));
    this.groups =
        ordered.stream().flatMap(person -> person.groups().stream()).collect(Collectors.toSet());
  }

  public Optional<Person> find(String user) {
    return Optional.ofNullable(byUser.get(user));
  }

  /** All people, by user name. */
  public List<Person> all() {
    return ordered;
  }

  /**
   * The groups of collectors of a grid, from the whole city to the grid, those that have a member;
   * {@code collectors} when none has.
   */
  public List<String> collectorGroups(Grid grid) {
    List<String> found =
        Stream.of(WHOLE_CITY, grid.county(), grid.subdistrict(), grid.community(), grid.code())
            .map(place -> COLLECTORS + "-" + place)
            .filter(groups::contains)
            .toList();
    return found.isEmpty() ? List.of(COLLECTORS) : found;
  }

  private static Person withCollectorGroup(Person person) {
    if (!person.groups().contains(COLLECTORS)) {
      return person;
    }
    String area = person.district() == null ? WHOLE_CITY : person.district();
    List<String> groups =
        Stream.concat(person.groups().stream(), Stream.of(COLLECTORS + "-" + area))
            .distinct()
            .toList();
    return new Person(person.user(), person.name(), groups, person.district(), person.unit());
  }
}
