package org.citycase.clock;

import static org.citycase.Refusal.Kind.MALFORMED;

import java.time.OffsetDateTime;
import java.util.List;
import org.citycase.Refusal;
import org.citycase.clock.CalendarContent.Emergency;
import org.citycase.standard.Catalogue;

/**
 * An emergency (应急) as a process owner declares it, e.g. a storm: between the two instants the
 * working units of these categories run round the clock.
 */
public record EmergencyOrder(
    String name, List<String> categories, OffsetDateTime from, OffsetDateTime to, String comment) {

  private static final int NAME = 100;
  private static final int COMMENT = 300;

  /** The emergency under this number; refuses with the name of the field what cannot be. */
  Emergency numbered(int id, Catalogue catalogue) {
    if (name == null || name.isBlank() || name.length() > NAME) {
      throw wrong("name", "must name the emergency in 1 to " + NAME + " characters");
    }
    if (comment != null && comment.length() > COMMENT) {
      throw wrong("comment", "has more than " + COMMENT + " characters; shorten it");
    }
    requireCategories(catalogue);
    if (from == null || to == null) {
      throw wrong(
          from == null ? "from" : "to", "is missing; write it like 2026-07-20T18:00:00+08:00");
    }
    if (!from.isBefore(to)) {
      throw wrong("to", "is not after from; an emergency ends after it began");
    }
    WorkCalendar.requireReach("from", from.toInstant());
    WorkCalendar.requireReach("to", to.toInstant());
    return new Emergency(
        id,
        name.trim(),
        categories.stream().distinct().sorted().toList(),
        from.toInstant(),
        to.toInstant(),
        comment == null ? "" : comment);
  }

  private void requireCategories(Catalogue catalogue) {
    if (categories == null || categories.isEmpty()) {
      throw wrong("categories", "is empty; name at least one category, e.g. E05-01");
    }
    for (int i = 0; i < categories.size(); i++) {
      String category = categories.get(i);
      if (category == null || catalogue.category(category).isEmpty()) {
        throw wrong("categories[" + i + "]", "is " + category + ", which is no known category");
      }
    }
  }

  private static Refusal wrong(String field, String why) {
    return Refusal.ofField(MALFORMED, field, "The field " + field + " " + why + ".");
  }
}
