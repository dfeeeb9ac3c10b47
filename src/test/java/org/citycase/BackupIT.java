package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.citycase.trail.VerifyTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Backup and restore as docker/README.md tells them, by its own scripts: saved while reports come
 * in, brought back into another database, proven whole, and gone on with.
 */
@Tag(TestDatabase.NODES)
@EnabledIfEnvironmentVariable(named = "CITYCASE_TEST_MYSQL", matches = "jdbc:mysql:.*")
class BackupIT {

  private static final URI SERVER =
      URI.create(
          System.getenv()
              .getOrDefault("CITYCASE_TEST_MYSQL", "jdbc:none")
              .substring("jdbc:".length()));

  private static final String SOURCE = schema("backup_source");

  /** Its name lets a simulation in, so that time can be moved to the timers. */
  private static final String RESTORED = schema("backup_restored_simulation");

  private static final int ENOUGH = 40;

  @TempDir Path folder;

  /** What follows the slash begins the names of the tests' databases. */
  private static String schema(String name) {
    String path = SERVER.getPath() == null ? "" : SERVER.getPath().replace("/", "");
    return (path.isEmpty() ? "citycase_test" : path) + "_" + name;
  }

  @BeforeEach
  void emptyDatabases() throws SQLException {
    sql("DROP DATABASE IF EXISTS " + SOURCE, "DROP DATABASE IF EXISTS " + RESTORED);
    sql("CREATE DATABASE " + SOURCE, "CREATE DATABASE " + RESTORED);
  }

  @AfterEach
  void dropThem() throws SQLException {
    sql("DROP DATABASE " + SOURCE, "DROP DATABASE " + RESTORED);
  }

  @Test
  void whatIsSavedUnderLoadIsWholeAndItsCasesGoOnElsewhere() throws Exception {
    String number;
    int sent;
    try (ConfigurableApplicationContext node = node(SOURCE, "source")) {
      CityClient city = node.getBean(CityClient.class);
      number = city.filedShop();
      sent = savedWhileReportsCome(city);
    }
    Path backup = onlyBackup();
    String said = script("restore.sh", RESTORED, "restored", backup);
    assertThat(said).contains("Restored ");
    int kept = cases(RESTORED);
    assertThat(kept).isBetween(1, sent + 1);
    assertThat(scriptFails("restore.sh", RESTORED, "restored", backup)).contains("holds");
    wholeTrail();
    goesOn(number);
  }

  /** The backup begins when reports come in and goes on while they do. */
  private int savedWhileReportsCome(CityClient city) throws Exception {
    AtomicInteger sent = new AtomicInteger();
    AtomicBoolean saved = new AtomicBoolean();
    CompletableFuture<Void> load =
        CompletableFuture.runAsync(
            () -> {
              while (!saved.get() || sent.get() < ENOUGH) {
                JsonNode photos = city.photos(CityClient.picture(), CityClient.picture());
                city.report("li", "hotline", "E04-05", "photos", photos).number();
                sent.incrementAndGet();
              }
            });
    while (sent.get() < ENOUGH / 2 && !load.isDone()) {
      Thread.onSpinWait();
    }
    script("backup.sh", SOURCE, "source", folder.resolve("backups"));
    saved.set(true);
    load.join();
    return sent.get();
  }

  private Path onlyBackup() throws IOException {
    try (Stream<Path> made = Files.list(folder.resolve("backups"))) {
      List<Path> backups =
          made.filter(one -> !one.getFileName().toString().equals("attachments")).toList();
      assertThat(backups).hasSize(1);
      return backups.get(0);
    }
  }

  private void wholeTrail() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code =
        VerifyTrail.run(
            List.of(
                url(RESTORED),
                "--attachments=" + attachments("restored"),
                "--user=" + user(),
                "--password="),
            new PrintStream(said, true, StandardCharsets.UTF_8));
    assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }

  private void goesOn(String number) throws SQLException {
    try (ConfigurableApplicationContext node =
        node(RESTORED, "again", "--spring.profiles.active=simulation")) {
      CityClient city = node.getBean(CityClient.class);
      int told = escalations(city, number);
      city.at(OffsetDateTime.now().plusDays(40).toString());
      assertThat(escalations(city, number)).isGreaterThan(told);
      city.does("street-a", number, "user_acceptWork", "accepted");
      city.feedsBack("street-a", number);
      city.does("li", number, "user_reviewFeedback", "check");
      city.does("chen", number, "user_checkOnSite", "passed");
      city.does("zhao", number, "user_closeCase", "closed");
      assertThat(city.stateOf(number)).isEqualTo("CLOSED");
      assertThat(city.filedShop()).isNotEqualTo(number);
    }
  }

  private static int escalations(CityClient city, String number) {
    return city.get("auditor", "/api/cases/" + number + "/escalations").body().size();
  }

  private ConfigurableApplicationContext node(String database, String data, String... more) {
    return new SpringApplicationBuilder(CityCaseApplication.class, CityClient.class)
        .run(
            Stream.concat(
                    Stream.of(
                        "--server.port=0",
                        "--spring.datasource.url=" + url(database),
                        "--spring.datasource.username=" + user(),
                        "--citycase.demo=true",
                        "--citycase.data=" + folder.resolve(data)),
                    Stream.of(more))
                .toArray(String[]::new));
  }

  private String script(String name, String database, String data, Path argument)
      throws IOException, InterruptedException {
    Process process = begun(name, database, data, argument);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private String scriptFails(String name, String database, String data, Path argument)
      throws IOException, InterruptedException {
    Process process = begun(name, database, data, argument);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isNotZero();
    return said;
  }

  /** With the client programs of the server the tests run on. */
  private Process begun(String name, String database, String data, Path argument)
      throws IOException, InterruptedException {
    Process tree = new ProcessBuilder("src/test/mysql/mysql.sh", "tree").start();
    String programs = new String(tree.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tree.waitFor()).isZero();
    ProcessBuilder script = new ProcessBuilder("docker/" + name, argument.toString());
    Map<String, String> environment = script.environment();
    environment.put("PATH", programs.trim() + "/run:" + environment.get("PATH"));
    environment.put("MYSQL_HOST", SERVER.getHost());
    environment.put("MYSQL_PORT", Integer.toString(SERVER.getPort()));
    environment.put("MYSQL_DATABASE", database);
    environment.put("MYSQL_USER", user());
    environment.put("ATTACHMENTS", attachments(data).toString());
    return script.redirectErrorStream(true).start();
  }

  private Path attachments(String data) {
    return folder.resolve(data).resolve("attachments");
  }

  private int cases(String database) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(database), user(), "");
        Statement statement = connection.createStatement();
        var count = statement.executeQuery("SELECT COUNT(*) FROM cc_case_file")) {
      count.next();
      return count.getInt(1);
    }
  }

  private String url(String database) {
    return "jdbc:mysql://%s:%d/%s".formatted(SERVER.getHost(), SERVER.getPort(), database);
  }

  private String user() {
    return SERVER.getQuery().replaceAll(".*\\buser=([^&]*).*", "$1");
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(""), user(), "");
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }
}
