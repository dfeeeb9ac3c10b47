package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A process owner who wants to run code on the server, to read what is not his, or to stop the
 * service: every diagram, file and table of his is refused with the element, row or file named, and
 * nothing of it is kept.
 */
@CityTest
class HostileContentTest {

  private static final String NAME = "hostile";

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcTemplate jdbc;

  private int before;

  @BeforeEach
  void anEmptyDesk() {
    desk.at("2026-03-10T09:00:00+08:00");
    before = rows();
  }

  @AfterEach
  void nothingOfItIsKept() {
    for (Deployment kept : repository.createDeploymentQuery().deploymentName(NAME).list()) {
      repository.deleteDeployment(kept.getId(), true);
    }
  }

  private int rows() {
    return Stream.of("ACT_RE_DEPLOYMENT", "ACT_GE_BYTEARRAY", "ACT_RE_PROCDEF", "cc_table_draft")
        .mapToInt(table -> jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class))
        .sum();
  }

  private static String diagram() throws IOException {
    return Files.readString(Path.of("processes/city-case.bpmn"));
  }

  private CityClient.Answer deploy(String file, String content, String... fields) {
    Map<String, String> all = new HashMap<>(Map.of("deployment-name", NAME));
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return city.multipart("owner", "/engine-rest/deployment/create", all, file, content);
  }

  private void refused(CityClient.Answer answer, String... words) {
    String said = answer.message() + " (" + answer.status() + ")";
    assertThat(answer.status()).as(said).isBetween(400, 499);
    assertThat(answer.message()).as(said).contains(words);
    assertThat(rows()).as("rows left behind").isEqualTo(before);
  }

  static Stream<Arguments> edits(String file) throws IOException {
    List<Arguments> edits = new ArrayList<>();
    String text = Files.readString(Path.of("src/test/resources/hostile", file));
    for (String block : text.substring(text.indexOf("\n= ") + 1).split("\\n\\s*\\n")) {
      edits.add(
          Arguments.of(
              lines(block, "= "),
              lines(block, "- "),
              lines(block, "+ "),
              List.of(lines(block, "! ").split(" \\| "))));
    }
    return edits.stream();
  }

  private static String lines(String block, String mark) {
    return block
        .lines()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .reduce((one, next) -> one + "\n" + next)
        .orElse("");
  }

  static Stream<Arguments> diagrams() throws IOException {
    return edits("diagrams.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("diagrams")
  void aHostileDiagramIsRefusedByItsElement(
      String what, String drawn, String edited, List<String> words) throws IOException {
    String diagram = diagram();
    int at = diagram.indexOf(drawn);
    assertThat(at).as(drawn).isNotNegative();
    String hostile = diagram.substring(0, at) + edited + diagram.substring(at + drawn.length());
    refused(deploy("city-case.bpmn", hostile), words.toArray(String[]::new));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          evil.groovy              | Runtime.runtime.exec('id')
          evil.js                  | 1
          evil.html                | <script>fetch('/camunda/api/admin')</script>
          evil.form                | {"components":[{"type":"html","content":"<script>1</script>"}]}
          evil.vm                  | $x.class.forName('java.lang.Runtime')
          evil.dmn                 | <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x"><decision id="x" name="x"><literalExpression expressionLanguage="mvel"><text>Runtime.getRuntime()</text></literalExpression></decision></definitions>
          evil.dmn11.xml           | <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x"/>
          evil.cmmn                | <definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" id="c" targetNamespace="x"/>
          META-INF/processes.xml   | <process-application/>
          ../../evil.bpmn          | <x/>
          /tmp/evil.bpmn           | <x/>
          C:\\evil.bpmn            | <x/>
          tasks/user_fileCase.html | <script>1</script>
          x.drl                    | rule "x" when eval(true) then System.exit(1); end
          """)
  void aFileThatIsNoDiagramIsRefusedByItsName(String file, String content) {
    refused(deploy(file, content), file.substring(file.lastIndexOf('/') + 1));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "../../application.yml",
    "documents/../../../evil.vm",
    "documents/.hidden/x.vm",
    "tasks/x.bpmn",
    "tasks/x.js",
    "tasks/x.css",
    "evil.bpmn",
    "documents/evil.jsp"
  })
  void underTheNameOfTheFormsOnlyFormsAreDeployed(String file) {
    refused(deploy(file, "x", "deployment-name", FormDeployment.NAME), file);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "tenant-id,                  elsewhere",
    "deployment-activation-time, 2099-01-01T00:00:00.000+0800",
  })
  void aDiagramThatWouldStopAllReportsIsRefused(String field, String value) throws IOException {
    refused(deploy("city-case.bpmn", diagram(), field, value), field);
    assertThat(city.report("chen", "collector", "C01-37").status()).isEqualTo(201);
  }

  @Test
  void aDiagramThatReadsFilesOrNeverEndsIsRefusedUnread(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret-4711");
    String root = diagram().substring(diagram().indexOf("<bpmn:definitions"));
    String laughs =
        "<!ENTITY a0 \"ha\">"
            + Stream.iterate(1, i -> i + 1)
                .limit(30)
                .map(i -> "<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">")
                .reduce("", String::concat);
    for (String types :
        List.of(
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE x SYSTEM \"" + secret.toUri() + "\">",
            "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;]>",
            "<!DOCTYPE x [" + laughs + "]>",
            "<!DOCTYPE x>")) {
      String used = types.contains("a30") ? "&a30;" : types.contains(" e ") ? "&e;" : "x";
      String hostile = types + root.replace("name=\"城市管理案件 City case\"", "name=\"" + used + "\"");
      CityClient.Answer answer = deploy("city-case.bpmn", hostile);
      refused(answer, "DOCTYPE");
      assertThat(answer.body().toString()).doesNotContain("secret-4711");
    }
  }

  @Test
  void aDiagramAsksNoOtherServerForItsSchema() throws IOException, InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    try (ServerSocket elsewhere = new ServerSocket(0)) {
      Thread listening =
          new Thread(
              () -> {
                try {
                  while (true) {
                    elsewhere.accept().close();
                    asked.incrementAndGet();
                  }
                } catch (IOException closed) {
                  // Nobody asked.
                }
              });
      listening.start();
      String place = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/x.xsd";
      String hostile =
          diagram()
              .replaceFirst(
                  "id=\"definitions_cityCase\"",
                  "id=\"definitions_cityCase\" xmlns:evil=\"urn:evil\" evil:x=\"1\""
                      + " xsi:schemaLocation=\"urn:evil "
                      + place
                      + "\"")
              .replaceFirst("<camunda:taskListener", "<evil:x/><camunda:taskListener");
      refused(deploy("city-case.bpmn", hostile), "127.0.0.1");
      elsewhere.close();
      listening.join();
    }
    assertThat(asked.get()).isZero();
  }

  @Test
  void aDiagramTooDeepOrTooLargeIsRefused() throws IOException {
    String start = "<bpmn:startEvent id=\"start_reportCase\"";
    String deep =
        Stream.iterate(0, i -> i + 1)
                .limit(5000)
                .map(i -> "<bpmn:subProcess id=\"deep" + i + "\">")
                .reduce("", String::concat)
            + "</bpmn:subProcess>".repeat(5000);
    refused(deploy("city-case.bpmn", diagram().replace(start, deep + start)), "deep");
    String large = "<!--" + "x".repeat(12_000_000) + "-->";
    refused(deploy("city-case.bpmn", diagram() + large), "MB");
  }

  static Stream<Arguments> tables() throws IOException {
    return edits("tables.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void aHostileTableIsRefusedByItsCell(
      String what, String written, String edited, List<String> words) throws IOException {
    String table = Files.readString(Path.of("rules/stage-limits.drl.csv"));
    assertThat(table).contains(written);
    CityClient.Answer answer =
        city.post(
            "owner",
            "/api/tables/stage-limits/drafts",
            table.replace(written, edited),
            Map.of("Content-Type", "text/csv"));
    String said = answer.body().toString();
    assertThat(answer.status()).as(said).isIn(201, 400, 413, 422);
    assertThat(said).contains(words);
    if (answer.status() == 201) {
      CityClient.Answer published =
          city.post(
              "owner2",
              "/api/drafts/" + answer.body().path("id").asText() + "/publish",
              Map.of("comment", "x"));
      assertThat(published.status()).as(published.body().toString()).isIn(400, 409, 422);
    }
    assertThat(
            jdbc.queryForObject(
                "SELECT COUNT(*) FROM cc_table_version WHERE number_ > 1", Integer.class))
        .isZero();
  }

  @Test
  void aFilterOfAnAdministratorRunsNoCodeEither() {
    Path file = Path.of("target", "run-by-a-filter");
    CityClient.Answer filter =
        city.post(
            "admin",
            "/engine-rest/filter/create",
            Map.of(
                "resourceType",
                "Task",
                "name",
                NAME,
                "query",
                Map.of(
                    "assigneeExpression",
                    "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime')"
                        + ".invoke(null).exec('touch "
                        + file.toAbsolutePath()
                        + "')}")));
    String id = filter.body().path("id").asText();
    try {
      CityClient.Answer list = city.get("admin", "/engine-rest/filter/" + id + "/list");
      assertThat(list.status()).as(list.body().toString()).isGreaterThanOrEqualTo(400);
      assertThat(file).doesNotExist();
    } finally {
      city.delete("admin", "/engine-rest/filter/" + id);
    }
  }

  /** The way round the task inside is known at run time only. */
  @Test
  void aDiagramThatGoesRoundWithoutWaitingIsStoppedAndUndone() {
    var diagram =
        Bpmn.createExecutableProcess("goesRound")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .exclusiveGateway("again")
            .subProcess("part")
            .embeddedSubProcess()
            .startEvent()
            .exclusiveGateway("which")
            .condition("never", "${wait == 'yes'}")
            .intermediateCatchEvent("late")
            .timerWithDate("${stageTimer.at(execution, 50)}")
            .endEvent()
            .moveToNode("which")
            .endEvent()
            .subProcessDone()
            .connectTo("again")
            .done();
    repository.createDeployment().name(NAME).addModelInstance("round.bpmn", diagram).deploy();
    String number = city.report("li", "leader", "E01-10").number();
    assertThatThrownBy(
            () -> runtime.startProcessInstanceByKey("goesRound", number, Map.of("wait", "no")))
        .hasStackTraceContaining("without waiting");
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("goesRound").count())
        .isZero();
  }

  @Test
  void whatOnlyLooksLikeAnExpressionIsText() throws IOException {
    String harmless =
        diagram().replace("name=\"立案 File case\"", "name=\"立案 ＄｛1+1｝ $ { } {{7*7}} &lt;b&gt;\"");
    CityClient.Answer deployed = deploy("city-case.bpmn", harmless);
    assertThat(deployed.status()).as(deployed.body().toString()).isEqualTo(200);
    String lamp = city.report("chen", "collector", "C01-37").number();
    assertThat(city.task("zhao", lamp, "user_fileCase").path("name").asText())
        .startsWith("立案 ＄｛1+1｝ $ { } {{7*7}} <b>");
    desk.at("2026-03-10T09:00:00+08:00");
  }
}
