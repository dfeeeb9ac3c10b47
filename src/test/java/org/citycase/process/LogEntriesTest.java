package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every action leaves exactly its entries in the log: the table {@code log-entries.txt} tells who
 * does what to which case, and all that is written behind it in the logs of all cases. A case is
 * called by a letter in the order of the reports; {@code tries} is refused and leaves nothing.
 */
@CityTest
class LogEntriesTest {

  private static final Path TABLE = Path.of("src/test/resources/log-entries.txt");

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private JdbcTemplate jdbc;

  private final Map<String, String> letters = new TreeMap<>();
  private final Map<String, Integer> read = new TreeMap<>();

  /** One line: an act on a case, or a move of time without one. */
  private record Line(String letter, String who, String what, String with, String leaves) {

    static Line of(String text) {
      String[] cells = text.split("\\|", -1);
      boolean isTime = text.startsWith("at ");
      return isTime
          ? new Line("", "", cells[0].trim(), "", cell(cells, 1))
          : new Line(
              cell(cells, 0), cell(cells, 1), cell(cells, 2), cell(cells, 3), cell(cells, 4));
    }

    private static String cell(String[] cells, int index) {
      return index < cells.length ? cells[index].trim().replaceAll("\\s+", " ") : "";
    }

    Line leaving(String entries) {
      return new Line(letter, who, what, with, entries);
    }

    boolean isRefused() {
      return what.startsWith("tries ");
    }

    /** What is done, in its words. */
    String[] words() {
      return (isRefused() ? what.substring("tries ".length()) : what).split(" ");
    }

    @Override
    public String toString() {
      return what.startsWith("at ")
          ? "%s | %s".formatted(what, leaves)
          : "%s | %-14s | %-32s | %-45s | %s".formatted(letter, who, what, with, leaves);
    }
  }

  private static Map<String, List<Line>> sections() throws IOException {
    Map<String, List<Line>> sections = new LinkedHashMap<>();
    List<Line> section = new ArrayList<>();
    for (String text : Files.readAllLines(TABLE)) {
      if (text.startsWith("# ")) {
        section = new ArrayList<>();
        sections.put(text.substring(2), section);
      } else if (!text.isBlank() && !sections.isEmpty()) {
        section.add(Line.of(text));
      }
    }
    return sections;
  }

  @TestFactory
  Stream<DynamicTest> everyActionLeavesExactlyItsEntries() throws IOException {
    return sections().entrySet().stream()
        .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> leavesItsEntries(one.getValue())));
  }

  private void leavesItsEntries(List<Line> lines) {
    letters.clear();
    read.clear();
    desk.at(lines.get(0).words()[1]);
    List<Line> left = new ArrayList<>();
    for (Line line : lines) {
      does(line);
      left.add(line.leaving(newEntries(line.letter())));
    }
    assertThat(text(left)).isEqualTo(text(lines));
  }

  private static String text(List<Line> lines) {
    return lines.stream()
        .map(Line::toString)
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"));
  }

  private void does(Line line) {
    String[] words = line.words();
    CityClient.Answer answer =
        switch (words[0]) {
          case "at" -> atLeast(words[1]);
          case "report" -> report(line.who(), words[1], words[2], fields(line.with()));
          case "attach" -> city.attach(line.who(), number(line), words[1], CityClient.picture());
          case "reads" -> city.get(line.who(), "/api/cases/" + number(line));
          case "opens" -> city.get(line.who(), "/api/tasks/" + task(line, words[1]));
          case "says" ->
              city.post(
                  line.who(), "/api/cases/" + number(line) + "/" + words[1], fields(line.with()));
          default -> completes(line, words);
        };
    assertThat(answer.status() >= 400)
        .as("%s: %s %s", line, answer.status(), answer.body())
        .isEqualTo(line.isRefused());
  }

  private CityClient.Answer atLeast(String instant) {
    city.at(instant);
    return new CityClient.Answer(200, null);
  }

  private CityClient.Answer report(
      String who, String channel, String category, Map<String, Object> fields) {
    if (fields.containsKey("quick")) {
      fields.put("afterPhotos", city.photos(CityClient.picture()));
    }
    fields.computeIfPresent(
        "reporter", (name, yes) -> Map.of("name", "王小明", "phone", "13812345678"));
    fields.computeIfPresent(
        "hotline",
        (name, call) ->
            Map.of("line", call.toString().split("/")[0], "kind", call.toString().split("/")[1]));
    return city.report(who, channel, category, inTurn(fields));
  }

  private CityClient.Answer completes(Line line, String[] words) {
    return city.complete(line.who(), number(line), words[0], words[1], inTurn(fields(line.with())));
  }

  private static Object[] inTurn(Map<String, Object> fields) {
    return fields.entrySet().stream()
        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
        .toArray();
  }

  private Map<String, Object> fields(String with) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String field : with.isEmpty() ? new String[0] : with.split(" ")) {
      String[] sides = field.split("=", 2);
      fields.put(sides[0], value(sides[1]));
    }
    return fields;
  }

  private Object value(String text) {
    if (text.startsWith("$")) {
      return number(text.substring(1));
    }
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> text.matches("\\d+\\.\\d+") ? (Object) Double.valueOf(text) : text;
    };
  }

  private String number(Line line) {
    return number(line.letter());
  }

  private String number(String letter) {
    return letters.entrySet().stream()
        .filter(one -> one.getValue().equals(letter))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no case " + letter + " yet."));
  }

  private String task(Line line, String key) {
    return city.task("auditor", number(line), key).path("id").asText();
  }

  /** All that was written since the last line, in the logs of all cases. */
  private String newEntries(String letter) {
    List<String> entries = new ArrayList<>();
    for (String number :
        jdbc.queryForList("SELECT number FROM cc_case_file ORDER BY number", String.class)) {
      String name =
          letters.computeIfAbsent(number, one -> String.valueOf((char) ('A' + letters.size())));
      jdbc.query(
          "SELECT * FROM cc_case_log WHERE case_number = ? AND seq > ? ORDER BY seq",
          row -> {
            String before = row.getString("from_state");
            String after = row.getString("to_state");
            String move =
                after.equals(before) ? "" : " " + (before == null ? "" : before) + ">" + after;
            entries.add(
                (name.equals(letter) ? "" : name + ": ")
                    + row.getString("actor")
                    + " "
                    + row.getString("action")
                    + move);
            read.put(number, row.getInt("seq"));
          },
          number,
          read.getOrDefault(number, 0));
    }
    return String.join("; ", entries);
  }

  @Test
  void theTableHoldsEveryOutcomeOfEveryTask() throws IOException {
    Set<String> drawn = new TreeSet<>();
    for (UserTask task : DrawnCase.all(UserTask.class)) {
      DrawnCase.named(task, "outcome.").forEach(outcome -> drawn.add(task.getId() + " " + outcome));
    }
    assertThat(done()).containsAll(drawn);
  }

  @Test
  void theTableHoldsEverythingThatIsPostedToACase() throws IOException {
    Set<String> posted = new TreeSet<>();
    JsonNode paths = city.get(null, "/v3/api-docs").body().path("paths");
    String prefix = "/api/cases/{number}/";
    paths
        .fields()
        .forEachRemaining(
            path -> {
              if (path.getKey().startsWith(prefix) && path.getValue().has("post")) {
                posted.add("says " + path.getKey().substring(prefix.length()));
              }
            });
    assertThat(posted).contains("says attachments", "says supervise");
    posted.remove("says attachments");
    assertThat(done()).containsAll(posted).contains("attach after");
  }

  /** What is done in the table and not refused. */
  private static Set<String> done() throws IOException {
    return sections().values().stream()
        .flatMap(List::stream)
        .filter(line -> !line.isRefused())
        .map(Line::what)
        .collect(Collectors.toSet());
  }
}
