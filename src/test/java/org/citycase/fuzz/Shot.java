package org.citycase.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * One request, byte for byte.
 *
 * @param mayPass whether an answer of success is no fault: it only reads
 */
record Shot(String of, boolean mayPass, byte[] bytes) {

  static final String NOBODY = "nobody";

  static Shot of(Door door, String target, List<String> headers, byte[] body, boolean mayPass) {
    StringBuilder head = new StringBuilder(door.method() + " " + target + " HTTP/1.1\r\n");
    head.append("Host: localhost\r\n");
    headers.forEach(line -> head.append(line).append("\r\n"));
    if (body.length > 0 || !door.isRead()) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    all.writeBytes(body);
    return new Shot(door.toString(), mayPass, all.toByteArray());
  }

  static List<String> signedIn(String person) {
    return person.equals(NOBODY)
        ? List.of()
        : List.of(
            "Authorization: Basic "
                + Base64.getEncoder().encodeToString((person + ":" + person).getBytes()));
  }

  /** The request as somebody reads it, shortened. */
  String told() {
    String text = new String(bytes, StandardCharsets.UTF_8).replaceAll("Authorization[^\r]*", "A");
    return text.replaceAll("[\\r\\n\\x00]+", "⏎")
        .substring(0, Math.min(400, text.length() / 2 + 1));
  }
}
