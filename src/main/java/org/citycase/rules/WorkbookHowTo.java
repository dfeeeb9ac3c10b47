package org.citycase.rules;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The second sheet of a workbook: how to edit the first, in both languages. */
class WorkbookHowTo {

  static final String SHORT =
      "从第 9 行起修改，方法见第二张表 Change cells from row 9 on; the second sheet says how.";

  private static final String NAME = "说明 How to edit";
  private static final String TEXT =
      """
      本表从第 9 行起是规则，每行一条。上面的行不要改，隐藏的第 6 行是列的编号。
      Rows 9 and below are the rules, one a row. Leave the rows above alone; the hidden row 6 names the columns.

      条件（蓝色）：填写的单元格都符合，该行才适用；空单元格表示不限。
      Conditions (blue): a row fits when all its filled cells fit; an empty cell means any.

      答案（绿色）：该行适用时的结果。多行适用时，优先级最大的一行作答。
      Answers (green): what the row says when it fits. When several rows fit, the highest priority answers.

      行号不能重复，旧行号不要给新规则使用。说明列只供人阅读。
      Every row id is unique; never give an old id to a new rule. Remarks are for people only.

      单元格只写值：不用公式，不合并单元格，不加列。可选的词在下拉列表和第三张表里。
      A cell holds a value: no formulas, no merged cells, no new columns. The words are in the drop-down lists and on the third sheet.

      数字写 0.5，不写 50%；日期写 2026-07-01；是否写 TRUE 或 FALSE。
      Numbers as 0.5, never 50%; days as 2026-07-01; yes and no as TRUE and FALSE.

      存为 Excel 工作簿（.xlsx）后上传。A1 的版本号不要改：别人已先发布新版本时，系统会提示。
      Save as an Excel workbook (.xlsx) and upload it. Leave the version in A1: it tells whether somebody published before you.""";
  private static final int WIDTH = 120 * 256;

  private WorkbookHowTo() {}

  static void add(SXSSFWorkbook workbook, WorkbookStyles styles, CheckedTable table, Words words) {
    SXSSFSheet sheet = workbook.createSheet(NAME);
    sheet.setColumnWidth(0, WIDTH);
    Row title = sheet.createRow(0);
    title
        .createCell(0)
        .setCellValue(
            Workbook.title(table.name()) + " (" + table.name() + "), version " + table.version());
    title.getCell(0).setCellStyle(styles.title());
    int line = 2;
    for (String text : TEXT.lines().toList()) {
      sheet.createRow(line++).createCell(0).setCellValue(text);
    }
  }
}
