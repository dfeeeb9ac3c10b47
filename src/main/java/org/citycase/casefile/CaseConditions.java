package org.citycase.casefile;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citycase.access.Viewer;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Category;

/**
 * What a search asks of the table of case files (f) at one instant. Everything about the clock is
 * read from the columns that {@link org.citycase.clock.Countdown} keeps, so that a list, its counts
 * and its rows never disagree.
 */
final class CaseConditions {

  private static final Set<String> STATES =
      Arrays.stream(CaseState.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> CHANNELS =
      Arrays.stream(Channel.values()).map(Channel::code).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> FLAGS =
      Set.of("supervised", "leader", "media", "quick", "recurrence", "substitute", "exempt");
  private static final Map<String, List<String>> INVOLVED =
      Map.of(
          "reported",
          List.of("SELECT number FROM cc_case_file WHERE reported_by = ?"),
          "handled",
          List.of(
              "SELECT number FROM cc_case_file WHERE handler = ?",
              "SELECT number FROM cc_case_file WHERE accepted_by = ?",
              "SELECT number FROM cc_case_file WHERE fed_back_by = ?"),
          "acted",
          List.of("SELECT case_number FROM cc_case_log WHERE actor = ?"));

  private static final Map<String, String> LIGHTS =
      Map.of(
          "none", "f.yellow_at IS NULL",
          "green", "(f.yellow_at IS NULL OR f.yellow_at > ?)",
          "yellow", "f.yellow_at <= ? AND f.red_at > ?",
          "red", "f.red_at <= ?");

  private static final int COUNTY = 6;

  private final CaseQuery query;
  private final long at;
  private final ZoneId city;
  private final Conditions all = new Conditions();

  private CaseConditions(CaseQuery query, Instant at, ZoneId city) {
    this.query = query;
    this.at = at.toEpochMilli();
    this.city = city;
  }

  static Conditions of(
      CaseQuery query, Viewer viewer, Instant at, Catalogue catalogue, ZoneId city) {
    CaseConditions asked = new CaseConditions(query, at, city);
    asked.visibleTo(viewer);
    asked.state();
    asked.clock();
    asked.codes();
    asked.person();
    asked.dates();
    asked.words(catalogue);
    return asked.all;
  }

  /** Refuses a state or a light that does not exist. */
  static void refuseUnknown(CaseQuery query) {
    query.oneOf("state", STATES);
    query.oneOf("light", LIGHTS.keySet());
  }

  /** The light of a case as a value of SQL; its two question marks are the instant. */
  static String light() {
    return "CASE WHEN f.yellow_at IS NULL THEN 'none' WHEN f.red_at <= ? THEN 'red'"
        + " WHEN f.yellow_at <= ? THEN 'yellow' ELSE 'green' END";
  }

  private void visibleTo(Viewer viewer) {
    if (!viewer.seesEveryCase() && !viewer.areas().contains("")) {
      all.addEither(Visibility.own(viewer));
    }
  }

  private void state() {
    all.addAnyOf("f.state", query.oneOf("state", STATES));
    Boolean open = query.truth("open");
    if (open != null) {
      List<String> wanted =
          Arrays.stream(CaseState.values())
              .filter(state -> state.isEnd() != open)
              .map(Enum::name)
              .toList();
      all.addAnyOf("f.state", wanted);
    }
  }

  private void clock() {
    List<String> lights = query.oneOf("light", LIGHTS.keySet());
    if (!lights.isEmpty()) {
      Conditions any = new Conditions();
      lights.forEach(light -> any.add(LIGHTS.get(light), marks(LIGHTS.get(light))));
      all.addEither(any);
    }
    Boolean overdue = query.truth("overdue");
    if (overdue != null) {
      all.add(overdue ? LIGHTS.get("red") : "(f.red_at IS NULL OR f.red_at > ?)", at);
    }
  }

  private Object[] marks(String sql) {
    return sql.chars().filter(letter -> letter == '?').mapToObj(mark -> at).toArray();
  }

  private void codes() {
    all.addIfGiven("f.step = ?", query.text("step"));
    all.addIfGiven("f.unit = ?", query.text("unit"));
    all.addIfGiven("f.category = ?", query.text("category"));
    all.addIfGiven("f.condition_id = ?", query.text("condition"));
    district(query.text("district"));
    all.addBegin("f.grid", query.text("grid"));
    all.addAnyOf(
        "f.channel",
        query.oneOf("channel", CHANNELS).stream()
            .map(channel -> channel.toUpperCase(Locale.ROOT))
            .toList());
    List<String> flags = query.oneOf("flag", FLAGS);
    if (!flags.isEmpty()) {
      Conditions any = new Conditions();
      flags.forEach(flag -> any.add("f." + flag + " = TRUE"));
      all.addEither(any);
    }
  }

  /** A case names its county; a sub-district or community is the begin of its grid. */
  private void district(String code) {
    if (code != null && code.length() == COUNTY) {
      all.add("f.district = ?", code);
    } else {
      all.addBegin("f.grid", code);
    }
  }

  /** Each source by an index of its own; an OR across them would read every case. */
  private void person() {
    String person = query.text("person");
    List<String> roles = query.oneOf("role", INVOLVED.keySet());
    if (person == null) {
      return;
    }
    List<String> sources =
        INVOLVED.keySet().stream()
            .filter(role -> roles.isEmpty() || roles.contains(role))
            .flatMap(role -> INVOLVED.get(role).stream())
            .toList();
    all.add(
        "f.number IN (" + String.join(" UNION ", sources) + ")",
        Collections.nCopies(sources.size(), person).toArray());
  }

  private void dates() {
    between("f.reported_at", "from", "to");
    between("f.due_at", "dueFrom", "dueTo");
    between("f.closed_at", "closedFrom", "closedTo");
  }

  private void between(String column, String from, String to) {
    Instant begin = query.begin(from, city);
    Instant end = query.end(to, city);
    all.addIfGiven(column + " >= ?", begin == null ? null : begin.toEpochMilli());
    all.addIfGiven(column + " < ?", end == null ? null : end.toEpochMilli());
  }

  private void words(Catalogue catalogue) {
    String q = query.text("q");
    if (q == null) {
      return;
    }
    String words = q.toLowerCase(Locale.ROOT);
    String part = "%" + Conditions.escaped(words) + "%";
    Conditions any =
        new Conditions()
            .addBegin("f.number", q)
            .add("LOWER(f.description) LIKE ? ESCAPE '!'", part)
            .add("LOWER(f.address) LIKE ? ESCAPE '!'", part)
            .addAnyOf("f.category", named(words, catalogue));
    all.addEither(any);
  }

  private static List<String> named(String words, Catalogue catalogue) {
    return catalogue.all().stream()
        .filter(
            category ->
                Stream.of(category.nameZh(), category.nameEn())
                    .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(words)))
        .map(Category::code)
        .distinct()
        .toList();
  }
}
