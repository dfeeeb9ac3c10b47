package org.citycase.trail;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citycase.trail.CaseTrail.Head;
import org.citycase.trail.CaseTrail.Reporter;
import org.citycase.trail.CaseTrail.Sealed;

/**
 * Some cases whose rows are read together.
 *
 * @param condition on a column with case numbers, which it names {@code %1$s}
 * @param numbers its parameters
 * @param last the number behind which the next part begins; null when there is none
 */
record CasePart(String condition, List<String> numbers, String last) {

  /** What of the case file is read beside its evidence. */
  private static final List<String> BESIDE =
      List.of(
          "log_length",
          "log_hash",
          "traced",
          "erased_at",
          "reporter_name",
          "reporter_phone",
          "reporter_salt");

  /** All numbers behind the one, up to the other or to the end when that is null. */
  static CasePart between(String after, String upTo) {
    return upTo == null
        ? new CasePart("%1$s > ?", List.of(after), null)
        : new CasePart("%1$s > ? AND %1$s <= ?", List.of(after, upTo), upTo);
  }

  /** Rows that name no case at all. */
  static CasePart ofNoCase() {
    return new CasePart("(%1$s IS NULL OR %1$s = '')", List.of(), null);
  }

  /** These cases, after which the next part begins behind the last. */
  static CasePart of(List<String> numbers, boolean more) {
    String marks = String.join(", ", Collections.nCopies(numbers.size(), "?"));
    return new CasePart(
        "%1$s IN (" + marks + ")", numbers, more ? numbers.get(numbers.size() - 1) : null);
  }

  /** The trails in the order of their numbers. */
  Collection<CaseTrail> read(SqlRows rows) throws SQLException {
    Map<String, CaseTrail> cases = new TreeMap<>();
    Map<String, Head> heads = new TreeMap<>();
    for (Evidence kind : Evidence.values()) {
      List<String> columns = new ArrayList<>(kind.reads());
      columns.addAll(kind == Evidence.CASE ? BESIDE : List.of());
      int number = columns.indexOf(kind.caseColumn());
      for (List<String> row :
          of(rows, kind.table(), columns, kind.caseColumn(), kind.orderColumn())) {
        List<String> evidence = kind.row(row.subList(0, kind.reads().size()));
        trail(cases, row.get(number))
            .rows()
            .computeIfAbsent(kind, none -> new ArrayList<>())
            .add(evidence);
        if (kind == Evidence.CASE) {
          heads.put(row.get(number), head(evidence, row.subList(kind.reads().size(), row.size())));
        }
      }
    }
    of(rows, "cc_case_log", CaseTrail.LOG, "case_number", "seq")
        .forEach(entry -> trail(cases, entry.get(0)).log().add(entry));
    of(
            rows,
            "cc_sealed_case",
            List.of("case_number", "seal_seq", "length", "hash"),
            "case_number",
            "seal_seq")
        .forEach(row -> trail(cases, row.get(0)).sealed().add(sealed(row)));
    cases.replaceAll((number, one) -> one.with(heads.get(number)));
    return cases.values();
  }

  private List<List<String>> of(
      SqlRows rows, String table, List<String> columns, String number, String key)
      throws SQLException {
    return rows.of(
        "SELECT %s FROM %s WHERE %s ORDER BY %s, %s"
            .formatted(String.join(", ", columns), table, condition.formatted(number), number, key),
        numbers);
  }

  private static CaseTrail trail(Map<String, CaseTrail> cases, String number) {
    return cases.computeIfAbsent(
        number == null ? "" : number,
        key ->
            new CaseTrail(
                key, null, new ArrayList<>(), new EnumMap<>(Evidence.class), new ArrayList<>()));
  }

  private static Sealed sealed(List<String> row) {
    return new Sealed(Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2)), row.get(3));
  }

  private static Head head(List<String> evidence, List<String> beside) {
    String digest = evidence.get(Evidence.CASE.columns().indexOf("reporter_digest"));
    return new Head(
        beside.get(0),
        beside.get(1),
        beside.get(2),
        beside.get(3),
        reporter(digest, beside.subList(4, beside.size())));
  }

  private static Reporter reporter(String digest, List<String> data) {
    String name = data.get(0);
    String phone = data.get(1);
    String salt = data.get(2);
    if (salt == null) {
      Reporter gone = digest == null ? Reporter.NONE : Reporter.ERASED;
      return name == null && phone == null ? gone : Reporter.ALTERED;
    }
    boolean same = isHex(salt) && ReporterDigest.of(salt, name, phone).equals(digest);
    return same ? Reporter.WHOLE : Reporter.ALTERED;
  }

  private static boolean isHex(String salt) {
    return salt.matches("([0-9a-f]{2})+");
  }
}
