package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may open which page and which answer, and who may do what: the table {@code every-door.txt}
 * holds each method and path of ours, and who of each role may. The case it asks for is dispatched
 * to STREET-A in the area of chen.
 */
@CityTest
class EveryDoorTest {

  private static final Path TABLE = Path.of("src/test/resources/every-door.txt");
  private static final String NOBODY = "nobody";
  private static final Pattern DEED = Pattern.compile("^(POST|PUT|PATCH|DELETE) /");
  private static final int WIDTH = 98;

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping doors;

  private static List<String> rows() throws IOException {
    return Files.readAllLines(TABLE).stream().filter(line -> line.startsWith("/")).toList();
  }

  /** What is not only read: method, path and what is sent. */
  private static List<String> deeds() throws IOException {
    return Files.readAllLines(TABLE).stream().filter(line -> DEED.matcher(line).find()).toList();
  }

  private static String deed(String row) {
    return row.substring(0, Math.min(WIDTH, row.length())).trim();
  }

  private static List<String> people() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> line.startsWith("door "))
        .map(line -> List.of(line.substring("door ".length()).trim().split("\\s+")))
        .findFirst()
        .orElseThrow();
  }

  private static String door(String row) {
    return row.split("\\s+")[0];
  }

  @Test
  void everyDoorOpensForThoseTheTableNamesAndForNobodyElse() throws IOException {
    desk.at("2026-03-12T09:00:00+08:00");
    Map<String, String> known = known();
    List<String> people = people();
    StringBuilder found = new StringBuilder();
    for (String row : rows()) {
      String path = filled(door(row), known);
      List<String> marks = people.stream().map(person -> mark(person, path)).toList();
      found.append(line(door(row), people, marks)).append('\n');
    }
    assertThat(found.toString()).isEqualTo(String.join("\n", rows()) + "\n");
  }

  @Test
  void theTableHoldsEveryDoor() throws IOException {
    Set<String> all = new TreeSet<>();
    doors
        .getHandlerMethods()
        .forEach(
            (door, method) -> {
              if (method.getBeanType().getName().startsWith("org.citycase.") && isRead(door)) {
                all.addAll(door.getPatternValues());
              }
            });
    assertThat(rows().stream().map(row -> door(row).split("\\?")[0]).collect(Collectors.toSet()))
        .isEqualTo(all);
  }

  @Test
  void everyDeedIsDoneByThoseTheTableNamesAndByNobodyElse() throws IOException {
    desk.at("2026-03-12T09:00:00+08:00");
    Map<String, String> known = known();
    List<String> people = people();
    StringBuilder found = new StringBuilder();
    for (String row : deeds()) {
      String deed = deed(row);
      List<String> marks = people.stream().map(person -> let(person, deed, known)).toList();
      found.append(line(deed, people, marks)).append('\n');
    }
    desk.at("2026-03-12T09:00:00+08:00");
    Files.writeString(Path.of("target/every-deed.txt"), found);
    assertThat(found.toString()).isEqualTo(String.join("\n", deeds()) + "\n");
  }

  @Test
  void theTableHoldsEveryDeed() throws IOException {
    Set<String> all = new TreeSet<>();
    doors
        .getHandlerMethods()
        .forEach(
            (door, method) -> {
              if (method.getBeanType().getName().startsWith("org.citycase.")) {
                for (RequestMethod verb : door.getMethodsCondition().getMethods()) {
                  if (verb != RequestMethod.GET) {
                    door.getPatternValues().forEach(path -> all.add(verb + " " + path));
                  }
                }
              }
            });
    assertThat(
            deeds().stream()
                .map(row -> String.join(" ", List.of(row.split("\\s+")).subList(0, 2)))
                .collect(Collectors.toSet()))
        .isEqualTo(all);
  }

  /** Whoever is told what is wrong with what he sent was let in. */
  private String let(String person, String deed, Map<String, String> known) {
    String[] words = deed.split(" ", 3);
    String path = filled(words[1], known);
    String body = words.length == 3 ? words[2] : "{}";
    String user = person.equals(NOBODY) ? null : person;
    CityClient.Answer answer =
        switch (words[0]) {
          case "POST" -> city.post(user, path, body);
          case "PUT" -> city.put(user, path, body);
          case "PATCH" -> city.patch(user, path, body);
          default -> city.delete(user, path, body);
        };
    return switch (answer.status()) {
      case 403 -> ".";
      case 401, 302 -> "-";
      default -> answer.status() < 500 ? "x" : "!";
    };
  }

  private static boolean isRead(RequestMappingInfo door) {
    Set<RequestMethod> methods = door.getMethodsCondition().getMethods();
    return methods.isEmpty() || methods.contains(RequestMethod.GET);
  }

  /** What the names in a door's path stand for; there is no draft, check, replay or rehearsal 1. */
  private Map<String, String> known() {
    Map<String, String> reporter = Map.of("name", "市民", "phone", "13812345678");
    String shop = city.filedShop("reporter", reporter);
    String diagram =
        city.get("auditor", "/engine-rest/process-definition/key/cityCase")
            .body()
            .at("/id")
            .asText();
    Map<String, String> known = new HashMap<>(Map.of("id", "1", "draft", "1", "name", "score"));
    known.put("number", shop);
    known.put(
        "sha256",
        city.get("li", "/api/cases/" + shop + "/attachments").body().at("/0/sha256").asText());
    known.put("task", city.task("auditor", shop, "user_acceptWork").path("id").asText());
    known.put("definition", diagram);
    known.put("definitionId", diagram);
    known.put("day", "2026-03-12");
    known.put("kind", "LOST");
    return known;
  }

  private static String filled(String door, Map<String, String> known) {
    String path =
        door.replace("/api/tasks/{id}", "/api/tasks/{task}")
            .replaceAll("\\{question:[^}]*}", "people");
    for (Map.Entry<String, String> one : known.entrySet()) {
      path = path.replace("{" + one.getKey() + "}", one.getValue());
    }
    return path;
  }

  private String mark(String person, String path) {
    int status = city.get(person.equals(NOBODY) ? null : person, path).status();
    return switch (status) {
      case 200 -> "x";
      case 403 -> ".";
      case 401, 302 -> "-";
      default -> "?";
    };
  }

  private static String line(String door, List<String> people, List<String> marks) {
    return ("%-" + WIDTH + "s ").formatted(door)
        + IntStream.range(0, people.size())
            .mapToObj(i -> ("%-" + people.get(i).length() + "s").formatted(marks.get(i)))
            .collect(Collectors.joining(" "))
            .stripTrailing();
  }
}
