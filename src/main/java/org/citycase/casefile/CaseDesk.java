package org.citycase.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading of case files by people: gives nothing that the viewer may not see. */
@Service
@Transactional(readOnly = true)
public class CaseDesk {

  private final CaseFileStore store;
  private final LogStore log;
  private final ObjectMapper json;

  CaseDesk(CaseFileStore store, LogStore log, ObjectMapper json) {
    this.store = store;
    this.log = log;
    this.json = json;
  }

  /**
   * One line of the trail, as auditors read it.
   *
   * @param trace the rows the entry vouches for, with their hashes; null for none
   */
  public record Trail(
      int seq,
      Instant at,
      String actor,
      String action,
      String from,
      String to,
      String reason,
      JsonNode data,
      JsonNode clock,
      JsonNode trace,
      String hash,
      String previousHash) {}

  /** The case, or a refusal when there is none or it is not the viewer's to see. */
  public CaseFile read(String number, Viewer viewer) {
    CaseFile file = store.findById(number).orElseThrow(() -> CaseFiles.unknown(number));
    if (!Visibility.mayRead(viewer, file)) {
      throw Refusal.inBoth(
          Refusal.Kind.NOT_ALLOWED,
          "案件 " + number + " 不归您查看：处置部门只看本单位承办的案件，监督员只看责任区内的案件。",
          "Case "
              + number
              + " is not one of yours: units see the cases they handle, collectors those of their"
              + " area.");
    }
    return file;
  }

  /**
   * The numbers of the reports merged into this case; their reporters are to be called back too.
   */
  public List<String> mergedInto(String number) {
    return store.findByMergedIntoOrderByNumber(number).stream().map(CaseFile::number).toList();
  }

  /** The numbers of the cases that were opened from this one. */
  public List<String> linkedTo(String number) {
    return store.findByParentCaseOrderByNumber(number).stream().map(CaseFile::number).toList();
  }

  /** The log so far, what the running transaction adds to it included. */
  public List<Trail> trail(String number) {
    List<LogEntry> entries = new ArrayList<>(log.of(number));
    store.findById(number).map(CaseFile::toldSoFar).ifPresent(entries::addAll);
    return entries.stream().map(this::line).toList();
  }

  private Trail line(LogEntry entry) {
    return new Trail(
        entry.getId().seq(),
        entry.at(),
        entry.actor(),
        entry.action(),
        entry.fromState(),
        entry.toState(),
        entry.reason(),
        tree(entry.data()),
        tree(entry.clock()),
        entry.trace() == null ? null : tree(entry.trace()),
        entry.hash(),
        entry.previousHash());
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A log entry holds no JSON: " + text, e);
    }
  }
}
