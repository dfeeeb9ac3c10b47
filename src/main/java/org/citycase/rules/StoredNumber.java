package org.citycase.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/**
 * Turns a number as a workbook stores it into the text a CSV would hold: 2.0 is 2, the fifteen
 * digits a spreadsheet counts with are kept, a day is an ISO date. What is shown otherwise than it
 * is stored is refused, for its owner saw something else.
 */
class StoredNumber {

  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
  private static final BigDecimal MOST_DIGITS = new BigDecimal("1e15");

  private final StylesTable styles;
  private final boolean from1904;
  private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

  StoredNumber(StylesTable styles, boolean from1904) {
    this.styles = styles;
    this.from1904 = from1904;
  }

  /** What is wrong with a number in its cell. */
  static class Doubtful extends RuntimeException {

    private final transient Bilingual sentence;

    Doubtful(Bilingual sentence) {
      super(sentence.en());
      this.sentence = sentence;
    }

    Bilingual sentence() {
      return sentence;
    }
  }

  /** The text of the cell; {@link Doubtful} says what is wrong otherwise. */
  String text(String stored, int style, CellType.Kind wanted) {
    double value = Double.parseDouble(stored);
    XSSFCellStyle format = styles.getNumCellStyles() > style ? styles.getStyleAt(style) : null;
    String pattern = format == null ? "General" : String.valueOf(format.getDataFormatString());
    int number = format == null ? 0 : format.getDataFormat();
    if (DateUtil.isADateFormat(number, pattern)) {
      return day(value, wanted);
    }
    BigDecimal exact = BigDecimal.valueOf(value).round(DIGITS);
    if (wanted == CellType.Kind.BOOLEAN && pattern.contains("TRUE")) {
      return exact.signum() == 0 ? "FALSE" : "TRUE";
    }
    if (exact.abs().compareTo(MOST_DIGITS) >= 0) {
      throw new Doubtful(FaultText.TOO_LONG_A_NUMBER.with());
    }
    String plain = plain(exact);
    shownAs(value, number, pattern, plain);
    return plain;
  }

  private String day(double value, CellType.Kind wanted) {
    if (!DateUtil.isValidExcelDate(value)) {
      throw new Doubtful(FaultText.NO_DAY.with());
    }
    LocalDateTime at = DateUtil.getLocalDateTime(value, from1904, true);
    if (wanted != CellType.Kind.DATE) {
      throw new Doubtful(FaultText.MADE_A_DAY.with(at.toLocalDate()));
    }
    if (!at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw new Doubtful(FaultText.TIME_OF_DAY.with());
    }
    return at.toLocalDate().toString();
  }

  private void shownAs(double value, int number, String pattern, String plain) {
    if (pattern.contains("%")) {
      throw new Doubtful(FaultText.A_PERCENTAGE.with(plain));
    }
    if (pattern.equals("General") || pattern.equals("@")) {
      return;
    }
    String shown = formatter.formatRawCellContents(value, number, pattern, from1904).strip();
    String digits = shown.replace(",", "");
    if (digits.matches("-?\\d+(\\.\\d+)?")
        && new BigDecimal(digits).compareTo(new BigDecimal(plain)) != 0) {
      throw new Doubtful(FaultText.SHOWN_OTHERWISE.with(shown, plain));
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
