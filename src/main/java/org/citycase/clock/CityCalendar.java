package org.citycase.clock;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.citycase.clock.CalendarTable.DayKind;
import org.citycase.clock.CalendarTable.Slot;
import org.citycase.standard.CalendarDay;
import org.citycase.standard.City;
import org.springframework.stereotype.Component;

/** The calendar of the loaded city, read when it is first asked for: the city may load later. */
@Component
class CityCalendar implements Supplier<CalendarTable> {

  private final City city;
  private volatile CalendarTable table;

  CityCalendar(City city) {
    this.city = city;
  }

  @Override
  public CalendarTable get() {
    if (table == null) {
      table = read();
    }
    return table;
  }

  private CalendarTable read() {
    var slots = city.slots().stream().map(slot -> new Slot(slot.from(), slot.to())).toList();
    Map<LocalDate, DayKind> days = new TreeMap<>();
    for (CalendarDay day : city.calendar()) {
      days.put(day.date(), DayKind.valueOf(day.kind().name()));
    }
    String content =
        String.join("|", city.zone().getId(), slots.toString(), days.toString())
            + new TreeSet<>(city.workDays())
            + city.hoursPerWorkDay();
    return new CalendarTable(
        city.zone(), slots, city.workDays(), city.hoursPerWorkDay(), days, version(content));
  }

  private static String version(String content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "calendar-" + HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
