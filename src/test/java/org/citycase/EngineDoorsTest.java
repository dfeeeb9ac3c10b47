package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who may open which door of the engine: its REST interface, the interfaces of its webapps, and the
 * pages and actuators beside them. The table {@code engine-doors.txt} holds each method and path,
 * and what each role gets. The case they ask for is dispatched to STREET-A.
 */
@CityTest
class EngineDoorsTest {

  private static final Path TABLE = Path.of("src/test/resources/engine-doors.txt");
  private static final String NOBODY = "nobody";
  private static final String ADMIN = "admin";
  private static final String REST = "/engine-rest";
  private static final String NAMED = "/engine/{name}/";

  /** What is answered by no class of ours and by none of an interface. */
  private static final List<String> PAGES =
      List.of(
          "GET /camunda/app/tasklist/default/",
          "GET /camunda/app/cockpit/default/",
          "GET /camunda/app/admin/default/",
          "GET /camunda/app/admin/default/setup/",
          "GET /camunda/app/welcome/default/",
          "GET /camunda/api/engine/engine/",
          "GET /camunda/api/engine/engine/default/task",
          "GET /camunda/api/engine/engine/default/user",
          "GET /actuator",
          "GET /error",
          "GET /forms/tasks/task.html",
          "GET /h2-console/",
          "GET /nothing",
          "GET /swagger-ui/index.html",
          "GET /v3/api-docs",
          "GET /v3/api-docs.yaml",
          "GET /v3/api-docs/swagger-config");

  /** What is sent where an empty request would be refused before anybody's rights are looked at. */
  private static final Map<String, String> SENT =
      Map.ofEntries(
          Map.entry("/task/{id}/comment/create", "{'message':'x'}"),
          Map.entry("/task/{id}/identity-links", "{'userId':'lamp-co','type':'candidate'}"),
          Map.entry(
              "/task/{id}/identity-links/delete", "{'groupId':'unit-STREET-A','type':'candidate'}"),
          Map.entry("/task/{id}/assignee", "{'userId':'lamp-co'}"),
          Map.entry("/task/{id}/resolve", "{'variables':{'unit':{'value':'WATER-CO'}}}"),
          Map.entry(
              "/process-instance/{id}/modification",
              "{'instructions':[{'type':'cancel','activityId':'user_acceptWork'}]}"),
          Map.entry(
              "/process-instance/{id}/modification-async",
              "{'instructions':[{'type':'cancel','activityId':'user_acceptWork'}]}"),
          Map.entry(
              "/process-instance/suspended",
              "{'suspended':true,'processInstanceIds':['{process-instance}']}"),
          Map.entry("/process-instance/delete", "{'processInstanceIds':['{process-instance}']}"),
          Map.entry(
              "/history/process-instance/delete",
              "{'historicProcessInstanceIds':['{process-instance}']}"),
          Map.entry(
              "/message", "{'messageName':'voidCase','processInstanceId':'{process-instance}'}"),
          Map.entry(
              "/modification/execute",
              "{'processDefinitionId':'{process-definition}',"
                  + "'processInstanceIds':['{process-instance}'],"
                  + "'instructions':[{'type':'cancel','activityId':'user_acceptWork'}]}"),
          Map.entry("/group/create", "{'id':'evil','name':'x','type':'x'}"),
          Map.entry("/group/{id}", "{'id':'operators','name':'x','type':'x'}"),
          Map.entry("/tenant/create", "{'id':'evil','name':'x'}"),
          Map.entry("/user/create", "{'profile':{'id':'evil'},'credentials':{'password':'x'}}"),
          Map.entry("/user/{id}/profile", "{'id':'wu','firstName':'x','lastName':'x'}"),
          Map.entry(
              "/authorization/create",
              "{'type':1,'permissions':['ALL'],'userId':'lamp-co','resourceType':8,'resourceId':'*'}"),
          Map.entry("/filter/create", "{'resourceType':'Task','name':'x','query':{}}"),
          Map.entry("/filter/{id}", "{'resourceType':'Task','name':'x','query':{}}"),
          Map.entry("/job/{id}/retries", "{'retries':3}"),
          Map.entry("/job-definition/{id}/retries", "{'retries':3}"),
          Map.entry("/job/suspended", "{'processDefinitionKey':'cityCase','suspended':true}"),
          Map.entry(
              "/process-definition/suspended",
              "{'processDefinitionKey':'cityCase','suspended':true}"));

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private ApplicationContext service;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private WebEndpointsSupplier actuators;

  @BeforeEach
  @AfterEach
  void anEmptyDesk() {
    desk.at("2026-03-12T09:00:00+08:00");
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> line.matches("(GET|POST|PUT|PATCH|DELETE|OPTIONS) /.*"))
        .toList();
  }

  private static List<String> people() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> line.startsWith("door "))
        .map(line -> List.of(line.substring("door ".length()).trim().split("\\s+")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyDoorIsInTheTableAndGivesWhatItSays() throws IOException {
    Map<String, String> known = known();
    List<String> people = people();
    StringBuilder found = new StringBuilder();
    for (String door : doors()) {
      List<String> marks = people.stream().map(person -> mark(person, door, known)).toList();
      found.append(line(door, people, marks)).append('\n');
    }
    Files.writeString(Path.of("target/engine-doors.txt"), found);
    assertThat(jdbc.queryForList("SELECT NAME_ FROM ACT_RU_VARIABLE", String.class))
        .as("variables that somebody wrote beside the diagram")
        .isEmpty();
    assertThat(found.toString()).isEqualTo(String.join("\n", rows()) + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//engine-rest/task",
        "/./engine-rest/task",
        "/login/../engine-rest/task",
        "/login/..;/engine-rest/task",
        "/login/%2e%2e/engine-rest/task",
        "/login;/../engine-rest/task",
        "/assets/..%2fengine-rest/task",
        "/engine-rest;a=b/task",
        "/engine-rest/;/task",
        "/engine-rest%2ftask",
        "/%65ngine-rest/task",
        "/engine-rest/task/",
        "/engine-rest/task.json",
        "/ENGINE-REST/task",
        "/actuator/health/../env",
        "/actuator/health/%2e%2e/env",
        "/camunda/assets/../api/engine/engine/default/task",
        "/camunda/assets/..;/api/engine/engine/default/task",
        "/v3/api-docs/../../api/cases",
        "/v3/api-docs/..%2f..%2fapi/cases",
        "/api/reports/../cases",
        "/api/reports/%2e%2e/cases"
      })
  void noDetourLeadsPastASignIn(String path) {
    assertThat(city.get(null, path).status()).isIn(302, 400, 401, 404);
  }

  @Test
  void anAccountIsChangedByItsOwnerAndDeletedByAdministratorsOnly() {
    assertThat(city.get("wu", REST + "/user/wu/profile").status()).isEqualTo(200);
    assertThat(city.delete("wu", REST + "/user/wu").status()).isEqualTo(403);
    assertThat(city.delete("owner", REST + "/user/wu").status()).isEqualTo(403);
    assertThat(city.get("lamp-co", REST + "/user").body().findValuesAsText("id"))
        .containsExactly("lamp-co");
  }

  /** Under the engine's name stands the same as without it. */
  private Set<String> doors() {
    Set<String> all =
        new TreeSet<>(Comparator.comparing(door -> door.replaceFirst("^\\w+ ", "") + door));
    all.addAll(PAGES);
    service
        .getBeansOfType(Application.class)
        .values()
        .forEach(engine -> all.addAll(JaxRsDoors.of(REST, engine.getClasses())));
    Set<String> named =
        all.stream().filter(door -> door.contains(NAMED)).collect(Collectors.toSet());
    all.removeAll(named);
    assertThat(named.stream().map(door -> door.replace(NAMED, "/"))).allMatch(all::contains);
    Map.of(
            "cockpit", new CockpitApplication(),
            "admin", new AdminApplication(),
            "tasklist", new TasklistApplication(),
            "welcome", new WelcomeApplication())
        .forEach(
            (name, webapp) ->
                all.addAll(JaxRsDoors.of("/camunda/api/" + name, webapp.getClasses())));
    actuators.getEndpoints().stream()
        .flatMap(endpoint -> endpoint.getOperations().stream())
        .map(WebOperation::getRequestPredicate)
        .forEach(asked -> all.add(asked.getHttpMethod() + " /actuator/" + asked.getPath()));
    return all;
  }

  /** What the names in a door's path stand for, by the word before each. */
  private Map<String, String> known() {
    String shop = city.filedShop("reporter", Map.of("name", "市民", "phone", "13812345678"));
    var task = city.task("auditor", shop, "user_acceptWork");
    Map<String, String> known = new HashMap<>();
    known.put("task", task.path("id").asText());
    known.put("execution", task.path("executionId").asText());
    known.put("process-instance", task.path("processInstanceId").asText());
    known.put("process-definition", task.path("processDefinitionId").asText());
    known.put("key", "cityCase");
    known.put("user", "wu");
    known.put("group", "operators");
    known.put("name", "default");
    for (String kind :
        List.of(
            "job",
            "job-definition",
            "deployment",
            "filter",
            "authorization",
            "variable-instance",
            "event-subscription",
            "history/activity-instance",
            "history/detail",
            "history/variable-instance",
            "history/job-log")) {
      String path = REST + "/" + kind + (kind.equals("deployment") ? "?nameLike=city-case%25" : "");
      known.put(
          kind.substring(kind.indexOf('/') + 1),
          city.get(ADMIN, path).body().path(0).path("id").asText("none"));
    }
    return known;
  }

  private static String filled(String path, Map<String, String> known) {
    StringBuilder filled = new StringBuilder();
    String before = "";
    for (String word : path.substring(1).split("/")) {
      boolean named = word.startsWith("{");
      filled
          .append('/')
          .append(
              named ? known.getOrDefault(before, word.contains("engine") ? "default" : "x") : word);
      before = word;
    }
    return filled.toString();
  }

  private String mark(String person, String door, Map<String, String> known) {
    String method = door.substring(0, door.indexOf(' '));
    if (person.equals(ADMIN) && !method.equals("GET")) {
      return "*";
    }
    String user = person.equals(NOBODY) ? null : person;
    String path = filled(door.substring(door.indexOf(' ') + 1), known);
    String sent = sent(door.substring(door.indexOf(' ') + 1), known);
    CityClient.Answer answer =
        switch (method) {
          case "GET" -> city.get(user, path);
          case "POST" -> city.post(user, path, sent);
          case "PUT" -> city.put(user, path, sent);
          case "PATCH" -> city.patch(user, path, sent);
          default -> city.delete(user, path, sent);
        };
    return switch (answer.status()) {
      case 200, 201, 204 -> !method.equals("GET") || isSomething(answer) ? "x" : "o";
      case 401, 302 -> "-";
      case 403 -> ".";
      case 404 -> "0";
      default -> answer.status() < 500 ? "?" : "!";
    };
  }

  private static String sent(String path, Map<String, String> known) {
    String sent = SENT.getOrDefault(path.replaceFirst("^" + REST, ""), "{}").replace('\'', '"');
    for (Map.Entry<String, String> one : known.entrySet()) {
      sent = sent.replace("{" + one.getKey() + "}", one.getValue());
    }
    return sent;
  }

  private static boolean isSomething(CityClient.Answer answer) {
    return !answer.body().isEmpty()
        && !(answer.body().size() == 1 && answer.body().path("count").asText().equals("0"));
  }

  private static String line(String door, List<String> people, List<String> marks) {
    return "%-110s ".formatted(door)
        + IntStream.range(0, people.size())
            .mapToObj(i -> ("%-" + people.get(i).length() + "s").formatted(marks.get(i)))
            .collect(Collectors.joining(" "))
            .stripTrailing();
  }
}
