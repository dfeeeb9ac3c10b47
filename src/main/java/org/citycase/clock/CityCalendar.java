package org.citycase.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.citycase.clock.CalendarVersions.Published;
import org.citycase.standard.City;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The calendar in force: the newest publication, or that of the loaded city while there is none. It
 * is read when it is first asked for (the city may load later), and again after a publication.
 */
@Component
class CityCalendar implements Supplier<CalendarTable> {

  private final City city;
  private final CalendarVersions versions;
  private volatile CalendarTable table;
  private volatile int newest;

  CityCalendar(City city, CalendarVersions versions) {
    this.city = city;
    this.versions = versions;
  }

  @Override
  public CalendarTable get() {
    CalendarTable known = table;
    return known != null ? known : refresh();
  }

  /** Reads the publications again. */
  synchronized CalendarTable refresh() {
    List<CalendarTable> superseded = new ArrayList<>();
    Published last = null;
    CalendarTable inForce = null;
    for (Published published : all()) {
      if (inForce != null) {
        superseded.add(0, inForce);
      }
      inForce = inForce(published.content(), superseded);
      last = published;
    }
    newest = last.id();
    table = inForce;
    return inForce;
  }

  /** Another node may have published. */
  @Scheduled(fixedDelay = 10_000)
  void follow() {
    if (table != null && versions.newest() != newest) {
      refresh();
    }
  }

  /** The newest publication, for a change to begin from; the city's own calendar is the first. */
  Published latest() {
    List<Published> all = all();
    return all.get(all.size() - 1);
  }

  /** All calendars that were ever in force, oldest first, that of the city among them. */
  List<Published> all() {
    CalendarContent own = CalendarContent.of(city);
    String version = inForce(own, List.of()).version();
    List<Published> all = new ArrayList<>();
    all.add(new Published(CalendarVersions.OF_THE_CITY, version, null, null, "city data", own));
    all.addAll(versions.all());
    return all;
  }

  /** The calendar that this content would be. */
  CalendarTable inForce(CalendarContent content, List<CalendarTable> superseded) {
    return content.inForce(city.zone(), city.hoursPerWorkDay(), superseded);
  }
}
