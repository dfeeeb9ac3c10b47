package org.citycase.casefile;

import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.util.Map;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.citycase.clock.CityClock;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases; counting and sorting are done in the database. */
@Service
@Transactional(readOnly = true)
public class CaseSearch {

  private static final int LARGEST_PAGE = 500;
  private static final int LAST_PAGE = Integer.MAX_VALUE / LARGEST_PAGE - 1;
  private static final Map<String, String> SORTS =
      Map.of("dueAt", "dueAt", "reportedAt", "reportedAt", "remaining", "dueAt");

  private final CaseFileStore store;
  private final CityClock clock;

  CaseSearch(CaseFileStore store, CityClock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What is looked for; null means any. {@code from} and {@code to} bound the reporting instant.
   */
  public record Query(
      String state,
      String step,
      String unit,
      String district,
      String category,
      String grid,
      Boolean overdue,
      Instant from,
      Instant to,
      String q,
      String sort,
      Integer page,
      Integer size) {}

  /** The page of cases the viewer may see, with the exact total. */
  public Page<CaseFile> find(Query query, Viewer viewer) {
    Specification<CaseFile> all =
        Visibility.of(viewer)
            .and(equal(query.state() == null ? null : stateOf(query.state()), "state"))
            .and(equal(query.step(), "step"))
            .and(equal(query.unit(), "assignment", "unit"))
            .and(equal(query.district(), "place", "district"))
            .and(equal(query.category(), "reported", "category"))
            .and(equal(query.grid(), "place", "grid"))
            .and(overdue(query.overdue()))
            .and(reported(query.from(), query.to()))
            .and(text(query.q()))
            .and(sorted(query.sort()));
    int size = Math.min(Math.max(query.size() == null ? 20 : query.size(), 1), LARGEST_PAGE);
    int page = Math.min(Math.max(query.page() == null ? 0 : query.page(), 0), LAST_PAGE);
    return store.findAll(all, PageRequest.of(page, size));
  }

  private static CaseState stateOf(String code) {
    try {
      return CaseState.valueOf(code);
    } catch (IllegalArgumentException unknown) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED, "state", "Unknown state '" + code + "': see the list of states.");
    }
  }

  /**
   * Sorts in the database; a case without the instant asked for, or without running time, is last.
   */
  private static Specification<CaseFile> sorted(String asked) {
    String[] parts = (asked == null || asked.isBlank() ? "-reportedAt" : asked).split(",");
    boolean descending =
        parts[0].startsWith("-") || parts.length > 1 && parts[1].equalsIgnoreCase("desc");
    String property = SORTS.get(parts[0].replaceFirst("^[-+]", ""));
    if (property == null) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          "sort",
          "Cases cannot be sorted by '" + asked + "': use dueAt, reportedAt or remaining.");
    }
    return (file, query, is) -> {
      if (query.getResultType() == CaseFile.class) {
        Path<?> field =
            property.equals("dueAt") ? file.get(property) : file.get("reported").get(property);
        Predicate last =
            parts[0].endsWith("remaining")
                ? is.notEqual(file.get("clockState"), "running")
                : is.isNull(field);
        query.orderBy(
            is.asc(is.selectCase().when(last, 1).otherwise(0)),
            descending ? is.desc(field) : is.asc(field),
            descending ? is.desc(file.get("number")) : is.asc(file.get("number")));
      }
      return is.conjunction();
    };
  }

  private static Specification<CaseFile> equal(Object value, String... path) {
    return (file, query, is) -> {
      if (value == null || value.equals("")) {
        return is.conjunction();
      }
      Path<?> field = file;
      for (String step : path) {
        field = field.get(step);
      }
      return is.equal(field, value);
    };
  }

  private Specification<CaseFile> overdue(Boolean wanted) {
    return (file, query, is) -> {
      if (wanted == null) {
        return is.conjunction();
      }
      var late =
          is.or(
              is.isTrue(file.get("late")),
              is.and(
                  is.equal(file.get("clockState"), "running"),
                  is.lessThan(file.<Instant>get("dueAt"), clock.instant())));
      return wanted ? late : is.not(late);
    };
  }

  private static Specification<CaseFile> reported(Instant from, Instant to) {
    return (file, query, is) -> {
      var at = file.get("reported").<Instant>get("reportedAt");
      var all = is.conjunction();
      if (from != null) {
        all = is.and(all, is.greaterThanOrEqualTo(at, from));
      }
      return to == null ? all : is.and(all, is.lessThan(at, to));
    };
  }

  private static Specification<CaseFile> text(String words) {
    return (file, query, is) -> {
      if (words == null || words.isBlank()) {
        return is.conjunction();
      }
      String part =
          "%" + words.trim().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
      return is.or(
          is.like(file.get("number"), part, '!'),
          is.like(file.get("reported").get("description"), part, '!'),
          is.like(file.get("place").get("address"), part, '!'));
    };
  }
}
