package org.citycase.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A dossier says what of it is proven, and names each file that was changed. */
@CityTest
class DossierZipTest {

  @Autowired private ApplicationContext house;
  @Autowired private CityClient city;
  @TempDir private Path folder;

  private List<String> cases;
  private Map<String, byte[]> files;

  private record Told(int code, String text) {}

  @BeforeEach
  void fill() throws IOException {
    cases = new WitnessedCity(house).fill();
    files = unpacked(cases.get(0));
  }

  private Map<String, byte[]> unpacked(String number) throws IOException {
    Map<String, byte[]> unpacked = new TreeMap<>();
    byte[] zip = city.download("zhao", "/cases/" + number + "/dossier.zip");
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        unpacked.put(entry.getName(), in.readAllBytes());
      }
    }
    return unpacked;
  }

  private Told verify() throws IOException {
    Path zip = folder.resolve("dossier.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Told(
        VerifyTrail.run(List.of(zip.toString()), out), said.toString(StandardCharsets.UTF_8));
  }

  private void replace(String name, String some, String other) {
    String text = new String(files.get(name), StandardCharsets.UTF_8);
    assertThat(text).contains(some);
    files.put(name, text.replace(some, other).getBytes(StandardCharsets.UTF_8));
  }

  /** Writes the list of hashes anew, as a forger would. */
  private void listAnew() {
    files.remove("manifest.sha256");
    StringBuilder lines = new StringBuilder();
    files.forEach(
        (name, content) ->
            lines.append(Canonical.sha256(content)).append("  ").append(name).append('\n'));
    files.put("manifest.sha256", lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void found(String... words) throws IOException {
    Told told = verify();
    assertThat(told.text()).contains(words).contains("Something was altered");
    assertThat(told.code()).isEqualTo(1);
  }

  @Test
  void theDossiersOfAllCasesAreWholeAndSayWhatOfThemIsNotProven() throws IOException {
    for (String number : cases) {
      files = unpacked(number);
      Told told = verify();
      assertThat(told.text())
          .contains("Nothing was altered", "which nothing proves: case.json")
          .contains("story.json", "The log proves, row by row", "由日志逐行证明");
      assertThat(told.code()).isZero();
    }
  }

  @Test
  void aFileThatWasChangedRemovedOrAddedIsNamed() throws IOException {
    replace("story.json", "street-a", "evil-co");
    found("The dossier's file story.json was altered", "1 findings");
    files.remove("story.json");
    found("The dossier's file story.json is missing");
    files = unpacked(cases.get(0));
    files.put("more.txt", new byte[1]);
    found("The dossier's file more.txt was added");
    files = unpacked(cases.get(0));
    files.put("dossier.pdf", "%PDF".getBytes(StandardCharsets.UTF_8));
    found("dossier.pdf was altered");
    files = unpacked(cases.get(0));
    files.remove("manifest.sha256");
    found("manifest.sha256 is missing");
  }

  @Test
  void receiptsAndLedgerAreComparedWithTheLogEvenWhenTheListFitsThem() throws IOException {
    files.put("receipts.json", "[]".getBytes(StandardCharsets.UTF_8));
    listAnew();
    found("file receipts.json of case " + cases.get(0) + " was altered. Its row 1");
    files = unpacked(cases.get(0));
    replace("receipts.json", "\"stage\" : \"file\"", "\"stage\" : \"close\"");
    listAnew();
    found("file receipts.json of case");
    files = unpacked(cases.get(0));
    replace("ledger.json", "STREET-A", "STREET-B");
    listAnew();
    found("file ledger.json of case " + cases.get(0) + " was altered. Its row 1");
    files = unpacked(cases.get(0));
    files.put("ledger.json", "no".getBytes(StandardCharsets.UTF_8));
    listAnew();
    found("file ledger.json of case");
    files.remove("ledger.json");
    listAnew();
    found("file ledger.json is missing");
  }

  @Test
  void aPictureThatWasChangedOrRemovedIsNamedByItsHash() throws IOException {
    List<String> photos =
        new ArrayList<>(
            files.keySet().stream().filter(name -> name.startsWith("photos/")).toList());
    files.remove(photos.get(0));
    files.put(photos.get(1), new byte[9]);
    found("is missing", "was altered", "2 findings");
    assertThat(verify().text()).contains("Photo " + photos.get(0).substring(7, 71));
  }
}
