package org.citycase.notice;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citycase.Refusal;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.clock.CityClock;
import org.citycase.clock.Limit;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Condition;
import org.citycase.standard.Units;
import org.springframework.stereotype.Component;

/** Issues documents about a case to whom they concern: its unit, its reporter, people by name. */
@Component
public class CaseNotices {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Notices notices;
  private final CaseFiles files;
  private final Catalogue catalogue;
  private final Units units;
  private final CityClock clock;

  CaseNotices(Notices notices, CaseFiles files, Catalogue catalogue, Units units, CityClock clock) {
    this.notices = notices;
    this.files = files;
    this.catalogue = catalogue;
    this.units = units;
    this.clock = clock;
  }

  /** Issues a document to the responsible unit. */
  void toUnit(String number, String document) {
    CaseFile file = files.get(number);
    String unit = file.assignment().unit();
    if (unit == null) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "Case %s has no unit yet that %s could go to: send it behind the dispatch."
              .formatted(number, document));
    }
    notices.issue(number, document, Recipient.official(unitName(file), unit), facts(file));
  }

  /**
   * Issues a document to each of these people, in the running transaction.
   *
   * @param more the facts beside those of every case notice, as the head of the document lists them
   */
  public List<Notice> toPeople(
      String number, String document, List<Recipient> people, Map<String, Object> more) {
    Map<String, Object> facts = facts(files.get(number));
    facts.putAll(more);
    return people.stream().map(person -> notices.issue(number, document, person, facts)).toList();
  }

  /** Issues a document to the reporter and to those whose reports were merged, if there are any. */
  void toReporters(String number, String document) {
    CaseFile file = files.get(number);
    tell(file, document, file);
    files.mergedInto(number).forEach(merged -> tell(file, document, merged));
  }

  private void tell(CaseFile file, String document, CaseFile reporterOf) {
    if (reporterOf.reported().hasReporter()) {
      Recipient reporter =
          new Recipient(
              reporterOf.reported().reporterName(), reporterOf.reported().reporterPhone());
      notices.issue(file.number(), document, reporter, facts(file));
    }
  }

  private Map<String, Object> facts(CaseFile file) {
    Condition condition =
        file.condition() == null ? null : catalogue.condition(file.condition()).orElse(null);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("number", file.number());
    facts.put("categoryCode", file.category());
    facts.put("categoryName", categoryName(file));
    facts.put(
        "conditionText", condition == null ? "" : condition.textZh() + " " + condition.textEn());
    facts.put("description", file.reported().description());
    facts.put("address", orEmpty(file.place().address()));
    facts.put("grid", file.place().grid());
    facts.put("unitName", unitName(file));
    facts.put("limitText", limit(file.limit()));
    facts.put("dueText", time(file.dueAt()));
    facts.put("reason", orEmpty(file.lastReason()));
    facts.put("advice", orEmpty(file.advice()));
    facts.put("result", orEmpty(file.assignment().result()));
    facts.put("closedText", time(file.course().closedAt()));
    facts.put("exempt", file.isExempt() ? "yes" : "");
    return facts;
  }

  private String categoryName(CaseFile file) {
    return catalogue
        .category(file.category())
        .map(category -> bothNames(category.nameZh(), category.nameEn()))
        .orElse(file.category());
  }

  private String unitName(CaseFile file) {
    return file.assignment().unit() == null
        ? ""
        : units
            .find(file.assignment().unit())
            .map(unit -> bothNames(unit.nameZh(), unit.nameEn()))
            .orElse(file.assignment().unit());
  }

  private static String bothNames(String zh, String en) {
    return en == null || en.isBlank() ? zh : zh + " " + en;
  }

  private static String limit(Limit limit) {
    if (limit == null) {
      return "";
    }
    String zh =
        switch (limit.unit()) {
          case URGENT_HOUR -> "紧急工作时";
          case WORK_HOUR -> "工作时";
          case WORK_DAY -> "工作日";
          case NATURAL_DAY -> "自然日";
          case MINUTE -> "分钟";
        };
    String en = limit.unit().code().replace('_', ' ') + (limit.value() == 1 ? "" : "s");
    return "%d %s %d %s".formatted(limit.value(), zh, limit.value(), en);
  }

  private String time(Instant instant) {
    return instant == null ? "" : TIME.format(clock.inCity(instant));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
