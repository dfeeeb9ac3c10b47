package org.citycase.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import org.citycase.process.Bottlenecks;

/**
 * Which cases a bottleneck is looked for in (瓶颈); what is empty does not narrow it.
 *
 * @param from the first day of reporting, or its first instant
 * @param to the last day, or the instant behind the last one
 * @param definition id of the version of the diagram; empty for all versions
 */
public record BottleneckQuestion(
    String from, String to, String unit, String category, String district, String definition) {

  public BottleneckQuestion {
    from = clean(from);
    to = clean(to);
    unit = clean(unit);
    category = clean(category);
    district = clean(district);
    definition = clean(definition);
  }

  /** The same of cases reported on this day or later. */
  public BottleneckQuestion since(LocalDate day) {
    return new BottleneckQuestion(day.toString(), to, unit, category, district, definition);
  }

  private static String clean(String text) {
    return text == null ? "" : text.trim();
  }

  /** The question as the diagrams are asked it; refuses an unreadable period. */
  public Bottlenecks.Filter filter(ZoneId zone) {
    Span span = Span.of(from, to, zone);
    return new Bottlenecks.Filter(
        from.isEmpty() ? null : span.from(),
        to.isEmpty() ? null : span.to(),
        given(unit),
        given(category),
        given(district),
        given(definition));
  }

  private static String given(String text) {
    return text.isEmpty() ? null : text;
  }
}
