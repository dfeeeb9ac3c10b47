package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the walk finds in tables thrown together is what asking every single question finds. */
class CoverageBruteForceTest {

  private static final int TABLES = 40;

  private static final List<Map<String, String>> QUESTIONS = questions();

  /** Written with ~ for quotation marks. */
  private static final String HEAD =
      """
      ,RuleSet,org.citycase.rules.tables,,,,,,,,,,,,
      ,Import,org.citycase.rules.CoverageBruteForceTest$Question,,,,,,,,,,,,
      ,Variables,org.citycase.rules.Answer answer,,,,,,,,,,,,
      ,RuleTable thrown,,,,,,,,,,,,,
      ,NAME,CONDITION,CONDITION,CONDITION,CONDITION,CONDITION,CONDITION,CONDITION,CONDITION,ACTION,ACTION,ACTION,ACTION
      ,,question : Question...,question : Question...,question : Question...,question : Question...,question : Question...,question : Question...,question : Question...,question : Question...,,,,
      ,,~colour == ~~$param~~~,wet == $param,count >= $param,count < $param,count == $param,size > $param,size <= $param,high == $param,~answer.set(~~word~~, ~~$param~~);~,~answer.set(~~validFrom~~, ~~$param~~);~,~answer.set(~~validUntil~~, ~~$param~~);~,~answer.set(~~priority~~, ~~$param~~);~
      说明 Remark,行号 Id,色 C,湿 W,数 N,数 N,数 N,大 S,大 S,高 H,词 W,自 F,至 U,优先级 P
      """
          .replace('~', '"');

  /** A question with a fact of each kind. */
  public record Question(
      @OneOf(
              value = {"red", "green", "blue"},
              orNothing = true)
          String colour,
      boolean wet,
      int count,
      double size) {

    /** Derived from two facts. */
    public boolean isHigh() {
      return size > 0 && !wet;
    }
  }

  /** What a row says. */
  public record Said(String word) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theWalkFindsWhatAskingEveryQuestionFinds(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TABLES; i++) {
      CheckedTable table = thrown(random, 1 + random.nextInt(12));
      KnownWords any = KnownWords.any();
      Coverage coverage = Coverage.of(table, new Form<>(Question.class, any), any);
      compare(table, coverage);
    }
  }

  private static void compare(CheckedTable table, Coverage coverage) {
    Set<String> answering = new HashSet<>();
    Set<String> ties = new HashSet<>();
    boolean gap = false;
    for (Map<String, String> question : QUESTIONS) {
      List<String> top = top(table, question);
      gap |= top.isEmpty();
      answering.addAll(top);
      top.stream().skip(1).forEach(row -> ties.add(top.get(0) + " " + row));
    }
    String text = table.text();
    assertThat(coverage.complete()).isTrue();
    assertThat(coverage.gaps().isEmpty()).as(text).isEqualTo(!gap);
    assertThat(coverage.gaps())
        .as(text)
        .allSatisfy(each -> assertThat(top(table, completed(each.example()))).isEmpty());
    assertThat(
            coverage.overlaps().stream()
                .map(each -> each.first().id() + " " + each.second().id())
                .collect(Collectors.toSet()))
        .as(text)
        .isEqualTo(ties);
    Set<String> silent = new HashSet<>(table.rowIds());
    silent.removeAll(answering);
    assertThat(coverage.unreachable())
        .as(text)
        .extracting(each -> each.row().id())
        .containsExactlyInAnyOrderElementsOf(silent);
  }

  private static Map<String, String> completed(Map<String, String> example) {
    Map<String, String> facts =
        new HashMap<>(
            Map.of(
                "colour", "red", "wet", "false", "count", "0", "size", "0", "day", "2026-01-01"));
    facts.putAll(example);
    boolean high = Double.parseDouble(facts.get("size")) > 0 && facts.get("wet").equals("false");
    facts.put("high", String.valueOf(high));
    return facts;
  }

  private static List<Map<String, String>> questions() {
    List<Map<String, String>> questions = new ArrayList<>();
    for (String colour : List.of("red", "green", "blue", "")) {
      for (String wet : List.of("true", "false")) {
        for (int count = 0; count < 6; count++) {
          for (double size = 0; size < 3; size += 0.25) {
            for (String day : List.of("2026-03-01", "2026-05-01", "2026-05-02", "2026-07-01")) {
              Map<String, String> facts = new LinkedHashMap<>();
              facts.put("colour", colour);
              facts.put("wet", wet);
              facts.put("count", String.valueOf(count));
              facts.put("size", String.valueOf(size));
              facts.put("day", day);
              questions.add(completed(facts));
            }
          }
        }
      }
    }
    return questions;
  }

  /** The rows that answer, in the order of the table. */
  private static List<String> top(CheckedTable table, Map<String, String> question) {
    List<Row> fitting =
        table.rows().stream()
            .map(row -> new Row(table, row))
            .filter(row -> fits(row, question))
            .toList();
    int highest =
        fitting.stream()
            .map(CoverageBruteForceTest::priority)
            .max(Comparator.naturalOrder())
            .orElse(0);
    return fitting.stream().filter(row -> priority(row) == highest).map(Row::id).toList();
  }

  private static int priority(Row row) {
    return Integer.parseInt(row.cell(Column.PRIORITY));
  }

  private static boolean fits(Row row, Map<String, String> question) {
    return row.table().columns().stream()
        .allMatch(column -> fits(column, row.cell(column.key()), question));
  }

  private static boolean fits(Column column, String cell, Map<String, String> question) {
    String fact = question.get(column.property());
    if (cell.isEmpty()) {
      return true;
    }
    return switch (column.key()) {
      case "validFrom" -> cell.compareTo(question.get("day")) <= 0;
      case "validUntil" -> cell.compareTo(question.get("day")) >= 0;
      case "count>=" -> Integer.parseInt(fact) >= Integer.parseInt(cell);
      case "count<" -> Integer.parseInt(fact) < Integer.parseInt(cell);
      case "size>" -> Double.parseDouble(fact) > Double.parseDouble(cell);
      case "size<=" -> Double.parseDouble(fact) <= Double.parseDouble(cell);
      default -> column.kind() != Column.Kind.CONDITION || fact.equals(cell);
    };
  }

  private static CheckedTable thrown(Random random, int rows) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < rows; i++) {
      text.append(
          String.join(
              ",",
              "",
              "r" + i,
              any(random, "red", "green", "blue"),
              any(random, "TRUE", "FALSE"),
              any(random, "1", "3", "4"),
              any(random, "1", "3", "5"),
              any(random, "", "", "2"),
              any(random, "0", "1", "1.5"),
              any(random, "0.5", "2", "1"),
              any(random, "", "TRUE", "FALSE"),
              "word",
              any(random, "", "", "2026-05-01"),
              any(random, "", "", "2026-05-01"),
              String.valueOf(random.nextInt(4)) + "\n"));
    }
    return WrittenTable.of("thrown", text.toString(), Question.class, Said.class);
  }

  /** One of the words, or an empty cell in half of the cases. */
  private static String any(Random random, String... words) {
    return random.nextBoolean() ? "" : words[random.nextInt(words.length)];
  }
}
