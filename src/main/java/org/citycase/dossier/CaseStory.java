package org.citycase.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citycase.clock.Light;
import org.citycase.process.Walk;
import org.citycase.rules.Bilingual;

/**
 * The whole story of a case (案件全程) as one viewer may read it at one instant, told in Chinese and
 * English: what page, PDF and ZIP show. What the viewer may not see is masked, and said so.
 *
 * @param at the instant it is told; open stretches are counted until then
 * @param timeline everything that happened, oldest first, each thing once
 * @param ledger the clock's ledger (计时台账) as the parts of a bar, oldest first; empty before the
 *     dispatch
 * @param photos oldest first
 * @param clockStory what the ledger comes to, in sentences; before the dispatch, that no limit runs
 * @param whyOverdue the same when the case is overdue, else null
 * @param path its walks through the versions of the diagrams it ran on; for the texts of the
 *     diagrams see {@link org.citycase.process.Paths}
 * @param masked what this viewer does not see and who may, one sentence each; empty when nothing
 */
public record CaseStory(
    Instant at,
    Header header,
    List<Event> timeline,
    List<Bar> ledger,
    List<Photo> photos,
    Places places,
    Bilingual clockStory,
    Bilingual whyOverdue,
    List<Walk> path,
    List<Bilingual> masked) {

  /**
   * The head of the case file. A {@link Coded} is null where the case has none.
   *
   * @param condition the filing condition (立案条件)
   * @param closing what must be reached to close it (结案条件); null before a condition is known
   * @param address as reported; empty when there was none
   * @param unit the responsible unit (责任单位)
   * @param limit the limit it was filed under, e.g. 2 工作日, 2 work days; null before filing
   * @param dueAt the last instant on time; null while no clock runs towards one
   * @param overdueSince when the time of the unit ran out; null when the case is not overdue
   * @param remainingSeconds on the limit's clock, negative beyond it
   * @param flags the marks beside the state, e.g. {@code supervised} 督办
   * @param dates the instants the case reached, in their order: reported, filed, …, closed
   * @param reporter masked name and phone; null when nobody is to be answered, or they were erased
   * @param links other cases: merged into, merged reports, opened from, opened after
   * @param logLength how many entries the log has
   * @param logHash the hash of the last of them, 64 hexadecimal digits
   */
  public record Header(
      String number,
      Coded state,
      boolean over,
      String step,
      Coded category,
      Coded condition,
      Bilingual closing,
      Double measure,
      Coded channel,
      String description,
      String address,
      String grid,
      Coded district,
      String component,
      Coded unit,
      List<Coded> coUnits,
      String handler,
      String result,
      Bilingual limit,
      Instant dueAt,
      boolean overdue,
      Instant overdueSince,
      Coded clock,
      Light light,
      long usedSeconds,
      long remainingSeconds,
      int reworkCount,
      int extensionCount,
      int returnCount,
      List<Coded> flags,
      List<Dated> dates,
      String reportedBy,
      Reporter reporter,
      List<Link> links,
      BigDecimal penaltyPoints,
      List<Penalty> penalties,
      String standardVersion,
      int logLength,
      String logHash) {}

  /** A code of the interface or the base data with its name. */
  public record Coded(String code, Bilingual name) {}

  /** An instant the case reached, by its name in the interface, e.g. {@code filedAt} 立案时间. */
  public record Dated(String code, Bilingual name, Instant at) {}

  /** Whoever is to be answered, masked: 王**, 138****5678. A part that was not given is null. */
  public record Reporter(String name, String phone) {}

  /**
   * Another case that belongs to this one.
   *
   * @param how {@code mergedInto}, {@code mergedReport}, {@code parentCase} or {@code linkedCase}
   */
  public record Link(String how, Bilingual name, String number) {}

  /** Penalty points of a unit, or of a person when {@code person} is not null. */
  public record Penalty(
      String code, Bilingual cause, String unit, String person, BigDecimal points) {}

  /** What sort of event; the filter of the page. Lower case in JSON. */
  public enum Kind {
    /** 日志: an act written to the case log. */
    LOG,
    /** 任务: a stretch in which somebody had a task of the diagram under the limit of a stage. */
    TASK,
    /** 判定: a decision table answered. */
    DECISION,
    /** 计时: the clock began to run, paused, stopped, or was moved. */
    CLOCK,
    /** 通知: a notice was issued. */
    NOTICE,
    /** 照片: a photo was added. */
    PHOTO,
    /** 干预: somebody interfered through the engine's own doors. */
    INTERVENTION,
    /** 查阅: personal data was read. */
    READ;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One thing that happened.
   *
   * @param until the end of a task or a stretch of the clock; null while it lasts, and for what
   *     takes no time
   * @param seq its number among those of its kind: in the log, the receipts, the ledger …
   * @param title a few words, e.g. 立案 case filed
   * @param sentence the whole of it in one sentence
   * @param actor the user, {@code rule} for a decision table, the groups of a task nobody has done;
   *     null for the clock
   * @param actorName the same as people read it
   * @param table the decision table that answered, or that the act followed; else null
   * @param version of that table, when it is a decision; else null
   * @param row the row that answered; else null
   * @param photo SHA-256 of the photo; null unless it is one
   * @param reason what the actor gave as reason, as it was written; null without one
   * @param details further facts by name
   * @param hash of the log entry; null for what is no log entry
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Event(
      Instant at,
      Instant until,
      Kind kind,
      int seq,
      Bilingual title,
      Bilingual sentence,
      String actor,
      Bilingual actorName,
      String table,
      String version,
      String row,
      String photo,
      String reason,
      List<Detail> details,
      String hash) {}

  /** One more fact of an event. */
  public record Detail(Bilingual name, Bilingual value) {}

  /**
   * One part of the ledger's bar: a stretch of real time in which the clock did one thing.
   *
   * @param round 1, and one more for each restart with a full limit
   * @param to null while it lasts; a clock that stopped for ever has no part after its end
   * @param state {@code running}, {@code overdue} (running beyond the limit), {@code paused} or
   *     {@code stopped}
   * @param holder who had the case: the code of a unit or a group
   * @param seconds counted on the limit's clock; 0 when it did not run
   * @param share of the whole bar, by real time; all shares together are 1
   * @param why why the stretch began
   */
  public record Bar(
      int round,
      Instant from,
      Instant to,
      String state,
      Bilingual stateName,
      String holder,
      Bilingual holderName,
      long seconds,
      double share,
      Bilingual why) {}

  /**
   * A photo of the case; its picture is {@code /api/attachments/<sha256>}.
   *
   * @param kind {@code before}, {@code after}, {@code check} or {@code other}
   * @param lat degrees where it was taken, as its sender says; null when he does not
   * @param metres from the place of the case; null without a place of its own
   */
  public record Photo(
      String sha256,
      String kind,
      Bilingual kindName,
      String name,
      String contentType,
      long size,
      Instant at,
      String by,
      Double lat,
      Double lng,
      Long metres) {}

  /**
   * Where it is, for a map. Degrees WGS 84.
   *
   * @param at the place of the case
   * @param grid the ground of its unit grid as a GeoJSON geometry; null when the grid is unknown
   * @param component the place of the component with its code, category, owner and state; null
   *     without one
   * @param photos the places of photos that have one
   * @param relocatedFrom where it was reported, when the field check corrected the place; else null
   */
  public record Places(
      Point at,
      Map<String, Object> grid,
      ComponentAt component,
      List<Point> photos,
      Point relocatedFrom) {}

  /** A point of the map with what it shows: the SHA-256 of a photo, else the word of its field. */
  public record Point(double lat, double lng, String of) {}

  /** A component of the register (部件). */
  public record ComponentAt(
      String code, Coded category, double lat, double lng, Coded owner, String state) {}
}
