package org.citycase.dossier;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.citycase.clock.CityClock;
import org.citycase.dossier.CaseStory.Coded;
import org.citycase.rules.Bilingual;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Districts;
import org.citycase.standard.People;
import org.citycase.standard.Units;
import org.springframework.stereotype.Component;

/** The names of what a case mentions by code, and instants as the city reads them. */
@Component
class Names {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final String UNIT = "unit-";
  private static final String AREA = "collectors-";

  private final Units units;
  private final Catalogue catalogue;
  private final Districts districts;
  private final People people;
  private final CityClock clock;

  Names(Units units, Catalogue catalogue, Districts districts, People people, CityClock clock) {
    this.units = units;
    this.catalogue = catalogue;
    this.districts = districts;
    this.people = people;
    this.clock = clock;
  }

  Coded unit(String code) {
    return code == null
        ? null
        : new Coded(
            code,
            units
                .find(code)
                .map(unit -> new Bilingual(unit.nameZh(), unit.name(true)))
                .orElse(StoryWords.same(code)));
  }

  Coded category(String code) {
    return new Coded(
        code,
        catalogue
            .category(code)
            .map(one -> new Bilingual(one.nameZh(), one.nameEn()))
            .orElse(StoryWords.same(code)));
  }

  Coded condition(String id) {
    return id == null
        ? null
        : new Coded(
            id,
            catalogue
                .condition(id)
                .map(one -> new Bilingual(one.textZh(), one.textEn()))
                .orElse(StoryWords.same(id)));
  }

  Coded district(String code) {
    return new Coded(
        code,
        districts
            .find(code)
            .map(one -> new Bilingual(one.nameZh(), one.name(true)))
            .orElse(StoryWords.same(code)));
  }

  /** A user of the house with the name of the person, or the rule tables, or the public. */
  Bilingual person(String user) {
    return StoryWords.knows("holder." + user)
        ? StoryWords.say("holder." + user)
        : people
            .find(user)
            .filter(one -> one.name() != null && !one.name().equals(user))
            .map(one -> StoryWords.say("name.person", one.name(), user))
            .orElse(StoryWords.same(user));
  }

  /** Who holds a case or a task: the code of a unit, a group, or several separated by commas. */
  Bilingual holder(String codes) {
    return Arrays.stream(codes.split(","))
        .map(this::oneHolder)
        .reduce((one, next) -> StoryWords.say("name.both", one, next))
        .orElseThrow();
  }

  private Bilingual oneHolder(String code) {
    if (code.startsWith(AREA)) {
      return StoryWords.say("name.area", district(code.substring(AREA.length())).name());
    }
    String unit = code.startsWith(UNIT) ? code.substring(UNIT.length()) : code;
    return StoryWords.knows("holder." + code)
        ? StoryWords.say("holder." + code)
        : unit(unit).name();
  }

  /** A limit as the ledger writes it, e.g. {@code 2 work_day}. */
  Bilingual limit(String text) {
    int blank = text.indexOf(' ');
    String value = text.substring(0, blank);
    String key = "limit." + text.substring(blank + 1);
    return value.equals("1") ? StoryWords.say(key + ".1") : StoryWords.say(key, value);
  }

  /** Hours and minutes on a limit's clock. */
  Bilingual time(long seconds) {
    Bilingual told = StoryWords.hours(Math.abs(seconds));
    return seconds < 0 ? StoryWords.joined(StoryWords.same("-"), told) : told;
  }

  String minute(Instant at) {
    return MINUTE.format(clock.inCity(at));
  }
}
