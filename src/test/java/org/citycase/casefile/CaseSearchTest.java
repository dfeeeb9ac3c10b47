package org.citycase.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.clock.ClockState;
import org.citycase.clock.ClockView;
import org.citycase.clock.Limit;
import org.citycase.clock.LimitUnit;
import org.citycase.clock.Terms;
import org.citycase.standard.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database finds, counts and sorts, beside a plain computation over the same cases. */
@CityTest
class CaseSearchTest {

  private static final int CASES = 300;
  private static final int QUERIES = 120;
  private static final String NOW = "2026-03-11T10:30:00+08:00";

  private static final List<Viewer> VIEWERS =
      List.of(
          new Viewer("sun", Set.of("dispatchers")),
          new Viewer("roads-a", Set.of("unit-ROADS-A")),
          new Viewer("wu", Set.of("collectors-110102", "collectors")),
          new Viewer("chen", Set.of("unit-PARKS-A", "unit-WATER-CO")),
          new Viewer("nobody", Set.of()));

  private static final Map<String, List<String>> ASKED =
      Map.ofEntries(
          Map.entry("state", List.of("HANDLING", "CLOSED", "HANDLING,DISPATCHED,SUSPENDED")),
          Map.entry("open", List.of("true", "false")),
          Map.entry("light", List.of("red", "yellow", "green", "none", "red,yellow")),
          Map.entry("overdue", List.of("true", "false")),
          Map.entry("flag", List.of("supervised", "leader,quick")),
          Map.entry("channel", List.of("hotline", "collector,public")),
          Map.entry("unit", List.of("ROADS-A", "PARKS-A")),
          Map.entry("district", List.of("110101", "110102001")),
          Map.entry("grid", List.of("110101001001003", "110102")),
          Map.entry("category", List.of("E03-12", "C01-37")),
          Map.entry("person", List.of("chen", "street-a", "rule", "wu")),
          Map.entry("role", List.of("reported", "handled", "acted")),
          Map.entry(
              "q", List.of("垃圾", "BROKEN", "100%", "t_d", "main street", "11010100000", "sewer")),
          Map.entry("from", List.of("2026-03-09", "2026-03-10T12:00:00+08:00")),
          Map.entry("to", List.of("2026-03-10")),
          Map.entry("dueFrom", List.of("2026-03-10")),
          Map.entry("dueTo", List.of("2026-03-12")),
          Map.entry("closedTo", List.of("2026-03-09")));

  @Autowired private EmptyDesk desk;
  @Autowired private CaseSearch search;
  @Autowired private CaseFileStore store;
  @Autowired private CaseClocks clocks;
  @Autowired private Catalogue catalogue;
  @Autowired private CityClock clock;
  @Autowired private JdbcTemplate database;
  @Autowired private PlatformTransactionManager transactions;

  private final Random random = new Random(7);
  private final Map<String, CaseFile> files = new HashMap<>();
  private final Map<String, ClockView> faces = new HashMap<>();
  private final Map<String, Set<String>> actors = new HashMap<>();
  private Instant now;

  @BeforeEach
  void aCityAtWork() {
    desk.at(NOW);
    now = clock.instant();
    new ManyCases(3, now, 10).write(CASES, database, null);
    store.findAll().stream().filter(file -> file.assignment().unit() != null).forEach(this::live);
    store.findAll().forEach(this::know);
    database.query(
        "SELECT case_number, actor FROM cc_case_log",
        (java.sql.ResultSet row) -> {
          actors.computeIfAbsent(row.getString(1), n -> new HashSet<>()).add(row.getString(2));
        });
  }

  private void know(CaseFile file) {
    files.put(file.number(), file);
    if (clocks.exists(file.number())) {
      faces.put(file.number(), clocks.view(file.number(), now));
    }
  }

  /** A clock runs from the report until now, with pauses, feedback, rework and extensions. */
  private void live(CaseFile file) {
    List<Instant> moves = new ArrayList<>();
    long since = file.reported().reportedAt().getEpochSecond();
    int events = 1 + random.nextInt(6);
    for (int i = 0; i < events; i++) {
      moves.add(Instant.ofEpochSecond(random.nextLong(since, now.getEpochSecond())));
    }
    moves.sort(Comparator.naturalOrder());
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              clocks.start(file.number(), terms(file), moves.get(0));
              moves.subList(1, moves.size()).forEach(at -> move(file.number(), at));
              CaseFile mine = store.findById(file.number()).orElseThrow();
              mine.showClock(clocks.view(file.number(), now));
            });
  }

  private Terms terms(CaseFile file) {
    LimitUnit unit = LimitUnit.values()[random.nextInt(LimitUnit.values().length)];
    int value = unit == LimitUnit.MINUTE ? 600 : 1 + random.nextInt(30);
    return new Terms(new Limit(value, unit), "v", file.category(), file.assignment().unit());
  }

  private void move(String number, Instant at) {
    switch (clocks.view(number, at).state()) {
      case RUNNING -> {
        switch (random.nextInt(3)) {
          case 0 -> clocks.extend(number, "granted", at);
          case 1 -> clocks.pause(number, "dispatchers", "waits", at);
          default -> clocks.stop(number, "operators", "feedback", at);
        }
      }
      default -> clocks.resume(number, "goes on", at);
    }
  }

  @Test
  void everyListEveryOrderAndEveryCountIsWhatAPlainComputationGives() {
    for (int i = 0; i < QUERIES; i++) {
      CaseQuery query = anyQuery();
      for (Viewer viewer : VIEWERS) {
        agrees(query, viewer);
      }
    }
  }

  private CaseQuery anyQuery() {
    CaseQuery query = CaseQuery.all();
    for (String name : ASKED.keySet().stream().sorted().toList()) {
      if (random.nextInt(9) == 0) {
        List<String> values = ASKED.get(name);
        query = query.with(name, values.get(random.nextInt(values.size())));
      }
    }
    List<String> sorts =
        List.of("remaining", "-remaining", "dueAt", "-dueAt", "reportedAt", "-reportedAt");
    return random.nextInt(5) == 0 ? query : query.with("sort", sorts.get(random.nextInt(6)));
  }

  private void agrees(CaseQuery query, Viewer viewer) {
    CaseSearch.Look look = new CaseSearch.Look(viewer, now);
    List<CaseRow> rows = new ArrayList<>();
    search.each(query, look, rows::add);
    List<String> numbers = rows.stream().map(CaseRow::number).toList();
    String about = query + " for " + viewer;
    List<String> expected = expected(query, viewer);
    assertThat(numbers).as(about).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(numbers.stream().map(number -> place(query, number)).toList())
        .as("order of %s", about)
        .isEqualTo(expected.stream().map(number -> place(query, number)).toList());
    rows.forEach(this::readsAsTheClock);
    counts(query, viewer, search.count(query, look));
    pages(query, look, numbers);
  }

  private void readsAsTheClock(CaseRow row) {
    ClockView face = faces.get(row.number());
    assertThat(row.light()).as(row.number()).isEqualTo(light(row.number()));
    assertThat(row.remainingSeconds())
        .as(row.number())
        .isEqualTo(face == null ? null : face.remainingSeconds());
  }

  private void counts(CaseQuery query, Viewer viewer, CaseCounts counts) {
    assertThat(counts.total()).isEqualTo(expected(query, viewer).size());
    for (CaseState state : CaseState.values()) {
      assertThat(counts.states().getOrDefault(state, 0L))
          .as("%s of %s for %s", state, query, viewer)
          .isEqualTo(expected(query.with("state", state.name()), viewer).size());
    }
    for (String light : List.of("red", "yellow", "green", "none")) {
      assertThat(counts.lights().getOrDefault(light, 0L))
          .as("%s of %s for %s", light, query, viewer)
          .isEqualTo(expected(query.with("light", light), viewer).size());
    }
  }

  private void pages(CaseQuery query, CaseSearch.Look look, List<String> numbers) {
    int size = 1 + random.nextInt(40);
    int page = random.nextInt(numbers.size() / size + 2);
    CaseSearch.Part part = new CaseSearch.Part(page, size);
    List<String> shown =
        search.find(query, look, part).rows().stream().map(CaseRow::number).toList();
    assertThat(shown)
        .as("page %d of %d of %s", page, size, query)
        .isEqualTo(numbers.stream().skip((long) page * size).limit(size).toList());
    CaseSearch.Files answer = search.files(query, look, part);
    assertThat(answer.total()).isEqualTo(numbers.size());
    assertThat(answer.files().stream().map(CaseFile::number).toList()).isEqualTo(shown);
  }

  private List<String> expected(CaseQuery query, Viewer viewer) {
    Predicate<CaseFile> fits =
        query.parameters().keySet().stream()
            .filter(name -> !name.equals("sort") && !name.equals("role"))
            .map(name -> fits(name, query))
            .reduce(file -> Visibility.mayRead(viewer, file), Predicate::and);
    return files.values().stream().filter(fits).map(CaseFile::number).sorted(order(query)).toList();
  }

  private Predicate<CaseFile> fits(String name, CaseQuery query) {
    List<String> any = query.texts(name);
    String text = query.text(name);
    return switch (name) {
      case "state" -> file -> any.contains(file.state().name());
      case "open" -> file -> file.state().isEnd() != Boolean.parseBoolean(text);
      case "light" -> file -> any.stream().anyMatch(asked -> isLit(file.number(), asked));
      case "overdue" -> file -> light(file.number()).equals("red") == Boolean.parseBoolean(text);
      case "flag" -> file -> file.flags().stream().anyMatch(any::contains);
      case "channel" -> file -> any.contains(file.reported().channel().code());
      case "unit" -> file -> text.equals(file.assignment().unit());
      case "district", "grid" -> file -> file.place().grid().startsWith(text);
      case "category" -> file -> text.equals(file.category());
      case "person" -> file -> concerns(file, text, query.text("role"));
      case "q" -> file -> tells(file, text);
      case "from" -> file -> !file.reported().reportedAt().isBefore(instant(text, 0));
      case "to" -> file -> file.reported().reportedAt().isBefore(instant(text, 1));
      case "dueFrom" -> file -> file.dueAt() != null && !file.dueAt().isBefore(instant(text, 0));
      case "dueTo" -> file -> file.dueAt() != null && file.dueAt().isBefore(instant(text, 1));
      case "closedTo" ->
          file ->
              file.course().closedAt() != null
                  && file.course().closedAt().isBefore(instant(text, 1));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private Instant instant(String text, int days) {
    return text.length() > "2026-03-10".length()
        ? Instant.from(java.time.OffsetDateTime.parse(text))
        : LocalDate.parse(text).plusDays(days).atStartOfDay(clock.getZone()).toInstant();
  }

  private boolean concerns(CaseFile file, String person, String role) {
    boolean acted = actors.getOrDefault(file.number(), Set.of()).contains(person);
    boolean reported = person.equals(file.reported().reportedBy());
    boolean handled =
        Stream.of(file.assignment().handler(), file.assignment().fedBackBy())
            .anyMatch(person::equals);
    return role == null
        ? acted || reported || handled
        : switch (role) {
          case "acted" -> acted;
          case "reported" -> reported;
          default -> handled;
        };
  }

  private boolean tells(CaseFile file, String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    String names =
        catalogue
            .category(file.category())
            .map(one -> one.nameZh() + "\n" + one.nameEn())
            .orElse("");
    return file.number().startsWith(words)
        || Stream.of(file.reported().description(), file.place().address(), names)
            .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(lower));
  }

  /** As the interface tells the light of a case: green without a clock. */
  private boolean isLit(String number, String asked) {
    ClockView face = faces.getOrDefault(number, ClockView.NONE);
    return asked.equals("none")
        ? face.state() == ClockState.NONE
        : face.light().code().equals(asked);
  }

  private String light(String number) {
    ClockView face = faces.get(number);
    return face == null ? "none" : face.light().code();
  }

  /** What decides the place of a case in the list, but for the number of equal ones. */
  private List<Long> place(CaseQuery query, String number) {
    String sort = query.text("sort") == null ? "-reportedAt" : query.text("sort");
    CaseFile file = files.get(number);
    ClockView face = faces.get(number);
    return switch (sort.replace("-", "")) {
      case "reportedAt" -> List.of(0L, file.reported().reportedAt().toEpochMilli());
      case "dueAt" ->
          file.dueAt() == null ? List.of(1L, 0L) : List.of(0L, file.dueAt().toEpochMilli());
      default ->
          face == null
              ? List.of(2L, 0L)
              : List.of(face.state().code().equals("running") ? 0L : 1L, face.remainingSeconds());
    };
  }

  private Comparator<String> order(CaseQuery query) {
    String sort = query.text("sort") == null ? "-reportedAt" : query.text("sort");
    Comparator<String> value =
        Comparator.<String>comparingLong(number -> place(query, number).get(1));
    return Comparator.<String>comparingLong(number -> place(query, number).get(0))
        .thenComparing(sort.startsWith("-") ? value.reversed() : value);
  }

  @Test
  void theCalendarPublishedMeanwhileIsKeptInTheCountdown() throws Exception {
    Map<String, Object> before =
        database.queryForMap(
            "SELECT COUNT(*) AS n, COUNT(DISTINCT count_group) AS g FROM cc_case_file"
                + " WHERE count_group IS NOT NULL");
    assertThat(((Number) before.get("n")).intValue()).isEqualTo(faces.size());
    assertThat(((Number) before.get("g")).intValue()).isGreaterThanOrEqualTo(3);
    database.update("UPDATE cc_case_file SET count_group = NULL, count_value = NULL");
    filler.fillIn();
    agrees(CaseQuery.all().with("sort", "remaining"), VIEWERS.get(0));
  }

  @Autowired private KeptCountdowns filler;

  @Test
  void whatDoesNotExistIsRefusedWithWhatThereIs() {
    CaseSearch.Look look = new CaseSearch.Look(VIEWERS.get(0), now);
    Map<String, String> wrong =
        Map.of("state", "GONE", "light", "blue", "sort", "colour", "from", "yesterday");
    wrong.forEach(
        (name, value) ->
            assertThatThrownBy(
                    () ->
                        search.find(
                            CaseQuery.all().with(name, value), look, new CaseSearch.Part(0, 1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(value));
  }

  @Test
  void byRemainingTimeOnlyTheFirstTenThousandCasesArePagedThrough() {
    CaseSearch.Look look = new CaseSearch.Look(VIEWERS.get(0), now);
    CaseQuery byRemaining = CaseQuery.all().with("sort", "-remaining");
    assertThat(search.find(byRemaining, look, new CaseSearch.Part(199, 50)).rows()).isEmpty();
    assertThatThrownBy(() -> search.find(byRemaining, look, new CaseSearch.Part(200, 50)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("export");
    assertThat(search.find(CaseQuery.all(), look, new CaseSearch.Part(200, 50)).rows()).isEmpty();
  }

  @Test
  void aSearchIsReadBackFromItsLink() {
    CaseQuery query = CaseQuery.all().with("q", "井盖 & 100%").with("state", "HANDLING", "CLOSED");
    assertThat(CaseQuery.parse(query.toString()).parameters()).isEqualTo(query.parameters());
    assertThat(CaseQuery.parse("lang=en&page=3&unit=&q=a").toString()).isEqualTo("q=a");
  }

  @Test
  void aSearchThatIsNoLinkIsRefused() {
    assertThatThrownBy(() -> CaseQuery.parse("q=%zz"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("%25");
  }

  @Test
  void searchesAreKeptByNameForTheirOwnerOnly() {
    String mine = "mine " + random.nextInt();
    searches.save("sun", mine, CaseQuery.parse("light=red"));
    SavedSearches.Saved saved = searches.save("sun", mine, CaseQuery.parse("light=yellow"));
    assertThat(
            searches.of("sun").stream()
                .map(SavedSearches.Saved::search)
                .collect(Collectors.toList()))
        .contains("light=yellow")
        .doesNotContain("light=red");
    assertThat(searches.of("li")).isEmpty();
    assertThatThrownBy(() -> searches.delete("li", saved.id())).isInstanceOf(Refusal.class);
    searches.delete("sun", saved.id());
    assertThat(searches.of("sun")).doesNotContain(saved);
  }

  @Autowired private SavedSearches searches;
}
