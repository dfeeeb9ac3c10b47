package org.citycase.trail;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The witnessed rows as the database has them now. */
@Component
public class EvidenceRows {

  private final JdbcClient database;

  EvidenceRows(JdbcClient database) {
    this.database = database;
  }

  /** The hashes of these rows of one case by their names; null for one that is not there. */
  public SortedMap<String, String> hashes(String caseNumber, Collection<EvidenceRow> rows) {
    Map<Evidence, Set<String>> keys = new EnumMap<>(Evidence.class);
    SortedMap<String, String> hashes = new TreeMap<>();
    for (EvidenceRow row : rows) {
      keys.computeIfAbsent(row.kind(), kind -> new LinkedHashSet<>()).add(row.key());
      hashes.put(row.name(), null);
    }
    keys.forEach(
        (kind, some) -> {
          String these = kind.isOfAllRows() ? "" : " AND " + kind.keyColumn() + " IN (:keys)";
          hashes.putAll(read(kind, these, Map.of("number", caseNumber, "keys", some)));
        });
    return hashes;
  }

  /** Whoever else changes this case waits from now on until the running transaction ends. */
  void hold(String caseNumber) {
    database
        .sql("SELECT number FROM cc_case_file WHERE number = ? FOR UPDATE")
        .param(caseNumber)
        .query(String.class)
        .optional();
  }

  /** The hash of a row that is going to be changed; null when it is not there. */
  String before(EvidenceRow row) {
    return hashes(row.caseNumber(), Set.of(row)).get(row.name());
  }

  /**
   * The hashes of all rows of one case, by their names, that its log does not vouch for because it
   * is older than that: of all kinds, or of those that were added since it began.
   *
   * @param traces what the entries of the log vouch for
   */
  public SortedMap<String, String> older(String caseNumber, Collection<String> traces) {
    Vouching log = new Vouching(traces);
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Evidence kind : log.older()) {
      hashes.putAll(read(kind, "", Map.of("number", caseNumber)));
    }
    return hashes;
  }

  private Map<String, String> read(Evidence kind, String which, Map<String, ?> parameters) {
    List<List<String>> rows =
        database
            .sql(
                "SELECT "
                    + String.join(", ", kind.reads())
                    + " FROM "
                    + kind.table()
                    + " WHERE "
                    + kind.caseColumn()
                    + " = :number"
                    + which
                    + " ORDER BY "
                    + kind.orderColumn())
            .params(parameters)
            .query((row, number) -> kind.row(EvidenceText.of(row)))
            .list();
    return kind.hashes((String) parameters.get("number"), rows);
  }
}
