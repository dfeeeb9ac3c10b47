package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citycase.Refusal;
import org.citycase.casefile.FilingQuestion;
import org.citycase.clock.StageLimitQuestion;
import org.citycase.dispatch.ResponsibleUnitQuestion;
import org.citycase.evaluate.PenaltyQuestion;
import org.citycase.supervise.EscalationQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A broken table is refused with file, row and column before anything of it is compiled. */
class TableCheckTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");

  private static final Map<Known.Word, String> FEW =
      Map.of(
          Known.Word.CATEGORY, "C01-37",
          Known.Word.CONDITION, "C01-37-3",
          Known.Word.UNIT_TYPE, "Street-lighting operator",
          Known.Word.UNIT, "LAMP-CO",
          Known.Word.DISTRICT, "110101");

  private static final KnownWords FEW_WORDS =
      new KnownWords() {
        @Override
        public boolean knows(Known.Word word, String value) {
          return FEW.get(word).equals(value);
        }

        @Override
        public Collection<String> all(Known.Word word) {
          return List.of(FEW.get(word));
        }

        @Override
        public String categoryOf(String condition) {
          return "C01-37";
        }
      };

  private static final String FILING_ROW =
      ",X,C01-37,C01-37-3,,,,,,,,,,,,ask,C01-37-3,2,work_day,FALSE,,,10";
  private static final String STAGE_ROW = ",X,accept,,person,15,minute,10";
  private static final String UNIT_ROW =
      ",X,C01-37,Street-lighting operator,110101,,,,,,unit,LAMP-CO,95";
  private static final String PENALTY_ROW = ",X,overdue,,0.5,,,OT-1,0.1,1";

  @Test
  void theRowsTheseTestsBreakAreSound() {
    assertThatCode(
            () -> {
              load(FilingQuestion.class, FILING_ROW);
              load(StageLimitQuestion.class, STAGE_ROW);
              load(ResponsibleUnitQuestion.class, UNIT_ROW);
              load(PenaltyQuestion.class, PENALTY_ROW);
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ask       | maybe      | P9 | one of automatic, ask, none",
        "2         | two        | R9 | a whole number",
        "2         | 2.5        | R9 | a whole number",
        "work_day  | workday    | S9 | one of urgent_hour",
        "FALSE     | no         | T9 | TRUE or FALSE",
        "C01-37    | C01-99     | C9 | the code of a category",
        "C01-37-3  | C01-37-9   | D9 | the id of a filing condition",
        "10        | high       | W9 | a whole number",
      })
  void aFilingCellOfTheWrongTypeIsRefusedWithRowAndColumn(
      String right, String wrong, String cell, String expected) {
    String row = FILING_ROW.replaceFirst("(?<=,)" + right + "(?=,|$)", wrong);
    assertRefused(FilingQuestion.class, row, "filing-standard.drl.csv", cell + ": ", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Street-lighting operator | Lamp company | D9 | the English name of a responsible-unit type",
        "LAMP-CO | LAMP-KO | L9 | the code of a unit",
        "110101  | 110199  | E9 | the code of a district",
      })
  void anUnknownUnitUnitTypeOrDistrictIsRefused(
      String right, String wrong, String cell, String expected) {
    String row = UNIT_ROW.replace(right, wrong);
    assertRefused(ResponsibleUnitQuestion.class, row, cell + ": ", wrong, expected);
  }

  @Test
  void theSentenceNamesFileCellWhatStandsThereAndWhatIsExpected() {
    assertSentence(
        StageLimitQuestion.class,
        STAGE_ROW.replace("15", "soon"),
        "Table stage-limits.drl.csv is refused. F9: 'soon' is not a whole number from 1 to 3650.");
    assertSentence(
        ResponsibleUnitQuestion.class,
        UNIT_ROW.replace("C01-37", "C01-99"),
        "Table responsible-unit.drl.csv is refused. C9: 'C01-99' is not the code of a category,"
            + " e.g. C01-37.");
    assertSentence(
        ResponsibleUnitQuestion.class,
        UNIT_ROW.replace("LAMP-CO", "LAMP-KO"),
        "Table responsible-unit.drl.csv is refused. L9: 'LAMP-KO' is not the code of a unit, e.g."
            + " LAMP-CO.");
    assertSentence(
        StageLimitQuestion.class,
        STAGE_ROW + "\n" + STAGE_ROW,
        "Table stage-limits.drl.csv is refused. B10: row id X is already that of row 9. Choose"
            + " another.");
  }

  @Test
  void anUnknownGroupIsRefusedWithTheGroupsThereAre() {
    assertSentence(
        EscalationQuestion.class,
        ",X,guard,,,,,,alarm,wardens,0,FALSE,none,10",
        "Table escalation.drl.csv is refused. J9: 'wardens' is not one of nobody, unit, inspectors,"
            + " leaders, duty-leaders, operators, dispatchers, coordinators.");
  }

  @Test
  void aNumberWithLettersIsRefused() {
    assertRefused(
        PenaltyQuestion.class, PENALTY_ROW.replace("0.5", "0.5x"), "E9: ", "a number such as 0.5");
    assertRefused(PenaltyQuestion.class, PENALTY_ROW.replace("0.5", "\"0,5\""), "E9: ", "a number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"\"; System.exit(0); \"\"\"",
        "\"a\"\"b\"",
        "a'b",
        "a\\b",
        "a$param",
        "\"a\nb\"",
        "=1+1",
        "@SUM(A1)",
        "`x`"
      })
  void aCellThatCouldBeAProgramIsRefused(String cell) {
    assertRefused(PenaltyQuestion.class, PENALTY_ROW.replace("OT-1", cell), "H9: ", "a program");
    assertRefused(PenaltyQuestion.class, PENALTY_ROW.replace(",X,", "," + cell + ","), "B9: ");
    assertRefused(PenaltyQuestion.class, PENALTY_ROW.replace("0.5", cell), "E9: ");
    assertRefused(PenaltyQuestion.class, PENALTY_ROW.replace("overdue", cell), "C9: ");
  }

  @Test
  void aBlankBeforeOrBehindAValueIsRefused() {
    assertRefused(
        StageLimitQuestion.class, STAGE_ROW.replace("minute", "minute "), "G9: ", "blank");
  }

  @Test
  void anEmptyCellOfAnAnswerIsRefused() {
    assertRefused(StageLimitQuestion.class, STAGE_ROW.replace("15", ""), "F9: the cell is empty");
    assertRefused(StageLimitQuestion.class, ",X,accept,,person", "F9: ", "G9: ", "H9: ");
  }

  @Test
  void aCellTooManyIsRefused() {
    assertRefused(StageLimitQuestion.class, STAGE_ROW + ",,,4", "K9: ", "outside the table");
  }

  @Test
  void theSameRowIdTwiceIsRefused() {
    assertRefused(
        StageLimitQuestion.class, STAGE_ROW + "\n" + STAGE_ROW, "B10: ", "already that of row 9");
  }

  @Test
  void aTableWithoutRowsIsRefused() {
    assertRefused(StageLimitQuestion.class, "", "row 9: the table has no row");
  }

  @Test
  void anAnswerThatContradictsItselfIsRefused() {
    assertRefused(
        FilingQuestion.class,
        FILING_ROW.replace(",2,work_day", ",0,"),
        "S9: ",
        "needs a unit of limit");
    assertRefused(
        ResponsibleUnitQuestion.class, UNIT_ROW.replace("LAMP-CO", ""), "L9: ", "choice unit");
    assertRefused(StageLimitQuestion.class, STAGE_ROW.replace("15", "0"), "F9: ", "from 1 to");
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> load(StageLimitQuestion.class, ",X,any stage,fax,robot,x,y,z"));
    assertThat(refusal.errors())
        .extracting(Refusal.FieldError::field)
        .containsExactly("D9", "E9", "F9", "G9", "H9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "RuleSet                        | RulSet                           | B1: must be: RuleSet",
        "org.citycase.rules.tables      | x; import java.io.*              | C1: must be",
        "org.citycase.clock.StageLimitQuestion | java.lang.Runtime         | C2: must be",
        "org.citycase.rules.Answer answer | java.lang.Runtime answer       | C3: must be",
        "RuleTable stage-limits         | RuleTabel stage-limits           | B4: must be",
        "NAME,CONDITION                 | NAME,CONDITON                    | C5: 'CONDITON'",
        "NAME,CONDITION                 | CONDITION,CONDITION              | B5: ",
        "question : StageLimitQuestion... | question : StageLimitQuestion  | C6: must be",
        "stage == \"\"$param\"\"         | stag == \"\"$param\"\"             | C7: a condition",
        "stage == \"\"$param\"\"         | stage != \"\"$param\"\"            | C7: a condition",
        "\"stage == \"\"$param\"\"\"       | stage == $param                  | C7: a condition",
        "stage == \"\"$param\"\"         | eval(true) == \"\"$param\"\"       | C7: a condition",
        "answer.set(\"\"by\"\", \"\"$param\"\"); | answer.set(\"\"who\"\", \"\"$param\"\"); | E7: an action",
        "answer.set(\"\"by\"\", \"\"$param\"\"); | System.exit($param); | E7: an action",
        "answer.set(\"\"by\"\"           | answer.set(\"\"limitUnit\"\"       | a second column",
        "环节 Stage                      |                                  | C8: needs a label",
      })
  void aHeadThatIsNotExactlyOfItsFormIsRefused(String right, String wrong, String message) {
    String head = head("stage-limits");
    assertThat(head).contains(right);
    String broken =
        head.replaceFirst(
            Pattern.quote(right), Matcher.quoteReplacement(wrong == null ? "" : wrong));
    assertThatThrownBy(() -> loadText(StageLimitQuestion.class, broken + STAGE_ROW))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message);
  }

  @Test
  void aTableThatLeavesAPropertyOfTheAnswerOutIsRefused() {
    String head = head("stage-limits").replace("\"\"limitValue\"\"", "\"\"priority\"\"");
    assertThatThrownBy(() -> loadText(StageLimitQuestion.class, head + STAGE_ROW))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("a second column sets priority")
        .hasMessageContaining("no column sets limitValue");
  }

  @Test
  void aFileThatIsNotUtf8OrNoCsvIsRefused() {
    byte[] gbk = (head("stage-limits") + STAGE_ROW).getBytes(Charset.forName("GBK"));
    assertThatThrownBy(() -> folder().load(StageLimitQuestion.class, Sheet.of("t.csv", gbk)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("CSV UTF-8");
    assertThatThrownBy(() -> load(StageLimitQuestion.class, ",\"X,accept"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("B9: the quotation mark that begins this cell is not closed");
    assertThatThrownBy(() -> loadText(StageLimitQuestion.class, ""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("This is the file of no table.");
  }

  @Test
  void whatExcelDoesToAFileWhenItSavesIsAccepted() {
    String emptyRows = "\r\n,,,,,,,,,,,,,,,,,\r\n\r\n" + FILING_ROW.replace(",X,", ",Y,") + "\r\n";
    String text = "\uFEFF" + head("filing-standard") + FILING_ROW + emptyRows;
    assertThat(loadText(FilingQuestion.class, text).compiled().table().rowIds())
        .containsExactly("X", "Y");
    assertThatCode(() -> load(FilingQuestion.class, FILING_ROW.replace("FALSE", "false")))
        .doesNotThrowAnyException();
  }

  @Test
  void aRemarkIsForPeopleOnlyButNoFormula() {
    assertThatCode(
            () -> load(StageLimitQuestion.class, "\"RuleTable \"\"; $x \\ END\"" + STAGE_ROW))
        .doesNotThrowAnyException();
    assertRefused(StageLimitQuestion.class, "=1+1" + STAGE_ROW, "A9: a remark is one line of text");
    assertRefused(StageLimitQuestion.class, "\"a\nb\"" + STAGE_ROW, "A9: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2,work_day | 0,work_day  | R9 | needs a limit of at least 1",
        "2,work_day | -1,work_day | R9 | '-1' is not a whole number from 0 to 3650.",
        "2,work_day | 2,          | S9 | needs a unit of limit",
        "ask,C01-37-3 | ask,      | R9 | has the limit 0",
        "ask,C01-37-3,2,work_day | none,C01-37-3,2,work_day | Q9 | answers none",
        "FALSE,,,10 | FALSE,area,,10 | V9 | in which unit",
        "FALSE,,,10 | FALSE,,,10,2026-07-02,2026-07-01 | Y9 | before its first day 2026-07-02",
      })
  void aContradictionIsToldAtTheCellToChange(
      String right, String wrong, String cell, String expected) {
    assertRefused(FilingQuestion.class, FILING_ROW.replace(right, wrong), cell + ": ", expected);
  }

  @Test
  void everyFaultIsToldInChineseToo() {
    assertChinese(
        FilingQuestion.class,
        FILING_ROW.replace(",ask,", ",maybe,"),
        "“maybe”不符合要求，应填以下之一：automatic（自动立案）、ask（值班长决定）、none（不予立案）。");
    assertChinese(
        StageLimitQuestion.class, STAGE_ROW.replace("15", "0"), "“0”不符合要求，应填1 到 3650 的整数。");
    assertChinese(StageLimitQuestion.class, STAGE_ROW.replace("15", ""), "单元格为空，应填1 到 3650 的整数。");
    assertChinese(
        FilingQuestion.class, FILING_ROW.replace(",2,work_day", ",0,work_day"), "有立案条件的行时限至少为 1。");
    assertChinese(
        ResponsibleUnitQuestion.class,
        UNIT_ROW.replace("C01-37", "C01-99"),
        "“C01-99”不符合要求，应填类别代码，如 C01-37。");
    assertChinese(StageLimitQuestion.class, STAGE_ROW + "\n" + STAGE_ROW, "行号 X 已是第 9 行的行号，请另取一个。");
  }

  @Test
  void theFileOfAnotherTableIsToldInOneSentence() {
    assertThatThrownBy(() -> loadText(StageLimitQuestion.class, head("penalty") + PENALTY_ROW))
        .hasMessage(
            "Table stage-limits.drl.csv is refused. This is the file of table penalty (penalties):"
                + " upload it there.");
    assertThatThrownBy(() -> loadText(StageLimitQuestion.class, "<html>\n<body>\n"))
        .hasMessage(
            "Table stage-limits.drl.csv is refused. This is the file of no table. Download the"
                + " table, change its rows from row 9 on and upload it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "@SUM(A1)", "+1", " -1", "\"a\nb\""})
  void aRemarkThatASpreadsheetWouldRunIsRefused(String remark) {
    assertRefused(StageLimitQuestion.class, remark + STAGE_ROW, "A9: a remark is one line of text");
  }

  @Test
  void twoRowsOfTheSamePriorityThatMatchAreAnErrorThatNamesThem() {
    TableFolder.Loaded table =
        load(StageLimitQuestion.class, STAGE_ROW + "\n" + STAGE_ROW.replace(",X,", ",Y,"));
    assertThatThrownBy(() -> table.compiled().ask(new StageLimitQuestion("accept", "public"), DAY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("stage-limits has more than one row for this question: X, Y");
  }

  @Test
  void withoutAPriorityColumnTwoRowsThatMatchAreAnErrorAlways() {
    TableFolder.Loaded table =
        load(PenaltyQuestion.class, PENALTY_ROW + "\n" + PENALTY_ROW.replace(",X,", ",Y,"));
    assertThatThrownBy(() -> table.compiled().ask(new PenaltyQuestion("overdue", 0.1, 1), DAY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("X, Y")
        .hasMessageContaining("narrow their conditions");
  }

  @Test
  void aMissingTableIsRefusedWithItsName() {
    assertThatThrownBy(
            () -> new TableFolder(Path.of("src"), KnownWords.any()).load(StageLimitQuestion.class))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Table stage-limits is missing");
  }

  private static void assertSentence(
      Class<? extends Record> question, String rows, String sentence) {
    assertThatThrownBy(() -> load(question, rows)).isInstanceOf(Refusal.class).hasMessage(sentence);
  }

  private static void assertChinese(
      Class<? extends Record> question, String rows, String sentence) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> load(question, rows));
    assertThat(refusal.errors()).extracting(Refusal.FieldError::zh).containsExactly(sentence);
  }

  private static void assertRefused(
      Class<? extends Record> question, String rows, String... parts) {
    assertThatThrownBy(() -> load(question, rows))
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll(parts);
  }

  private static TableFolder.Loaded load(Class<? extends Record> question, String rows) {
    return loadText(question, head(question.getAnnotation(QuestionTo.class).table()) + rows);
  }

  private static TableFolder.Loaded loadText(Class<? extends Record> question, String text) {
    String file = question.getAnnotation(QuestionTo.class).table() + ".drl.csv";
    return folder().load(question, Sheet.of(file, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static TableFolder folder() {
    return new TableFolder(Path.of("rules"), FEW_WORDS);
  }

  /** The eight rows above the data of the real table. */
  private static String head(String table) {
    try {
      List<String> lines = Files.readAllLines(Path.of("rules", table + ".drl.csv"));
      return String.join("\n", lines.subList(0, Head.FIRST_DATA_ROW)).replace("\uFEFF", "") + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
