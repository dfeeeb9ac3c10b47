package org.citycase.preflight;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citycase.trail.PhotoShelf;
import org.springframework.core.env.Environment;

/** Whether the machine gives the service its memory, its folders and its port. */
final class MachineCheck {

  private static final long MEGABYTE = 1024 * 1024;
  private static final long LEAST_MEMORY = 900;
  private static final long LEAST_SPACE = 2048;
  private static final int QUEUE = 1;

  private final Environment settings;
  private final Findings findings;

  MachineCheck(Environment settings, Findings findings) {
    this.settings = settings;
    this.findings = findings;
  }

  void all() {
    memory();
    folder(Path.of(settings.getProperty("citycase.data", "./data")).toAbsolutePath().normalize());
    photos(settings.getProperty("citycase.attachments", "").strip());
    port();
  }

  private void memory() {
    long most = Runtime.getRuntime().maxMemory() / MEGABYTE;
    if (most < LEAST_MEMORY) {
      findings.warn(
          "memory",
          "堆内存只有 %d MB，全部决策表约需 900 MB。".formatted(most),
          "The heap may grow to %d MB; with all tables 900 MB are in use: -Xmx1500m"
              .formatted(most));
    } else {
      findings.ok("memory", most + " MB of heap");
    }
  }

  private void folder(Path data) {
    try {
      boolean existed = Files.isDirectory(data);
      Files.createDirectories(data);
      Files.delete(Files.createTempFile(data, "check", ".tmp"));
      long free = Files.getFileStore(data).getUsableSpace() / MEGABYTE;
      if (!existed) {
        Files.delete(data);
      }
      if (free < LEAST_SPACE) {
        findings.warn(
            "data",
            "%s 只剩 %d MB。".formatted(data, free),
            "Only %d MB are free there: photos need space.".formatted(free));
      } else {
        findings.ok("data", "%s, %d MB free".formatted(data, free));
      }
    } catch (IOException e) {
      findings.fail(
          "data",
          "无法写入 %s。".formatted(data),
          "This folder cannot be written: name another with citycase.data, or give the service's"
              + " account the right to write there.");
    }
  }

  private void photos(String where) {
    if (where.isEmpty()) {
      return;
    }
    PhotoShelf.at(
            where,
            settings.getProperty("citycase.s3.endpoint"),
            settings.getProperty("citycase.s3.region"))
        .fault()
        .ifPresentOrElse(
            why -> findings.fail("photos", "照片存储不可用。", why), () -> findings.ok("photos", where));
  }

  private void port() {
    int port = settings.getProperty("server.port", Integer.class, 8080);
    String address = settings.getProperty("server.address", "0.0.0.0");
    try (ServerSocket free = new ServerSocket(port, QUEUE, InetAddress.getByName(address))) {
      findings.ok("port", Integer.toString(free.getLocalPort()));
    } catch (IOException e) {
      findings.fail(
          "port",
          "端口 %d 已被占用。".formatted(port),
          "Port %d is taken: end what listens there, or name another with server.port."
              .formatted(port));
    }
  }
}
