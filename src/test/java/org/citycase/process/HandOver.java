package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citycase.CityCaseApplication;
import org.citycase.CityClient;
import org.citycase.trail.VerifyTrail;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A case that one engine leaves in the middle of its way and another one ends, on one database. The
 * check of the fork runs each half by its name; no suite runs this class.
 */
class HandOver {

  private final Path data = Path.of(System.getProperty("citycase.hand-over"));
  private final Path note = data.resolve("number");

  @Test
  void leavesACase() throws Exception {
    try (ConfigurableApplicationContext service = start()) {
      CityClient city = service.getBean(CityClient.class);
      String lamp = city.report("chen", "collector", "C01-37", "condition", "C01-37-3").number();
      city.does("zhao", lamp, "user_fileCase", "filed");
      city.does("lamp-co", lamp, "user_acceptWork", "accepted");
      Files.writeString(note, lamp);
      Files.writeString(data.resolve("timers"), timers(city, lamp).toString());
    }
  }

  @Test
  void endsTheCase() throws Exception {
    String lamp = Files.readString(note);
    try (ConfigurableApplicationContext service = start()) {
      CityClient city = service.getBean(CityClient.class);
      assertThat(timers(city, lamp).toString())
          .isEqualTo(Files.readString(data.resolve("timers")))
          .contains("dueDate");
      assertThat(city.get("auditor", "/engine-rest/process-definition?key=cityCase").body())
          .as("a diagram that did not change is no new version")
          .hasSize(1);
      city.feedsBack("lamp-co", lamp);
      city.does("li", lamp, "user_reviewFeedback", "check");
      city.does("chen", lamp, "user_checkOnSite", "passed");
      city.does("zhao", lamp, "user_closeCase", "closed");
      assertThat(city.stateOf(lamp)).isEqualTo("CLOSED");
    }
    String database = "jdbc:h2:file:" + data.resolve("citycase");
    assertThat(VerifyTrail.run(List.of(database), System.out)).isZero();
  }

  /** The timers of the case as the engine keeps them. */
  private static JsonNode timers(CityClient city, String number) {
    String instance =
        city.get("auditor", "/engine-rest/process-instance?businessKey=" + number)
            .body()
            .path(0)
            .path("id")
            .asText();
    return city.get(
            "admin",
            "/engine-rest/job?timers=true&sortBy=jobId&sortOrder=asc&processInstanceId=" + instance)
        .body();
  }

  private ConfigurableApplicationContext start() throws Exception {
    Files.createDirectories(data);
    return new SpringApplicationBuilder(CityCaseApplication.class, CityClient.class)
        .run("--server.port=0", "--citycase.data=" + data);
  }
}
