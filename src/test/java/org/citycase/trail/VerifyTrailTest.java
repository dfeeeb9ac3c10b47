package org.citycase.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The command verify-trail, the exports it reads, the seals and the check of the live database. */
@CityTest
class VerifyTrailTest {

  private static final String DATABASE = TestDatabase.url("city_simulation");
  private static final int MUTATIONS = 400;

  @Autowired private ApplicationContext house;
  @Autowired private CityClient city;
  @Autowired private JdbcTemplate jdbc;
  @TempDir private Path folder;

  private List<String> cases;

  private record Told(int code, String text) {}

  @BeforeEach
  void fill() {
    cases = new WitnessedCity(house).fill();
  }

  private static Told verify(Object... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code = VerifyTrail.run(Arrays.stream(words).map(Object::toString).toList(), out);
    return new Told(code, said.toString(StandardCharsets.UTF_8));
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private byte[] exported(String query) {
    return city.download("auditor", "/api/audit/trail/export" + query);
  }

  @Test
  void anUntouchedExportAndAnUntouchedDatabaseAreWhole() throws IOException {
    Told export = verify(file("all.ndjson.gz", exported("")));
    assertThat(export.text()).contains("Nothing was altered", "完整无改动");
    assertThat(export.code()).isZero();
    Told database = verify(DATABASE);
    assertThat(database.text())
        .contains("%d cases".formatted(cases.size() + 1), " seals; 0 findings");
    assertThat(database.code()).isZero();
    String some = "?from=2026-03-16T00:00:00%2B08:00&to=2026-03-17T00:00:00%2B08:00";
    Told part = verify(file("some.ndjson.gz", exported(some)));
    assertThat(part.text()).contains("1 cases", "0 findings");
    Told one = verify(file("one.ndjson.gz", exported("?case=" + cases.get(2))));
    assertThat(one.text()).contains("1 cases", " seals; 0 findings");
  }

  @Test
  void whatWasAlteredInTheDatabaseIsNamedByTheCommandAndByTheServiceItself() throws Exception {
    jdbc.update(
        "UPDATE cc_decision SET row_id = 'mine' WHERE case_number = ? AND table_name = ?",
        cases.get(0),
        "responsible-unit");
    Told database = verify(DATABASE);
    assertThat(database.code()).isEqualTo(1);
    assertThat(database.text()).containsPattern("Receipt \\d+ of case " + cases.get(0));
    assertThat(verify(file("all.ndjson.gz", exported(""))).code()).isEqualTo(1);
    JsonNode done = checked(Map.of());
    assertThat(done.path("state").asText()).isEqualTo("done");
    assertThat(done.path("findingsTotal").asInt()).isEqualTo(1);
    assertThat(done.at("/findings/0/case").asText()).isEqualTo(cases.get(0));
    assertThat(done.at("/findings/0/what").asText()).startsWith("decision ");
    assertThat(done.at("/findings/0/zh").asText()).contains("被改动过");
    assertThat(checked(Map.of("case", cases.get(1))).path("findingsTotal").asInt()).isZero();
    assertThat(city.get("auditor", "/api/audit/checks").body()).hasSizeGreaterThanOrEqualTo(2);
  }

  private JsonNode checked(Map<String, String> wanted) {
    CityClient.Answer begun = city.post("auditor", "/api/audit/checks", wanted);
    assertThat(begun.status()).isEqualTo(202);
    String id = begun.body().path("id").asText();
    return Awaitility.await()
        .until(
            () -> city.get("auditor", "/api/audit/checks/" + id).body(),
            check -> !check.path("state").asText().equals("running"));
  }

  @Test
  void aCaseThatWasDeletedIsExportedAndCheckedByItsNumber() throws IOException {
    String number = cases.get(1);
    jdbc.update("DELETE FROM cc_case_log WHERE case_number = ?", number);
    jdbc.update("DELETE FROM cc_case_file WHERE number = ?", number);
    Told told = verify(file("deleted.ndjson.gz", exported("?case=" + number)));
    assertThat(told.text()).contains(number);
    assertThat(told.code()).isEqualTo(1);
    assertThat(checked(Map.of("case", number)).path("findingsTotal").asInt()).isPositive();
    assertThat(city.get("auditor", "/api/audit/trail/export?case=X").status()).isEqualTo(404);
  }

  @Test
  void whoDoesNotAuditNeitherExportsNorSealsNorChecks() {
    assertThat(city.get("li", "/api/audit/trail/export").status()).isEqualTo(403);
    assertThat(city.get("li", "/api/audit/seals").status()).isEqualTo(403);
    assertThat(city.post("li", "/api/audit/checks", Map.of()).status()).isEqualTo(403);
    assertThat(city.post("leader", "/api/audit/seals", Map.of()).status()).isEqualTo(403);
    assertThat(city.get("leader", "/api/audit/seals").body().path("total").asInt())
        .isGreaterThan(2);
    assertThat(city.get("leader", "/api/audit/seals/2001-01-01").status()).isEqualTo(404);
    assertThat(city.get("leader", "/api/audit/seals/x").status()).isEqualTo(400);
  }

  @Test
  void theNightSealsByItself() {
    city.at("2026-03-20T00:10:00+08:00");
    JsonNode seals = city.get("auditor", "/api/audit/seals").body();
    assertThat(seals.path("total").asInt()).isGreaterThan(3);
    assertThat(seals.at("/items/0/day").asText()).isEqualTo("2026-03-20");
    assertThat(verify(DATABASE).code()).isZero();
  }

  @Test
  void aFileThatWasCutOffOrIsNoneCannotBeChecked() throws IOException {
    byte[] whole = exported("");
    Told cut = verify(file("cut.ndjson.gz", Arrays.copyOf(whole, whole.length - 40)));
    assertThat(cut.code()).isEqualTo(2);
    assertThat(cut.text()).contains("cut off");
    List<String> lines = Exported.lines(whole);
    Told headless = verify(packed("short.ndjson.gz", lines.subList(0, lines.size() - 1)));
    assertThat(headless.code()).isEqualTo(2);
    assertThat(verify(file("a.ndjson.gz", "no".getBytes(StandardCharsets.UTF_8))).code())
        .isEqualTo(2);
    assertThat(verify(folder.resolve("none.ndjson.gz")).code()).isEqualTo(2);
    assertThat(verify("jdbc:h2:mem:nowhere").text()).contains("no such database");
    assertThat(verify().text()).contains("verify-trail");
    assertThat(verify(folder, "--seal=x").code()).isEqualTo(2);
  }

  @Test
  void aChangedLineIsFoundEvenWhenTheFileIsMadeToFitAgain() throws IOException {
    List<String> lines = Exported.lines(exported(""));
    List<String> changed = new ArrayList<>(lines);
    changed.set(3, changed.get(3).replaceFirst("\\d", "x"));
    assertThat(verify(packed("changed.ndjson.gz", changed)).text()).contains("The export file");
    Random random = new Random(7);
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < MUTATIONS; i++) {
      List<String> altered = new ArrayList<>(lines);
      int line = 1 + random.nextInt(lines.size() - 2);
      JsonNode tree = ExportWriter.JSON.readTree(lines.get(line));
      String told = alter(tree, random);
      altered.set(line, ExportWriter.JSON.writeValueAsString(tree));
      Exported.fit(altered);
      if (check(altered).isEmpty()) {
        missed.add(lines.get(line).substring(0, 40) + ": " + told);
      }
    }
    assertThat(missed).isEmpty();
  }

  /** Changes one value or takes one row of the line away. */
  private static String alter(JsonNode line, Random random) {
    List<ArrayNode> rows = new ArrayList<>();
    arrays(line, rows);
    ArrayNode row = rows.get(random.nextInt(rows.size()));
    int place = random.nextInt(row.size());
    if (row.get(place).isArray()) {
      row.remove(place);
      return "without row " + place;
    }
    row.set(place, row.get(place).asText() + "1");
    return "value " + place;
  }

  private static void arrays(JsonNode node, List<ArrayNode> found) {
    if (node instanceof ArrayNode array && !array.isEmpty()) {
      found.add(array);
    }
    Iterator<JsonNode> inside = node.elements();
    while (inside.hasNext()) {
      arrays(inside.next(), found);
    }
  }

  private static List<Finding> check(List<String> lines) throws IOException {
    byte[] packed = Exported.pack(lines);
    List<Finding> found = new ArrayList<>();
    new ExportFile(() -> new ByteArrayInputStream(packed), found::add)
        .tell(new Checker(null, found::add, walked -> {}));
    return found;
  }

  private Path packed(String name, List<String> lines) throws IOException {
    return file(name, Exported.pack(lines));
  }

  @Test
  void aSealThatIsKeptOutsideIsComparedWithTheDatabase() throws IOException {
    Path seals = Files.createDirectory(folder.resolve("seals"));
    Files.write(seals.resolve("one.csv"), city.download("auditor", "/api/audit/seals/1"));
    assertThat(verify(DATABASE, "--seals=" + seals).code()).isZero();
    jdbc.update("UPDATE cc_seal SET root_hash = ? WHERE seq = 1", "f".repeat(64));
    Told told = verify(DATABASE, "--seals=" + seals);
    assertThat(told.text()).contains("Seal 1 was altered", "kept outside reads otherwise");
  }
}
