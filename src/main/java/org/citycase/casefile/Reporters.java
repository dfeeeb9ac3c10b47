package org.citycase.casefile;

import java.util.Optional;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to reporters' names and phones: whoever opens one is told of in the case's log. */
@Service
@Transactional
public class Reporters {

  private final CaseFileStore store;
  private final CaseFiles files;

  Reporters(CaseFileStore store, CaseFiles files) {
    this.store = store;
    this.files = files;
  }

  /**
   * Hands out the reporter of a case and logs that the viewer read it; empty, and not logged, when
   * there is none or it was erased. Call it before the case is read in the same transaction: it
   * waits for whoever is changing the case.
   *
   * @param where what it is read in: {@code case}, {@code page}, or a task's key
   * @throws Refusal when the viewer is not one of those who answer reporters
   */
  public Optional<Reporter> open(String number, Viewer viewer, String where) {
    if (!viewer.seesReporters()) {
      throw new Refusal(
          Refusal.Kind.NOT_ALLOWED,
          "Names and phones of reporters are open to operators and duty leaders only: ask one of"
              + " them to answer the reporter.");
    }
    if (!store.hasReporter(number)) {
      return Optional.empty();
    }
    CaseFile file = files.get(number);
    if (!file.reported().hasReporter()) {
      return Optional.empty();
    }
    files.note(file, Act.of(viewer.user(), "readReporter").with("where", where));
    return Optional.of(file.reported().reporter());
  }
}
