package org.citycase.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citycase.rules.Bilingual;
import org.citycase.rules.TableDesk;
import org.springframework.stereotype.Service;

/** The drafts of tables that wait for a second process owner (复核). */
@Service
public class OthersDrafts {

  private final DraftStore store;
  private final TableDesk desk;

  OthersDrafts(DraftStore store, TableDesk desk) {
    this.store = store;
    this.desk = desk;
  }

  /** A draft that its author may not publish himself. */
  public record Waiting(long id, String table, Bilingual title, String author, Instant changedAt) {}

  /** The open drafts of all others, newest first. */
  public List<Waiting> waitingFor(String owner) {
    return store.open(Optional.empty()).stream()
        .filter(draft -> !draft.author().equals(owner))
        .map(
            draft ->
                new Waiting(
                    draft.id(),
                    draft.table(),
                    desk.title(draft.table()),
                    draft.author(),
                    draft.changedAt()))
        .toList();
  }
}
