package org.citycase;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Sends long files. Each is made whole on disk first, so that no database connection waits for a
 * slow reader and a file that cannot be made is refused instead of cut off. Three are made at once
 * on this node; up to twenty lie on disk until they are sent.
 */
@Component
public class Downloads {

  private static final int BUFFER = 1 << 16;

  private final Turnstile made = new Turnstile(3);
  private final Turnstile kept = new Turnstile(20);

  /** Makes a file; what it reads from the database it reads before it returns. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * What a file is.
   *
   * @param name in ASCII
   * @param type its media type; text is packed while it lies on disk
   */
  public record Label(String name, String type) {
    boolean isText() {
      return type.startsWith("text/");
    }
  }

  /**
   * Makes a file and sends it.
   *
   * @throws Refusal when too many are asked for at once, or when its content is refused
   */
  public void send(HttpServletResponse response, Label label, Content content) throws IOException {
    try (Turnstile.Place place = kept.enter()) {
      Path file = Files.createTempFile("citycase-", ".download");
      try {
        make(file, label, content);
        response.setContentType(label.type());
        response.setHeader(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(label.name()).build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (InputStream in = from(file, label)) {
          in.transferTo(response.getOutputStream());
        }
      } finally {
        Files.deleteIfExists(file);
      }
    }
  }

  private void make(Path file, Label label, Content content) throws IOException {
    try (Turnstile.Place place = made.enter();
        OutputStream out = into(file, label)) {
      content.write(out);
    }
  }

  private static OutputStream into(Path file, Label label) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    return label.isText() ? new GZIPOutputStream(out, BUFFER) : out;
  }

  private static InputStream from(Path file, Label label) throws IOException {
    InputStream in = Files.newInputStream(file);
    return label.isText() ? new GZIPInputStream(in, BUFFER) : in;
  }
}
