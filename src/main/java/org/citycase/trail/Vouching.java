package org.citycase.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.citycase.trail.Chain.Link;
import org.citycase.trail.Finding.Kind;

/** What the entries of one log vouch for, as far as they are whole. */
final class Vouching {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TRACE = new TypeReference<>() {};
  private static final List<String> LOG = CaseTrail.LOG;

  private final Map<String, String> rows = new TreeMap<>();
  private final Map<String, Kind> altered = new TreeMap<>();
  private boolean begun;
  private String erasedAt;

  Vouching(CaseTrail trail, List<Link> links) {
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).isWhole()) {
        read(trail.log().get(i));
      }
    }
  }

  Vouching(Collection<String> traces) {
    traces.forEach(this::vouch);
  }

  private void vouch(String trace) {
    Map<String, String> told = trace(trace);
    Set<Evidence> older = older();
    told.forEach((name, hash) -> found(name, hash, older));
    begun = true;
    told.keySet().removeIf(name -> name.startsWith(RowsWritten.WAS));
    rows.putAll(told);
  }

  /** A row was found when it was changed: it must have been as the log vouched for it by then. */
  private void found(String told, String hash, Set<Evidence> older) {
    if (told.startsWith(RowsWritten.WAS)) {
      String name = told.substring(RowsWritten.WAS.length());
      boolean first = older.stream().anyMatch(kind -> name.startsWith(kind.name("")));
      if (!first && !hash.equals(rows.get(name))) {
        altered.put(name, rows.get(name) == null ? Kind.ADDED : Kind.ALTERED);
      }
    }
  }

  /** Rows that were altered or added behind the service's back and then written over by it. */
  Map<String, Kind> altered() {
    return altered;
  }

  private void read(List<String> entry) {
    String trace = entry.get(LOG.indexOf("trace"));
    if (trace != null) {
      vouch(trace);
    }
    if ("eraseReporter".equals(entry.get(LOG.indexOf("action")))) {
      erasedAt = entry.get(LOG.indexOf("at"));
    }
  }

  private static Map<String, String> trace(String text) {
    try {
      return JSON.readValue(text, TRACE);
    } catch (JsonProcessingException e) {
      return new TreeMap<>();
    }
  }

  Map<String, String> rows() {
    return rows;
  }

  /** Whether it vouches for all rows of the case: every case has a path, be it empty. */
  boolean isTraced() {
    return rows.keySet().stream().anyMatch(name -> name.startsWith(Evidence.PATH.name("")));
  }

  /** Whether it vouches for any row. */
  boolean hasBegun() {
    return begun;
  }

  /** The kinds whose rows it does not vouch for because they are older than that. */
  Set<Evidence> older() {
    if (isTraced()) {
      return Set.of();
    }
    return begun
        ? EnumSet.complementOf(EnumSet.copyOf(Evidence.FIRST))
        : EnumSet.allOf(Evidence.class);
  }

  /** Personal data is gone exactly when the log tells it, and since the instant it tells. */
  boolean agreesErased(CaseTrail.Head head) {
    if (head.erasedAt() == null || erasedAt == null) {
      return head.erasedAt() == null
          && erasedAt == null
          && head.reporter() != CaseTrail.Reporter.ERASED;
    }
    return head.reporter() != CaseTrail.Reporter.WHOLE && head.erasedAt().equals(erasedAt);
  }
}
