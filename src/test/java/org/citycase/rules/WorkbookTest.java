package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an owner downloads, and that it comes back as it went. */
class WorkbookTest {

  private static final KnownWords CITY = new City();

  static Stream<String> names() {
    return RulesFolder.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyTableComesBackAsItWent(String name) {
    CheckedTable table = RulesFolder.table(name);
    Sheet sheet = Workbook.read(table, "t.xlsx", write(table));
    CheckedTable back = RulesFolder.checked(name, sheet);
    assertThat(back.text()).isEqualTo(table.text());
    assertThat(back.version()).isEqualTo(table.version());
    assertThat(sheet.base()).isEqualTo(table.version());
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyTableSavedAgainByPoiComesBackAsItWent(String name) throws IOException {
    CheckedTable table = RulesFolder.table(name);
    byte[] saved = Edited.of(write(table), workbook -> {});
    assertThat(RulesFolder.checked(name, Uploaded.sheet(table, "t.xlsx", saved)).text())
        .isEqualTo(table.text());
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyTableComesBackAsTheCsvItIs(String name) {
    CheckedTable table = RulesFolder.table(name);
    byte[] csv = table.text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(RulesFolder.checked(name, Uploaded.sheet(table, "t.csv", csv)).text())
        .isEqualTo(table.text());
  }

  @Test
  void aRowStandsInTheLineItHasInTheCsv() {
    CheckedTable table = RulesFolder.table("penalty");
    Sheet sheet = Workbook.read(table, "t.xlsx", write(table));
    assertThat(RulesFolder.checked("penalty", sheet).row("OT-1").orElseThrow().line())
        .isEqualTo(table.row("OT-1").orElseThrow().line());
  }

  @Test
  void headersAreForPeopleAndTheKeysAreHidden() throws IOException {
    CheckedTable table = RulesFolder.table("penalty");
    try (XSSFWorkbook workbook = opened(write(table))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getSheetName()).isEqualTo("penalty");
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("version " + table.version());
      assertThat(sheet.getRow(5).getZeroHeight()).isTrue();
      assertThat(texts(sheet, 5))
          .startsWith(
              "remark",
              "id",
              "trigger==",
              "multiple>",
              "multiple<=",
              "count>=",
              "count<=",
              "code",
              "points",
              "factor");
      assertThat(texts(sheet, 6)).startsWith("说明", "行号", "事由", "超时倍数>");
      assertThat(texts(sheet, 7)).startsWith("Remark", "Row id", "Trigger", "Multiple more than");
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 8);
      assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 2);
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A8:");
      assertThat(workbook.getProperties().getCustomProperties().getProperty("citycase.version"))
          .extracting(property -> property.getLpwstr())
          .isEqualTo(table.version());
    }
  }

  @Test
  void aCellIsOfTheTypeItsColumnHas() throws IOException {
    try (XSSFWorkbook workbook = opened(write(RulesFolder.table("filing-standard")))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      List<String> keys = texts(sheet, 5);
      assertThat(first(sheet, keys.indexOf("limitValue")).getCellType())
          .isEqualTo(CellType.NUMERIC);
      assertThat(first(sheet, keys.indexOf("quick")).getCellType()).isEqualTo(CellType.BOOLEAN);
      assertThat(first(sheet, keys.indexOf("id")).getCellStyle().getDataFormatString())
          .isEqualTo("@");
      assertThat(sheet.getColumnStyle(keys.indexOf("id")).getDataFormatString()).isEqualTo("@");
    }
  }

  @Test
  void closedListsAndKnownWordsAreOfferedForNewRowsToo() throws IOException {
    try (XSSFWorkbook workbook = opened(write(RulesFolder.table("responsible-unit")))) {
      List<String> keys = texts(workbook.getSheetAt(0), 5);
      DataValidation district = validation(workbook, keys.indexOf("district=="));
      assertThat(district.getRegions().getCellRangeAddress(0).getLastRow()).isGreaterThan(100_000);
      assertThat(offered(workbook, district)).hasSize(700).contains("DISTRICT-007");
      assertThat(offered(workbook, validation(workbook, keys.indexOf("choice"))))
          .contains("unit", "coordinate");
      assertThat(
              validation(workbook, keys.indexOf("ownerKnown=="))
                  .getValidationConstraint()
                  .getExplicitListValues())
          .containsExactly("TRUE", "FALSE");
      assertThat(
              validation(workbook, keys.indexOf("priority"))
                  .getValidationConstraint()
                  .getValidationType())
          .isEqualTo(ValidationType.INTEGER);
    }
  }

  @Test
  void theSecondSheetSaysHowToEditAndTheThirdWhatTheWordsMean() throws IOException {
    try (XSSFWorkbook workbook = opened(write(RulesFolder.table("stage-limits")))) {
      assertThat(workbook.getSheetAt(1).getSheetName()).contains("How to edit");
      assertThat(workbook.getSheetAt(2).getRow(2).getCell(1).getStringCellValue()).isNotEmpty();
      assertThat(workbook.getActiveSheetIndex()).isZero();
    }
  }

  @Test
  void anEditIsWhatComesBack() throws IOException {
    CheckedTable table = RulesFolder.table("penalty");
    byte[] edited =
        Edited.of(
            write(table),
            workbook -> {
              Edited.cell(workbook, "I9").setCellValue(0.30000000000000004);
              Edited.cell(workbook, "E10").setCellValue(2.0);
              Edited.cell(workbook, "B11").setCellValue("OT-NEW");
            });
    CheckedTable back = RulesFolder.checked("penalty", Uploaded.sheet(table, "t.xlsx", edited));
    assertThat(back.rows().get(0).cells().get(7)).isEqualTo("0.3");
    assertThat(back.rows().get(1).cells().get(3)).isEqualTo("2");
    assertThat(back.rows().get(2).id()).isEqualTo("OT-NEW");
  }

  @Test
  void whatARemarkHoldsStaysTextWhateverItLooksLike() {
    CheckedTable table = RulesFolder.table("penalty");
    List<String> hostile =
        List.of(
            "1=1",
            "\"; System.exit(0); \"",
            "_x0041_ _x000D_",
            "a 'b' \"c\"",
            " x  ",
            "<c r='A1'/>&",
            "012",
            "2026-01-02",
            "TRUE",
            "😀 表");
    Sheet back = Workbook.read(table, "t.xlsx", write(RulesFolder.withRemarks(table, hostile)));
    assertThat(RulesFolder.remarks(back).subList(0, hostile.size())).isEqualTo(hostile);
  }

  private static byte[] write(CheckedTable table) {
    return Workbook.write(table, CITY, RulesFolder.WORDS);
  }

  private static XSSFWorkbook opened(byte[] xlsx) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(xlsx));
  }

  private static List<String> texts(XSSFSheet sheet, int row) {
    List<String> texts = new ArrayList<>();
    sheet.getRow(row).forEach(cell -> texts.add(cell.getStringCellValue()));
    return texts;
  }

  private static XSSFCell first(XSSFSheet sheet, int column) {
    return IntStream.rangeClosed(8, sheet.getLastRowNum())
        .mapToObj(row -> sheet.getRow(row).getCell(column))
        .filter(cell -> cell != null)
        .findFirst()
        .orElseThrow();
  }

  private static DataValidation validation(XSSFWorkbook workbook, int column) {
    return workbook.getSheetAt(0).getDataValidations().stream()
        .filter(each -> each.getRegions().getCellRangeAddress(0).getFirstColumn() == column)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> offered(XSSFWorkbook workbook, DataValidation validation) {
    var area =
        new org.apache.poi.ss.util.AreaReference(
            validation.getValidationConstraint().getFormula1(),
            org.apache.poi.ss.SpreadsheetVersion.EXCEL2007);
    return Stream.of(area.getAllReferencedCells())
        .map(
            cell ->
                workbook
                    .getSheet(cell.getSheetName())
                    .getRow(cell.getRow())
                    .getCell(cell.getCol())
                    .getStringCellValue())
        .toList();
  }

  /** A city of seven hundred of everything. */
  private static class City implements KnownWords {

    @Override
    public boolean knows(Known.Word word, String value) {
      return true;
    }

    @Override
    public Collection<String> all(Known.Word word) {
      return IntStream.range(0, 700).mapToObj(i -> "%s-%03d".formatted(word, i)).toList();
    }

    @Override
    public String categoryOf(String condition) {
      return "";
    }
  }
}
