package org.citycase.rules;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Workbook;

/** How the cells of a workbook look and, for new rows, what Excel makes of what is typed. */
class WorkbookStyles {

  private final Workbook workbook;
  private final CellStyle text;
  private final CellStyle plain;
  private final CellStyle day;
  private final CellStyle title;
  private final CellStyle quiet;
  private final CellStyle id;
  private final CellStyle condition;
  private final CellStyle answer;

  WorkbookStyles(Workbook workbook) {
    this.workbook = workbook;
    this.text = formatted("@");
    this.plain = formatted("General");
    this.day = formatted("yyyy-mm-dd");
    this.title = inFont(IndexedColors.BLACK, true);
    this.quiet = inFont(IndexedColors.GREY_50_PERCENT, false);
    this.id = header(IndexedColors.GREY_25_PERCENT);
    this.condition = header(IndexedColors.PALE_BLUE);
    this.answer = header(IndexedColors.LIGHT_GREEN);
  }

  /** Whatever is typed stays the text it is. */
  CellStyle text() {
    return text;
  }

  CellStyle title() {
    return title;
  }

  CellStyle quiet() {
    return quiet;
  }

  CellStyle of(Column column) {
    return switch (column.type().kind()) {
      case TEXT, WORD -> text;
      case WHOLE, DECIMAL, BOOLEAN -> plain;
      case DATE -> day;
    };
  }

  CellStyle header(Column.Kind kind) {
    return switch (kind) {
      case NAME -> id;
      case CONDITION -> condition;
      case ACTION -> answer;
    };
  }

  private CellStyle formatted(String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private CellStyle inFont(IndexedColors color, boolean bold) {
    Font font = workbook.createFont();
    font.setColor(color.getIndex());
    font.setBold(bold);
    CellStyle style = formatted("@");
    style.setFont(font);
    return style;
  }

  private CellStyle header(IndexedColors color) {
    CellStyle style = inFont(IndexedColors.BLACK, true);
    style.setFillForegroundColor(color.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }
}
