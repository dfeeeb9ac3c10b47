package org.citycase.collect;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.MALFORMED;

import java.time.LocalDate;
import java.util.Optional;
import org.citycase.Refusal;
import org.citycase.casefile.Channel;
import org.citycase.casefile.Place;
import org.citycase.clock.CityClock;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Component;
import org.citycase.standard.Components;
import org.citycase.standard.Condition;
import org.citycase.standard.Grid;
import org.citycase.standard.Grids;

/** What a report must hold before it gets a number (T01, T02). */
@org.springframework.stereotype.Component
class ReportChecks {

  private static final int LONGEST_DESCRIPTION = 4000;
  private static final int LONGEST_ADDRESS = 500;
  private static final int MOST_PHOTOS = 9;

  private final Catalogue catalogue;
  private final Components components;
  private final Grids grids;
  private final CityClock clock;

  ReportChecks(Catalogue catalogue, Components components, Grids grids, CityClock clock) {
    this.catalogue = catalogue;
    this.components = components;
    this.grids = grids;
    this.clock = clock;
  }

  void check(Report report) {
    category(report);
    condition(report);
    component(report);
    text(report.description(), "description", LONGEST_DESCRIPTION, true);
    text(report.address(), "location.address", LONGEST_ADDRESS, false);
    if (report.measure() != null
        && (report.measure().isNaN() || report.measure().isInfinite() || report.measure() < 0)) {
      throw Refusal.ofField(MALFORMED, "measure", "A measure is a number of at least 0.");
    }
    reporter(report);
    photos(report);
    channelOnly(report);
  }

  private static void channelOnly(Report report) {
    if (report.guard() && (report.channel() != Channel.COLLECTOR || report.quick())) {
      throw Refusal.ofField(
          AGAINST_RULES,
          "guard",
          "Guard is kept by a collector at a danger that he cannot mend himself: leave guard out.");
    }
    if (report.hotline() != null && report.channel() != Channel.HOTLINE) {
      throw Refusal.ofField(
          AGAINST_RULES,
          "hotline",
          "Only a report of the channel hotline has a call: leave hotline out.");
    }
  }

  private void category(Report report) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    if (report.category() == null) {
      throw Refusal.ofField(
          MALFORMED, "category", "Say of which category it is, e.g. C01-37 or E01-10.");
    }
    if (catalogue.category(report.category(), today).isEmpty()) {
      throw Refusal.ofField(
          MALFORMED,
          "category",
          "Unknown category '%s': use a code of the catalogue, e.g. C01-37 or E01-10."
              .formatted(report.category()));
    }
  }

  private void condition(Report report) {
    if (report.condition() == null) {
      return;
    }
    Optional<Condition> condition = catalogue.condition(report.condition());
    if (condition.isEmpty()) {
      throw Refusal.ofField(
          MALFORMED, "condition", "Unknown filing condition '" + report.condition() + "'.");
    }
    if (!condition.get().category().equals(report.category())) {
      throw Refusal.ofField(
          MALFORMED,
          "condition",
          "Condition %s belongs to category %s, not to %s."
              .formatted(report.condition(), condition.get().category(), report.category()));
    }
  }

  private void component(Report report) {
    if (report.component() == null) {
      return;
    }
    Component component =
        components
            .find(report.component())
            .orElseThrow(
                () ->
                    Refusal.ofField(
                        MALFORMED,
                        "component",
                        "Component '" + report.component() + "' is not in the register."));
    if (!component.category().equals(report.category())) {
      throw Refusal.ofField(
          MALFORMED,
          "component",
          "Component %s is of category %s, not of %s."
              .formatted(report.component(), component.category(), report.category()));
    }
  }

  private static void text(String text, String field, int longest, boolean demanded) {
    if (demanded && (text == null || text.isBlank())) {
      throw Refusal.ofField(MALFORMED, field, "Say in " + field + " what was seen.");
    }
    if (text != null && text.length() > longest) {
      throw Refusal.ofField(
          MALFORMED, field, "%s holds at most %d characters.".formatted(field, longest));
    }
  }

  private static void reporter(Report report) {
    if (report.channel() == Channel.COLLECTOR
        && (report.reporterName() != null || report.reporterPhone() != null)) {
      throw Refusal.ofField(
          MALFORMED, "reporter", "A collector reports himself: leave out the reporter.");
    }
    text(report.reporterName(), "reporter.name", 100, false);
    text(report.reporterPhone(), "reporter.phone", 40, false);
  }

  private static void photos(Report report) {
    int photos = report.photos().size() + report.afterPhotos().size();
    if (photos > MOST_PHOTOS) {
      throw Refusal.ofField(
          AGAINST_RULES,
          "photos",
          "A report takes at most %d photos; these are %d.".formatted(MOST_PHOTOS, photos));
    }
    if (report.channel() == Channel.COLLECTOR && report.photos().isEmpty()) {
      throw Refusal.ofField(
          AGAINST_RULES, "photos", "A collector's report needs at least one photo of the problem.");
    }
  }

  /** The place of the report: as told, or the component's; in exactly one unit grid. */
  Place place(Report report) {
    double lat;
    double lng;
    if (report.lat() != null && report.lng() != null) {
      lat = report.lat();
      lng = report.lng();
    } else if (report.component() != null) {
      Component component = components.find(report.component()).orElseThrow();
      lat = component.lat();
      lng = component.lng();
    } else {
      throw Refusal.ofField(
          MALFORMED, "location", "Say where it is: location.lat and location.lng, or a component.");
    }
    Grid grid =
        grids
            .at(lat, lng)
            .orElseThrow(
                () ->
                    Refusal.ofField(
                        AGAINST_RULES,
                        "location",
                        "The place %s, %s lies outside every unit grid of the city."
                            .formatted(lat, lng)));
    return new Place(lat, lng, report.address(), grid.code(), grid.county());
  }
}
