package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.citycase.casefile.Closing;
import org.citycase.casefile.ClosingQuestion;
import org.citycase.casefile.Filing;
import org.citycase.casefile.FilingQuestion;
import org.citycase.dispatch.UnitType;
import org.citycase.dispatch.UnitTypeQuestion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables answer for every one of the 577 conditions of the national catalogue. */
class CatalogueTablesTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");
  private static final List<String> CHANNELS =
      List.of("collector", "hotline", "public", "video", "sensor", "leader", "media", "exchange");

  /** A digit, or a fraction such as 三分之一. */
  private static final Pattern NUMBER = Pattern.compile("\\d|分之");

  private static List<CSVRecord> conditions;
  private static TableFolder.Loaded filing;
  private static TableFolder.Loaded closing;
  private static TableFolder.Loaded unitType;

  @BeforeAll
  static void load() throws IOException {
    Path catalogue = Path.of("src/main/resources/standard/catalogue.csv");
    String text = Files.readString(catalogue).replace("\uFEFF", "");
    conditions =
        CSVFormat.RFC4180.builder().setHeader().get().parse(new StringReader(text)).getRecords();
    filing = table(FilingQuestion.class, "");
    closing = table(ClosingQuestion.class, "");
    unitType = table(UnitTypeQuestion.class, "");
  }

  @Test
  void everyConditionHasARowOfItsOwnWithItsLimit() {
    assertThat(conditions)
        .hasSize(577)
        .allSatisfy(
            condition -> {
              String id = condition.get("condition_id");
              Filing answer = file(claim(id, false, 0));
              assertThat(filing.compiled().ask(claim(id, false, 0), DAY).id()).isEqualTo(id);
              assertThat(answer.decision()).isEqualTo("ask");
              assertThat(answer.condition()).isEqualTo(id);
              assertThat(answer.limitValue()).isPositive();
            });
  }

  @Test
  void everyConditionWhoseWordsNameANumberHasAThresholdAndNoOtherHas() {
    assertThat(conditions)
        .allSatisfy(
            condition -> {
              String id = condition.get("condition_id");
              boolean names = NUMBER.matcher(condition.get("filing_condition_zh")).find();
              assertThat(threshold(id)).as(id).isEqualTo(names);
              assertThat(file(claim(id, false, 0)).quantity().isEmpty()).as(id).isNotEqualTo(names);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "C01-01-2, 25, P1 4.2 not met, 25.1, C01-01-2 measured, area, cm2",
    "C01-01-4, 2, C01-01-4, 2.5, C01-01-4 measured, height, cm",
    "C01-11-4, 4, C01-11-4, 4.5, C01-11-4 measured, height, cm",
    "C01-04-5, 33, P1 4.2 not met, 33.4, C01-04-5 measured, share, percent",
    "C02-84-2, 49.9, P1 4.2 not met, 50, C02-84-2 measured, length, cm",
    "C03-01-4, 5.5, P1 4.2 not met, 5, C03-01-4 measured, distance, m",
    "C04-04-2, 6.25, P1 4.2 not met, 6.3, C04-04-2 measured, share, percent",
    "E01-13-1, 0.49, P1 4.2 not met, 0.5, E01-13-1 measured, area, m2",
    "E01-13-2, 0.9, E01-13-2, 1, E01-13-2 measured, area, m2",
    "E01-13-3, 29, P1 4.2 not met, 30, E01-13-3 measured, depth, mm",
  })
  void whatIsMeasuredIsComparedWithTheNumberOfTheCondition(
      String id, double no, String rowNo, double yes, String rowYes, String quantity, String unit) {
    assertThat(filing.compiled().ask(claim(id, true, no), DAY).id()).isEqualTo(rowNo);
    assertThat(filing.compiled().ask(claim(id, true, yes), DAY).id()).isEqualTo(rowYes);
    assertThat(file(claim(id, true, yes)).quantity()).isEqualTo(quantity);
    assertThat(file(claim(id, true, yes)).measureUnit()).isEqualTo(unit);
  }

  @Test
  void everyReportOfEveryConditionGetsExactlyOneAnswer() {
    assertThat(conditions.parallelStream().flatMap(CatalogueTablesTest::reports))
        .hasSize(577 * 2 * CHANNELS.size() * 3 * 8)
        .allSatisfy(question -> assertThat(file(question)).isNotNull());
  }

  @Test
  void everyCaseIsToldItsClosingConditionAndClosedOrSentBackByOneRow() {
    for (CSVRecord condition : conditions) {
      String id = condition.get("condition_id");
      Closing demanded = close(id, "collector", "none");
      assertThat(demanded.decision()).isEqualTo("check");
      assertThat(demanded.zh()).isEqualTo(condition.get("closing_condition_zh"));
      assertThat(demanded.en()).isEqualTo(condition.get("closing_condition_en"));
      assertThat(close(id, "public", "failed").decision()).isEqualTo("rework");
      assertThat(close(id, "public", "passed").decision()).isEqualTo("ask");
      assertThat(close(id, "sensor", "passed").decision()).isEqualTo("automatic");
    }
  }

  @Test
  void everyConditionHasTheUnitTypeOfTheCatalogue() {
    for (CSVRecord condition : conditions) {
      String id = condition.get("condition_id");
      for (String claimed : List.of(id, "")) {
        Record question = new UnitTypeQuestion(category(id), claimed, "110101");
        assertThat(answer(unitType, question, UnitType.class).unitType())
            .isEqualTo(condition.get("unit_type_en"));
      }
    }
  }

  @Test
  void aRowOfACityChangesTheLimitOfTheAreasOfOneMaturityOnly() {
    TableFolder.Loaded city =
        table(
            FilingQuestion.class,
            "中心城区 Centre,C01-37-1 A,C01-37,C01-37-1,,,,,,,,A,,,,ask,C01-37-1,4,work_hour,FALSE,,,20\n");
    assertThat(limit(city, "A")).isEqualTo("4 work_hour");
    for (String elsewhere : List.of("", "B", "C")) {
      assertThat(limit(city, elsewhere)).isEqualTo(limit(filing, elsewhere)).endsWith("work_day");
    }
  }

  @Test
  void aRowOfADistrictTakesOneConditionToAnotherTypeThere() {
    TableFolder.Loaded city =
        table(
            UnitTypeQuestion.class,
            "甲区 District A,C01-37-5 A,,C01-37-5,110101,Power grid company,30\n");
    assertThat(type(city, "C01-37-5", "110101")).isEqualTo("Power grid company");
    assertThat(type(city, "C01-37-5", "110102")).isEqualTo("Street-lighting operator");
    assertThat(type(city, "C01-37-4", "110101")).isEqualTo("Street-lighting operator");
  }

  private static String type(TableFolder.Loaded table, String condition, String district) {
    Record question = new UnitTypeQuestion(category(condition), condition, district);
    return answer(table, question, UnitType.class).unitType();
  }

  private static String limit(TableFolder.Loaded table, String maturity) {
    Filing answer =
        answer(
            table,
            new FilingQuestion(
                "C01-37", "C01-37-1", "public", false, 0, maturity, false, false, false),
            Filing.class);
    return answer.limitValue() + " " + answer.limitUnit();
  }

  /** Claimed or not, by all channels, measured or not, with and without photo, duplicate, gone. */
  private static Stream<FilingQuestion> reports(CSVRecord condition) {
    String id = condition.get("condition_id");
    return Stream.of(id, "")
        .flatMap(claimed -> CHANNELS.stream().flatMap(channel -> reports(id, claimed, channel)));
  }

  private static Stream<FilingQuestion> reports(String id, String claimed, String channel) {
    return DoubleStream.of(0, 0.1, 1000)
        .boxed()
        .flatMap(
            measure ->
                IntStream.range(0, 8)
                    .mapToObj(
                        facts ->
                            new FilingQuestion(
                                category(id),
                                claimed,
                                channel,
                                measure > 0,
                                measure,
                                "",
                                (facts & 1) > 0,
                                (facts & 2) > 0,
                                (facts & 4) > 0)));
  }

  private static boolean threshold(String id) {
    CheckedTable table = filing.compiled().table();
    return table
        .row(id + " measured")
        .map(
            row ->
                Stream.of("measure>=", "measure>", "measure<=", "measure<")
                    .map(key -> table.shown(row, table.column(key).orElseThrow()))
                    .anyMatch(cell -> !cell.isEmpty()))
        .orElse(false);
  }

  private static FilingQuestion claim(String id, boolean measured, double measure) {
    return new FilingQuestion(
        category(id), id, "public", measured, measure, "", false, false, false);
  }

  private static Filing file(FilingQuestion question) {
    return answer(filing, question, Filing.class);
  }

  private static Closing close(String id, String channel, String checkResult) {
    return answer(
        closing, new ClosingQuestion(id, category(id), channel, checkResult, 0), Closing.class);
  }

  private static <A> A answer(TableFolder.Loaded table, Record question, Class<A> type) {
    return type.cast(table.answer().of(table.compiled().ask(question, DAY).values()));
  }

  private static String category(String condition) {
    return condition.substring(0, condition.lastIndexOf('-'));
  }

  /** The table of the house with further rows below its own. */
  private static TableFolder.Loaded table(Class<? extends Record> question, String further) {
    String file = question.getAnnotation(QuestionTo.class).table() + ".drl.csv";
    try {
      String text = Files.readString(Path.of("rules", file)) + further;
      return new TableFolder(Path.of("rules"), KnownWords.any())
          .load(question, Sheet.of(file, text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
