package org.citycase.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;

/** The command that looks before a start. */
class CheckConfigTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /** The command is a program of its own and keeps quiet. */
  @AfterAll
  static void othersSpeakAgain() {
    LoggingSystem.get(CheckConfigTest.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
  }

  private int check(String... options) {
    List<String> words = new ArrayList<>(List.of(options));
    Stream.of("--server.port=0", "--citycase.data=" + data())
        .filter(usual -> words.stream().noneMatch(one -> setting(one).equals(setting(usual))))
        .toList()
        .forEach(words::add);
    return new CheckConfig().run(words, new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private static String setting(String option) {
    return option.replaceFirst("=.*", "");
  }

  private Path data() {
    return folder.resolve("data");
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private String content() throws IOException {
    for (String room : List.of("processes", "rules", "forms")) {
      FileSystemUtils.copyRecursively(Path.of(room), folder.resolve("content").resolve(room));
    }
    return "--citycase.content=" + folder.resolve("content");
  }

  private String h2() {
    return "jdbc:h2:file:" + data().toAbsolutePath() + "/citycase";
  }

  @Test
  void aLaptopIsReadyAndNothingIsMade() {
    assertThat(check()).as(said()).isZero();
    assertThat(said())
        .contains("is made by the first start", "user name is the password", "Ready to start.")
        .doesNotContain("FAIL");
    assertThat(data()).doesNotExist();
  }

  @Test
  void tablesAndDiagramsAreReadAsAStartReadsThem() throws IOException {
    String content = content();
    Path table = folder.resolve("content/rules/filing-standard.drl.csv");
    Files.writeString(table, Files.readString(table).replace("work_hour", "work_our"));
    Path diagram = folder.resolve("content/processes/city-case.bpmn");
    Files.writeString(
        diagram, Files.readString(diagram).replace("user_fileCase.html", "user_fileCses.html"));
    assertThat(check(content)).isEqualTo(1);
    assertThat(said())
        .containsPattern("FAIL +tables .*filing-standard.* row \\d+ column [A-Z]+: .*work_our")
        .containsPattern("FAIL +diagrams .*user_fileCses\\.html at user_fileCase");
  }

  @Test
  void aDiagramThatIsNoBpmnIsNamed() throws IOException {
    String content = content();
    Files.writeString(folder.resolve("content/processes/city-case.bpmn"), "<html/>");
    assertThat(check(content)).isEqualTo(1);
    assertThat(said()).containsPattern("FAIL +diagrams .*city-case\\.bpmn is no BPMN 2\\.0");
  }

  @Test
  void contentThatIsNotThereIsNamed() {
    assertThat(check("--citycase.content=" + folder)).isEqualTo(1);
    assertThat(said()).containsPattern("FAIL +content .*processes, rules and forms");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamedWithoutItsPassword() {
    int code =
        check(
            "--spring.datasource.url=jdbc:mysql://127.0.0.1:1/citycase?connectTimeout=500",
            "--spring.datasource.username=citycase",
            "--spring.datasource.password=geheim",
            "--citycase.demo=true");
    assertThat(code).isEqualTo(1);
    assertThat(said())
        .containsPattern("FAIL +database .*jdbc:mysql://127\\.0\\.0\\.1:1/citycase")
        .containsPattern("FAIL +accounts ")
        .doesNotContain("geheim");
  }

  @Test
  void aDatabaseThatAServiceHoldsIsNotTouched() throws IOException {
    migrated("3");
    Path file = data().resolve("citycase.mv.db");
    try (FileChannel service = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock held = service.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThat(check()).isEqualTo(1);
    }
    assertThat(said()).containsPattern("FAIL +database .*Another service holds");
  }

  @Test
  void migrationsThatWaitAreCounted() {
    migrated("3");
    assertThat(check()).as(said()).isZero();
    assertThat(said()).containsPattern("ok +migration +\\d+ migrations will be made by the start");
  }

  @Test
  void theDatabaseOfANewerVersionIsTold() throws SQLException {
    migrated("3");
    try (Connection connection = DriverManager.getConnection(h2() + ";MODE=MySQL", "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO \"flyway_schema_history\" SELECT 99, '999', 'later', \"type\", 'V999__later.sql',"
              + " 1, \"installed_by\", \"installed_on\", 1, TRUE FROM \"flyway_schema_history\""
              + " WHERE \"version\" = '3'");
    }
    assertThat(check()).as(said()).isZero();
    assertThat(said()).containsPattern("warn +migration .*A newer version has made 1 migrations");
  }

  private void migrated(String version) {
    Flyway.configure()
        .dataSource(h2() + ";MODE=MySQL", "sa", "")
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThat(check("--server.port=" + taken.getLocalPort())).isEqualTo(1);
      assertThat(said()).containsPattern("FAIL +port .*" + taken.getLocalPort() + " is taken");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(check("--citycase.data=" + file.resolve("data"))).isEqualTo(1);
    assertThat(said()).containsPattern("FAIL +data .*cannot be written");
  }

  /** As the compose files hand them to a container. */
  @Test
  void passwordsComeFromFiles() throws IOException {
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("CITYCASE_MYSQL_PASSWORD"), "of-mysql");
    Files.writeString(secrets.resolve("citycase.admin-password"), "of-the-administrator");
    Environment settings =
        CheckConfig.settings(
            List.of(
                "--spring.profiles.active=mysql",
                "--spring.config.import=configtree:" + secrets + "/"));
    assertThat(settings.getProperty("spring.datasource.password")).isEqualTo("of-mysql");
    assertThat(settings.getProperty("citycase.admin-password")).isEqualTo("of-the-administrator");
  }

  @Test
  void weakPasswordsAreNamedAndNotTold() {
    assertThat(check("--citycase.demo=false", "--citycase.metrics-password=kurz")).isZero();
    assertThat(said())
        .containsPattern("warn +metrics .*less than 12")
        .containsPattern("ok +admin +no first password named")
        .doesNotContain("kurz");
  }

  @Test
  void theFirstPasswordOfTheAdministratorIsOneTheStartTakes() {
    String real = "--citycase.demo=false";
    assertThat(check(real, "--citycase.admin-password=longButOnlyLetters7")).isEqualTo(1);
    assertThat(said())
        .containsPattern("FAIL +admin .*too easy.*another sign")
        .doesNotContain("longButOnlyLetters7");
    said.reset();
    assertThat(check(real, "--citycase.admin-password=Short-but-fine7")).as(said()).isZero();
    assertThat(said()).containsPattern("ok +admin ");
    migrated("3");
    said.reset();
    assertThat(check(real, "--citycase.admin-password=longButOnlyLetters7")).as(said()).isZero();
    assertThat(said()).containsPattern("warn +admin .*too easy");
  }

  @Test
  void settingsOfTheCitysSignInServiceThatStopAStartAreNamed() {
    String issuer = "--citycase.oidc.issuer=https://127.0.0.1:1";
    String named = "--citycase.oidc.client-id=citycase";
    assertThat(check(issuer)).isEqualTo(1);
    assertThat(check(issuer, named, "--citycase.oidc.scopes=profile")).isEqualTo(1);
    assertThat(said()).containsPattern("FAIL +sign-in .*keep openid");
    assertThat(check(issuer, named, "--citycase.oidc.audience=citycase")).isEqualTo(1);
    assertThat(said()).containsPattern("FAIL +sign-in .*audience is the client id");
  }

  @Test
  void theCitysSignInServiceIsAskedForItsName() throws IOException {
    HttpServer service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    String issuer = "http://127.0.0.1:" + service.getAddress().getPort();
    service.createContext(
        "/",
        exchange -> {
          byte[] body = ("{\"issuer\":\"" + issuer + "\"}").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    service.start();
    String named = "--citycase.oidc.client-id=citycase";
    try {
      assertThat(check(named, "--citycase.oidc.issuer=" + issuer)).as(said()).isZero();
      assertThat(said()).contains("at " + issuer);
      assertThat(check(named, "--citycase.oidc.issuer=" + issuer + "/other")).isEqualTo(1);
      assertThat(said()).containsPattern("FAIL +sign-in .*calls itself otherwise");
    } finally {
      service.stop(0);
    }
    assertThat(check(named, "--citycase.oidc.issuer=" + issuer)).isZero();
    assertThat(said()).containsPattern("warn +sign-in .*does not answer");
  }
}
