package org.citycase.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection that sends any bytes and is kept as long as the service keeps it. */
class Wire implements AutoCloseable {

  private static final int PATIENCE = 60_000;
  private static final int TOLD = 1 << 20;

  private final int port;
  private Socket socket;
  private InputStream in;

  Wire(int port) {
    this.port = port;
  }

  /**
   * An answer.
   *
   * @param status 0 when the service only hung up
   * @param head the status line and all headers
   * @param body its first part as text
   */
  record Answer(int status, String head, String body) {}

  Answer send(byte[] request, boolean isHead) throws IOException {
    boolean fresh = socket == null;
    try {
      return ask(request, isHead);
    } catch (IOException gone) {
      close();
      if (fresh) {
        return new Answer(0, "", gone.toString());
      }
    }
    // The service may have closed a kept connection while this request was under way.
    return send(request, isHead);
  }

  private Answer ask(byte[] request, boolean isHead) throws IOException {
    if (socket == null) {
      socket = new Socket("localhost", port);
      socket.setSoTimeout(PATIENCE);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    }
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      if (isLast(request)) {
        socket.shutdownOutput();
      }
    } catch (IOException refused) {
      // An answer may have come before the whole request was read.
    }
    String head = head();
    int status = Integer.parseInt(head.substring(9, 12));
    if (status == 100) {
      head = head();
      status = Integer.parseInt(head.substring(9, 12));
    }
    String lower = head.toLowerCase(Locale.ROOT);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean empty = isHead || status == 204 || status == 304;
    if (!empty && lower.contains("transfer-encoding: chunked")) {
      chunks(body);
    } else if (!empty && lower.contains("content-length: ")) {
      copy(Integer.parseInt(value(lower, "content-length: ")), body);
    } else if (!empty) {
      in.transferTo(body);
      close();
    }
    if (lower.contains("connection: close")) {
      close();
    }
    return new Answer(status, head, body.toString(StandardCharsets.UTF_8));
  }

  /** Whoever says that he closes does not let the service wait for a body that never comes. */
  private static boolean isLast(byte[] request) {
    return new String(request, StandardCharsets.ISO_8859_1).contains("Connection: close\r\n");
  }

  private static String value(String head, String name) {
    int at = head.indexOf(name) + name.length();
    return head.substring(at, head.indexOf('\r', at)).trim();
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder(line());
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.append("\r\n").append(line);
    }
    return head.append("\r\n").toString();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        throw new EOFException("hung up");
      }
      line.write(one);
    }
    return line.toString(StandardCharsets.ISO_8859_1).replace("\r", "");
  }

  private void chunks(ByteArrayOutputStream body) throws IOException {
    for (int size = size(); size > 0; size = size()) {
      copy(size, body);
      line();
    }
    while (!line().isEmpty()) {
      // Trailers tell nothing.
    }
  }

  private int size() throws IOException {
    return Integer.parseInt(line().trim(), 16);
  }

  private void copy(int bytes, ByteArrayOutputStream body) throws IOException {
    byte[] part = in.readNBytes(bytes);
    if (part.length < bytes) {
      throw new EOFException("hung up within a body");
    }
    if (body.size() < TOLD) {
      body.writeBytes(part);
    }
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
