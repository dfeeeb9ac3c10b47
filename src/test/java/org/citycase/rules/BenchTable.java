package org.citycase.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A table of any size in the shape of the filing standard: every condition has a row for everybody
 * and, with a higher priority, one for devices; so one question in eight matches two rows.
 *
 * @param limit what every row answers, in both of its columns: a mixed answer shows
 */
record BenchTable(int size, int limit) {

  /** What the rows look at. */
  public record Asked(
      String category, String condition, String channel, boolean measured, double measure) {}

  /** What a row says; both limits are the same number. */
  public record Said(String decision, int limitValue, int sameLimit) {}

  private static final String NAME = "bench";
  private static final int CONDITIONS_OF_A_CATEGORY = 4;
  private static final List<String> CHANNELS =
      List.of("collector", "hotline", "public", "video", "sensor", "leader", "media", "exchange");

  /** One row: what it wants (channel empty: any) and its priority. */
  record Line(String id, String category, String condition, String channel, int priority) {

    List<String> cells(int limit) {
      String days = Integer.toString(limit);
      return List.of(
          "", id, category, condition, channel, "0", "ask", days, days, Integer.toString(priority));
    }
  }

  /** The rows, those of devices first: the order of their priority. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < size / 2; i++) {
      lines.add(new Line(condition(i) + " sensor", category(i), condition(i), "sensor", 50));
    }
    for (int i = 0; i < size / 2; i++) {
      lines.add(new Line(condition(i), category(i), condition(i), "", 10));
    }
    return lines;
  }

  CheckedTable checked() {
    String rows =
        lines().stream()
            .map(line -> String.join(",", line.cells(limit)))
            .collect(Collectors.joining("\n"));
    Sheet sheet =
        Sheet.of(NAME + ".drl.csv", (head() + rows + "\n").getBytes(StandardCharsets.UTF_8));
    return CheckedTable.of(
        sheet,
        NAME,
        new Form<>(Asked.class, KnownWords.any()),
        new Form<>(Said.class, KnownWords.any()));
  }

  /** Questions of all conditions and channels in an order without a pattern, always the same. */
  Asked[] questions(int count) {
    Random random = new Random(2026);
    Asked[] questions = new Asked[count];
    for (int i = 0; i < count; i++) {
      int condition = random.nextInt(size / 2);
      String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
      double measure = random.nextInt(100) / 10.0;
      questions[i] =
          new Asked(category(condition), condition(condition), channel, measure > 0, measure);
    }
    return questions;
  }

  private static String category(int condition) {
    return "C%05d".formatted(condition / CONDITIONS_OF_A_CATEGORY);
  }

  private static String condition(int condition) {
    return category(condition) + "-" + (1 + condition % CONDITIONS_OF_A_CATEGORY);
  }

  private static String head() {
    String pattern = "question : " + Asked.class.getSimpleName() + "...";
    return String.join(
        "\n",
        ",RuleSet,org.citycase.rules.tables",
        ",Import," + Asked.class.getName(),
        ",Variables," + Answer.class.getName() + " answer",
        ",RuleTable " + NAME,
        ",NAME,CONDITION,CONDITION,CONDITION,CONDITION,ACTION,ACTION,ACTION,ACTION",
        ",," + (pattern + ",").repeat(4) + ",,,",
        ",,\"category == \"\"$param\"\"\",\"condition == \"\"$param\"\"\","
            + "\"channel == \"\"$param\"\"\",measure >= $param,"
            + action("decision")
            + action("limitValue")
            + action("sameLimit")
            + action("priority"),
        "Remark,Row id,Category,Condition,Channel,At least,Decision,Limit,Same limit,Priority",
        "");
  }

  private static String action(String property) {
    return "\"answer.set(\"\"" + property + "\"\", \"\"$param\"\");\",";
  }
}
