package org.citycase.trail;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.citycase.trail.Finding.Kind;

/** Compares the receipts or the ledger of a dossier, row by row, with the rows of its trail. */
final class DossierRows implements TrailReader {

  static final String RECEIPTS = "receipts.json";
  static final String LEDGER = "ledger.json";

  /** What the file calls the columns; those that are not named are not shown. */
  private static final Map<String, String> RECEIPT =
      Map.of(
          "asked_at", "at",
          "basis_at", "basis",
          "table_name", "table",
          "version", "version",
          "row_id", "row",
          "question", "question",
          "answer", "answer",
          "lost", "lost");

  private static final Map<String, String> SEGMENT =
      Map.ofEntries(
          Map.entry("seq", "seq"),
          Map.entry("round", "round"),
          Map.entry("from_at", "from"),
          Map.entry("to_at", "to"),
          Map.entry("state", "state"),
          Map.entry("holder", "holder"),
          Map.entry("reason", "reason"),
          Map.entry("limit_text", "limit"),
          Map.entry("used_seconds", "usedSeconds"),
          Map.entry("calendar_version", "calendarVersion"),
          Map.entry("limit_version", "limitVersion"),
          Map.entry("whole_seconds", "wholeSeconds"),
          Map.entry("extensions", "extensions"),
          Map.entry("due_at", "dueAt"),
          Map.entry("unit", "unit"),
          Map.entry("adjusting", "adjusting"));

  private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

  private final String file;
  private final Consumer<Finding> found;
  private final List<Map<String, Object>> shown;

  /**
   * @param file one of the two names
   * @param content null when it is no list of rows
   */
  DossierRows(String file, byte[] content, Consumer<Finding> found) {
    this.file = file;
    this.found = found;
    this.shown = rows(content);
  }

  private static List<Map<String, Object>> rows(byte[] content) {
    try {
      return ExportWriter.JSON.readValue(content, ROWS);
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public void begin(Extent extent) {
    // A dossier is of one case.
  }

  @Override
  public void seal(List<String> seal) {
    // No row of a case.
  }

  @Override
  public void configuration(List<String> entry) {
    // No row of a case.
  }

  @Override
  public void oneCase(CaseTrail trail) {
    boolean receipts = file.equals(RECEIPTS);
    Evidence kind = receipts ? Evidence.DECISION : Evidence.SEGMENT;
    List<List<String>> rows = trail.rows().getOrDefault(kind, List.of());
    int both = shown == null ? 0 : Math.min(rows.size(), shown.size());
    for (int i = 0; i < both; i++) {
      if (!read(kind, rows.get(i), receipts ? RECEIPT : SEGMENT).equals(told(shown.get(i), kind))) {
        tell(trail.number(), i + 1);
        return;
      }
    }
    if (shown == null || rows.size() != shown.size()) {
      tell(trail.number(), both + 1);
    }
  }

  @Override
  public void end(Ends ends) {
    // Each case was compared by itself.
  }

  private void tell(String number, int row) {
    found.accept(
        Finding.of(number, "dossier " + file, Kind.ALTERED)
            .because(
                "其第 %d 行与日志作证的凭证不符。".formatted(row),
                "Its row %d is not as the log vouches for.".formatted(row)));
  }

  /** A row of the trail as the file should show it. */
  private static Map<String, Object> read(
      Evidence kind, List<String> row, Map<String, String> names) {
    Map<String, Object> read = new HashMap<>();
    names.forEach((column, name) -> read.put(name, row.get(kind.columns().indexOf(column))));
    if (kind == Evidence.DECISION) {
      read.computeIfPresent("basis", (name, at) -> at.equals("0") ? null : at);
      read.putIfAbsent("basis", read.get("at"));
      List.of("question", "answer", "lost").forEach(name -> read.compute(name, DossierRows::json));
    }
    return plain(read, kind);
  }

  private static Object json(String name, Object text) {
    try {
      return text == null ? null : ExportWriter.JSON.readValue((String) text, Object.class);
    } catch (IOException e) {
      return text;
    }
  }

  private static Map<String, Object> told(Map<String, Object> row, Evidence kind) {
    Map<String, Object> told = new HashMap<>(row);
    List.of("at", "basis", "from", "to", "dueAt")
        .forEach(name -> told.computeIfPresent(name, DossierRows::millis));
    return plain(told, kind);
  }

  private static Object millis(String name, Object instant) {
    try {
      return Long.toString(Instant.parse(instant.toString()).toEpochMilli());
    } catch (DateTimeException e) {
      return instant;
    }
  }

  /** The seconds of an open stretch are counted when it is shown. */
  private static Map<String, Object> plain(Map<String, Object> row, Evidence kind) {
    Map<String, Object> plain = new TreeMap<>();
    row.forEach((name, value) -> plain.put(name, plain(value)));
    plain.values().removeIf(value -> value == null || value.equals(List.of()));
    if (kind == Evidence.SEGMENT) {
      plain.computeIfPresent("state", (name, state) -> state.toString().toLowerCase(Locale.ROOT));
      if (!plain.containsKey("to")) {
        plain.remove("usedSeconds");
      }
      plain.replaceAll((name, value) -> value.toString());
    }
    return plain;
  }

  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> facts) {
      Map<String, Object> plain = new TreeMap<>();
      facts.forEach((name, fact) -> plain.put(name.toString(), plain(fact)));
      plain.values().removeIf(fact -> fact == null);
      return plain;
    }
    if (value instanceof List<?> some) {
      List<Object> plain = new ArrayList<>();
      some.forEach(one -> plain.add(plain(one)));
      return plain;
    }
    if (value instanceof Boolean truth) {
      return truth ? "1" : "0";
    }
    return value instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : value;
  }
}
