package org.citycase.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.trail.Evidence;
import org.citycase.trail.EvidenceRow;
import org.citycase.trail.EvidenceRows;
import org.citycase.trail.RowsWritten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Closes the logs of the cases at the end of each transaction: what happened gets its place in the
 * chain, and the last entry vouches for the rows that were written and tells how those that were
 * changed were found. Rows that were written without anything happening to the case get an entry of
 * their own.
 */
@Component
class CaseLog {

  static final String RECORD_TRACE = "recordTrace";

  private final EntityManager entities;
  private final CaseFiles files;
  private final LogStore log;
  private final EvidenceRows evidence;
  private final CurrentUser user;
  private final ObjectMapper json;

  CaseLog(
      EntityManager entities,
      CaseFiles files,
      LogStore log,
      EvidenceRows evidence,
      CurrentUser user,
      ObjectMapper json) {
    this.entities = entities;
    this.files = files;
    this.log = log;
    this.evidence = evidence;
    this.user = user;
    this.json = json;
  }

  @EventListener
  void close(RowsWritten written) {
    written.rows().keySet().forEach(number -> close(number, written));
  }

  /** Whoever starts a diagram in the engine for no case at all leaves a path without a log. */
  private void close(String number, RowsWritten written) {
    Set<EvidenceRow> rows = written.rows().get(number);
    CaseFile file = entities.find(CaseFile.class, number, LockModeType.PESSIMISTIC_WRITE);
    if (file == null && rows.stream().allMatch(row -> row.kind() == Evidence.PATH)) {
      return;
    }
    if (file == null) {
      throw CaseFiles.unknown(number);
    }
    if (!file.hasTold()) {
      files.note(file, Act.of(actor(), RECORD_TRACE));
      entities.flush();
    }
    Set<EvidenceRow> all = new LinkedHashSet<>(rows);
    all.add(file.evidence());
    if (!file.hasLog()) {
      all.add(new EvidenceRow(Evidence.PATH, number, number));
    }
    Map<String, String> hashes = evidence.hashes(number, all);
    if (!file.isTraced()) {
      hashes.putAll(evidence.older(number, log.traces(number)));
    }
    if (file.hasLog()) {
      String name = file.evidence().name();
      hashes.putIfAbsent(RowsWritten.WAS + name, hashes.get(name));
      hashes.putAll(written.found(number));
    }
    file.chain(text(hashes)).forEach(log::save);
  }

  private String actor() {
    Viewer viewer = user.viewer();
    return viewer == Viewer.PUBLIC ? Act.RULE : viewer.user();
  }

  private String text(Map<String, String> hashes) {
    try {
      return json.writeValueAsString(hashes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A trace must be writable as JSON: " + hashes, e);
    }
  }
}
