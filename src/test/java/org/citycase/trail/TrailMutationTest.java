package org.citycase.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/** Whatever is changed behind the service's back is found and named. */
@CityTest
class TrailMutationTest {

  private static final int MUTATIONS = Integer.getInteger("trail.mutations", 1500);
  private static final long SEED = Long.getLong("trail.seed", 20260313);

  @Autowired private ApplicationContext house;
  @Autowired private CityClient city;
  @Autowired private DataSource database;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private KeptPhotos photos;

  private List<String> cases;

  @BeforeEach
  void fill() {
    cases = new WitnessedCity(house).fill();
  }

  @Test
  void everyRandomMutationOfAnyRowIsFoundAndNamedAndNothingElseIs() throws IOException {
    assertThat(live()).as("nothing was touched").isEmpty();
    Vandal vandal = new Vandal(jdbc, SEED);
    TreeMap<String, Integer> struck = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < MUTATIONS; i++) {
      Mutation mutation = vandal.strike();
      List<Finding> found = live();
      if (!mutation.isNamedBy(found)) {
        missed.add(mutation.told() + " → " + found.stream().map(Finding::what).toList());
      }
      if (i % 25 == 0) {
        assertThat(offline()).as(mutation.told()).isEqualTo(found);
      }
      mutation.undo();
      struck.merge(mutation.told().replaceFirst("(?s)^.*?(cc_\\w+).*$", "$1"), 1, Integer::sum);
    }
    assertThat(struck).as("every table was struck").hasSize(EvidentTable.all().size());
    assertThat(missed).isEmpty();
    assertThat(live()).as("all was undone").isEmpty();
  }

  @Test
  void noColumnOfAnyTableOfEvidenceCanBeChangedUnnoticed() {
    List<String> missed = new ArrayList<>();
    new Vandal(jdbc, SEED)
        .eachColumn(
            mutation -> {
              if (!mutation.isNamedBy(live())) {
                missed.add(mutation.told());
              }
              mutation.undo();
            });
    assertThat(missed).isEmpty();
    assertThat(live()).isEmpty();
  }

  @Test
  void aPictureThatIsChangedOrRemovedIsNamedByItsHash() throws IOException {
    Path folder =
        (Path)
            ReflectionTestUtils.getField(ReflectionTestUtils.getField(photos, "shelf"), "folder");
    for (String sha256 :
        new TreeSet<>(jdbc.queryForList("SELECT sha256 FROM cc_attachment", String.class))) {
      Path file = folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
      byte[] content = Files.readAllBytes(file);
      byte[] other = content.clone();
      other[new Random(SEED).nextInt(other.length)] ^= 1;
      Files.write(file, other);
      assertThat(live()).extracting(Finding::what).containsOnly("photo " + sha256);
      Files.delete(file);
      assertThat(live()).extracting(Finding::kind).containsOnly(Finding.Kind.MISSING);
      Files.write(file, content);
    }
    assertThat(live()).isEmpty();
  }

  @Test
  void aCaseThatIsRemovedAsAWholeIsFoundByItsSeal() throws IOException {
    String number = cases.get(2);
    Path kept = Files.createTempDirectory("seals");
    for (int seal = 1; seal <= seals(); seal++) {
      Files.write(
          kept.resolve(seal + ".csv"), city.download("auditor", "/api/audit/seals/" + seal));
    }
    for (Evidence kind : Evidence.values()) {
      jdbc.update("DELETE FROM %s WHERE %s = ?".formatted(kind.table(), kind.caseColumn()), number);
    }
    jdbc.update("DELETE FROM cc_case_log WHERE case_number = ?", number);
    List<Finding> found = live();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).caseNumber()).isEqualTo(number);
    assertThat(found.get(0).en()).containsPattern("seal \\d holds it");
    jdbc.update("DELETE FROM cc_sealed_case WHERE case_number = ?", number);
    assertThat(live()).extracting(Finding::what).allMatch(what -> what.startsWith("seal "));
    assertThat(live()).isNotEmpty();
    forge();
    assertThat(live()).as("whoever forges all seals").isEmpty();
    assertThat(live(KeptSeals.in(kept)))
        .as("does not have those that were kept outside")
        .extracting(Finding::caseNumber, Finding::what)
        .contains(org.assertj.core.groups.Tuple.tuple(number, "case file"));
  }

  /** Makes all seals anew over what is there now. */
  private void forge() {
    String previous = Canonical.NO_HASH;
    for (int seq = 1; seq <= seals(); seq++) {
      SealRow.Heads heads = new SealRow.Heads();
      jdbc.query(
          "SELECT case_number, length, hash FROM cc_sealed_case WHERE seal_seq = ?"
              + " ORDER BY case_number",
          row -> {
            heads.add(row.getString(1), row.getInt(2), row.getString(3));
          },
          seq);
      String before = previous;
      SealRow seal =
          jdbc.queryForObject(
              "SELECT * FROM cc_seal WHERE seq = ?",
              (row, line) ->
                  SealRow.of(
                      new SealRow.Made(
                          row.getInt("seq"), row.getString("sealed_day"), row.getLong("at")),
                      heads,
                      new SealRow.Configuration(
                          row.getInt("configuration_length"), row.getString("configuration_hash")),
                      before),
              seq);
      jdbc.update(
          "UPDATE cc_seal SET cases = ?, heads_hash = ?, previous_hash = ?, root_hash = ?"
              + " WHERE seq = ?",
          seal.cases(),
          seal.headsHash(),
          seal.previousHash(),
          seal.rootHash(),
          seq);
      previous = seal.rootHash();
    }
    jdbc.update("UPDATE cc_seal_chain SET hash = ?", previous);
  }

  @Test
  void anEntryThatIsWrittenAnewWithAHashThatFitsItIsNamed() {
    String number = cases.get(0);
    List<List<String>> log = new ArrayList<>();
    new DatabaseTrails(database, Extent.of(number)).tell(new Logs(log));
    for (int seq = 1; seq <= log.size(); seq++) {
      List<String> entry = new ArrayList<>(log.get(seq - 1));
      List<String> before = List.copyOf(entry.subList(10, 12));
      entry.set(CaseTrail.LOG.indexOf("actor"), "nobody");
      String forged = CaseTrail.link(entry).computed();
      jdbc.update(
          "UPDATE cc_case_log SET actor = 'nobody', hash = ? WHERE case_number = ? AND seq = ?",
          forged,
          number,
          seq);
      assertThat(live()).extracting(Finding::what).first().isEqualTo("log " + seq);
      jdbc.update(
          "UPDATE cc_case_log SET actor = ?, hash = ? WHERE case_number = ? AND seq = ?",
          log.get(seq - 1).get(3),
          before.get(1),
          number,
          seq);
    }
    assertThat(live()).isEmpty();
  }

  @Test
  void aCheckBesideTheWorkOfTheDesksFindsNothing() throws Exception {
    CompletableFuture<?> desks =
        CompletableFuture.allOf(
            Stream.of("chen", "wu", "li")
                .map(person -> CompletableFuture.runAsync(() -> reports(person)))
                .toArray(CompletableFuture[]::new));
    int checks = 0;
    while (!desks.isDone()) {
      assertThat(live()).isEmpty();
      checks++;
    }
    desks.get();
    assertThat(checks).isGreaterThan(3);
    assertThat(live()).isEmpty();
  }

  private void reports(String person) {
    for (int i = 0; i < 12; i++) {
      if (person.equals("li")) {
        city.report("li", "hotline", "E04-05").number();
        city.post("auditor", "/api/audit/seals", Map.of());
      } else {
        String number =
            city.report("chen", "collector", "E03-12", "condition", "E03-12-1").number();
        city.does("zhao", number, "user_fileCase", "filed");
      }
    }
  }

  private int seals() {
    return jdbc.queryForObject("SELECT COUNT(*) FROM cc_seal", Integer.class);
  }

  private List<Finding> live() {
    return live(null);
  }

  private List<Finding> live(KeptSeals kept) {
    List<Finding> found = new ArrayList<>();
    Trails trails = new DatabaseTrails(database, Extent.WHOLE, 3);
    Checker checker = new Checker(photos, found::add, walked -> {});
    trails.tell(checker);
    if (kept != null) {
      kept.check(trails, checker, found::add);
    }
    return found;
  }

  private List<Finding> offline() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    new DatabaseTrails(database, Extent.WHOLE).tell(new ExportWriter(Instant.EPOCH, file));
    List<Finding> found = new ArrayList<>();
    new ExportFile(() -> new ByteArrayInputStream(file.toByteArray()), found::add)
        .tell(new Checker(photos, found::add, walked -> {}));
    return found;
  }

  /** Takes the log of one case. */
  private record Logs(List<List<String>> log) implements TrailReader {

    @Override
    public void begin(Extent extent) {}

    @Override
    public void seal(List<String> seal) {}

    @Override
    public void configuration(List<String> entry) {}

    @Override
    public void oneCase(CaseTrail trail) {
      log.addAll(trail.log());
    }

    @Override
    public void end(Ends ends) {}
  }
}
