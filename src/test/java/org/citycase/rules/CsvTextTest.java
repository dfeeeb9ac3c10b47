package org.citycase.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.citycase.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets make of a CSV file is read, or refused with the cell and what to save. */
class CsvTextTest {

  private static final CheckedTable PENALTY = RulesFolder.table("penalty");

  @Test
  void aFileInGbkIsRefusedWithItsFirstCellThatIsNotUtf8() {
    assertThatThrownBy(() -> read(PENALTY.text().getBytes(Charset.forName("GBK"))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("A8: is not UTF-8 (is it GBK?). Save it in Excel as 'CSV UTF-8");
    String inColumnH = PENALTY.text().replaceAll("[^\\x00-\\x7F]", "x").replaceFirst("OT-1", "é");
    assertThatThrownBy(() -> read(inColumnH.getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessageContaining("B9: is not UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-8"})
  void aFileWithAMarkIsReadInTheEncodingItSays(Charset charset) {
    assertSame(("\uFEFF" + PENALTY.text()).getBytes(charset));
  }

  @Test
  void utf16WithoutAMarkIsRefused() {
    assertThatThrownBy(() -> read(PENALTY.text().getBytes(StandardCharsets.UTF_16LE)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is not UTF-8");
    assertThatThrownBy(() -> read("a\0b\0,\0".getBytes(UTF_8)))
        .hasMessageContaining("is not UTF-8");
  }

  @Test
  void aQuotationMarkThatDoesNotFitIsToldWithItsCell() {
    String row = PENALTY.rowIds().get(1);
    assertRefused(
        PENALTY.text().replaceFirst("," + row + ",", ",\"" + row + ","), "B10", "单元格开头的引号");
    assertRefused(
        PENALTY.text().replaceFirst("," + row + ",", ",\"" + row + "\"x,"), "B10", "单元格开头的引号");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertRefused("", "file", "文件是空的");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t"})
  void semicolonsAndTabsAreReadAsExcelSavesThemInSomeCountries(String separator) {
    assertSame(separated(separator).getBytes(UTF_8));
    assertSame(("version " + PENALTY.version() + separated(separator)).getBytes(UTF_8));
  }

  @Test
  void aDecimalCommaIsRefusedWithItsCell() {
    String comma = separated(";").replaceFirst(";0\\.1;", ";0,1;");
    Sheet sheet = read(comma.getBytes(UTF_8));
    assertThatThrownBy(() -> RulesFolder.checked("penalty", sheet))
        .hasMessageContaining("I9: '0,1' is not a number of at least 0, such as 0.5");
  }

  @Test
  void windowsLineEndsAndEmptyLinesMakeNoDifference() {
    assertSame((PENALTY.text().replace("\n", "\r\n") + "\r\n,,,\r\n").getBytes(UTF_8));
    assertSame((PENALTY.text() + "\n".repeat(200_000)).getBytes(UTF_8));
  }

  @Test
  void moreRowsThanATableHasAreRefused() {
    String rows = (",x" + "\n").repeat(100_001);
    assertThatThrownBy(() -> read((PENALTY.text() + rows).getBytes(UTF_8)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("at most 100,000 rows");
  }

  @Test
  void aLargeFileIsRefusedAtOnce() {
    byte[] large = new byte[100 * 1024 * 1024];
    org.junit.jupiter.api.Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () ->
            assertThatThrownBy(() -> Uploaded.sheet(PENALTY, "penalty.csv", large))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("The file is larger than 10 MB"));
  }

  @Test
  void numbersThatAreTheSameMakeTheSameVersion() {
    String zeros = PENALTY.text().replaceFirst(",0\\.1,1,", ",0.10,01.0,");
    assertThat(zeros).isNotEqualTo(PENALTY.text());
    assertSame(zeros.getBytes(UTF_8));
  }

  private static void assertRefused(String csv, String field, String chinese) {
    assertThatThrownBy(() -> read(csv.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.getMessage()).doesNotContain("org.apache");
              assertThat(refusal.errors()).hasSize(1);
              assertThat(refusal.errors().get(0).field()).isEqualTo(field);
              assertThat(refusal.errors().get(0).zh()).contains(chinese);
            });
  }

  private static String separated(String separator) {
    StringBuilder text = new StringBuilder();
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecords(Sheet.of("penalty.csv", PENALTY.text().getBytes(UTF_8)).rows());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void assertSame(byte[] csv) {
    assertThat(RulesFolder.checked("penalty", read(csv)).text()).isEqualTo(PENALTY.text());
  }

  private static Sheet read(byte[] csv) {
    return Uploaded.sheet(PENALTY, "penalty.csv", csv);
  }
}
