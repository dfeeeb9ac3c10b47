package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.citycase.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that are no table of values are refused with file, row and column, and in time. */
@Timeout(60)
class WorkbookRefusalTest {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final CheckedTable PENALTY = RulesFolder.table("penalty");
  private static final byte[] WORKBOOK =
      Workbook.write(PENALTY, KnownWords.any(), RulesFolder.WORDS);

  @Test
  void aFormulaIsRefusedWhateverItsResultIs() {
    assertRefused(edited("I9", cell -> cell.setCellFormula("0.1+0.2")), "I9: holds a formula");
    assertRefused(edited("A9", cell -> cell.setCellFormula("\"x\"")), "A9: holds a formula");
    assertRefused(
        edited("I9", cell -> cell.setCellFormula("HYPERLINK(\"http://x\")")), "I9: ", "formula");
    assertRefused(edited("AZ500", cell -> cell.setCellFormula("1")), "AZ500: holds a formula");
  }

  @Test
  void anErrorAndMergedCellsAreRefused() {
    assertRefused(
        edited("I9", cell -> cell.setCellErrorValue((byte) 7)), "I9: holds the error #DIV/0!");
    assertRefused(
        changed(book -> book.getSheetAt(0).addMergedRegion(CellRangeAddress.valueOf("B10:B12"))),
        "B10: is merged with others (B10:B12)");
  }

  @Test
  void mergedCellsInTheTitleDoNotMatter() {
    byte[] merged =
        changed(book -> book.getSheetAt(0).addMergedRegion(CellRangeAddress.valueOf("B1:E1")));
    assertThat(Uploaded.sheet(PENALTY, "t.xlsx", merged).base()).isEqualTo(PENALTY.version());
  }

  @Test
  void aFaultNamesRowAndColumnApartToo() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> read(edited("I9", cell -> cell.setCellFormula("1"))));
    assertThat(refusal.errors())
        .containsExactly(
            new Refusal.FieldError(
                "I9",
                9,
                "I",
                "holds a formula. Type the value instead, or paste it as a value.",
                "是公式。请直接填写值，或粘贴为值。"));
  }

  @Test
  void theWorkbookOfAnotherTableIsRefused() {
    byte[] other =
        Workbook.write(RulesFolder.table("stage-limits"), KnownWords.any(), RulesFolder.WORDS);
    assertRefused(other, "This is the file of table stage-limits (stage limits): upload it there");
    assertRefused(
        changed(book -> book.setSheetName(0, "Sheet1")), "has no sheet penalty, only Sheet1");
    byte[] renamed = changedOf(other, book -> book.setSheetName(0, "penalty"));
    assertRefused(renamed, "This is the file of table stage-limits");
    byte[] untitled = changedOf(renamed, book -> Edited.cell(book, "B1").setBlank());
    assertRefused(untitled, "C6: must be: trigger==");
  }

  @Test
  void aChangedTechnicalRowIsRefused() {
    assertRefused(edited("D6", cell -> cell.setCellValue("multiple>=")), "D6: must be: multiple>.");
    assertRefused(edited("D6", XSSFCell::setBlank), "D6: must be: multiple>.");
    assertRefused(
        changed(book -> book.getSheetAt(0).shiftRows(5, 20, 1)), "B6: must be: id", "C6: ");
  }

  @Test
  void aHiddenExtraColumnIsRefused() {
    byte[] extra =
        changed(
            book -> {
              Edited.cell(book, "Z9").setCellValue("more");
              book.getSheetAt(0).setColumnHidden(25, true);
            });
    assertRefused(extra, "Z9: this cell lies outside the table");
    assertRefused(edited("Z6", cell -> cell.setCellValue("code")), "Z6: ");
  }

  @Test
  void rowsHiddenByAFilterAreRead() {
    byte[] filtered = changed(book -> book.getSheetAt(0).getRow(9).setZeroHeight(true));
    assertThat(RulesFolder.checked("penalty", read(filtered)).text()).isEqualTo(PENALTY.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.5              | 0%          | is shown as a percentage but holds 0.5",
        "2.4              | 0           | shows 2 but holds 2.4",
        "46204            | yyyy-mm-dd  | made a date of what was typed (2026-07-01)",
        "1234567890123456 | General     | only 15 digits",
        "0.3333333333333  | General     | '0.3333333333333' is not a number of at least 0, such as 0.5",
      })
  void aNumberThatIsNotWhatItsOwnerSawIsRefused(double value, String format, String sentence) {
    byte[] doubtful =
        changed(
            book -> {
              CellStyle style = book.createCellStyle();
              style.setDataFormat(book.createDataFormat().getFormat(format));
              Edited.cell(book, "I9").setCellValue(value);
              Edited.cell(book, "I9").setCellStyle(style);
            });
    assertThatThrownBy(() -> RulesFolder.checked("penalty", read(doubtful)))
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll("I9: ", sentence);
  }

  @Test
  void aNumberShownWithMoreOrFewerZerosIsTheSameNumber() {
    byte[] shown =
        changed(
            book -> {
              CellStyle style = book.createCellStyle();
              style.setDataFormat(book.createDataFormat().getFormat("0.00"));
              Edited.cell(book, "I9").setCellValue(0.1 + 0.2 - 0.2);
              Edited.cell(book, "I9").setCellStyle(style);
            });
    assertThat(RulesFolder.checked("penalty", read(shown)).text()).isEqualTo(PENALTY.text());
  }

  @Test
  void anIdThatTheSpreadsheetTookForADateIsRefused() {
    byte[] dated =
        changed(
            book -> {
              CellStyle style = book.createCellStyle();
              style.setDataFormat(book.createDataFormat().getFormat("d-mmm"));
              Edited.cell(book, "B9").setCellValue(LocalDate.of(2026, 1, 2));
              Edited.cell(book, "B9").setCellStyle(style);
            });
    assertRefused(dated, "B9: the spreadsheet made a date", "2026-01-02");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"; System.exit(0); \"", "=1+1", "@SUM(A1)", "a$param", "a\nb"})
  void aCellThatCouldBeAProgramStaysAValueAndIsRefused(String cell) {
    Sheet sheet = read(edited("B9", each -> each.setCellValue(cell)));
    assertThat(sheet.cell(8, 1)).isEqualTo(cell);
    assertThatThrownBy(() -> RulesFolder.checked("penalty", sheet))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("B9: a cell holds a value, never a program");
  }

  @Test
  void aVersionThatWasChangedByHandIsRefused() {
    assertRefused(
        edited("A1", cell -> cell.setCellValue("version 0123456789ab")),
        "A1: says version 0123456789ab, but the workbook was made from version "
            + PENALTY.version());
    assertThat(read(edited("A1", XSSFCell::setBlank)).base()).isEqualTo(PENALTY.version());
  }

  @Test
  void moreRowsThanATableHasAreRefused() {
    assertRefused(
        edited("B100010", cell -> cell.setCellValue("x")), "B100010: a table has at most");
    byte[] wide = part("<sheetData>", "<sheetData><row r=\"9\"><c r=\"XFD9\"><v>1</v></c></row>");
    assertRefused(wide, "XFD9: this cell lies outside the table");
  }

  @Test
  void aFileOfMoreThanTenMegabytesIsRefusedUnread() {
    byte[] large = new byte[10 * 1024 * 1024 + 1];
    System.arraycopy(WORKBOOK, 0, large, 0, WORKBOOK.length);
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(large));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE);
    assertThat(refusal).hasMessageContaining("t.xlsx is refused. The file is larger than 10 MB");
  }

  @Test
  void aZipBombIsRefused() throws IOException {
    byte[] bomb = Edited.with(WORKBOOK, Map.of("xl/media/bomb.xml", new byte[200 * 1024 * 1024]));
    assertThat(bomb.length).isLessThan(1024 * 1024);
    assertRefused(bomb, "unpacks to more than 100 MB");
    assertRefused(part("<sheetData>", " ".repeat(110 * 1024 * 1024) + "<sheetData>"), "100 MB");
  }

  @Test
  void otherKindsOfWorkbooksAreRefusedWithWhatToSave() throws IOException {
    assertRefused(old(), "is an old workbook (.xls). Save it as 'Excel workbook (.xlsx)'");
    assertRefused(encrypted(), "is protected by a password");
    assertRefused(with("xl/vbaProject.bin"), "holds macros");
    assertRefused(with("xl/workbook.bin"), "is a binary workbook (.xlsb)");
    assertRefused(with("content.xml"), "is no Excel workbook but an OpenDocument (.ods)");
    assertRefused(
        Edited.part(
            WORKBOOK,
            "[Content_Types].xml",
            text -> text.replace("spreadsheetml.sheet.main", "wordprocessingml.document.main")),
        "is no plain workbook");
    assertRefused(
        Edited.part(
            WORKBOOK,
            "_rels/.rels",
            text ->
                text.replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument")),
        "is a 'Strict Open XML' workbook");
  }

  @Test
  void whatIsNoWorkbookAtAllIsRefused() {
    assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, "is no readable workbook");
    assertRefused(java.util.Arrays.copyOf(WORKBOOK, WORKBOOK.length / 2), "no readable workbook");
    assertRefused(part("<sheetData>", "<sheetData"), "is no readable workbook");
    assertRefused(part("r=\"A1\"", "r=\"A0\""), "is no readable workbook");
    assertThatThrownBy(() -> Workbook.read(PENALTY, "t.xlsx", "a,b".getBytes()))
        .hasMessageContaining("is no workbook");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SHEET,
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "docProps/custom.xml",
      })
  void anExternalEntityIsNeverRead(String part, @TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "TOP-SECRET");
    UnaryOperator<String> inject =
        text ->
            text.replaceFirst(
                    "\\?>",
                    "?><!DOCTYPE x [<!ENTITY e SYSTEM \"%s\"><!ENTITY a \"aaaaaaaaaa\">]>"
                        .formatted(secret.toUri()))
                .replaceFirst(">(version|penalty|General)<", ">&e;<");
    byte[] hostile = Edited.part(WORKBOOK, part, inject);
    assertThatThrownBy(() -> read(hostile))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("holds a document type")
        .hasMessageNotContaining("SECRET");
  }

  @Test
  void countsThatLieDoNotTakeMemory() throws IOException {
    byte[] lying =
        Edited.part(
            WORKBOOK,
            "xl/sharedStrings.xml",
            text ->
                text.replaceFirst("count=\"\\d+\"", "count=\"2147483647\"")
                    .replaceFirst("uniqueCount=\"\\d+\"", "uniqueCount=\"2147483647\""));
    assertThat(RulesFolder.checked("penalty", read(lying)).text()).isEqualTo(PENALTY.text());
    assertRefused(
        part(
            "</sheetData>",
            "<row r=\"9\"><c r=\"I9\"><v>1E-999999999</v></c></row>"
                + "<row r=\"10\"><c r=\"I10\" t=\"s\"><v>999999</v></c></row></sheetData>"),
        "no readable");
  }

  private static byte[] edited(String cell, Consumer<XSSFCell> edit) {
    return changed(book -> edit.accept(Edited.cell(book, cell)));
  }

  private static byte[] changed(Consumer<XSSFWorkbook> edit) {
    return changedOf(WORKBOOK, edit);
  }

  private static byte[] changedOf(byte[] workbook, Consumer<XSSFWorkbook> edit) {
    try {
      return Edited.of(workbook, edit);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] part(String right, String wrong) {
    try {
      byte[] changed = Edited.part(WORKBOOK, SHEET, text -> text.replace(right, wrong));
      assertThat(changed).isNotEqualTo(WORKBOOK);
      return changed;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] with(String part) throws IOException {
    return Edited.with(WORKBOOK, Map.of(part, new byte[8]));
  }

  private static byte[] old() throws IOException {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      book.createSheet("penalty");
      book.write(saved);
    }
    return saved.toByteArray();
  }

  private static byte[] encrypted() throws IOException {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream hidden = encryptor.getDataStream(files)) {
        hidden.write(WORKBOOK);
      } catch (java.security.GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
      files.writeFilesystem(saved);
    }
    return saved.toByteArray();
  }

  private static Sheet read(byte[] xlsx) {
    return Uploaded.sheet(PENALTY, "t.xlsx", xlsx);
  }

  private static void assertRefused(byte[] xlsx, String... parts) {
    assertThatThrownBy(() -> read(xlsx))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("t.xlsx")
        .hasMessageContainingAll(parts);
  }
}
