package org.citycase.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/** Trails that were forged as a whole, are a part only, or are none at all. */
@CityTest
class ForgedTrailTest {

  private static final String DATABASE = TestDatabase.url("city_simulation");

  @Autowired private ApplicationContext house;
  @Autowired private CityClient city;
  @Autowired private JdbcTemplate jdbc;
  @TempDir private Path folder;

  private List<String> cases;
  private String kept;

  private record Told(int code, String text) {}

  @BeforeEach
  void fill() throws IOException {
    cases = new WitnessedCity(house).fill();
    Path seals = Files.createDirectory(folder.resolve("seals"));
    for (int seal : jdbc.queryForList("SELECT seq FROM cc_seal", Integer.class)) {
      Files.write(
          seals.resolve(seal + ".csv"), city.download("auditor", "/api/audit/seals/" + seal));
    }
    kept = "--seals=" + seals;
  }

  private static Told verify(Object... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code = VerifyTrail.run(Arrays.stream(words).map(Object::toString).toList(), out);
    return new Told(code, said.toString(StandardCharsets.UTF_8));
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("a.ndjson.gz"), content);
  }

  private Path packed(List<String> lines) throws IOException {
    return file(Exported.pack(Exported.fit(lines)));
  }

  private List<String> exported(String query) throws IOException {
    return Exported.lines(city.download("auditor", "/api/audit/trail/export" + query));
  }

  @Test
  void aPartWhoseLogAndSealedHeadsWereForgedIsFoundByTheKeptSeals() throws IOException {
    String number = cases.get(0);
    List<String> lines = exported("?case=" + number);
    Told whole = verify(packed(lines), kept);
    assertThat(whole.code()).isZero();
    assertThat(whole.text())
        .contains(
            "Only a part was checked: case " + number,
            "%d more cases that were not checked".formatted(cases.size() - 1),
            "in the part that was checked");
    int place = Exported.place(lines, number);
    ObjectNode line = Exported.tree(lines.get(place));
    Exported.rewrite(line, 3);
    lines.set(place, line.toString());
    Told alone = verify(packed(lines));
    assertThat(alone.text()).contains("只有另行保管的封存能证明", "only kept seals can tell");
    Told told = verify(packed(lines), kept);
    assertThat(told.code()).isEqualTo(1);
    assertThat(told.text())
        .containsPattern("Log entry \\d+ of case " + number + " was altered. The kept seal");
  }

  @Test
  void aCaseLeftOutOfAnExportThatSaysToBeAPartIsMissedByTheKeptSeals() throws IOException {
    List<String> lines = exported("");
    lines.remove(Exported.place(lines, cases.get(3)));
    ObjectNode first = Exported.tree(lines.get(0));
    ((ObjectNode) first.get("extent")).put("from", "2020-01-01T00:00:00Z");
    lines.set(0, first.toString());
    ObjectNode end = Exported.tree(lines.get(lines.size() - 1));
    end.remove("chains");
    lines.set(lines.size() - 1, end.toString());
    Told told = verify(packed(lines), kept);
    assertThat(told.code()).isEqualTo(1);
    assertThat(told.text())
        .contains(
            "The case file of case " + cases.get(3) + " is missing. The kept seal",
            "Only a part was checked: the cases reported from 2020-01-01T00:00:00Z");
    first.putObject("extent").putNull("from");
    lines.set(0, first.toString());
    assertThat(verify(packed(lines)).text()).contains("The export file was altered");
  }

  @Test
  void aLogForgedInTheDatabaseTogetherWithItsSealsIsNamed() throws IOException {
    String number = cases.get(1);
    List<String> lines = exported("?case=" + number);
    ObjectNode line = Exported.tree(lines.get(Exported.place(lines, number)));
    Exported.rewrite(line, 2);
    for (com.fasterxml.jackson.databind.JsonNode entry : line.get("log")) {
      jdbc.update(
          "UPDATE cc_case_log SET actor = ?, previous_hash = ?, hash = ?"
              + " WHERE case_number = ? AND seq = ?",
          entry.get(3).asText(),
          entry.get(10).asText(),
          entry.get(11).asText(),
          number,
          entry.get(1).asInt());
    }
    for (com.fasterxml.jackson.databind.JsonNode sealed : line.get("sealed")) {
      jdbc.update(
          "UPDATE cc_sealed_case SET hash = ? WHERE case_number = ? AND length = ?",
          sealed.get(2).asText(),
          number,
          sealed.get(1).asInt());
    }
    jdbc.update(
        "UPDATE cc_case_file SET log_hash = ? WHERE number = ?", line.get("head").asText(), number);
    Told told = verify(DATABASE, kept);
    assertThat(told.code()).isEqualTo(1);
    assertThat(told.text())
        .containsPattern("Log entry \\d+ of case " + number + " was altered. The kept seal");
  }

  @Test
  void whatIsNoExportIsRefusedWithASentence() throws IOException {
    List<String> lines = exported("");
    String none = "{\"end\":true,\"lines\":0,\"sha256\":\"%s\"}";
    refused(Exported.pack(List.of(none.formatted(Canonical.sha256(new byte[0])))), "begin");
    byte[] whole = Exported.pack(lines);
    byte[] more = Arrays.copyOf(whole, whole.length + 4);
    refused(more, "Something follows behind");
    byte[] twice = Arrays.copyOf(whole, whole.length * 2);
    System.arraycopy(whole, 0, twice, whole.length, whole.length);
    refused(twice, "Something follows behind");
    refused(Arrays.copyOf(whole, whole.length - 3), "cut off");
    refused(new byte[0], "no export");
    String longest = "\"" + "a".repeat(PackedLines.LONGEST) + "\"";
    refused(Exported.pack(List.of(lines.get(0), longest)), "64 MB");
    refused(Exported.pack(List.of(lines.get(0), "null")), "Line 2");
    refused(
        Exported.pack(List.of(lines.get(0), String.join("", Collections.nCopies(9000, "[")))),
        "Line 2");
  }

  private void refused(byte[] content, String sentence) throws IOException {
    Told told = verify(file(content));
    assertThat(told.code()).as(told.text()).isEqualTo(2);
    assertThat(told.text()).contains("无法检查", sentence);
  }

  @Test
  void aMalformedLineIsRefusedByItsNumber() throws IOException {
    String number = cases.get(0);
    List<Consumer<ObjectNode>> deeds =
        List.of(
            line -> ((ArrayNode) line.at("/log/2")).remove(3),
            line -> ((ArrayNode) line.at("/rows/decision/0")).remove(3),
            line -> ((ObjectNode) line.get("rows")).putArray("nosuch"),
            line -> line.put("reporter", "FOO"),
            line -> line.putNull("log"),
            line -> ((ArrayNode) line.at("/sealed/0")).set(1, "x"));
    for (Consumer<ObjectNode> deed : deeds) {
      List<String> lines = exported("");
      int place = Exported.place(lines, number);
      ObjectNode line = Exported.tree(lines.get(place));
      deed.accept(line);
      lines.set(place, line.toString());
      refused(Exported.pack(Exported.fit(lines)), "Line " + (place + 1));
    }
    List<String> lines = exported("");
    lines.set(0, lines.get(0).replace("\"from\":null", "\"from\":\"bogus\""));
    refused(Exported.pack(Exported.fit(lines)), "Line 1");
  }

  @Test
  void rowsOfACaseThatIsNotThereAreNamed() {
    Stream.of("1101012026112299999", cases.get(0).substring(0, 18), "0", "")
        .forEach(
            other -> {
              moved(other, "cc_decision", "Receipt ");
              moved(other, "cc_clock_segment", "Ledger entry ");
              moved(other, "cc_attachment", "Attachment ");
              moved(other, "cc_visit", "The path");
            });
    assertThat(verify(DATABASE).code()).isZero();
  }

  private void moved(String other, String table, String what) {
    String number = cases.get(0);
    int rows =
        jdbc.update(
            "UPDATE " + table + " SET case_number = ? WHERE case_number = ?", other, number);
    assertThat(rows).isPositive();
    Told told = verify(DATABASE);
    assertThat(told.code()).isEqualTo(1);
    String of = other.isEmpty() ? "[^.]*" : "[^.]* of case " + other;
    assertThat(told.text()).containsPattern(what + of + " was added");
    jdbc.update("UPDATE " + table + " SET case_number = ? WHERE case_number = ?", number, other);
  }

  @Test
  void whatWasAlteredBeforeTheNextActOfTheCaseIsFoundAllTheSame() {
    String number = cases.get(cases.size() - 1);
    List<String> changes =
        List.of(
            "cc_case_file SET description = 'x' WHERE number",
            "cc_clock_segment SET reason = 'x' WHERE to_at IS NULL AND case_number",
            "cc_case_clock SET holder = 'x' WHERE case_number",
            "cc_visit SET from_at = from_at + 1 WHERE case_number");
    changes.forEach(
        change -> assertThat(jdbc.update("UPDATE " + change + " = ?", number)).isPositive());
    city.feedsBack("street-a", number);
    Told told = verify(DATABASE);
    assertThat(told.text())
        .contains(
            "The case file of case " + number + " was altered",
            "The running clock of case " + number + " was altered",
            "The path through the diagrams of case " + number + " was altered",
            "4 findings")
        .containsPattern("Ledger entry \\d+ of case " + number + " was altered");
  }

  @Test
  @DisabledIfSystemProperty(named = "citycase.test.mysql", matches = ".+")
  void aDatabaseFileIsOnlyRead() throws Exception {
    String file = folder.resolve("copy").toString();
    String script = folder.resolve("copy.sql").toString();
    jdbc.execute("SCRIPT TO '" + script + "'");
    try (Connection copy = DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "");
        Statement all = copy.createStatement()) {
      all.execute("RUNSCRIPT FROM '" + script + "'");
    }
    byte[] before = Files.readAllBytes(Path.of(file + ".mv.db"));
    Told told = verify("jdbc:h2:file:" + file, kept);
    assertThat(told.text()).contains("Nothing was altered");
    assertThat(told.code()).isZero();
    assertThat(Files.readAllBytes(Path.of(file + ".mv.db"))).isEqualTo(before);
    assertThat(Path.of(file + ".trace.db")).doesNotExist();
  }

  @Test
  void anOlderCaseIsVouchedForInAllWithItsNextEntryAndNotForgivenWhatWasAltered() {
    String number = cases.get(cases.size() - 1);
    asBefore(number);
    Told older = verify(DATABASE);
    assertThat(older.text()).contains("1 older cases", "Nothing was altered");
    Map<String, Object> receipt =
        jdbc.queryForMap(
            "SELECT seq, version FROM cc_decision WHERE case_number = ? ORDER BY seq LIMIT 1",
            number);
    String change = "UPDATE cc_decision SET version = ? WHERE seq = ?";
    jdbc.update(change, "mine", receipt.get("seq"));
    assertThat(verify(DATABASE).text()).containsPattern("Receipt \\d+ of case " + number);
    ReflectionTestUtils.invokeMethod(house.getBean("olderCases"), "begin");
    assertThat(verify(DATABASE).text()).containsPattern("Receipt \\d+ of case " + number);
    jdbc.update(change, receipt.get("version"), receipt.get("seq"));
    Told vouched = verify(DATABASE);
    assertThat(vouched.text()).contains("Nothing was altered").doesNotContain("older");
    jdbc.update("UPDATE cc_visit SET to_at = to_at + 1 WHERE case_number = ?", number);
    assertThat(verify(DATABASE).text()).contains("The path through the diagrams of case " + number);
  }

  @Test
  void aCaseWhoseLogWasRemovedIsFoundAndNoStartVouchesForIt() {
    String number = cases.get(cases.size() - 1);
    jdbc.update("DELETE FROM cc_case_log WHERE case_number = ?", number);
    jdbc.update(
        "UPDATE cc_case_file SET log_length = 0, log_hash = ?, traced = FALSE WHERE number = ?",
        Canonical.NO_HASH,
        number);
    assertThat(verify(DATABASE).text()).contains("The case file of case " + number + " is missing");
    ReflectionTestUtils.invokeMethod(house.getBean("olderCases"), "begin");
    assertThat(verify(DATABASE).text()).contains("The case file of case " + number + " is missing");
    city.attach("street-a", number, "other", CityClient.picture());
    Told told = verify(DATABASE);
    assertThat(told.text())
        .contains("Log entry 1 of case " + number + " was altered. A log begins with the report");
    assertThat(told.code()).isEqualTo(1);
  }

  /** As if its log had been written when it vouched for the first kinds only. */
  private void asBefore(String number) {
    String previous = Canonical.NO_HASH;
    String columns = String.join(", ", CaseTrail.LOG);
    List<List<String>> log =
        jdbc.query(
            "SELECT " + columns + " FROM cc_case_log WHERE case_number = ? ORDER BY seq",
            (row, line) -> EvidenceText.of(row),
            number);
    for (List<String> entry : log) {
      String trace = entry.get(12);
      entry.set(12, trace == null ? null : first(trace));
      entry.set(10, previous);
      previous = CaseTrail.link(entry).computed();
      jdbc.update(
          "UPDATE cc_case_log SET trace = ?, previous_hash = ?, hash = ?"
              + " WHERE case_number = ? AND seq = ?",
          entry.get(12),
          entry.get(10),
          previous,
          number,
          entry.get(1));
    }
    jdbc.update(
        "UPDATE cc_case_file SET traced = FALSE, log_hash = ? WHERE number = ?", previous, number);
  }

  private static String first(String trace) {
    try {
      ObjectNode names = Exported.tree(trace);
      names.retain(
          Stream.of(names.fieldNames())
              .flatMap(ForgedTrailTest::all)
              .filter(
                  name ->
                      Evidence.FIRST.stream().anyMatch(kind -> name.startsWith(kind.kind() + "/")))
              .toList());
      return names.toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> all(java.util.Iterator<String> names) {
    Stream.Builder<String> all = Stream.builder();
    names.forEachRemaining(all);
    return all.build();
  }
}
