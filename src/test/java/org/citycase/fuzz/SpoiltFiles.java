package org.citycase.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Diagrams, tables, workbooks and pictures that were damaged on the way or made to do damage. */
class SpoiltFiles {

  private static final String BOUNDARY = "spoilt";

  /** What else points at something, as an association does, leads no case anywhere. */
  private static final String FLOW = "<bpmn:sequenceFlow";

  private final Random random = new Random(11);
  private final Noise noise = new Noise(random);

  /** Pieces of a diagram, each with one that makes it nonsense. */
  private static final Map<String, String> NONSENSE =
      Map.of(
          "sourceRef=\"", "sourceRef=\"nowhere_",
          "targetRef=\"", "targetRef=\"nowhere_",
          "delegateExpression=\"${", "delegateExpression=\"${nobody",
          "<bpmn:userTask ", "<bpmn:coffeeBreak/><bpmn:userTask ",
          "<bpmn:process ", "<bpmn:process id=\"twice\" ",
          "isExecutable=\"true\"", "isExecutable=\"perhaps\"",
          "</bpmn:process>", "</bpmn:prozess>",
          "xmlns:bpmn=\"", "xmlns:bpmn=\"x");

  List<Shot> diagrams(byte[] diagram, int count) {
    String text = new String(diagram, StandardCharsets.UTF_8);
    List<String> pieces = NONSENSE.keySet().stream().filter(text::contains).sorted().toList();
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              byte[] spoilt =
                  i % 3 == 0 ? cut(diagram) : nonsense(text, noise.one(pieces)).getBytes(UTF8);
              return multipart("/engine-rest/deployment/create", "owner", "data", "a.bpmn", spoilt);
            })
        .toList();
  }

  private static final java.nio.charset.Charset UTF8 = StandardCharsets.UTF_8;

  /** One of the places where the piece stands is spoilt, chosen by chance. */
  private String nonsense(String text, String piece) {
    List<Integer> places = new ArrayList<>();
    for (int at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
      if (!piece.endsWith("Ref=\"") || text.startsWith(FLOW, text.lastIndexOf('<', at))) {
        places.add(at);
      }
    }
    int at = noise.one(places);
    return text.substring(0, at) + NONSENSE.get(piece) + text.substring(at + piece.length());
  }

  private byte[] cut(byte[] file) {
    return java.util.Arrays.copyOf(file, random.nextInt(file.length * 9 / 10));
  }

  /** Flips some bytes, and cuts the file where its kind begins to make sense. */
  private byte[] flipped(byte[] file, int bytes) {
    byte[] spoilt = file.clone();
    for (int i = 0; i < bytes; i++) {
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
    }
    return spoilt;
  }

  List<Shot> tables(String name, byte[] csv, byte[] workbook, int count) {
    List<Shot> shots = new ArrayList<>();
    String text = new String(csv, UTF8);
    for (int i = 0; i < count; i++) {
      boolean sheet = i % 2 == 0;
      byte[] spoilt = sheet ? flipped(headless(text), random.nextInt(40)) : broken(workbook);
      String type =
          sheet
              ? "text/csv"
              : noise.one(List.of("application/octet-stream", "application/vnd.ms-excel"));
      shots.add(body("/api/tables/" + name + "/drafts", "owner", type, spoilt));
    }
    return shots;
  }

  /** A sheet whose heading is not that of a table. */
  private byte[] headless(String text) {
    String spoilt =
        text.replace("RuleTable", noise.one(List.of("RuelTable", "", "\u0000", "=1+1")));
    return noise.chance(30) ? cut(spoilt.getBytes(UTF8)) : spoilt.getBytes(UTF8);
  }

  /** A workbook that no longer unpacks. */
  private byte[] broken(byte[] workbook) {
    byte[] spoilt = flipped(workbook, 1 + random.nextInt(30));
    return java.util.Arrays.copyOf(spoilt, random.nextInt(spoilt.length - 30));
  }

  List<Shot> pictures(String number, List<byte[]> pictures, int count) {
    List<Shot> shots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] spoilt = faceless(noise.one(pictures));
      String path = "/api/cases/" + number + "/attachments";
      if (i % 2 == 0) {
        shots.add(multipart(path + "?kind=after", "lamp-co", "photos", "a.png", spoilt));
      } else {
        String base64 = Base64.getEncoder().encodeToString(spoilt);
        String json =
            "{\"kind\":\"after\",\"photos\":[{\"name\":%s,\"base64\":\"%s\"}]}"
                .formatted(Noise.quoted(noise.text()), base64);
        shots.add(body(path, "lamp-co", "application/json", json.getBytes(UTF8)));
      }
    }
    return shots;
  }

  /** Without the bytes by which a picture is told. */
  private byte[] faceless(byte[] picture) {
    if (noise.chance(30)) {
      return java.util.Arrays.copyOf(picture, random.nextInt(12));
    }
    byte[] spoilt = flipped(picture, random.nextInt(50));
    for (int i = 0; i < 4; i++) {
      spoilt[i] = (byte) (picture[i] ^ (1 + random.nextInt(255)));
    }
    return spoilt;
  }

  private static Shot body(String path, String person, String type, byte[] file) {
    List<String> headers = new ArrayList<>(Shot.signedIn(person));
    headers.add("Content-Type: " + type);
    return Shot.of(Door.page("POST", path), path, headers, file, false);
  }

  private static Shot multipart(
      String path, String person, String name, String fileName, byte[] file) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String begin =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
            .formatted(BOUNDARY, name, fileName);
    body.writeBytes(begin.getBytes(UTF8));
    body.writeBytes(file);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF8));
    return body(path, person, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
  }
}
