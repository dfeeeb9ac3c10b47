package org.citycase.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The eight rows above the data. They are text that Drools compiles, so nothing in them is free but
 * the labels: each cell has either one possible content or a form of the white list.
 */
class Head {

  static final int FIRST_COLUMN = 1;
  static final int FIRST_DATA_ROW = 8;
  static final int TABLE_ROW = 3;
  static final String RULE_TABLE = "RuleTable ";
  private static final String RULE_SET = "RuleSet";
  private static final int KEYWORDS = 4;
  private static final int PATTERNS = 5;
  private static final int CODES = 6;
  private static final int LABELS = 7;
  private static final Pattern CONDITION =
      Pattern.compile("(\\w+) (==|>=|<=|>|<) (\"\\$param\"|\\$param)");
  private static final Pattern ACTION =
      Pattern.compile("answer\\.set\\(\"(\\w+)\", \"\\$param\"\\);");

  /** Columns a table may have whatever it answers. */
  private static final Map<String, CellType> OF_EVERY_TABLE =
      Map.of(
          Column.PRIORITY, CellType.PRIORITY,
          Column.VALID_FROM, CellType.DAY,
          Column.VALID_UNTIL, CellType.DAY);

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

  /**
   * What the columns of a sheet are called in {@link Column#key}, by their index; nothing in front
   * of the first. For sheets whose head may still be wrong.
   */
  static List<String> keys(Sheet sheet) {
    List<String> keys = new ArrayList<>(List.of("", Column.ID));
    for (int index = FIRST_COLUMN + 1; !sheet.cell(KEYWORDS, index).isEmpty(); index++) {
      Matcher condition = CONDITION.matcher(sheet.cell(CODES, index));
      Matcher action = ACTION.matcher(sheet.cell(CODES, index));
      if (condition.matches()) {
        keys.add(condition.group(1) + condition.group(2));
      } else {
        keys.add(action.matches() ? action.group(1) : sheet.cell(CODES, index));
      }
    }
    return keys;
  }

  /** Whether the column of a sheet is said to answer something. */
  static boolean isAction(Sheet sheet, int column) {
    return sheet.cell(KEYWORDS, column).equals(Column.Kind.ACTION.name());
  }

  /** The columns of the table; refuses a head that is not exactly of its form. */
  List<Column> columns() {
    mustBeThisTable();
    exactly(0, RULE_SET, "org.citycase.rules.tables");
    exactly(1, "Import", question.type().getName());
    exactly(2, "Variables", Answer.class.getName() + " answer");
    exactly(TABLE_ROW, RULE_TABLE + table, "");
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
    oneOfEach();
    return columns;
  }

  /** Refuses a head that leaves a part of the answer out, as an older version may. */
  void complete() {
    Set<String> filled = columns.stream().map(Column::key).collect(Collectors.toSet());
    for (String property : answer.components().keySet()) {
      if (!filled.contains(property)) {
        faults.addRow(CODES, FaultText.NOT_SET.with(property));
      }
    }
    faults.refuseIfAny();
  }

  /** A file of another kind is told in one sentence, not by each of its cells. */
  private void mustBeThisTable() {
    OtherTable.refuse(table, sheet);
    if (!sheet.cell(0, FIRST_COLUMN).equals(RULE_SET)
        && !sheet.cell(TABLE_ROW, FIRST_COLUMN).startsWith(RULE_TABLE)) {
      throw Faults.ofFile(sheet.file(), FaultText.NO_TABLE.with());
    }
  }

  private void exactly(int row, String keyword, String value) {
    mustBe(row, FIRST_COLUMN, keyword);
    mustBe(row, FIRST_COLUMN + 1, value);
    nothingBehind(row, FIRST_COLUMN + 2);
  }

  private void mustBe(int row, int column, String content) {
    if (!sheet.cell(row, column).equals(content)) {
      faults.add(
          row,
          column,
          content.isEmpty() ? FaultText.MUST_BE_EMPTY.with() : FaultText.MUST_BE.with(content));
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
      faults.add(LABELS, index, FaultText.NO_LABEL.with());
    }
    switch (keyword) {
      case "NAME" -> name(index);
      case "CONDITION" -> condition(index);
      case "ACTION" -> action(index);
      default -> faults.add(KEYWORDS, index, FaultText.KEYWORD.with(keyword));
    }
  }

  private void name(int index) {
    if (index != FIRST_COLUMN) {
      faults.add(KEYWORDS, index, FaultText.ONE_NAME.with());
    }
    mustBe(PATTERNS, index, "");
    mustBe(CODES, index, "");
    columns.add(
        new Column(index, Column.Kind.NAME, "", "", CellType.NAME, sheet.cell(LABELS, index)));
  }

  private void condition(int index) {
    mustBe(PATTERNS, index, "question : " + question.type().getSimpleName() + "...");
    Matcher code = CONDITION.matcher(sheet.cell(CODES, index));
    CellType type = code.matches() ? question.properties().get(code.group(1)) : null;
    if (type == null || !suits(type, code.group(2), code.group(3))) {
      String properties = String.join(", ", question.properties().keySet());
      faults.add(CODES, index, FaultText.A_CONDITION.with(properties));
      return;
    }
    columns.add(
        new Column(
            index,
            Column.Kind.CONDITION,
            code.group(1),
            code.group(2),
            type,
            sheet.cell(LABELS, index)));
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
    CellType type = OF_EVERY_TABLE.getOrDefault(property, answer.components().get(property));
    if (type == null) {
      String properties = String.join(", ", answer.components().keySet());
      faults.add(CODES, index, FaultText.AN_ACTION.with(properties));
      return;
    }
    columns.add(
        new Column(index, Column.Kind.ACTION, property, "", type, sheet.cell(LABELS, index)));
  }

  private void oneOfEach() {
    Set<String> filled = new HashSet<>();
    for (Column column : columns) {
      if (!filled.add(column.key())) {
        boolean action = column.kind() == Column.Kind.ACTION;
        FaultText twice = action ? FaultText.SET_TWICE : FaultText.ASKED_TWICE;
        faults.add(CODES, column.index(), twice.with(column.key()));
      }
    }
  }
}
