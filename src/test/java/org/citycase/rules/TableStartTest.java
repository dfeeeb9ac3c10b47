package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citycase.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the files of the rules folder become at a start. */
@ExtendWith(OutputCaptureExtension.class)
@Tag(TestDatabase.TAG)
class TableStartTest {

  private static final String CASE = "1101012026031000001";

  private final HandClock clock = new HandClock("2026-03-10T01:00:00Z");
  private final TableNode.Shared shared = TableNode.Shared.with(clock);

  @TempDir Path content;

  private TableNode node;

  @BeforeEach
  void ownContent() {
    TableNode.content(content);
  }

  @AfterEach
  void stop() {
    if (node != null) {
      node.close();
    }
  }

  @Test
  void theFirstStartPutsTheNationalTablesInForceForAllTime() {
    start(Map.of(CASE, Instant.parse("1999-12-31T00:00:00Z")));
    for (String table : node.desk().names()) {
      TableVersion first = node.desk().inForce(table);
      assertThat(node.desk().history(table)).containsExactly(first);
      assertThat(first.number()).isOne();
      assertThat(first.effectiveAt()).isEqualTo(Instant.EPOCH);
      assertThat(first.kind()).isEqualTo(TableVersion.Kind.START);
      assertThat(first.version()).isEqualTo(first.national());
      assertThat(node.desk().drift(table)).isEmpty();
    }
    assertThat(node.ask(CASE).answer().points()).isEqualTo(0.1);
  }

  @Test
  void aSecondStartChangesNothing() {
    start();
    start();
    assertThat(numbers()).containsExactly(1);
  }

  @Test
  void aCityFileIsLaidOnTopAndOnlyItsRowsAreKeptAsTheCitys() throws IOException {
    cityFile(points("OT-1", "0.7"), ",X-1,appealGranted,,,9,9,X-1,0,1,,", "cancelled,OT-U");
    start();
    assertThat(node.points()).isEqualTo(0.7);
    TableVersion first = node.desk().inForce(TableNode.TABLE);
    assertThat(first.version()).isNotEqualTo(first.national());
    assertThat(ids(node.the(TablePublishing.class).cityRows(first)))
        .containsExactly("OT-1", "X-1", "OT-U");
    assertThat(node.desk().drift(TableNode.TABLE))
        .extracting(Change::row, Change::kind)
        .contains(
            tuple("OT-1", Change.Kind.CHANGED),
            tuple("X-1", Change.Kind.ADDED),
            tuple("OT-U", Change.Kind.REMOVED));
  }

  @Test
  void aNationalFileWrittenInAnotherWayIsTheSameEdition() throws IOException {
    start();
    Path file = file(TableNode.TABLE);
    Files.writeString(file, "\uFEFFanother remark" + Files.readString(file).substring(1));
    start();
    assertThat(numbers()).containsExactly(1);
  }

  @Test
  void aNewNationalEditionComesUnderTheRowsTheCityPublished() throws IOException {
    start();
    node.publish("OT-1", "0.7");
    clock.add(Duration.ofSeconds(60));
    edit("OT-2,overdue,0.5,1,,,OT-2,0.2", "OT-2,overdue,0.5,1,,,OT-2,0.25");
    start();
    assertThat(numbers()).containsExactly(3, 2, 1);
    assertThat(node.points()).isEqualTo(0.7);
    clock.add(Duration.ofSeconds(3));
    assertThat(node.points()).isEqualTo(0.7);
    assertThat(node.desk().text(TableNode.TABLE, node.tables().version(TableNode.TABLE)))
        .contains("OT-2,0.25");
    assertThat(node.desk().drift(TableNode.TABLE)).extracting(Change::row).containsOnly("OT-1");
  }

  @Test
  void aNewNationalEditionTakesEffectWithTheVersionThatWaits() throws IOException {
    start();
    Instant monday = Instant.parse("2026-03-15T16:00:00Z");
    node.publish("OT-1", "0.7", TableNode.by(monday, false));
    edit("OT-2,overdue,0.5,1,,,OT-2,0.2", "OT-2,overdue,0.5,1,,,OT-2,0.25");
    start();
    assertThat(node.desk().latest(TableNode.TABLE).effectiveAt()).isEqualTo(monday);
    clock.set(monday.minusMillis(1));
    assertThat(node.points()).isEqualTo(0.1);
    clock.set(monday);
    assertThat(node.points()).isEqualTo(0.7);
    assertThat(node.desk().text(TableNode.TABLE, node.tables().version(TableNode.TABLE)))
        .contains("OT-2,0.25");
  }

  @Test
  void anOlderEditionOfAFileChangesNothingAndWarns(CapturedOutput output) throws IOException {
    start();
    String older = Files.readString(file(TableNode.TABLE));
    edit("OT-1,overdue,,0.5,,,OT-1,0.1", "OT-1,overdue,,0.5,,,OT-1,0.15");
    start();
    clock.add(Duration.ofSeconds(60));
    assertThat(node.points()).isEqualTo(0.15);
    Files.writeString(file(TableNode.TABLE), older);
    start();
    clock.add(Duration.ofSeconds(60));
    assertThat(node.points()).isEqualTo(0.15);
    assertThat(numbers()).containsExactly(2, 1);
    assertThat(output)
        .contains("File penalty.drl.csv is an edition that was replaced before")
        .contains("Roll the table back");
  }

  @Test
  void aBrokenRowOfTheCityStopsTheStartWithItsFileRowAndColumn() throws IOException {
    cityFile(",OT-2", points("OT-1", "seven"));
    assertThatThrownBy(this::start)
        .hasMessageContaining("Table city/penalty.drl.csv is refused. I10: 'seven' is not");
  }

  @Test
  void aCityThatNamesARowTwiceStopsTheStart() throws IOException {
    cityFile(points("OT-1", "0.7"), points("OT-1", "0.8"));
    assertThatThrownBy(this::start)
        .hasMessageContaining("city/penalty.drl.csv")
        .hasMessageContaining("row id OT-1 is already that of row 9");
  }

  @Test
  void aCityFileNobodyAsksIsWarnedOf(CapturedOutput output) throws IOException {
    Files.writeString(content.resolve("rules/city/penalties.drl.csv"), "anything");
    start();
    assertThat(output).contains("Nobody asks table penalties.drl.csv");
  }

  @Test
  void anEditionThatDoesNotFitUnderTheCitysRowsStopsTheStartAndTheVersionStays()
      throws IOException {
    start();
    TableVersion published = node.publish("OT-1", "0.7");
    Path file = file(TableNode.TABLE);
    String edition = Files.readString(file);
    Files.writeString(file, edition.replace("OT-2,overdue,0.5,1,,,OT-2,0.2", "OT-2,x,,,,,OT-2,1"));
    assertThatThrownBy(this::start).hasMessageContaining("penalty.drl.csv is refused. C10: 'x'");
    Files.writeString(file, edition);
    start();
    assertThat(node.desk().latest(TableNode.TABLE))
        .usingRecursiveComparison()
        .ignoringFields("seq")
        .isEqualTo(published);
  }

  /** A newer service may answer more than a table that was published before it did. */
  @Test
  void anOldVersionWithoutAColumnForANewerPartOfTheAnswerStillAnswers() {
    start(Map.of(CASE, clock.instant()));
    Sheet whole = node.the(TablePublishing.class).sheet(node.desk().inForce(TableNode.TABLE));
    int factor = Head.keys(whole).indexOf("factor");
    List<List<String>> rows =
        whole.rows().stream()
            .map(
                row -> {
                  List<String> cells = new ArrayList<>(row);
                  cells.remove(factor);
                  return cells;
                })
            .toList();
    String text = TableText.print(rows);
    String id = shared.archive().store("old", Map.of("penalty.drl.csv", text));
    TableVersion old =
        new TableVersion(
            0,
            TableNode.TABLE,
            2,
            TableText.version(text),
            "",
            TableVersion.Kind.PUBLISHED,
            clock.instant(),
            clock.instant(),
            "owner2",
            "owner",
            "",
            false,
            14,
            id,
            false);
    node.the(TableVersions.class).append(old);
    node.the(TableShelf.class).forget();
    assertThat(node.ask(CASE).version()).isEqualTo(old.version());
    assertThat(node.peek().answer().points()).isEqualTo(0.1);
    assertThat(node.peek().answer().factor()).isZero();
    assertThat(node.receipts().same()).isOne();
  }

  private void start() {
    start(Map.of());
  }

  private void start(Map<String, Instant> filed) {
    stop();
    node = new TableNode(content, shared, filed);
  }

  private List<Integer> numbers() {
    return node.desk().history(TableNode.TABLE).stream().map(TableVersion::number).toList();
  }

  private Path file(String table) {
    return content.resolve("rules").resolve(table + ".drl.csv");
  }

  private void edit(String old, String now) throws IOException {
    String text = Files.readString(file(TableNode.TABLE));
    assertThat(text).contains(old);
    Files.writeString(file(TableNode.TABLE), text.replace(old, now));
  }

  private void cityFile(String... rows) throws IOException {
    List<String> head = Files.readAllLines(file(TableNode.TABLE)).subList(0, Head.FIRST_DATA_ROW);
    Files.writeString(
        content.resolve("rules/city/penalty.drl.csv"),
        String.join("\n", head) + "\n" + String.join("\n", rows));
  }

  private static String points(String row, String points) {
    return "本市 city," + row + ",overdue,,0.5,,," + row + "," + points + ",1,,";
  }

  private static List<String> ids(Sheet sheet) {
    return sheet.rows().subList(Head.FIRST_DATA_ROW, sheet.rows().size()).stream()
        .map(row -> row.get(Head.FIRST_COLUMN))
        .toList();
  }
}
