package org.citycase.standard;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** The city: its name, zone, middle and working time. Answers from memory. */
@Service
public class City {

  private final CitySettings settings;
  private final List<Slot> slots;
  private final Set<DayOfWeek> workDays;
  private final List<CalendarDay> calendar;

  @Autowired
  City(BaseData base) {
    this(base.settings(), base.all("CalendarDayRow", CalendarDay.class));
  }

  City(CitySettings settings, List<CalendarDay> calendar) {
    this.settings = settings;
    this.slots = settings.slots().stream().map(Slot::of).toList();
    this.workDays =
        settings.workDays().stream()
            .map(DayOfWeek::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    this.calendar = calendar.stream().sorted(Comparator.comparing(CalendarDay::date)).toList();
  }

  public String nameZh() {
    return settings.nameZh();
  }

  public String nameEn() {
    return settings.nameEn();
  }

  /** The zone in which slots and dates are meant. */
  public ZoneId zone() {
    return ZoneId.of(settings.zone());
  }

  /** Latitude of the middle of the map, degrees. */
  public double centerLat() {
    return settings.centerLat();
  }

  /** Longitude of the middle of the map, degrees. */
  public double centerLng() {
    return settings.centerLng();
  }

  /** The working slots of a day, in order, without overlap. */
  public List<Slot> slots() {
    return slots;
  }

  /** The weekdays that are worked when the calendar says nothing else. */
  public Set<DayOfWeek> workDays() {
    return Set.copyOf(workDays);
  }

  /** How many work hours one work day of a limit stands for. */
  public int hoursPerWorkDay() {
    return settings.hoursPerWorkDay();
  }

  /** Holidays and make-up days, by date. */
  public List<CalendarDay> calendar() {
    return calendar;
  }
}
