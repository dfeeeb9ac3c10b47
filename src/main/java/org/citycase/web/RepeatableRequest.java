package org.citycase.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;

/**
 * A request whose body was read, so that it can be compared with one sent before. Files in parts
 * are compared part by part: the mark between them is another one each time they are sent.
 */
final class RepeatableRequest extends HttpServletRequestWrapper {

  /** The server takes no parts apart behind the engine's doors, which do it themselves. */
  private static final String WITHOUT_PARTS = "/engine-rest";

  private static final Pattern MARK =
      Pattern.compile(";\\s*boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

  private final byte[] body;
  private final String hash;

  private RepeatableRequest(HttpServletRequest request, byte[] body)
      throws IOException, ServletException {
    super(request);
    this.body = body;
    MessageDigest digest = sha256();
    String asked =
        request.getMethod() + ' ' + request.getRequestURI() + '?' + request.getQueryString();
    digest.update(asked.getBytes(StandardCharsets.UTF_8));
    if (body == null) {
      addParts(digest);
    } else {
      digest.update(isInParts(request) ? withoutMark(request, body) : body);
    }
    this.hash = HexFormat.of().formatHex(digest.digest());
  }

  static RepeatableRequest of(HttpServletRequest request) throws IOException, ServletException {
    boolean apart = isInParts(request) && !WITHOUT_PARTS.equals(request.getServletPath());
    return new RepeatableRequest(request, apart ? null : request.getInputStream().readAllBytes());
  }

  private static boolean isInParts(HttpServletRequest request) {
    return String.valueOf(request.getContentType())
        .toLowerCase(Locale.ROOT)
        .startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
  }

  /** Whether the body is at hand to be read again and again. */
  boolean isWhole() {
    return body != null;
  }

  String hash() {
    return hash;
  }

  /**
   * What cannot be taken apart is refused by the door that wants its parts, and nothing is kept.
   */
  private void addParts(MessageDigest digest) throws IOException, ServletException {
    Collection<Part> parts;
    try {
      parts = getParts();
    } catch (IOException | ServletException | IllegalStateException unreadable) {
      return;
    }
    for (Part part : parts) {
      String head =
          "\n%s\n%s\n%d\n".formatted(part.getName(), part.getSubmittedFileName(), part.getSize());
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      try (InputStream content = part.getInputStream()) {
        byte[] buffer = new byte[1 << 16];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
    }
  }

  private static byte[] withoutMark(HttpServletRequest request, byte[] body) {
    Matcher mark = MARK.matcher(request.getContentType());
    if (!mark.find()) {
      return body;
    }
    String named = mark.group(1) == null ? mark.group(2) : mark.group(1);
    return new String(body, StandardCharsets.ISO_8859_1)
        .replace("--" + named, "--")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return body == null ? super.getInputStream() : new Read(new ByteArrayInputStream(body));
  }

  private static final class Read extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Read(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int length) {
      return bytes.read(into, from, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("Requests are read by the thread that answers them.");
    }
  }
}
