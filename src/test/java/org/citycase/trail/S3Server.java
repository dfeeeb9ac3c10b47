package org.citycase.trail;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A server that speaks S3 in a process of its own, with one bucket and nothing in it. */
final class S3Server implements AutoCloseable {

  static final String BUCKET = "photos";

  private static final Path JAR = Path.of("target", "s3-server", "s3mock-exec.jar");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final Process process;
  private final Path log;

  private S3Server(int port, Process process, Path log) {
    this.port = port;
    this.process = process;
    this.log = log;
  }

  static S3Server start(Path folder) throws IOException, InterruptedException {
    int port = freePort();
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx200m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            JAR.toString(),
            "--server.port=0",
            "--com.adobe.testing.s3mock.httpPort=" + port,
            "--com.adobe.testing.s3mock.store.initialBuckets=" + BUCKET,
            "--com.adobe.testing.s3mock.store.root=" + folder);
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    java.redirectErrorStream(true).redirectOutput(log.toFile());
    S3Server server = new S3Server(port, java.start(), log);
    server.await();
    return server;
  }

  static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private void await() throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end) && process.isAlive()) {
      if (answers()) {
        return;
      }
      process.waitFor(200, TimeUnit.MILLISECONDS);
    }
    boolean ended = !process.isAlive();
    close();
    throw new IllegalStateException(
        ended ? "The S3 server ended: " + log() : "The S3 server did not start in time: " + log());
  }

  private boolean answers() throws InterruptedException {
    HttpRequest ask =
        HttpRequest.newBuilder(address().resolve("/" + BUCKET))
            .timeout(Duration.ofSeconds(5))
            .GET()
            .build();
    try {
      return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "it wrote nothing";
    }
  }

  /** Puts bytes under a key, whatever is there: what no shelf does. */
  void put(String key, byte[] content) throws IOException, InterruptedException {
    HttpRequest put =
        HttpRequest.newBuilder(address().resolve("/" + BUCKET + "/" + key))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
            .build();
    http.send(put, HttpResponse.BodyHandlers.discarding());
  }

  byte[] get(String key) throws IOException {
    try (InputStream in = address().resolve("/" + BUCKET + "/" + key).toURL().openStream()) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
