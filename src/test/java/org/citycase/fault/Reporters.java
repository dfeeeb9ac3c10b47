package org.citycase.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Those who report: each report under a key of its own, sent until it is acknowledged. */
final class Reporters {

  /** Channel, who sends it, category, condition. */
  private static final List<String[]> KINDS =
      List.of(
          new String[] {"collector", "chen", "E01-10", "E01-10-1"},
          new String[] {"collector", "chen", "C01-37", "C01-37-3"},
          new String[] {"hotline", "li", "E04-05", "E04-05-1"},
          new String[] {"media", "li", "C01-37", "C01-37-3"},
          new String[] {"leader", "li", "C01-37", "C01-37-3"},
          new String[] {"sensor", "li", "C01-37", "C01-37-3"});

  private static final int CELLS = 20;

  private final Service service;
  private final Figures figures;
  private final Random random;

  Reporters(Service service, Figures figures, long seed) {
    this.service = service;
    this.figures = figures;
    this.random = new Random(seed);
  }

  /** Sends one report and gives the number of its case, null when it was refused. */
  String report() {
    String[] kind = KINDS.get(random.nextInt(KINDS.size()));
    String key = UUID.randomUUID().toString();
    Service.Answer answer = service.post(kind[1], "/api/reports", body(kind), key);
    if (!answer.isGood()) {
      figures.refused("report " + kind[0], answer);
      return null;
    }
    String number = answer.body().path("number").asText();
    figures.acknowledged(new Figures.Acknowledged(key, number, answer.sentAt(), Instant.now()));
    if (answer.repeated()) {
      figures.count("reports acknowledged after a repetition");
    }
    return number;
  }

  private ObjectNode body(String[] kind) {
    ObjectNode body = service.json().createObjectNode();
    body.put("channel", kind[0]).put("category", kind[2]).put("condition", kind[3]);
    body.put("description", "故障演练 fault run");
    body.putObject("location")
        .put("lat", 39.90045 + 0.0009 * random.nextInt(CELLS))
        .put("lng", 116.40060 + 0.0012 * random.nextInt(CELLS));
    if (kind[0].equals("collector")) {
      body.set("photos", Photo.taken(service.json()));
    }
    if (kind[0].equals("hotline")) {
      body.putObject("reporter").put("name", "市民").put("phone", "13800000000");
    }
    return body;
  }
}
