package org.citycase.release;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.citycase.PlainCell;
import org.citycase.rules.Bilingual;
import org.citycase.rules.Known;
import org.citycase.rules.ReceiptWords;
import org.springframework.stereotype.Component;

/** The changed cases of a rehearsal as a file for Excel, one a line, in both languages. */
@Component
class RehearsalCsv {

  private static final String[] HEAD = {
    "案件编号 Case",
    "类别 Category",
    "表 Table",
    "原条款 Row before",
    "新条款 Row after",
    "变化 What changes",
    "原责任单位 Unit before",
    "新责任单位 Unit after",
    "原时限 Limit before",
    "新时限 Limit after",
    "原到期时刻 Due before",
    "新到期时刻 Due after",
    "原按期 On time before",
    "新按期 On time after",
    "原扣分 Points before",
    "新扣分 Points after",
    "未答 Not answered"
  };

  private static final TypeReference<Map<String, Object>> ANSWER = new TypeReference<>() {};

  private final ReceiptWords words;
  private final ObjectMapper json;

  RehearsalCsv(ReceiptWords words, ObjectMapper json) {
    this.words = words;
    this.json = json;
  }

  /** The file, with the mark by which Excel knows UTF-8. */
  String of(JsonNode outcome) {
    StringBuilder csv = new StringBuilder("\uFEFF");
    try (CSVPrinter printer =
        new CSVPrinter(csv, CSVFormat.EXCEL.builder().setHeader(HEAD).get())) {
      for (JsonNode one : outcome.path("changed")) {
        printer.printRecord(line(one));
      }
      for (JsonNode error : outcome.path("errors")) {
        printer.printRecord(fault(error));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.toString();
  }

  private List<String> line(JsonNode one) {
    String table = one.path("table").asText();
    List<String> cells =
        new ArrayList<>(
            List.of(
                one.path("number").asText(),
                code(Known.Word.CATEGORY, one.path("category").asText()),
                both(words.table(table)),
                PlainCell.of(one.path("row").path("before").asText("")),
                PlainCell.of(one.path("row").path("after").asText("")),
                both(words.change(table, answer(one.path("before")), answer(one.path("after"))))));
    add(cells, one.path("unit"), unit -> code(Known.Word.UNIT, unit.asText()));
    add(cells, one.path("limit"), this::limit);
    add(cells, one.path("due"), JsonNode::asText);
    add(cells, one.path("onTime"), onTime -> both(words.word(onTime.asText())));
    add(cells, one.path("points"), JsonNode::asText);
    cells.add("");
    return cells;
  }

  /** What stays as it is has no pair: two empty cells. */
  private void add(List<String> cells, JsonNode pair, Function<JsonNode, String> told) {
    for (String side : List.of("before", "after")) {
      JsonNode value = pair.path(side);
      cells.add(
          value.isMissingNode() ? "" : value.isNull() ? both(words.nothing()) : told.apply(value));
    }
  }

  private List<String> fault(JsonNode error) {
    List<String> cells = new ArrayList<>();
    cells.add(error.path("number").asText());
    cells.add("");
    cells.add(both(words.table(error.path("table").asText())));
    while (cells.size() < HEAD.length - 1) {
      cells.add("");
    }
    cells.add(PlainCell.of(error.path("message").asText()));
    return cells;
  }

  private String limit(JsonNode limit) {
    return both(words.limit(limit.path("value").asInt(), limit.path("unit").asText()));
  }

  /** Nothing where the version before had no answer. */
  private Map<String, Object> answer(JsonNode answer) {
    return answer.isObject() ? json.convertValue(answer, ANSWER) : Map.of();
  }

  private String code(Known.Word word, String code) {
    return both(words.code(word, code));
  }

  private static String both(Bilingual told) {
    boolean same = told.zh().equals(told.en());
    return PlainCell.of(same ? told.zh() : told.zh() + " / " + told.en());
  }
}
