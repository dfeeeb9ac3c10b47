package org.citycase.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * More than 20,000 malformed requests over all doors, always the same ones: none is answered as a
 * server's error or tells how the service is built, none is taken for right, and none changes a
 * row. What was found lies in {@code target/fuzz.txt}.
 */
@CityTest
class FuzzTest {

  private static final int REQUESTS = 20_000;
  private static final int AT_OUR_DOORS = 110;
  private static final int AT_THE_ENGINES = 18;
  private static final int AT_ITS_PAGES = 6;
  private static final int AT_HEAVY = 10;
  private static final int COMPARED = 20;
  private static final int BROKEN = 1_500;
  private static final int FILES = 250;
  private static final Path FOUND = Path.of("target/fuzz.txt");

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private ObjectMapper json;
  @Autowired private JdbcTemplate jdbc;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @LocalServerPort private int port;

  private Salvo salvo;
  private Rows rows;
  private Map<String, Long> before;

  @Test
  void noMalformedRequestIsAnsweredAsAnErrorOfTheServiceOrChangesARow() throws IOException {
    desk.at("2026-03-12T09:00:00+08:00");
    Map<String, String> known = known();
    CityDoors ours = new CityDoors(city.get(null, "/v3/api-docs").body());
    Mistakes mistakes = new Mistakes(json);
    List<Door> doors = new ArrayList<>(ours.described());
    doors.addAll(ours.pages(mappings));
    assertThat(doors)
        .filteredOn(door -> !door.isRead() && mistakes.of(door) == null)
        .as("a writing door that the table mistakes.txt does not hold")
        .isEmpty();

    salvo = new Salvo(port);
    rows = new Rows(jdbc);
    before = rows.now();
    try {
      Shots shots = new Shots(known, ours::resolved, mistakes);
      fireAtOurs(doors, shots);
      fireAtTheEngines(shots);
      salvo.fire(new BrokenLines().all(BROKEN));
      unchanged("broken lines");
      for (List<Shot> files : files(known)) {
        salvo.fire(files);
        unchanged(files.get(0).of());
      }
    } finally {
      tell();
    }
    assertThat(salvo.faults()).isEmpty();
    assertThat(salvo.sent()).isGreaterThanOrEqualTo(REQUESTS);
  }

  private void fireAtOurs(List<Door> doors, Shots shots) {
    for (Door door : doors) {
      salvo.fire(shots.of(door, isHeavy(door) ? AT_HEAVY : AT_OUR_DOORS));
      if (!door.isRead()) {
        unchanged(door.toString());
      }
    }
    unchanged("reading");
  }

  private void fireAtTheEngines(Shots shots) {
    List<Door> engine = new EngineRestDoors(json).all();
    for (int i = 0; i < engine.size(); i++) {
      salvo.fire(shots.of(engine.get(i), AT_THE_ENGINES));
      if (i % COMPARED == 0) {
        unchanged("the engine's doors up to " + engine.get(i));
      }
    }
    for (Door door : new EngineRestDoors(json).webapps()) {
      salvo.fire(shots.of(door, AT_ITS_PAGES));
    }
    unchanged("the last doors of the engine and those of its pages");
  }

  /** Compares all rows with those before. */
  private void unchanged(String door) {
    Map<String, Long> after = rows.now();
    Map<String, Long> changed = new TreeMap<>(after);
    changed.entrySet().removeAll(before.entrySet());
    if (!changed.isEmpty()) {
      salvo.fault(door + " changed rows of " + changed.keySet());
    }
    before = after;
  }

  private static boolean isHeavy(Door door) {
    return door.path().matches(".*(dossier|export|diagram|receipt-check|drift).*");
  }

  private List<List<Shot>> files(Map<String, String> known) throws IOException {
    SpoiltFiles spoilt = new SpoiltFiles();
    List<byte[]> pictures = List.of(picture("png"), picture("jpg"), picture("gif"));
    return List.of(
        spoilt.diagrams(Files.readAllBytes(Path.of("processes/city-case.bpmn")), FILES),
        spoilt.tables(
            "score",
            city.download("owner", "/api/tables/score?format=csv"),
            city.download("owner", "/api/tables/score?format=xlsx"),
            FILES),
        spoilt.pictures(known.get("number"), pictures, FILES));
  }

  private static byte[] picture(String kind) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), kind, bytes);
    return bytes.toByteArray();
  }

  /** A lamp that waits for its unit, with a photo, and an open draft of a table. */
  private Map<String, String> known() {
    String lamp =
        city.report(
                "li",
                "media",
                "C01-37",
                "condition",
                "C01-37-3",
                "component",
                "1101010137000012",
                "photos",
                city.photos(CityClient.picture()))
            .number();
    city.does("li", lamp, "user_acceptReport", "accepted");
    city.does("zhao", lamp, "user_fileCase", "filed");
    city.does("sun", lamp, "user_dispatchCase", "dispatched", "unit", "LAMP-CO");
    String draft =
        city.post("owner", "/api/tables/score/drafts", Map.of()).body().path("id").asText();
    Map<String, String> known = new HashMap<>(Map.of("number", lamp, "name", "score"));
    known.put("draft", draft);
    known.put("id", draft);
    known.put("category", "C01-37");
    known.put("channel", "hotline");
    known.put("unit", "LAMP-CO");
    known.put("table", "score");
    known.put("person", "li");
    known.put("day", "2026-03-12");
    known.put("kind", "after");
    known.put("processInstanceBusinessKey", lamp);
    known.put("key", "cityCase");
    known.put("sortBy", "created");
    known.put("sortOrder", "asc");
    known.put("engine", "default");
    known.put("app", "cockpit");
    known.put(
        "sha256",
        city.get("li", "/api/cases/" + lamp + "/attachments").body().at("/0/sha256").asText());
    String definition =
        city.get("auditor", "/engine-rest/process-definition/key/cityCase")
            .body()
            .at("/id")
            .asText();
    known.put("definition", definition);
    known.put("definitionId", definition);
    return known;
  }

  private void tell() throws IOException {
    StringBuilder told = new StringBuilder();
    told.append(salvo.sent()).append(" requests, answered ").append(salvo.statuses()).append('\n');
    salvo
        .faults()
        .forEach((what, times) -> told.append(times).append("× ").append(what).append('\n'));
    Files.writeString(FOUND, told.toString());
  }
}
