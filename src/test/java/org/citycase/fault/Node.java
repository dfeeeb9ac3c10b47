package org.citycase.fault;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One node of the service: a process of the packaged jar. */
final class Node {

  private static final Duration LONGEST_START = Duration.ofMinutes(6);

  private final Options options;
  private final Database database;
  private final int number;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private Process process;

  /**
   * @param number from 1
   */
  Node(Options options, Database database, int number) {
    this.options = options;
    this.database = database;
    this.number = number;
  }

  int number() {
    return number;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + (options.port() + number - 1));
  }

  void start() {
    start(Map.of());
  }

  /** Starts it; what it prints is added to its log. */
  void start(Map<String, String> environment) {
    Path folder = options.folder();
    List<String> command = new ArrayList<>(List.of("java"));
    command.addAll(List.of(options.nodeOptions().split(" ")));
    command.addAll(
        List.of(
            "-jar",
            options.jar().toString(),
            "--server.port=" + address().getPort(),
            "--citycase.demo=true",
            "--citycase.data=" + folder.resolve("data"),
            "--citycase.content=" + folder.resolve("content"),
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.user()));
    File log = folder.resolve("node" + number + ".log").toFile();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it says that it is ready. */
  void awaitReady() {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(
            "Node " + number + " did not start: see node" + number + ".log");
      }
      Pause.millis(200);
    }
  }

  boolean isReady() {
    HttpRequest asked =
        HttpRequest.newBuilder(address().resolve("/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return http.send(asked, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
    await();
  }

  /** {@code SIGTERM}, and waits for the end; gives how long it took. */
  Duration stop() {
    long began = System.nanoTime();
    process.destroy();
    await();
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void await() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
