package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Hostile texts in every place where people write, and then everything is read: on pages, in
 * answers, files and the log each stays a text. For each text a case walks from its report to its
 * check; a place may refuse a text with a sentence.
 */
@CityTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTest {

  private static final String FORMULA = "^[\\t\\r\\n]|^[\\s\u3000]*[=+\\-@＝＋－＠]";

  private final Map<HostileText, String> cases = new TreeMap<>();
  private final AtomicInteger fetched = new AtomicInteger();
  private final HttpClient http = HttpClient.newHttpClient();
  private ServerSocket elsewhere;

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private ObjectMapper json;
  @Autowired private JdbcTemplate jdbc;
  @LocalServerPort private int port;

  @BeforeAll
  void writeThemEverywhere() throws IOException {
    elsewhere = new ServerSocket(0);
    Thread listening = new Thread(this::count, "elsewhere");
    listening.setDaemon(true);
    listening.start();
    desk.at("2026-03-10T09:00:00+08:00");
    HostileCase written = new HostileCase(city);
    for (HostileText text : HostileText.values()) {
      cases.put(text, written.of(text.with(elsewhere.getLocalPort())));
    }
  }

  private void count() {
    try {
      while (true) {
        elsewhere.accept().close();
        fetched.incrementAndGet();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  @AfterAll
  void stopListening() throws IOException {
    elsewhere.close();
  }

  @Test
  void everythingThatShowsThemIsAnsweredAndNothingOfThemIsDone(CapturedOutput log)
      throws Exception {
    for (HostileText text : HostileText.values()) {
      String words = URLEncoder.encode(text.with(elsewhere.getLocalPort()), StandardCharsets.UTF_8);
      for (String path : paths(cases.get(text), words).toList()) {
        check(path, ask(path));
      }
    }
    for (String path : lists()) {
      check(path, ask(path));
    }
    assertThat(fetched).as("what was fetched from elsewhere").hasValue(0);
    assertThat(log.getAll()).doesNotContain("\nforged").doesNotContain("\u001b[2J");
    assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM cc_case_file", Integer.class))
        .isEqualTo(HostileText.values().length);
  }

  @Test
  void aHostileTextIsFoundAsItIsAndNothingElseWithIt() {
    for (HostileText text : List.of(HostileText.SQL, HostileText.SCRIPT, HostileText.SPRING)) {
      String words = URLEncoder.encode(text.with(0), StandardCharsets.UTF_8);
      JsonNode found = city.get("auditor", "/api/cases?q=" + words).body();
      assertThat(found.path("total").asInt()).as(text.name()).isEqualTo(1);
      assertThat(found.at("/items/0/number").asText()).isEqualTo(cases.get(text));
      assertThat(city.caseOf(cases.get(text)).path("description").asText()).isEqualTo(text.with(0));
    }
  }

  private static Stream<String> paths(String number, String words) {
    String one = "/api/cases/" + number;
    return Stream.of(
        one,
        one + "/trail",
        one + "/story",
        one + "/stages",
        one + "/path",
        one + "/escalations",
        one + "/decisions",
        one + "/clock/explanation",
        one + "/attachments",
        "/cases/" + number,
        "/cases/" + number + "?lang=en",
        "/cases/" + number + "/dossier.zip",
        "/api/cases?q=" + words,
        "/cases?q=" + words,
        "/cases/export.csv?q=" + words,
        "/cases/export.xlsx?q=" + words,
        "/cases?state=" + words,
        "/audit/people?person=" + words,
        "/audit/people.csv?person=" + words,
        "/audit/rows?table=" + words + "&row=" + words,
        "/audit/returns?unit=" + words,
        "/audit/configuration?person=" + words,
        "/audit/bottlenecks?category=" + words,
        "/api/audit/deeds?person=" + words,
        "/api/scores?object=" + words + "&from=" + words + "&to=" + words,
        "/rules/log?table=" + words,
        "/login?error=" + words,
        "/api/tables/" + words.replace("+", "%20").replaceAll("%2F|%5C|%0[0-9A-D]|%1B", "x"));
  }

  private static List<String> lists() {
    return List.of(
        "/cases",
        "/api/cases?size=100",
        "/cases/export.csv",
        "/cases/export.xlsx",
        "/audit/interventions",
        "/audit/interventions.csv",
        "/audit/configuration",
        "/audit/configuration.csv",
        "/audit/people?person=he",
        "/audit/people.csv?person=he",
        "/audit/people?person=lamp-co",
        "/audit/people.csv?person=lamp-co",
        "/api/audit/configuration",
        "/api/calendar",
        "/api/calendar/emergencies",
        "/rules",
        "/rules/log",
        "/api/rules/log",
        "/api/audit/trail/export",
        "/engine-rest/history/task?maxResults=200",
        "/engine-rest/task?maxResults=200");
  }

  private HttpResponse<byte[]> ask(String path) throws Exception {
    String basic = Base64.getEncoder().encodeToString("auditor:auditor".getBytes());
    return http.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Basic " + basic)
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private void check(String path, HttpResponse<byte[]> answer) throws IOException {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(path + " " + body).isLessThan(500);
    assertThat(answer.headers().firstValue("X-Evil")).as(path).isEmpty();
    if (answer.statusCode() == 200) {
      assertThat(answer.headers().firstValue("X-Content-Type-Options"))
          .as(path)
          .hasValue("nosniff");
    }
    assertThat(body).as(path).doesNotContain(HostileText.RESULT).doesNotContain("root:x:");
    if (type.startsWith("text/html")) {
      assertThat(body)
          .as(path)
          .doesNotContain("<script>window")
          .doesNotContain("<img src=x")
          .doesNotContain("href=\"javascript")
          .doesNotContain("<svg onload")
          .doesNotContain("\" onmouseover");
    } else if (type.contains("json")) {
      json.readTree(body);
    } else if (type.startsWith("text/csv")) {
      noFormula(path, body);
    } else if (path.contains(".xlsx")) {
      noFormula(path, answer.body());
    }
  }

  private static void noFormula(String path, String csv) throws IOException {
    try (CSVParser lines = CSVParser.parse(csv.substring(1), CSVFormat.RFC4180)) {
      lines.forEach(
          line ->
              line.forEach(
                  cell ->
                      assertThat(cell)
                          .as(path)
                          .matches(text -> text.matches("-?[\\d.]+") || !isFormula(text))));
    }
  }

  private static boolean isFormula(String text) {
    return java.util.regex.Pattern.compile(FORMULA).matcher(text).find();
  }

  private static void noFormula(String path, byte[] workbook) throws IOException {
    Path file = Files.write(Path.of("target", "hostile.xlsx"), workbook);
    try (ZipFile parts = new ZipFile(file.toFile())) {
      for (ZipEntry part : parts.stream().toList()) {
        String xml = new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(xml).as(path + " " + part.getName()).doesNotContain("<f>").doesNotContain("<f ");
        assertThat(part.getName()).doesNotContain("externalLink");
      }
    }
  }
}
