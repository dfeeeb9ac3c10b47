package org.citycase.rules;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.citycase.ContentFolder;
import org.citycase.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Puts the tables of the rules folder in force at a start: a table for the first time, or a new
 * edition of the national one under the rows the city has published. A table with a fault stops the
 * start. A file that was replaced by a newer one before stays replaced, so that a node that starts
 * with an older folder changes nothing.
 */
@Component
class TableStart implements SmartInitializingSingleton {

  static final String FOLDER = "rules folder";

  private static final int ATTEMPTS = 5;
  private static final Logger LOG = LoggerFactory.getLogger(TableStart.class);

  private final ContentFolder content;
  private final KnownWords known;
  private final TablePublishing publishing;
  private final TableShelf shelf;
  private final Clock clock;

  TableStart(
      ContentFolder content,
      Optional<KnownWords> known,
      TablePublishing publishing,
      TableShelf shelf,
      Clock clock) {
    this.content = content;
    this.known = known.orElseGet(KnownWords::any);
    this.publishing = publishing;
    this.shelf = shelf;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    long begin = System.nanoTime();
    TableFolder folder = new TableFolder(content.rules(), known);
    shelf.forget();
    TableFolder.names().forEach(table -> start(folder, table));
    folder.warnOfOthers();
    TableFolder.names().forEach(table -> ready(table));
    LOG.info(
        "{} decision tables ready after {} ms.",
        TableFolder.names().size(),
        (System.nanoTime() - begin) / 1_000_000);
  }

  /** Another node that starts at the same moment may be faster: then its version is looked at. */
  private void start(TableFolder folder, String table) {
    CheckedTable checked = folder.checked(table, folder.national(table)).table();
    NationalTable national = new NationalTable(checked.sheet(), checked.version());
    for (int attempt = 1; ; attempt++) {
      try {
        start(folder, table, national);
        return;
      } catch (Refusal faster) {
        if (faster.kind() != Refusal.Kind.CONFLICT || attempt == ATTEMPTS) {
          throw faster;
        }
        shelf.look();
      }
    }
  }

  private void start(TableFolder folder, String table, NationalTable national) {
    TableHistory history = shelf.histories().get(table);
    if (history == null) {
      CheckedTable first = folder.withCity(table, national.sheet());
      publishing.first(first, national);
      LOG.info("Table {} {} of the rules folder is put in force.", table, first.version());
      return;
    }
    TableVersion latest = history.latest();
    boolean known =
        history.versions().stream()
            .anyMatch(version -> version.national().equals(national.edition()));
    if (!known) {
      Sheet merged = Layers.merged(national.sheet(), publishing.cityRows(latest));
      CheckedTable renewed = renewed(folder, table, merged);
      publishing.renew(renewed, national, latest);
      LOG.info("Table {} {} is a new edition of the national one.", table, renewed.version());
    } else if (!latest.national().equals(national.edition())) {
      LOG.warn(
          "File {}{} is an edition that was replaced before; version {} stays in force."
              + " Roll the table back to put the older one in force.",
          table,
          TableFolder.ENDING,
          latest.version());
    }
  }

  private static CheckedTable renewed(TableFolder folder, String table, Sheet merged) {
    try {
      return folder.checked(table, merged).table();
    } catch (Refusal faulty) {
      throw new Refusal(
          faulty.kind(),
          "The rows the city has published do not fit on the new national edition of table "
              + table
              + ": publish other rows with the older edition first. "
              + faulty.getMessage(),
          faulty.errors());
    }
  }

  private void ready(String table) {
    Instant now = clock.instant();
    TableVersion version = shelf.history(table).at(now);
    int rows = shelf.compiled(version).compiled().table().rows().size();
    LOG.info("Table {} {} answers with {} rows.", table, version.version(), rows);
  }
}
