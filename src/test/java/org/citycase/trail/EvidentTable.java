package org.citycase.trail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.citycase.trail.Mutation.Name;

/**
 * A table no row of which may change unnoticed.
 *
 * @param keys its primary key
 * @param technical columns that are evidence of nothing
 * @param naming what a finding calls a row
 */
record EvidentTable(
    String table,
    List<String> keys,
    Set<String> technical,
    Function<Map<String, Object>, Name> naming) {

  Name name(Map<String, Object> row) {
    return naming.apply(row);
  }

  /** All of them. */
  static List<EvidentTable> all() {
    List<EvidentTable> all = new ArrayList<>();
    for (Evidence kind : Evidence.values()) {
      all.add(of(kind));
    }
    all.add(
        new EvidentTable(
            "cc_case_log",
            List.of("case_number", "seq"),
            Set.of(),
            row -> new Name(text(row, "case_number"), "log " + row.get("seq"))));
    all.add(chained("cc_configuration_log", "seq", row -> "configuration " + row.get("seq")));
    all.add(chained("cc_configuration_head", "id", row -> "configuration head"));
    all.add(chained("cc_seal", "seq", row -> "seal " + row.get("seq")));
    all.add(chained("cc_seal_chain", "id", row -> "seals end"));
    all.add(
        new EvidentTable(
            "cc_sealed_case",
            List.of("case_number", "length"),
            Set.of(),
            row -> new Name(null, "seal " + row.get("seal_seq"))));
    return all;
  }

  private static EvidentTable chained(
      String table, String key, Function<Map<String, Object>, String> what) {
    return new EvidentTable(table, List.of(key), Set.of(), row -> new Name(null, what.apply(row)));
  }

  /**
   * Hibernate counts the versions of a row to notice two who change it at once; the countdown only
   * helps lists, made from the clock, which is evidence itself; the delivery of a notice changes
   * after its transaction.
   */
  private static EvidentTable of(Evidence kind) {
    List<String> keys =
        switch (kind) {
          case SEGMENT, STAGE, REQUEST, ESCALATION, GUARD -> List.of("case_number", "seq");
          case PATH -> List.of("seq");
          default -> List.of(kind.keyColumn());
        };
    Set<String> technical =
        switch (kind) {
          case CASE -> Set.of("version", "count_group", "count_value", "yellow_at", "red_at");
          case CLOCK -> Set.of("row_version");
          case NOTICE -> Set.of("delivered_at", "receipt", "attempts", "failure", "given_up");
          default -> Set.of();
        };
    return new EvidentTable(kind.table(), keys, technical, row -> name(kind, row));
  }

  private static Name name(Evidence kind, Map<String, Object> row) {
    String what =
        switch (kind) {
          case CASE -> "case file";
          case CLOCK, PATH, APPEAL, REPLY -> kind.kind();
          default -> kind.kind() + " " + row.get(kind.keyColumn());
        };
    return new Name(text(row, kind.caseColumn()), what);
  }

  private static String text(Map<String, Object> row, String column) {
    return String.valueOf(row.get(column));
  }

  /** The columns that are not part of the key. */
  List<String> others(Map<String, Object> row) {
    return row.keySet().stream()
        .filter(column -> !keys.contains(column) && !technical.contains(column))
        .toList();
  }

  static String marks(int count) {
    String[] marks = new String[count];
    Arrays.fill(marks, "?");
    return String.join(", ", marks);
  }
}
