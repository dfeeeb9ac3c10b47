package org.citycase.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The eight rows above the data. They are text that Drools compiles, so nothing in them is free but
 * the labels: each cell has either one possible content or a form of the white list.
 */
class Head {

  static final int FIRST_COLUMN = 1;
  static final int FIRST_DATA_ROW = 8;
  private static final int TABLE_ROW = 3;
  private static final int KEYWORDS = 4;
  private static final int PATTERNS = 5;
  private static final int CODES = 6;
  private static final int LABELS = 7;
  private static final Pattern CONDITION =
      Pattern.compile("(\\w+) (==|>=|<=|>|<) (\"\\$param\"|\\$param)");
  private static final Pattern ACTION =
      Pattern.compile("answer\\.set\\(\"(\\w+)\", \"\\$param\"\\);");

  private final Sheet sheet;
  private final String table;
  private final Form<?> question;
  private final Form<?> answer;
  private final Faults faults;
  private final List<Column> columns = new ArrayList<>();

  Head(Sheet sheet, String table, Form<?> question, Form<?> answer, Faults faults) {
    this.sheet = sheet;
    this.table = table;
    this.question = question;
    this.answer = answer;
    this.faults = faults;
  }

  /** The columns of the table; refuses a head that is not exactly of its form. */
  List<Column> columns() {
    exactly(0, "RuleSet", "org.citycase.rules.tables");
    exactly(1, "Import", question.type().getName());
    exactly(2, "Variables", Answer.class.getName() + " answer");
    exactly(TABLE_ROW, "RuleTable " + table, "");
    mustBe(KEYWORDS, FIRST_COLUMN, "NAME");
    faults.refuseIfAny();
    int end = FIRST_COLUMN;
    while (!sheet.cell(KEYWORDS, end).isEmpty()) {
      column(end++);
    }
    for (int row = KEYWORDS; row < FIRST_DATA_ROW; row++) {
      nothingBehind(row, end);
    }
    faults.refuseIfAny();
    complete();
    faults.refuseIfAny();
    return columns;
  }

  private void exactly(int row, String keyword, String value) {
    mustBe(row, FIRST_COLUMN, keyword);
    mustBe(row, FIRST_COLUMN + 1, value);
    nothingBehind(row, FIRST_COLUMN + 2);
  }

  private void mustBe(int row, int column, String content) {
    if (!sheet.cell(row, column).equals(content)) {
      faults.add(row, column, content.isEmpty() ? "must be empty." : "must be: " + content);
    }
  }

  private void nothingBehind(int row, int first) {
    for (int column = first; row < sheet.rows().size() && column < sheet.width(row); column++) {
      mustBe(row, column, "");
    }
  }

  private void column(int index) {
    String keyword = sheet.cell(KEYWORDS, index);
    if (sheet.cell(LABELS, index).isBlank()) {
      faults.add(LABELS, index, "needs a label that says what the column means.");
    }
    switch (keyword) {
      case "NAME" -> name(index);
      case "CONDITION" -> condition(index);
      case "ACTION" -> action(index);
      default ->
          faults.add(
              KEYWORDS, index, "'" + keyword + "' must be one of NAME, CONDITION and ACTION.");
    }
  }

  private void name(int index) {
    if (index != FIRST_COLUMN) {
      faults.add(KEYWORDS, index, "there is one NAME column, the first one.");
    }
    mustBe(PATTERNS, index, "");
    mustBe(CODES, index, "");
    columns.add(new Column(index, Column.Kind.NAME, "", CellType.NAME));
  }

  private void condition(int index) {
    mustBe(PATTERNS, index, "question : " + question.type().getSimpleName() + "...");
    Matcher code = CONDITION.matcher(sheet.cell(CODES, index));
    CellType type = code.matches() ? question.properties().get(code.group(1)) : null;
    if (type == null || !suits(type, code.group(2), code.group(3))) {
      faults.add(
          CODES,
          index,
          "a condition is written property == \"$param\" for words, property == $param for TRUE and"
              + " FALSE, and with ==, >=, <=, > or < for numbers; properties are "
              + String.join(", ", question.properties().keySet())
              + ".");
      return;
    }
    columns.add(new Column(index, Column.Kind.CONDITION, code.group(1), type));
  }

  private static boolean suits(CellType type, String operator, String parameter) {
    boolean quoted = parameter.startsWith("\"");
    boolean number = type.type() == int.class || type.type() == double.class;
    return quoted == (type.type() == String.class) && (number || operator.equals("=="));
  }

  private void action(int index) {
    mustBe(PATTERNS, index, "");
    Matcher code = ACTION.matcher(sheet.cell(CODES, index));
    String property = code.matches() ? code.group(1) : "";
    CellType type =
        property.equals(Column.PRIORITY) ? CellType.PRIORITY : answer.components().get(property);
    if (type == null) {
      faults.add(
          CODES,
          index,
          "an action is written answer.set(\"property\", \"$param\"); properties are "
              + String.join(", ", answer.components().keySet())
              + ", priority.");
      return;
    }
    columns.add(new Column(index, Column.Kind.ACTION, property, type));
  }

  private void complete() {
    Set<String> filled = new HashSet<>();
    for (Column column : columns) {
      if (column.kind() == Column.Kind.ACTION && !filled.add(column.property())) {
        faults.add(CODES, column.index(), "a second column sets " + column.property() + ".");
      }
    }
    for (String property : answer.components().keySet()) {
      if (!filled.contains(property)) {
        faults.addRow(CODES, "no column sets " + property + " of the answer. Add one.");
      }
    }
  }
}
