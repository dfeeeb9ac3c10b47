package org.citycase.register;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.MALFORMED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.citycase.Refusal;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseState;
import org.citycase.clock.CityClock;
import org.citycase.rules.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * 并案 and 重复发案 (T07): open cases that may be the same problem, and closed ones it may have come back
 * from. The table {@code duplicate} says within which radius and days.
 */
@Component
class Duplicates {

  private static final String TABLE = "duplicate";

  private final CaseFiles files;
  private final DecisionTables tables;
  private final CityClock clock;

  Duplicates(CaseFiles files, DecisionTables tables, CityClock clock) {
    this.files = files;
    this.tables = tables;
    this.clock = clock;
  }

  /** An open case that is alike: what the table says to do, and how far away it is. */
  record Alike(CaseFile file, String action, double metres) {}

  /** Open cases that may be the same problem, nearest first; keeps no receipt. */
  List<Alike> openLike(CaseFile file) {
    List<Alike> found = new ArrayList<>();
    for (CaseFile other : files.openAlike(file)) {
      Duplicate answer =
          tables.peek(TABLE, question(file, other, "open"), Duplicate.class).answer();
      double metres = file.place().metresTo(other.place());
      if (!answer.action().equals("none")
          && (sameComponent(file, other) || metres <= answer.radiusMetres())) {
        found.add(new Alike(other, answer.action(), metres));
      }
    }
    found.sort(java.util.Comparator.comparingDouble(Alike::metres));
    return found;
  }

  /** Whether a person has to look before the report may be filed by rule; leaves a receipt. */
  boolean mustAsk(CaseFile file) {
    return openLike(file).stream()
        .filter(alike -> alike.action().equals("ask"))
        .findFirst()
        .map(alike -> question(file, alike.file(), "open"))
        .map(question -> tables.ask(file.number(), TABLE, question, Duplicate.class))
        .isPresent();
  }

  /**
   * Marks the case when the same problem was closed a short while ago. The case it was opened from
   * is no earlier one: it is the same problem going on.
   */
  void markRecurrence(CaseFile file) {
    for (CaseFile other : files.closedAlike(file, asFarBack(file))) {
      if (other.number().equals(file.parentCase())) {
        continue;
      }
      Duplicate answer =
          tables.peek(TABLE, question(file, other, "closed"), Duplicate.class).answer();
      boolean near =
          sameComponent(file, other)
              || file.place().metresTo(other.place()) <= answer.radiusMetres();
      if (answer.action().equals("recurrence") && near && daysSince(other) <= answer.days()) {
        tables.ask(file.number(), TABLE, question(file, other, "closed"), Duplicate.class);
        file.recur();
        return;
      }
    }
  }

  /** The table's longest time, so that years of closed cases are not read. */
  private Instant asFarBack(CaseFile file) {
    int days =
        Stream.of("component", "place")
            .map(basis -> new DuplicateQuestion(kind(file), basis, "closed"))
            .mapToInt(asked -> tables.peek(TABLE, asked, Duplicate.class).answer().days())
            .max()
            .orElse(0);
    return clock.instant().minus(days + 1L, ChronoUnit.DAYS);
  }

  private long daysSince(CaseFile closed) {
    LocalDate then = LocalDate.ofInstant(closed.course().closedAt(), clock.getZone());
    return ChronoUnit.DAYS.between(then, LocalDate.ofInstant(clock.instant(), clock.getZone()));
  }

  /** Merges the report into an open case of the same category; its reporter is linked to it. */
  void merge(CaseFile file, String openCase, Act act) {
    if (openCase.equals(file.number())) {
      throw Refusal.ofField(MALFORMED, "mergedInto", "A case cannot be merged into itself.");
    }
    CaseFile other = files.get(openCase);
    if (other.state().isEnd()) {
      throw Refusal.ofField(
          AGAINST_RULES,
          "mergedInto",
          "Case %s is over (%s): only an open case takes a duplicate."
              .formatted(openCase, other.state()));
    }
    if (!other.category().equals(file.category())) {
      throw Refusal.ofField(
          AGAINST_RULES,
          "mergedInto",
          "Case %s is of category %s, this report of %s."
              .formatted(openCase, other.category(), file.category()));
    }
    if (openLike(file).stream().noneMatch(alike -> alike.file() == other)) {
      throw Refusal.ofField(
          AGAINST_RULES,
          "mergedInto",
          "Case %s is neither of the same component nor near enough in the same grid (%d m away)."
              .formatted(openCase, Math.round(file.place().metresTo(other.place()))));
    }
    files.mergedInto(file.number()).forEach(earlier -> earlier.mergeInto(openCase));
    file.mergeInto(openCase);
    files.move(file, CaseState.MERGED, act.with("mergedInto", openCase));
    files.note(other, Act.of(act.actor(), "linkReport").with("report", file.number()));
  }

  private static DuplicateQuestion question(CaseFile file, CaseFile other, String state) {
    return new DuplicateQuestion(
        kind(file), sameComponent(file, other) ? "component" : "place", state);
  }

  private static String kind(CaseFile file) {
    return file.category().startsWith("C") ? "component" : "event";
  }

  private static boolean sameComponent(CaseFile file, CaseFile other) {
    String component = file.reported().component();
    return component != null && component.equals(other.reported().component());
  }
}
