package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.citycase.process.PasswordRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What an operator starts the service with: image and compose files agree with what is there. */
class OperationsFilesTest {

  private static final String ONE = "docker/compose.yaml";
  private static final String CLUSTER = "docker/cluster/compose.yaml";

  private static Map<String, Object> read(String file) {
    try {
      return new Yaml().load(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return node == null ? Map.of() : (Map<String, Object>) node;
  }

  private static Stream<Map<String, Object>> services(String file) {
    return map(read(file).get("services")).values().stream().map(OperationsFilesTest::map);
  }

  private static Stream<Object> list(Map<String, Object> service, String key) {
    return service.get(key) instanceof List<?> found ? found.stream().map(one -> one) : Stream.of();
  }

  @ParameterizedTest
  @ValueSource(strings = {ONE, CLUSTER})
  void everyFileThatIsMountedIsThere(String file) {
    List<Path> mounted =
        services(file)
            .flatMap(service -> list(service, "volumes"))
            .map(volume -> volume.toString().replaceFirst("^\\$\\{\\w+:-([^}]*)}", "$1"))
            .filter(volume -> volume.startsWith(".") && !volume.contains("/backups:"))
            .map(volume -> Path.of(file).resolveSibling(volume.replaceFirst(":.*", "")))
            .toList();
    assertThat(mounted).hasSizeGreaterThan(3).allMatch(Files::exists);
  }

  @ParameterizedTest
  @ValueSource(strings = {ONE, CLUSTER})
  void everySecretIsMadeByTheScriptAndNoPasswordStandsInAFile(String file) throws IOException {
    String script = Files.readString(Path.of("docker/secrets.sh"));
    Map<String, Object> secrets = map(read(file).get("secrets"));
    assertThat(secrets).isNotEmpty();
    secrets.forEach(
        (name, secret) -> {
          assertThat(map(secret).get("file").toString()).endsWith("secrets/" + name);
          assertThat(script).containsPattern("\\b" + name + "\\b");
        });
    services(file)
        .flatMap(service -> list(service, "secrets"))
        .map(one -> one instanceof Map<?, ?> named ? named.get("source") : one)
        .forEach(name -> assertThat(secrets).containsKey(name.toString()));
    services(file)
        .flatMap(service -> map(service.get("environment")).entrySet().stream())
        .filter(setting -> setting.getKey().contains("PASSWORD"))
        .forEach(setting -> assertThat(setting.getValue().toString()).startsWith("/run/secrets/"));
  }

  @Test
  void thePasswordsThatTheScriptMakesAreTakenByTheServiceAndByTheGroup(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path script = Files.copy(Path.of("docker/secrets.sh"), folder.resolve("secrets.sh"));
    Process made =
        new ProcessBuilder("bash", script.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(made.waitFor()).isZero();
    try (Stream<Path> files = Files.list(folder.resolve("secrets"))) {
      assertThat(files).hasSize(5).allMatch(OperationsFilesTest::isGoodPassword);
    }
  }

  /** A password of the group is at most 32 characters long. */
  private static boolean isGoodPassword(Path file) {
    try {
      String password = Files.readString(file);
      return PasswordRule.accepts(password) && password.length() <= 32;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void bothNodesAreTheSameAndNothingRunsAsRootOrWithRights() throws IOException {
    Map<String, Object> cluster = map(read(CLUSTER).get("services"));
    Map<String, Object> second = map(cluster.get("node-2"));
    map(cluster.get("node-1"))
        .forEach(
            (key, value) -> {
              if (!key.equals("hostname")) {
                assertThat(second).containsEntry(key, value);
              }
            });
    for (Object node : List.of(second, map(read(ONE).get("services")).get("citycase"))) {
      assertThat(map(node))
          .containsEntry("read_only", true)
          .containsEntry("cap_drop", List.of("ALL"));
    }
    assertThat(Files.readString(Path.of("docker/Dockerfile")))
        .contains("USER 10001:10001", "\"" + Healthy.class.getName() + "\"");
  }

  @Test
  void theProxyBeforeTheNodesKnowsThemAllAndAsksWhetherTheyAreReady() throws IOException {
    String proxy = Files.readString(Path.of("docker/cluster/Caddyfile"));
    new TreeSet<>(map(read(CLUSTER).get("services")).keySet())
        .stream()
            .filter(service -> service.startsWith("node-"))
            .forEach(node -> assertThat(proxy).contains(node + ":8080"));
    assertThat(proxy).contains("health_uri /actuator/health/readiness", "header Retry-After");
  }

  @Test
  void theHealthCheckIsWellWithAReadyNodeOnly() throws IOException {
    AtomicInteger status = new AtomicInteger(200);
    HttpServer node = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    node.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    node.start();
    String address = "http://127.0.0.1:" + node.getAddress().getPort() + "/";
    try {
      assertThat(Healthy.answers(address)).isTrue();
      status.set(503);
      assertThat(Healthy.answers(address)).isFalse();
    } finally {
      node.stop(0);
    }
    assertThat(Healthy.answers(address)).isFalse();
  }
}
