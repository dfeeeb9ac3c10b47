package org.citycase.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citycase.casefile.CaseQuery;
import org.citycase.casefile.CaseRow;
import org.citycase.casefile.CaseSearch;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.Channel;
import org.citycase.clock.CityClock;
import org.citycase.standard.Catalogue;
import org.citycase.standard.District;
import org.citycase.standard.Districts;
import org.citycase.standard.Unit;
import org.citycase.standard.Units;
import org.springframework.stereotype.Component;

/** What the page of all cases shows, ready to be written down: its form, links, counts and rows. */
@Component
class CaseListPage {

  private static final List<String> SORTS = List.of("remaining", "dueAt", "reportedAt");
  private static final List<String> ROLES = List.of("reported", "handled", "acted");
  private static final List<String> DAYS =
      List.of("from", "to", "dueFrom", "dueTo", "closedFrom", "closedTo");
  private static final List<String> FLAGS =
      List.of("supervised", "leader", "media", "quick", "recurrence", "substitute", "exempt");

  private final CaseCells cells;
  private final Catalogue catalogue;
  private final Districts districts;
  private final Units units;
  private final CityClock clock;

  CaseListPage(
      CaseCells cells, Catalogue catalogue, Districts districts, Units units, CityClock clock) {
    this.cells = cells;
    this.catalogue = catalogue;
    this.districts = districts;
    this.units = units;
    this.clock = clock;
  }

  /** One value somebody may choose. */
  public record Option(String value, String text) {}

  /**
   * The form of the search.
   *
   * @param values what is asked for, by parameter
   * @param kept parameters that are chosen by links and stay as they are
   * @param choices what may be chosen, by parameter
   * @param days the parameters that bound dates
   * @param narrowed whether anything beside the words is asked for
   */
  public record Form(
      Map<String, String> values,
      List<Option> kept,
      Map<String, List<Option>> choices,
      List<String> days,
      boolean narrowed,
      String search) {}

  /** A link to the same search with something else; its count is the total of that list. */
  public record Choice(String code, String text, String count, String href, boolean chosen) {}

  /** A head of the table; who follows its link sorts by it. */
  public record Head(String code, String text, String href, String sorted) {}

  /** A row of the table. */
  public record Shown(CaseRow row, Map<String, String> cells) {}

  /** The list with everything around it. */
  public record Listed(
      String total,
      String range,
      List<Choice> states,
      List<Choice> lights,
      List<Head> heads,
      List<Shown> rows,
      String before,
      String after) {}

  /** Where the same list is to be had as a file. */
  public record Files(String csv, String workbook) {}

  Form form(CaseQuery query, Locale locale) {
    Map<String, String> values = new LinkedHashMap<>();
    query.parameters().forEach((name, given) -> values.put(name, String.join(",", given)));
    List<Option> kept =
        Stream.of("state", "light", "sort")
            .flatMap(
                name ->
                    query.parameters().getOrDefault(name, List.of()).stream()
                        .map(value -> new Option(name, value)))
            .toList();
    boolean narrowed =
        query
            .with("q")
            .with("state")
            .with("light")
            .with("open")
            .with("unit")
            .with("category")
            .isFiltered();
    return new Form(values, kept, choices(locale), DAYS, narrowed, query.toString());
  }

  private Map<String, List<Option>> choices(Locale locale) {
    return Map.of(
        "unit", options(units.all(), Unit::code, code -> cells.unit(code, locale)),
        "district", options(areas(), District::code, code -> area(code, locale)),
        "category",
            options(catalogue.all(), each -> each.code(), code -> cells.category(code, locale)),
        "flag", options(FLAGS, flag -> flag, flag -> cells.word("flag." + flag, locale)),
        "role", options(ROLES, role -> role, role -> cells.word("role." + role, locale)),
        "channel",
            options(
                List.of(Channel.values()),
                Channel::code,
                code -> cells.word("channel." + code, locale)));
  }

  private List<District> areas() {
    return districts.all().stream()
        .filter(district -> district.level() != District.Level.COMMUNITY)
        .sorted(Comparator.comparing(District::code))
        .toList();
  }

  private String area(String code, Locale locale) {
    String indent = code.length() > "110101".length() ? "\u2003" : "";
    return indent + cells.district(code, locale);
  }

  private static <T> List<Option> options(
      List<T> all, Function<T, String> code, Function<String, String> text) {
    return all.stream()
        .map(code)
        .distinct()
        .map(value -> new Option(value, text.apply(value)))
        .toList();
  }

  Listed list(CaseQuery query, CaseSearch.Found found, CaseSearch.Part part, Locale locale) {
    long total = found.counts().total();
    long first = (long) part.page() * part.size();
    return new Listed(
        count(total),
        found.rows().isEmpty() ? "0" : count(first + 1) + "–" + count(first + found.rows().size()),
        states(query, found.counts().states(), locale),
        choices(query, "light", found.counts().lights(), locale),
        heads(query, locale),
        found.rows().stream().map(row -> new Shown(row, cells.of(row, locale))).toList(),
        part.page() == 0 ? null : href(query) + "&page=" + (part.page() - 1),
        first + part.size() < total ? href(query) + "&page=" + (part.page() + 1) : null);
  }

  private List<Choice> states(CaseQuery query, Map<CaseState, Long> counts, Locale locale) {
    Map<String, Long> byName = new LinkedHashMap<>();
    counts.forEach((state, cases) -> byName.put(state.name(), cases));
    return choices(query, "state", byName, locale);
  }

  /** What is chosen is shown also when no case has it; its link takes the choice back. */
  private List<Choice> choices(
      CaseQuery query, String parameter, Map<String, Long> counts, Locale locale) {
    List<String> chosen = query.texts(parameter);
    List<String> codes = new ArrayList<>(counts.keySet());
    chosen.stream().filter(code -> !codes.contains(code)).forEach(codes::add);
    return codes.stream()
        .map(
            code ->
                new Choice(
                    code,
                    cells.word(label(parameter, code), locale),
                    count(counts.getOrDefault(code, 0L)),
                    href(
                        chosen.contains(code)
                            ? query.with(parameter)
                            : query.with(parameter, code)),
                    chosen.contains(code)))
        .toList();
  }

  /** Cases without a clock are some of the green ones. */
  private static String label(String parameter, String code) {
    return code.equals("none") ? "light.green.none" : parameter + "." + code;
  }

  private List<Head> heads(CaseQuery query, Locale locale) {
    String sort = query.text("sort") == null ? "-reportedAt" : query.text("sort");
    return cells.heads(locale).entrySet().stream()
        .map(head -> head(query, sort, head.getKey(), head.getValue()))
        .toList();
  }

  private static Head head(CaseQuery query, String sort, String column, String text) {
    if (!SORTS.contains(column)) {
      return new Head(column, text, null, null);
    }
    boolean ascending = sort.equals(column);
    boolean descending = sort.equals("-" + column);
    return new Head(
        column,
        text,
        href(query.with("sort", ascending ? "-" + column : column)),
        ascending ? "ascending" : descending ? "descending" : null);
  }

  Files export(CaseQuery query, Instant at) {
    String as = URLEncoder.encode(clock.inCity(at).toString(), StandardCharsets.UTF_8);
    String parameters = "?" + query + (query.parameters().isEmpty() ? "" : "&") + "at=" + as;
    return new Files("/cases/export.csv" + parameters, "/cases/export.xlsx" + parameters);
  }

  private static String href(CaseQuery query) {
    return "/cases?" + query;
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
