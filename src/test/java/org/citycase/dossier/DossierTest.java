package org.citycase.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.citycase.trail.Canonical;
import org.citycase.trail.KeptPhotos;
import org.citycase.trail.VerifyTrail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

@CityTest
class DossierTest {

  /** Left for people to look at. */
  private static final Path SEEN = Path.of("target", "dossier");

  private static final String PHONE = "13812345678";

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private ObjectMapper json;
  @Autowired private KeptPhotos kept;
  @Autowired private DataSource database;

  private String number;
  private JsonNode story;

  @BeforeEach
  void aLongCase() throws IOException {
    desk.at("2026-03-10T09:00:00+08:00");
    number = new LongCase(city).closed();
    story = city.get("auditor", "/api/cases/" + number + "/story").body();
    Files.createDirectories(SEEN);
    Files.writeString(SEEN.resolve("story.json"), story.toPrettyString());
  }

  @Test
  void aLongCaseIsToldInOrderAndNothingTwice() {
    assertThat(story.at("/header/logLength").asInt()).isGreaterThanOrEqualTo(40);
    assertThat(story.path("photos")).hasSize(8);
    List<String> instants = new ArrayList<>();
    List<String> told = new ArrayList<>();
    List<Integer> entries = new ArrayList<>();
    for (JsonNode event : story.path("timeline")) {
      instants.add(event.path("at").asText().substring(0, 19));
      told.add(event.path("kind").asText() + event.path("seq").asText());
      if (event.has("hash")) {
        told.set(told.size() - 1, "entry" + event.path("seq").asText());
        entries.add(event.path("seq").asInt());
      }
    }
    assertThat(instants).isSorted();
    assertThat(told).doesNotHaveDuplicates();
    assertThat(entries).isSorted().hasSize(story.at("/header/logLength").asInt());
    assertThat(told.size() - entries.size())
        .as("decisions, tasks, stretches of the clock and notices")
        .isEqualTo(sizeOf("decisions") + sizeOf("stages") + sizeOf("clock") + notices().size());
    assertThat(
            city.get("auditor", "/api/cases/" + number + "/trail").body().findValuesAsText("hash"))
        .last()
        .isEqualTo(story.at("/header/logHash").asText());
  }

  private int sizeOf(String part) {
    return city.get("auditor", "/api/cases/" + number + "/" + part).body().size();
  }

  private JsonNode notices() {
    return city.caseOf(number).path("notices");
  }

  @Test
  void theBarOfTheLedgerIsWholeAndOverdueFromTheDueInstant() {
    double whole = 0;
    long counted = 0;
    for (JsonNode part : story.path("ledger")) {
      whole += part.path("share").asDouble();
      counted += part.path("seconds").asLong();
    }
    assertThat(whole).isBetween(0.999, 1.001);
    assertThat(counted).isEqualTo(story.at("/header/usedSeconds").asLong());
    assertThat(story.path("ledger").findValuesAsText("state")).contains("running", "overdue");
    assertThat(story.at("/whyOverdue/zh").asText()).contains("因此自");
    assertThat(story.at("/whyOverdue/en").asText()).contains("overdue since");
  }

  @Test
  void whereItWasReportedAndWhereItIsAreTold() {
    assertThat(story.at("/places/relocatedFrom/lat").asDouble()).isEqualTo(39.90045);
    assertThat(story.at("/places/at/lat").asDouble()).isEqualTo(39.90046);
    assertThat(story.at("/places/grid/type").asText()).isEqualTo("Polygon");
    assertThat(story.at("/places/component/owner/code").asText()).isEqualTo("LAMP-CO");
  }

  @Test
  void nobodyReadsTheReporterInTheStoryNorInTheFiles() throws IOException {
    for (String viewer : List.of("auditor", "lamp-co", "li")) {
      JsonNode seen = city.get(viewer, "/api/cases/" + number + "/story").body();
      assertThat(seen.toString()).doesNotContain(PHONE).doesNotContain("王小明");
      assertThat(seen.at("/header/reporter/phone").asText()).isEqualTo("138****5678");
      assertThat(seen.path("masked")).isNotEmpty();
    }
    for (byte[] file : unpacked("li").values()) {
      assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain(PHONE);
    }
    assertThat(city.get("wu", "/api/cases/" + number + "/story").status()).isEqualTo(403);
    assertThat(city.get("wu", "/cases/" + number + "/dossier.zip").status()).isEqualTo(403);
  }

  @Test
  void thePdfHasItsFontsItsPhotosAndItsChineseAsText() throws IOException {
    for (String lang : List.of("zh", "en")) {
      byte[] file = city.download("auditor", "/cases/" + number + "/dossier.pdf?lang=" + lang);
      Files.write(SEEN.resolve("dossier-" + lang + ".pdf"), file);
      try (PDDocument pdf = Loader.loadPDF(file)) {
        String text = new PDFTextStripper().getText(pdf);
        assertThat(text)
            .contains(number, "路口的路灯不亮", "<b>急</b> & 请尽快处理", "王** 138****5678")
            .contains(story.at("/header/logHash").asText())
            .contains("Accept report", "OT-3", "LAMP-CO")
            .doesNotContain(PHONE);
        assertThat(text.replaceAll("\\s", ""))
            .contains(
                lang.equals("zh") ? "为何超期" : "Whyitisoverdue",
                lang.equals("zh") ? "立案条件" : "Feedbackpassedontoacheck");
        assertThat(pdf.getNumberOfPages()).isBetween(8, 25);
        assertThat(pdf.getDocumentInformation().getTitle()).contains(number);
        assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith(lang);
        assertThat(pictures(pdf)).isEqualTo(8);
        for (PDPage page : pdf.getPages()) {
          for (COSName font : page.getResources().getFontNames()) {
            assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
          }
        }
      }
    }
  }

  private static int pictures(PDDocument pdf) throws IOException {
    int pictures = 0;
    for (PDPage page : pdf.getPages()) {
      for (COSName name : page.getResources().getXObjectNames()) {
        pictures += page.getResources().isImageXObject(name) ? 1 : 0;
      }
    }
    return pictures;
  }

  @Test
  void theZipHoldsEverythingAndAListThatFits() throws IOException {
    Map<String, byte[]> files = unpacked("auditor");
    assertThat(files)
        .containsKeys(
            "story.json",
            "case.json",
            "receipts.json",
            "ledger.json",
            "trail.ndjson.gz",
            "diagram.svg",
            "diagram.bpmn",
            "dossier.pdf");
    assertThat(files.keySet().stream().filter(name -> name.startsWith("photos/"))).hasSize(8);
    String manifest = new String(files.remove("manifest.sha256"), StandardCharsets.UTF_8);
    files.forEach(
        (name, content) ->
            assertThat(manifest).contains(Canonical.sha256(content) + "  " + name + "\n"));
    assertThat(manifest.lines()).hasSize(files.size());
    assertThat(json.readTree(files.get("story.json"))).isEqualTo(story);
    assertThat(new String(files.get("diagram.svg"), StandardCharsets.UTF_8))
        .contains("Accept report", "#245f9c");
    Files.write(SEEN.resolve("diagram.svg"), files.get("diagram.svg"));
  }

  private Path folder() {
    Object shelf = ReflectionTestUtils.getField(kept, "shelf");
    return (Path) ReflectionTestUtils.getField(shelf, "folder");
  }

  @Test
  void aPhotoThatIsLostIsPrintedAsMissingAndTheListStillNamesIt() throws IOException {
    String lost = story.at("/photos/0/sha256").asText();
    Path file = folder().resolve(lost.substring(0, 2)).resolve(lost.substring(2));
    Path aside = Files.move(file, SEEN.resolve("lost"), StandardCopyOption.REPLACE_EXISTING);
    try {
      Map<String, byte[]> files = unpacked("auditor");
      assertThat(files.keySet().stream().filter(name -> name.startsWith("photos/")))
          .hasSize(7)
          .noneMatch(name -> name.contains(lost));
      assertThat(new String(files.get("manifest.sha256"), StandardCharsets.UTF_8))
          .contains(lost + "  photos/" + lost);
      try (PDDocument pdf = Loader.loadPDF(files.get("dossier.pdf"))) {
        assertThat(new PDFTextStripper().getText(pdf)).containsOnlyOnce("照片缺失");
      }
    } finally {
      Files.move(aside, file);
    }
  }

  @Test
  void aDossierNeedsOneConnectionOnly() throws SQLException, IOException {
    HikariDataSource pool = database.unwrap(HikariDataSource.class);
    List<Connection> taken = new ArrayList<>();
    try {
      while (taken.size() < pool.getMaximumPoolSize() - 1) {
        taken.add(pool.getConnection());
      }
      assertThat(unpacked("auditor")).containsKeys("story.json", "trail.ndjson.gz");
    } finally {
      for (Connection one : taken) {
        one.close();
      }
    }
  }

  @Test
  void theZipIsCheckedWithoutTheService() throws IOException {
    unpacked("auditor");
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    int found =
        VerifyTrail.run(
            List.of(SEEN.resolve("dossier.zip").toString()),
            new PrintStream(told, true, StandardCharsets.UTF_8));
    assertThat(found).as(told.toString(StandardCharsets.UTF_8)).isZero();
  }

  private Map<String, byte[]> unpacked(String viewer) throws IOException {
    byte[] file = city.download(viewer, "/cases/" + number + "/dossier.zip?lang=zh");
    Files.write(SEEN.resolve("dossier.zip"), file);
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  @Test
  void everyWordOfTheStoryIsKnownInBothLanguages() {
    assertThat(
            StreamSupport.stream(story.path("timeline").spliterator(), false)
                .map(event -> event.at("/title/zh").asText()))
        .allSatisfy(title -> assertThat(title).matches(".*[\\p{IsHan}].*"));
  }
}
