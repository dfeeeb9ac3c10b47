package org.citycase.trail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** An export in the hands of somebody who changes it and knows how it is made. */
final class Exported {

  private Exported() {}

  static List<String> lines(byte[] packed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new ArrayList<>(
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }

  static byte[] pack(List<String> lines) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      for (String line : lines) {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return packed.toByteArray();
  }

  /** Writes the last line anew, so that it fits those before it. */
  static List<String> fit(List<String> lines) throws IOException {
    MessageDigest digest = SealRow.sha256();
    for (String line : lines.subList(0, lines.size() - 1)) {
      digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    ObjectNode end = tree(lines.get(lines.size() - 1));
    end.put("sha256", HexFormat.of().formatHex(digest.digest()));
    end.put("lines", lines.size() - 1);
    lines.set(lines.size() - 1, end.toString());
    return lines;
  }

  static ObjectNode tree(String line) throws IOException {
    return (ObjectNode) ExportWriter.JSON.readTree(line);
  }

  /** The place of the line of a case. */
  static int place(List<String> lines, String number) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("{\"case\":\"" + number + "\"")) {
        return i;
      }
    }
    throw new AssertionError("There is no line of case " + number);
  }

  /** Changes who did the entry and chains it and all later ones anew, the sealed heads too. */
  static void rewrite(ObjectNode line, int seq) {
    String previous = Canonical.NO_HASH;
    ArrayNode log = (ArrayNode) line.get("log");
    for (int i = 0; i < log.size(); i++) {
      ArrayNode entry = (ArrayNode) log.get(i);
      if (i + 1 == seq) {
        entry.set(CaseTrail.LOG.indexOf("actor"), "nobody");
      }
      entry.set(CaseTrail.LOG.indexOf("previous_hash"), previous);
      List<String> values = new ArrayList<>();
      entry.forEach(value -> values.add(value.isNull() ? null : value.asText()));
      previous = CaseTrail.link(values).computed();
      entry.set(CaseTrail.LOG.indexOf("hash"), previous);
      for (JsonNode sealed : line.get("sealed")) {
        if (sealed.get(1).asInt() == i + 1) {
          ((ArrayNode) sealed).set(2, previous);
        }
      }
    }
    line.put("head", previous);
  }
}
