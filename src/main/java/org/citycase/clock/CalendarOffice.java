package org.citycase.clock;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.UNKNOWN;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citycase.Refusal;
import org.citycase.clock.CalendarContent.Emergency;
import org.citycase.clock.CalendarVersions.Published;
import org.citycase.standard.Catalogue;
import org.citycase.standard.City;
import org.citycase.trail.ConfigurationLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where the city's calendar is kept: shows it, drafts a change, publishes it and declares
 * emergencies. A publication is in force at once for every clock that moves from then on; the
 * clocks of open cases have to be recounted by whoever publishes.
 */
@Service
public class CalendarOffice {

  private final City city;
  private final Catalogue catalogue;
  private final CityCalendar calendar;
  private final CalendarVersions versions;
  private final CityClock clock;
  private final ConfigurationLog log;
  private final TransactionTemplate alone;

  CalendarOffice(
      City city,
      Catalogue catalogue,
      CityCalendar calendar,
      CalendarVersions versions,
      CityClock clock,
      ConfigurationLog log,
      PlatformTransactionManager transactions) {
    this.city = city;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.versions = versions;
    this.clock = clock;
    this.log = log;
    this.alone = new TransactionTemplate(transactions);
  }

  /** The calendar in force, and how it came to be. */
  public record Shown(
      String zone,
      int hoursPerWorkDay,
      String version,
      List<CalendarContent.Period> periods,
      List<CalendarContent.Day> days,
      List<Publication> history) {}

  /** One publication; the first is the city's own calendar, without instant and publisher. */
  public record Publication(
      int id, String version, Instant publishedAt, String publishedBy, String comment) {
    private static Publication of(Published one) {
      return new Publication(one.id(), one.version(), one.at(), one.by(), one.comment());
    }
  }

  /** An emergency and whether it is upcoming, active or ended. */
  public record Declared(
      int id,
      String name,
      List<String> categories,
      Instant from,
      Instant to,
      String comment,
      String state) {}

  public Shown shown() {
    List<Published> all = calendar.all();
    Published latest = all.get(all.size() - 1);
    return new Shown(
        city.zone().getId(),
        city.hoursPerWorkDay(),
        latest.version(),
        latest.content().periods(),
        latest.content().days(),
        all.stream().map(Publication::of).toList());
  }

  /** The calendar that a change would make; nothing is stored. */
  public WorkCalendar draft(CalendarChange change) {
    return draft(change.appliedTo(calendar.latest().content()));
  }

  /** The calendar that an emergency would make; nothing is stored. */
  public WorkCalendar draft(EmergencyOrder order) {
    Published latest = calendar.latest();
    return draft(with(latest, order.numbered(latest.id() + 1, catalogue)));
  }

  private WorkCalendar draft(CalendarContent content) {
    CalendarTable table = calendar.inForce(content, List.of());
    return new WorkCalendar(() -> table);
  }

  private static CalendarContent with(Published latest, Emergency further) {
    List<Emergency> all = new ArrayList<>(latest.content().emergencies());
    all.add(further);
    return latest.content().with(all);
  }

  /** Publishes a change; one that changes nothing leaves the version as it is. */
  public void publish(CalendarChange change, String by) {
    Published latest = calendar.latest();
    Act act = new Act("publishCalendar", "calendar", change.comment(), by);
    publish(latest, change.appliedTo(latest.content()), act);
  }

  public List<Declared> emergencies() {
    return calendar.latest().content().emergencies().stream().map(this::declared).toList();
  }

  /** Declares an emergency; it may have begun already. */
  public Declared declare(EmergencyOrder order, String by) {
    Published latest = calendar.latest();
    Emergency declared = order.numbered(latest.id() + 1, catalogue);
    String comment = "应急 emergency " + declared.id() + ": " + declared.name();
    Act act = new Act("declareEmergency", "emergency " + declared.id(), comment, by);
    publish(latest, with(latest, declared), act);
    return declared(declared);
  }

  /** Ends an emergency now; one that has not begun is taken back. */
  public void end(int id, String by) {
    Published latest = calendar.latest();
    List<Emergency> all = new ArrayList<>(latest.content().emergencies());
    Emergency ending =
        all.stream()
            .filter(emergency -> emergency.id() == id)
            .findFirst()
            .orElseThrow(() -> new Refusal(UNKNOWN, "There is no emergency " + id + "."));
    Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
    if (!now.isBefore(ending.to())) {
      throw new Refusal(AGAINST_RULES, "Emergency " + id + " has ended already; nothing to end.");
    }
    all.remove(ending);
    if (now.isAfter(ending.from())) {
      all.add(ending.until(now));
    }
    String comment = "应急结束 end of emergency " + id + ": " + ending.name();
    Act act = new Act("endEmergency", "emergency " + id, comment, by);
    publish(latest, latest.content().with(all), act);
  }

  /** What somebody does to the calendar, as the log of the configuration tells it. */
  private record Act(String action, String subject, String comment, String by) {
    private String said() {
      return comment == null ? "" : comment;
    }
  }

  /** Whoever published since the latest was read has taken its number: that is refused. */
  private void publish(Published latest, CalendarContent content, Act act) {
    if (content.equals(latest.content())) {
      return;
    }
    String version = calendar.inForce(content, List.of()).version();
    Published next =
        new Published(latest.id() + 1, version, clock.now(), act.by(), act.said(), content);
    alone.executeWithoutResult(
        status -> {
          versions.append(next);
          log.append(
              next.at(),
              act.by(),
              act.action(),
              act.subject(),
              Map.of("id", next.id(), "version", version, "comment", act.said()));
        });
    calendar.refresh();
  }

  private Declared declared(Emergency one) {
    Instant now = clock.now();
    String state =
        now.isBefore(one.from()) ? "upcoming" : now.isBefore(one.to()) ? "active" : "ended";
    return new Declared(
        one.id(), one.name(), one.categories(), one.from(), one.to(), one.comment(), state);
  }
}
