package org.citycase.casefile;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citycase.Refusal;
import org.citycase.clock.WorkCalendar;

/**
 * What cases are looked for, as the parameters of a page or of {@code GET /api/cases} say it; what
 * is not given is any. Parameters it does not know are left out.
 *
 * <ul>
 *   <li>{@code state}, {@code light} (green, yellow, red; none for those of the green without a
 *       clock), {@code flag}, {@code channel}: any of those given, repeated or separated by commas
 *   <li>{@code open}, {@code overdue}: true or false
 *   <li>{@code step}, {@code unit}, {@code district}, {@code category}, {@code grid}, {@code
 *       condition}: this code; {@code grid} and {@code district} also take the code of a larger
 *       area
 *   <li>{@code person}, with {@code role} reported, handled or acted; without a role any of them
 *   <li>{@code q}: begin of the number, or part of the description, the address or a name of the
 *       category
 *   <li>{@code from}, {@code to} (reported), {@code dueFrom}, {@code dueTo}, {@code closedFrom},
 *       {@code closedTo}: an instant with offset, or a day of the city; the end instant is not
 *       included, the end day is
 *   <li>{@code sort}: reportedAt, dueAt, remaining, each with {@code -} for the other direction
 * </ul>
 */
public final class CaseQuery {

  /** The names of all parameters but {@code sort}. */
  public static final List<String> FILTERS =
      List.of(
          "state",
          "light",
          "flag",
          "channel",
          "open",
          "overdue",
          "step",
          "unit",
          "district",
          "category",
          "grid",
          "condition",
          "person",
          "role",
          "q",
          "from",
          "to",
          "dueFrom",
          "dueTo",
          "closedFrom",
          "closedTo");

  private final Map<String, List<String>> given;

  private CaseQuery(Map<String, List<String>> given) {
    this.given = given;
  }

  /** The parameters of a request, of which only those of a search are taken. */
  public static CaseQuery of(Map<String, List<String>> parameters) {
    Map<String, List<String>> known = new TreeMap<>();
    parameters.forEach(
        (name, values) -> {
          List<String> texts =
              values.stream()
                  .filter(text -> text != null && !text.isBlank())
                  .map(String::strip)
                  .toList();
          if ((FILTERS.contains(name) || name.equals("sort")) && !texts.isEmpty()) {
            known.put(name, texts);
          }
        });
    return new CaseQuery(known);
  }

  /**
   * Reads what {@link #toString} writes, or any query of a link, without the question mark.
   *
   * @throws Refusal when a percent sign is not followed by two hexadecimal digits
   */
  public static CaseQuery parse(String query) {
    Map<String, List<String>> parameters = new TreeMap<>();
    for (String part : query == null ? new String[0] : query.split("&")) {
      int is = part.indexOf('=');
      if (is > 0) {
        String value = decoded(part.substring(is + 1));
        parameters.computeIfAbsent(part.substring(0, is), name -> new ArrayList<>()).add(value);
      }
    }
    return of(parameters);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException stray) {
      throw malformed(
          "search",
          "查询条件写成链接的样子：百分号写作 %25。",
          "Write the search as a link does: a per cent sign is %25.");
    }
  }

  /** Everything, newest first. */
  public static CaseQuery all() {
    return new CaseQuery(Map.of());
  }

  /** The same search with one parameter set to these values, or without it when there are none. */
  public CaseQuery with(String name, String... values) {
    Map<String, List<String>> changed = new TreeMap<>(given);
    changed.remove(name);
    if (values.length > 0) {
      changed.put(name, List.of(values));
    }
    return new CaseQuery(changed);
  }

  /** Whether anything but the order is asked for. */
  public boolean isFiltered() {
    return given.keySet().stream().anyMatch(FILTERS::contains);
  }

  /** The parameters as they were given, in the order of their names. */
  public Map<String, List<String>> parameters() {
    return given;
  }

  /** The parameter as it was given; null without it. */
  public String text(String name) {
    List<String> values = given.get(name);
    return values == null ? null : values.get(0);
  }

  /** All values of a parameter that may be repeated. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    given
        .getOrDefault(name, List.of())
        .forEach(
            value -> Stream.of(value.split(",")).map(String::strip).distinct().forEach(texts::add));
    return texts.stream().filter(text -> !text.isEmpty()).distinct().toList();
  }

  /** Each value of a parameter that may be repeated, of those there are. */
  List<String> oneOf(String name, Set<String> known) {
    List<String> texts = texts(name);
    texts.stream()
        .filter(text -> !known.contains(text))
        .findFirst()
        .ifPresent(
            unknown -> {
              String list = known.stream().sorted().collect(Collectors.joining(", "));
              throw malformed(
                  name,
                  "未知的 %s“%s”，可用：%s。".formatted(name, unknown, list),
                  "Unknown %s '%s': use one of %s.".formatted(name, unknown, list));
            });
    return texts;
  }

  /** True or false; null when it is not asked for. */
  Boolean truth(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    if (!text.equals("true") && !text.equals("false")) {
      throw malformed(
          name,
          "“%s”不能作为 %s，请用 true 或 false。".formatted(text, name),
          "'%s' is no value for %s: use true or false.".formatted(text, name));
    }
    return Boolean.valueOf(text);
  }

  /** The first instant that counts; null when it is not asked for. */
  Instant begin(String name, ZoneId city) {
    return instant(name, city, 0);
  }

  /** The first instant that does not count any more; null when it is not asked for. */
  Instant end(String name, ZoneId city) {
    return instant(name, city, 1);
  }

  private Instant instant(String name, ZoneId city, int daysAfter) {
    String text = text(name);
    try {
      if (text == null) {
        return null;
      }
      Instant read =
          text.length() == "2026-03-13".length()
              ? LocalDate.parse(text).plusDays(daysAfter).atStartOfDay(city).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      WorkCalendar.requireReach(name, read);
      return read;
    } catch (DateTimeException unreadable) {
      throw malformed(
          name,
          "“%s”不能作为 %s，请写日期（如 2026-03-13）或带时区的时刻。".formatted(text, name),
          "'%s' is no value for %s: write a day like 2026-03-13, or an instant with its offset."
              .formatted(text, name));
    }
  }

  static Refusal malformed(String name, String zh, String sentence) {
    return Refusal.ofField(Refusal.Kind.MALFORMED, name, zh, sentence);
  }

  /** As the query of a link. */
  @Override
  public String toString() {
    return given.entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(value -> each.getKey() + "=" + url(value)))
        .collect(Collectors.joining("&"));
  }

  private static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
