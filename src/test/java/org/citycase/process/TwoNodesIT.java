package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.citycase.CityCaseApplication;
import org.citycase.CityClient;
import org.citycase.ContentFolder;
import org.citycase.TestDatabase;
import org.citycase.casefile.Filing;
import org.citycase.casefile.FilingQuestion;
import org.citycase.clock.CityClock;
import org.citycase.rules.Decision;
import org.citycase.rules.DecisionTables;
import org.citycase.rules.TableDesk;
import org.citycase.rules.TableVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The whole service twice, on real time and one database. */
@Tag(TestDatabase.NODES)
class TwoNodesIT {

  private static final String FILING = "filing-standard";
  private static final String FORM = "tasks/user_fileCase.html";

  private static final FilingQuestion LAMP =
      new FilingQuestion("C01-37", "C01-37-1", "collector", false, 0, "", true, false, false);

  @TempDir Path folders;

  @Test
  void whatIsPublishedOnOneNodeIsInForceOnTheOtherAtItsInstantWithoutAStart() throws Exception {
    try (ConfigurableApplicationContext here = node("here");
        ConfigurableApplicationContext there = node("there")) {
      CityClient city = here.getBean(CityClient.class);
      TableDesk away = there.getBean(TableDesk.class);
      String before = away.inForce(FILING).version();
      Path form = there.getBean(ContentFolder.class).forms().resolve(FORM);
      Files.writeString(folders.resolve("here/forms").resolve(FORM), "<p>edited</p>");

      TableVersion version = publish(city, here.getBean(TableDesk.class));
      assertThat(away.inForce(FILING).version()).isEqualTo(version.version()).isNotEqualTo(before);
      assertThat(there.getBean(CityClock.class).instant()).isAfterOrEqualTo(version.effectiveAt());
      Decision<Filing> decision =
          there.getBean(DecisionTables.class).peek(FILING, LAMP, Filing.class);
      assertThat(decision.answer().limitValue()).isEqualTo(3);
      assertThat(decision.version()).isEqualTo(version.version());
      assertThat(until(form, text -> text.equals("<p>edited</p>"))).isTrue();
    }
  }

  /** The answer to a publication comes when it is in force. */
  private static TableVersion publish(CityClient city, TableDesk desk) {
    long draft =
        city.post("owner", "/api/tables/" + FILING + "/drafts", Map.of())
            .body()
            .path("id")
            .asLong();
    Map<String, String> cell = Map.of("row", "C01-37-1", "key", "limitValue", "value", "3");
    city.patch("owner", "/api/drafts/" + draft, Map.of("cells", List.of(cell)));
    CityClient.Answer published =
        city.post("owner2", "/api/drafts/" + draft + "/publish", Map.of("comment", "decree 12"));
    assertThat(published.status()).as(published.body().toString()).isEqualTo(200);
    return desk.latest(FILING);
  }

  private static boolean until(Path file, Predicate<String> wanted) throws Exception {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < 20_000_000_000L) {
      if (wanted.test(Files.readString(file))) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  private ConfigurableApplicationContext node(String name) throws Exception {
    Path content = folders.resolve(name);
    for (String room : List.of("processes", "rules", "forms")) {
      FileSystemUtils.copyRecursively(Path.of(room), content.resolve(room));
    }
    return new SpringApplicationBuilder(CityCaseApplication.class, CityClient.class)
        .run(
            "--server.port=0",
            "--spring.datasource.url=" + TestDatabase.url("two_nodes"),
            "--citycase.demo=true",
            "--camunda.bpm.job-execution.enabled=false",
            "--camunda.bpm.process-engine-name=" + (name.equals("here") ? "default" : name),
            "--citycase.content=" + content,
            "--citycase.data=" + folders.resolve("data"));
  }
}
