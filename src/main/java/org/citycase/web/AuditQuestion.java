package org.citycase.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.citycase.audit.DeedQuery;
import org.citycase.audit.Leaf;
import org.citycase.audit.Span;
import org.citycase.clock.CityClock;
import org.citycase.rules.RowReceipts;
import org.springframework.web.util.UriUtils;

/**
 * A question over all cases, as the forms of the pages send it; what is empty does not narrow it.
 *
 * @param from a day of the city or an instant
 * @param to the last day, or the instant behind the last one
 */
record AuditQuestion(
    String person,
    String action,
    String table,
    String row,
    String unit,
    String from,
    String to,
    Integer page) {

  AuditQuestion {
    person = clean(person);
    action = clean(action);
    table = clean(table);
    row = clean(row);
    unit = clean(unit);
    from = clean(from);
    to = clean(to);
    page = page == null ? 0 : page;
  }

  /** The question that narrows nothing. */
  static AuditQuestion anything() {
    return new AuditQuestion("", "", "", "", "", "", "", 0);
  }

  private static String clean(String text) {
    return text == null ? "" : text.trim();
  }

  Span span(CityClock clock) {
    return Span.of(from, to, clock.getZone());
  }

  Leaf leaf() {
    return Leaf.at(page);
  }

  /** What one of the lists of deeds is about. */
  DeedQuery about(String question, CityClock clock) {
    Span span = span(clock);
    return switch (question) {
      case "interventions" -> DeedQuery.interventions(span).of(person);
      case "personal-data" -> DeedQuery.personalData(span).of(person);
      case "configuration" -> DeedQuery.configuration(span).of(person);
      default -> DeedQuery.by(person, span);
    };
  }

  /** The same about the chosen action only. */
  DeedQuery narrowed(DeedQuery query) {
    return action.isEmpty() ? query : query.doing(action);
  }

  RowReceipts.Asked row(CityClock clock) {
    Span span = span(clock);
    return new RowReceipts.Asked(
        table.isEmpty() ? null : table,
        table.isEmpty() || row.isEmpty() ? null : row,
        span.from(),
        span.to());
  }

  /** The address of the same question with another value for one of its parts, from page 0. */
  public String with(String path, String part, Object value) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("person", person);
    parts.put("action", action);
    parts.put("table", table);
    parts.put("row", row);
    parts.put("unit", unit);
    parts.put("from", from);
    parts.put("to", to);
    parts.put(part, value == null ? "" : value);
    String asked =
        parts.entrySet().stream()
            .filter(one -> !one.getValue().toString().isEmpty())
            .map(one -> one.getKey() + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    return asked.isEmpty() ? path : path + "?" + asked;
  }

  /** The address of another question about the same period. */
  public String period(String path) {
    return new AuditQuestion("", "", "", "", "", from, to, 0).with(path, "page", "");
  }

  private static String encoded(Object value) {
    return UriUtils.encode(value.toString(), StandardCharsets.UTF_8);
  }
}
