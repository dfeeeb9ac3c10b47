package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.citycase.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table through LibreOffice itself. Skipped where none is installed. */
@EnabledIf(
    value = "org.citycase.rules.LibreOffice#isExpected",
    disabledReason = LibreOffice.HOW_TO_GET_ONE)
class LibreOfficeIT {

  private static final String UTF_8_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1";

  /** Remarks may hold anything; none of it may turn into something else. */
  private static final List<String> HOSTILE =
      List.of(
          "=1+1",
          "+1",
          "-x",
          "@SUM(A1)",
          "\"; System.exit(0); \"",
          "_x0041_",
          "a\nb",
          "'x",
          "<c r='A1'/>&",
          "012",
          "2026-01-02",
          "1-2",
          "TRUE",
          "50%",
          "1E3",
          "😀 表");

  @TempDir private static Path folder;

  @BeforeAll
  static void openAndSaveAllTables() throws Exception {
    Path downloads = Files.createDirectory(folder.resolve("downloads"));
    for (String name : RulesFolder.names()) {
      Files.write(downloads.resolve(name + ".xlsx"), written(RulesFolder.table(name)));
    }
    Files.write(downloads.resolve("hostile.xlsx"), written(hostile()));
    Files.write(
        downloads.resolve("formula.xlsx"),
        Edited.of(
            written(RulesFolder.table("penalty")),
            book -> Edited.cell(book, "I9").setCellFormula("0.05+0.05")));
    LibreOffice office = new LibreOffice(folder);
    office.convert(downloads, folder.resolve("xlsx"), "xlsx:Calc MS Excel 2007 XML");
    office.convert(downloads, folder.resolve("csv"), UTF_8_CSV);
    office.convert(downloads, folder.resolve("ods"), "ods");
    office.convert(downloads, folder.resolve("xls"), "xls");
  }

  static Stream<String> names() {
    return RulesFolder.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyTableSavedAsAWorkbookComesBackAsItWent(String name) throws IOException {
    CheckedTable table = RulesFolder.table(name);
    Sheet sheet = uploaded(table, "xlsx", name);
    assertThat(RulesFolder.checked(name, sheet).text()).isEqualTo(table.text());
    assertThat(sheet.base()).isEqualTo(table.version());
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyTableSavedAsCsvComesBackAsItWent(String name) throws IOException {
    CheckedTable table = RulesFolder.table(name);
    Sheet sheet = uploaded(table, "csv", name);
    assertThat(RulesFolder.checked(name, sheet).text()).isEqualTo(table.text());
    assertThat(sheet.base()).isEqualTo(table.version());
  }

  @Test
  void whatLooksLikeAProgramOrANumberStaysText() throws IOException {
    CheckedTable hostile = hostile();
    for (String kind : List.of("xlsx", "csv")) {
      assertThat(RulesFolder.remarks(uploaded(hostile, kind, "hostile")).subList(0, HOSTILE.size()))
          .as(kind)
          .isEqualTo(HOSTILE);
    }
  }

  @Test
  void theListsTheFilterAndTheHiddenRowAreStillThere() throws IOException {
    Path saved = folder.resolve("xlsx").resolve("penalty.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(saved))) {
      assertThat(book.getSheetAt(0).getDataValidations()).hasSizeGreaterThan(5);
      assertThat(book.getSheetAt(0).getCTWorksheet().getAutoFilter().getRef()).startsWith("A8:");
      assertThat(book.getSheetAt(0).getRow(5).getZeroHeight()).isTrue();
    }
  }

  @Test
  void aFormulaIsRefusedWithItsCell() {
    assertThatThrownBy(() -> uploaded(RulesFolder.table("penalty"), "xlsx", "formula"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("I9: holds a formula");
  }

  @Test
  void itsOtherFormatsAreRefusedWithWhatToSave() {
    CheckedTable table = RulesFolder.table("penalty");
    assertThatThrownBy(() -> uploaded(table, "ods", "penalty"))
        .hasMessageContaining("OpenDocument (.ods). Save it as 'Excel workbook (.xlsx)'");
    assertThatThrownBy(() -> uploaded(table, "xls", "penalty"))
        .hasMessageContaining("old workbook (.xls). Save it as 'Excel workbook (.xlsx)'");
  }

  private static Sheet uploaded(CheckedTable inForce, String kind, String name) throws IOException {
    Path saved = folder.resolve(kind).resolve(name + "." + kind);
    return Uploaded.sheet(inForce, saved.getFileName().toString(), Files.readAllBytes(saved));
  }

  private static byte[] written(CheckedTable table) {
    return Workbook.write(table, KnownWords.any(), RulesFolder.WORDS);
  }

  private static CheckedTable hostile() {
    return RulesFolder.withRemarks(RulesFolder.table("filing-standard"), HOSTILE);
  }
}
