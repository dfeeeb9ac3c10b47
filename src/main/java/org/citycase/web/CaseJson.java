package org.citycase.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citycase.access.Viewer;
import org.citycase.casefile.CaseDesk;
import org.citycase.casefile.CaseFacts;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.Closing;
import org.citycase.casefile.ClosingStandard;
import org.citycase.casefile.PenaltyItem;
import org.citycase.casefile.PenaltySheet;
import org.citycase.casefile.PenaltySheets;
import org.citycase.casefile.PersonalPenalty;
import org.citycase.casefile.Reporter;
import org.citycase.casefile.ReporterMask;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.clock.ClockState;
import org.citycase.clock.ClockView;
import org.citycase.clock.Countdowns;
import org.citycase.clock.Light;
import org.citycase.clock.Limit;
import org.citycase.dossier.CaseShown;
import org.citycase.notice.Notices;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Category;
import org.citycase.standard.Condition;
import org.citycase.standard.Unit;
import org.citycase.standard.Units;
import org.springframework.stereotype.Component;

/** A case as the interface shows it. */
@Component
public class CaseJson implements CaseShown {

  private final Catalogue catalogue;
  private final Units units;
  private final CaseClocks clocks;
  private final Countdowns countdowns;
  private final CityClock clock;
  private final PenaltySheets penalties;
  private final Notices notices;
  private final CaseDesk desk;
  private final ClosingStandard closing;
  private final List<CaseFacts> rooms;

  CaseJson(
      Catalogue catalogue,
      Units units,
      CaseClocks clocks,
      Countdowns countdowns,
      CityClock clock,
      PenaltySheets penalties,
      Notices notices,
      CaseDesk desk,
      ClosingStandard closing,
      List<CaseFacts> rooms) {
    this.catalogue = catalogue;
    this.units = units;
    this.clocks = clocks;
    this.countdowns = countdowns;
    this.clock = clock;
    this.penalties = penalties;
    this.notices = notices;
    this.desk = desk;
    this.closing = closing;
    this.rooms = rooms;
  }

  record Location(double lat, double lng, String address) {}

  record Face(ClockState state, long usedSeconds, long remainingSeconds, Light light) {}

  record Penalty(BigDecimal points, List<PenaltyItem> items, List<PersonalPenalty> persons) {}

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
      @JsonInclude(JsonInclude.Include.NON_NULL) String closingText,
      @JsonInclude(JsonInclude.Include.NON_NULL) String closingTextEn,
      Double measure,
      String channel,
      String description,
      Location location,
      String grid,
      String component,
      String district,
      String reportedBy,
      @JsonInclude(JsonInclude.Include.NON_NULL) Reporter reporter,
      @JsonInclude(JsonInclude.Include.NON_NULL) ReporterMask reporterMasked,
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
      @JsonInclude(JsonInclude.Include.NON_NULL) List<String> mergedReports,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<Sent> notices,
      @JsonIgnore Map<String, Object> rooms) {

    /** What the rooms add beside the fields all cases have. */
    @JsonAnyGetter
    Map<String, Object> more() {
      return rooms;
    }
  }

  /**
   * What a row of a list does not have, as each of it is asked of the database for each case, but
   * for the penalty: a row has what is stored.
   */
  private record Beside(
      Reporter reporter,
      Closing closing,
      PenaltySheet penalty,
      List<String> merged,
      List<Sent> notices,
      Map<String, Object> rooms) {

    static Beside only(PenaltySheet stored) {
      return new Beside(null, null, stored, null, null, Map.of());
    }
  }

  /** The whole case for this viewer, its reporter masked. */
  @Override
  public Object of(CaseFile file, Viewer viewer) {
    return opened(file, viewer, null);
  }

  /**
   * The whole case with its reporter in full.
   *
   * @param reporter as {@link org.citycase.casefile.Reporters#open} handed him out; null when it
   *     did not
   */
  public Object opened(CaseFile file, Viewer viewer, Reporter reporter) {
    return shown(
        file,
        viewer,
        clocks.view(file.number(), clock.instant()),
        new Beside(
            reporter,
            file.condition() == null ? null : closing.demanded(file),
            penalties.of(file),
            desk.mergedInto(file.number()),
            sent(file),
            more(file, viewer)));
  }

  /**
   * The cases as rows of a list: without their closing conditions, notices, merged reports and what
   * the rooms add; the penalty of an open case is not counted here.
   */
  List<Object> rows(List<CaseFile> files, Viewer viewer) {
    List<String> numbers = files.stream().map(CaseFile::number).toList();
    Map<String, ClockView> faces = countdowns.views(numbers, clock.instant());
    Map<String, PenaltySheet> stored = penalties.stored(numbers);
    return files.stream()
        .<Object>map(
            file ->
                shown(
                    file,
                    viewer,
                    faces.getOrDefault(file.number(), ClockView.NONE),
                    Beside.only(stored.getOrDefault(file.number(), PenaltySheet.NONE))))
        .toList();
  }

  private Case shown(CaseFile file, Viewer viewer, ClockView face, Beside beside) {
    Category category = catalogue.category(file.category()).orElse(null);
    Condition condition =
        file.condition() == null ? null : catalogue.condition(file.condition()).orElse(null);
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
        beside.closing() == null ? null : beside.closing().zh(),
        beside.closing() == null ? null : beside.closing().en(),
        file.reported().measure(),
        file.reported().channel().code(),
        file.reported().description(),
        new Location(file.place().lat(), file.place().lng(), file.place().address()),
        file.place().grid(),
        file.reported().component(),
        file.place().district(),
        file.reported().reportedBy(),
        beside.reporter(),
        ReporterMask.of(file, viewer),
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
        new Penalty(
            beside.penalty().points(), beside.penalty().items(), beside.penalty().persons()),
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
        beside.merged(),
        beside.notices(),
        beside.rooms());
  }

  private Map<String, Object> more(CaseFile file, Viewer viewer) {
    Map<String, Object> more = new LinkedHashMap<>();
    rooms.forEach(room -> more.putAll(room.of(file, viewer)));
    return more;
  }

  private List<Sent> sent(CaseFile file) {
    return notices.of(file.number()).stream()
        .map(notice -> new Sent(notice.document(), notice.at(), notice.to().shown(), notice.body()))
        .toList();
  }
}
