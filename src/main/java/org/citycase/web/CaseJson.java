package org.citycase.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.citycase.access.Viewer;
import org.citycase.casefile.CaseDesk;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.Penalties;
import org.citycase.casefile.PenaltyItem;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.clock.ClockState;
import org.citycase.clock.ClockView;
import org.citycase.clock.Light;
import org.citycase.clock.Limit;
import org.citycase.notice.Notices;
import org.citycase.notice.Recipient;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Category;
import org.citycase.standard.Condition;
import org.citycase.standard.Unit;
import org.citycase.standard.Units;
import org.springframework.stereotype.Component;

/** A case as the interface shows it. */
@Component
public class CaseJson {

  private final Catalogue catalogue;
  private final Units units;
  private final CaseClocks clocks;
  private final CityClock clock;
  private final Penalties penalties;
  private final Notices notices;
  private final CaseDesk desk;

  CaseJson(
      Catalogue catalogue,
      Units units,
      CaseClocks clocks,
      CityClock clock,
      Penalties penalties,
      Notices notices,
      CaseDesk desk) {
    this.catalogue = catalogue;
    this.units = units;
    this.clocks = clocks;
    this.clock = clock;
    this.penalties = penalties;
    this.notices = notices;
    this.desk = desk;
  }

  record Location(double lat, double lng, String address) {}

  record Face(ClockState state, long usedSeconds, long remainingSeconds, Light light) {}

  record Penalty(BigDecimal points, List<PenaltyItem> items) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reporter(String name, String phone) {}

  record Sent(String document, Instant at, String to, String text) {}

  /** The case of the interface, field by field as clients rely on it. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Case(
      String number,
      String state,
      String stateName,
      String step,
      String category,
      String categoryName,
      String categoryNameEn,
      String condition,
      String conditionText,
      String conditionTextEn,
      String closingText,
      String closingTextEn,
      Double measure,
      String channel,
      String description,
      Location location,
      String grid,
      String component,
      String district,
      String reportedBy,
      @JsonInclude(JsonInclude.Include.NON_NULL) Reporter reporter,
      String unit,
      String unitName,
      List<String> coUnits,
      String handler,
      String result,
      Limit limit,
      Instant dueAt,
      boolean overdue,
      Face clock,
      int reworkCount,
      int extensionCount,
      int returnCount,
      List<String> flags,
      Penalty penalty,
      Instant foundAt,
      Instant reportedAt,
      Instant filedAt,
      Instant dispatchedAt,
      Instant fedBackAt,
      Instant closedAt,
      String standardVersion,
      String verification,
      String filing,
      String advice,
      String satisfaction,
      String mergedInto,
      List<String> mergedReports,
      List<Sent> notices) {}

  /** The whole case for this viewer; who does not answer reporters does not see them. */
  public Object of(CaseFile file, Viewer viewer) {
    ClockView face = clocks.view(file.number(), clock.instant());
    Category category = catalogue.category(file.category()).orElse(null);
    Condition condition =
        file.condition() == null ? null : catalogue.condition(file.condition()).orElse(null);
    List<PenaltyItem> items = penalties.findByCaseNumberOrderByPosition(file.number());
    return new Case(
        file.number(),
        file.state().name(),
        file.state().nameZh(),
        file.step(),
        file.category(),
        category == null ? null : category.nameZh(),
        category == null ? null : category.nameEn(),
        file.condition(),
        condition == null ? null : condition.textZh(),
        condition == null ? null : condition.textEn(),
        condition == null ? null : condition.closingZh(),
        condition == null ? null : condition.closingEn(),
        file.reported().measure(),
        file.reported().channel().code(),
        file.reported().description(),
        new Location(file.place().lat(), file.place().lng(), file.place().address()),
        file.place().grid(),
        file.reported().component(),
        file.place().district(),
        file.reported().reportedBy(),
        viewer.seesReporters() && file.reported().hasReporter()
            ? new Reporter(file.reported().reporterName(), file.reported().reporterPhone())
            : null,
        file.assignment().unit(),
        file.assignment().unit() == null
            ? null
            : units.find(file.assignment().unit()).map(Unit::nameZh).orElse(null),
        file.assignment().coUnits(),
        file.assignment().handler(),
        file.assignment().result(),
        file.limit(),
        face.dueAt(),
        face.overdue(),
        new Face(face.state(), face.usedSeconds(), face.remainingSeconds(), face.light()),
        file.reworkCount(),
        file.extensionCount(),
        file.returnCount(),
        file.flags(),
        new Penalty(sum(items), items),
        file.reported().foundAt(),
        file.reported().reportedAt(),
        file.course().filedAt(),
        file.course().dispatchedAt(),
        file.course().fedBackAt(),
        file.course().closedAt(),
        file.standardVersion(),
        file.verification(),
        file.filing(),
        file.advice(),
        file.satisfaction(),
        file.mergedInto(),
        desk.mergedInto(file.number()),
        sent(file, viewer));
  }

  private List<Sent> sent(CaseFile file, Viewer viewer) {
    return notices.of(file.number()).stream()
        .map(
            notice ->
                new Sent(
                    notice.document(), notice.at(), name(notice.to(), file, viewer), notice.body()))
        .toList();
  }

  /** A unit is named to all; a reporter only to those who answer reporters. */
  private static String name(Recipient to, CaseFile file, Viewer viewer) {
    boolean unit = to.address().equals(file.assignment().unit());
    return unit || viewer.seesReporters() ? to.name() : "举报人 reporter";
  }

  private static BigDecimal sum(List<PenaltyItem> items) {
    return items.stream().map(PenaltyItem::getPoints).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
