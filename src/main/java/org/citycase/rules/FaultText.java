package org.citycase.rules;

/** What can be wrong with the file of a table, its head or a cell, in Chinese and in English. */
enum FaultText {
  // Cells
  EMPTY_CELL("单元格为空，应填%s。", "the cell is empty. Expected is %s."),
  BLANKS("“%s”前后有空格，请删除空格。", "'%s' has a blank before or behind it. Delete the blank."),
  A_PROGRAM(
      "单元格只填值，不填程序：不允许引号、$、反斜杠、换行，开头不允许 = + - @。应填%s。",
      "a cell holds a value, never a program: quotation marks, $, backslashes, line breaks and a"
          + " leading = + - @ are not allowed. Expected is %s."),
  A_REMARK(
      "说明只写一行文字，最多 1000 字，开头不允许 = + - @，否则表格软件会当作公式。",
      "a remark is one line of text, of at most 1,000 characters, and does not begin with = + - or @, which a spreadsheet takes"
          + " for a formula."),
  NOT_EXPECTED("“%s”不符合要求，应填%s。", "'%s' is not %s."),
  EXPECTED("应填%s。", "Expected is %s."),
  OUTSIDE("该单元格在表格之外，是否多了一个逗号？", "this cell lies outside the table. Is there a comma too many?"),
  OUTSIDE_WORKBOOK(
      "该单元格在表格之外，请删除该列（也可能是隐藏列）。",
      "this cell lies outside the table. Delete its column, a hidden one too."),
  ID_TWICE("行号 %s 已是第 %d 行的行号，请另取一个。", "row id %s is already that of row %d. Choose another."),
  VALID_NEVER(
      "失效日 %s 早于生效日 %s，请修改其中一个。",
      "the row is valid until %s, before its first day %s. Change one of them."),
  NO_ROW("表中没有任何行，请至少增加一行。", "the table has no row. Add at least one."),

  // What a cell is expected to hold
  ONE_OF("以下之一：%s", "one of %s"),
  WORD_MEANING("%s（%s）", "%s"),
  A_WHOLE_NUMBER("整数", "a whole number"),
  A_WHOLE_NUMBER_FROM("不小于 %s 的整数", "a whole number of at least %s"),
  A_WHOLE_NUMBER_WITHIN("%s 到 %s 的整数", "a whole number from %s to %s"),
  A_NUMBER("数字，如 0.5", "a number such as 0.5"),
  A_NUMBER_FROM("不小于 %s 的数字，如 0.5", "a number of at least %s, such as 0.5"),
  TRUE_OR_FALSE(" TRUE 或 FALSE", "TRUE or FALSE"),
  A_DAY("日期，如 2026-07-01", "a day such as 2026-07-01"),
  A_NAME("名称", "a name"),
  A_WORD("文字", "a word"),

  // Head
  OTHER_TABLE("这是表 %s（%s）的文件，请在该表处上传。", "This is the file of table %s (%s): upload it there."),
  NO_TABLE(
      "该文件不是决策表。请下载本表，在第 9 行以下修改后上传。",
      "This is the file of no table. Download the table, change its rows from row 9 on and upload"
          + " it."),
  EMPTY_FILE(
      "文件是空的。请下载本表，修改后上传。", "The file is empty: download the table, change it and upload it."),
  MUST_BE_EMPTY("必须为空。", "must be empty."),
  MUST_BE("必须是：%s", "must be: %s"),
  NO_LABEL("缺少列名，请写明该列的含义。", "needs a label that says what the column means."),
  KEYWORD("“%s”必须是 NAME、CONDITION、ACTION 之一。", "'%s' must be one of NAME, CONDITION and ACTION."),
  ONE_NAME("NAME 列只有一列，是第一列。", "there is one NAME column, the first one."),
  A_CONDITION(
      "条件的写法：文字用 property == \"$param\"，TRUE/FALSE 用 property == $param，数字用 ==、>=、<=、> 或 <；property"
          + " 为 %s。",
      "a condition is written property == \"$param\" for words, property == $param for TRUE and"
          + " FALSE, and with ==, >=, <=, > or < for numbers; properties are %s."),
  AN_ACTION(
      "答案的写法：answer.set(\"property\", \"$param\"); property 为 %s、priority、validFrom、validUntil。",
      "an action is written answer.set(\"property\", \"$param\"); properties are %s, priority,"
          + " validFrom, validUntil."),
  SET_TWICE("又一列填写 %s，请删除其中一列。", "a second column sets %s."),
  ASKED_TWICE("又一列询问 %s，请删除其中一列。", "a second column asks %s."),
  NOT_SET("没有填写 %s 的列，请增加。", "no column sets %s of the answer. Add one."),

  // Files
  OUTDATED(
      "该文件由版本 %s 修改而来，但表 %s 现已是版本 %s（由 %s 发布）：请重新下载，再改一次。",
      "This file was made from version %s, but table %s is version %s by now (published by %s):"
          + " download it again and repeat the changes."),
  TOO_LARGE(
      "文件大于 10 MB，规则表远小于此，请检查。",
      "The file is larger than 10 MB. A table of rules is far smaller: check it."),
  TOO_MANY_ROWS("一张表最多 100,000 行。", "a table has at most 100,000 rows."),
  TOO_MANY_CELLS(
      "一张表最多 100,000 行、两百万个单元格。很靠下或很靠右的地方是否还有内容？",
      "a table has at most 100,000 rows and two million cells. Is there something far below or far"
          + " to the right?"),
  NOT_UTF8(
      "不是 UTF-8 编码（是否为 GBK？）。请在 Excel 中另存为“CSV UTF-8（逗号分隔）”。",
      "is not UTF-8 (is it GBK?). Save it in Excel as 'CSV UTF-8 (comma delimited)'."),
  QUOTE(
      "单元格开头的引号没有在单元格末尾结束。请补上或删除引号；单元格内的引号要写两次。",
      "the quotation mark that begins this cell is not closed at its end. Close or delete it; write"
          + " one within a cell twice."),
  NO_CSV("文件不是可读的 CSV，请检查引号和逗号。", "The file is no readable CSV. Check quotation marks and commas."),

  // Workbooks
  A_KEY(
      "必须是：%s。隐藏的第 6 行是各列的编号。请重新下载本表，只改第 9 行以下的单元格。",
      "must be: %s. The hidden row 6 names the columns. Download the table again and change only"
          + " cells from row 9 on."),
  NO_KEY(
      "必须为空。隐藏的第 6 行是各列的编号。请重新下载本表，只改第 9 行以下的单元格。",
      "must be empty. The hidden row 6 names the columns. Download the table again and change only"
          + " cells from row 9 on."),
  OTHER_VERSION(
      "写的是版本 %s，但工作簿由版本 %s 修改而来。请重新下载本表，再改一次。",
      "says version %s, but the workbook was made from version %s. Download the table again and put"
          + " your changes there."),
  A_FORMULA(
      "是公式。请直接填写值，或粘贴为值。", "holds a formula. Type the value instead, or paste it as a value."),
  AN_ERROR("是错误值 %s，请填写值。", "holds the error %s. Type a value."),
  STORED_TWICE("内容存储了两次，请删除后重新填写。", "is stored twice. Delete its content and type it again."),
  MERGED(
      "与其他单元格合并（%s），请取消合并并逐格填写。", "is merged with others (%s). Unmerge them and fill each cell."),
  TOO_LONG_A_NUMBER(
      "表格软件只保留数字的 15 位，请把单元格设为文本后重新填写。",
      "a spreadsheet keeps only 15 digits of a number. Format the cell as text and type it again."),
  NO_DAY("不是表格软件认识的日期，请填写如 2026-07-01。", "is no day a spreadsheet knows. Type it as 2026-07-01."),
  MADE_A_DAY(
      "表格软件把填写的内容变成了日期（%s），请把单元格设为文本后重新填写。",
      "the spreadsheet made a date of what was typed (%s). Format the cell as text and type it"
          + " again."),
  TIME_OF_DAY(
      "带有时刻，请只填日期，如 2026-07-01。", "has a time of day. Type the day alone, such as 2026-07-01."),
  A_PERCENTAGE(
      "显示为百分比，实际是 %s，请设为普通数字。",
      "is shown as a percentage but holds %s. Format the cell as a plain number."),
  SHOWN_OTHERWISE(
      "显示为 %s，实际是 %s，请填写所要的数字。", "shows %s but holds %s. Type the number that is meant."),
  SAVE_AS_XLSX(
      "文件%s。请另存为“Excel 工作簿 (.xlsx)”。", "The file %s. Save it as 'Excel workbook (.xlsx)'."),
  OLD("是旧格式工作簿（.xls）", "is an old workbook (.xls)"),
  NO_WORKBOOK("不是工作簿", "is no workbook"),
  UNTYPED("含有文档类型声明，表格软件不会这样写", "holds a document type, which no spreadsheet writes"),
  MACROS("含有宏", "holds macros"),
  BINARY("是二进制工作簿（.xlsb）", "is a binary workbook (.xlsb)"),
  OPEN_DOCUMENT(
      "不是 Excel 工作簿，而是 OpenDocument（.ods）", "is no Excel workbook but an OpenDocument (.ods)"),
  STRICT("是“Strict Open XML”工作簿", "is a 'Strict Open XML' workbook"),
  NOT_PLAIN("不是普通工作簿", "is no plain workbook"),
  UNREADABLE("无法作为工作簿读取，可能已损坏", "is no readable workbook: it may be damaged"),
  PASSWORD("文件有密码保护，请取消密码后保存。", "The file is protected by a password. Save it without one."),
  TOO_MANY_PARTS("文件有 %d 个部分，对一张表来说太多。", "The file has %d parts, far too many for a table."),
  UNPACKS_TOO_LARGE(
      "文件解压后大于 100 MB，规则表远小于此。",
      "The file unpacks to more than 100 MB. A table of rules is far smaller."),
  NO_SHEET(
      "文件没有工作表 %s，只有 %s。请上传由本表下载的工作簿。",
      "The file has no sheet %s, only %s. Upload the workbook that was downloaded for this table.");

  private final String zh;
  private final String en;

  FaultText(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The sentence with these facts: each a {@link Bilingual}, or the same in both languages. */
  Bilingual with(Object... facts) {
    return Bilingual.of(zh, en, facts);
  }
}
