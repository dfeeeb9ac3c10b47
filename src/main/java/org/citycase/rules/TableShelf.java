package org.citycase.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.citycase.Refusal;
import org.citycase.Wordless;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * What this node knows of the published versions. The list is never older than a second when a
 * question is asked, and a version takes effect a few seconds after it was published: so no node
 * asks an older version than it should, and all have the new one compiled by then.
 */
@Component
class TableShelf {

  /** How old the list may be, by the machine's own seconds and by the clock on the wall. */
  static final Duration OLDEST = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(TableShelf.class);
  private static final int COMPILED = 128;

  /**
   * What was read from the database.
   *
   * @param readAt in nanoseconds, before it was read
   * @param asOf the same on the clock
   */
  private record Known(
      String mark, Map<String, TableHistory> histories, long readAt, Instant asOf) {

    /** So old that the next question looks. */
    static Known nothing() {
      return new Known("", Map.of(), System.nanoTime() - 2 * OLDEST.toNanos(), Instant.EPOCH);
    }
  }

  private record Text(String table, String version, String deployment) {}

  /** Compiled once, by whoever asks first; the others wait for him and not for each other. */
  private final class Compiled {

    private final Text text;
    private volatile TableFolder.Loaded loaded;

    Compiled(Text text) {
      this.text = text;
    }

    /** The text is read first: who waits for a connection must not keep others waiting. */
    TableFolder.Loaded get() {
      TableFolder.Loaded ready = loaded;
      return ready != null
          ? ready
          : compile(archive.getObject().read(text.deployment(), text.table() + TableFolder.ENDING));
    }

    private synchronized void keep(TableFolder.Loaded table) {
      loaded = table;
    }

    private synchronized TableFolder.Loaded compile(String csv) {
      if (loaded == null) {
        loaded = TableFolder.stored(text.table(), csv);
      }
      return loaded;
    }
  }

  private final TableVersions versions;
  private final ObjectProvider<TableArchive> archive;
  private final Clock clock;
  private final ConcurrentLruCache<Text, Compiled> compiled =
      new ConcurrentLruCache<>(COMPILED, Compiled::new);
  private final AtomicReference<Known> known = new AtomicReference<>(Known.nothing());
  private volatile boolean begun;

  TableShelf(TableVersions versions, ObjectProvider<TableArchive> archive, Clock clock) {
    this.versions = versions;
    this.archive = archive;
    this.clock = clock;
  }

  TableHistory history(String table) {
    TableHistory history = histories().get(table);
    if (history == null) {
      throw new Refusal(
          Refusal.Kind.UNKNOWN,
          "There is no table %s; the tables are %s.".formatted(table, histories().keySet()));
    }
    return history;
  }

  /** The histories of all tables by name. */
  Map<String, TableHistory> histories() {
    Known last = known.get();
    return isFresh(last) ? last.histories() : look();
  }

  /** Whether every table has a version. */
  boolean isReady() {
    return begun && histories().keySet().containsAll(TableFolder.names());
  }

  TableFolder.Loaded compiled(TableVersion version) {
    return compiled.get(text(version)).get();
  }

  /** Keeps what this node has compiled to publish it. */
  void keep(TableVersion version, TableFolder.Loaded table) {
    compiled.get(text(version)).keep(table);
  }

  /** Lets the next question look first. */
  void forget() {
    known.set(Known.nothing());
  }

  /**
   * Reads the list again if it changed. A transaction that publishes sees what nobody else may see
   * yet and keeps it to itself; so does who read while another published.
   */
  Map<String, TableHistory> look() {
    Known last = known.get();
    long at = System.nanoTime();
    Instant asOf = clock.instant();
    String mark = versions.mark();
    Map<String, TableHistory> histories = last.mark().equals(mark) ? last.histories() : read();
    begun = true;
    if (!Announcement.isRunning()) {
      known.compareAndSet(last, new Known(mark, histories, at, asOf));
    }
    return histories;
  }

  /** Compiles what will take effect before it does. */
  @Scheduled(fixedDelay = 500)
  void follow() {
    if (begun) {
      Instant now = clock.instant();
      look().values().stream()
          .flatMap(history -> history.coming(now).stream())
          .forEach(this::compileAhead);
    }
  }

  private void compileAhead(TableVersion version) {
    try {
      compiled(version);
    } catch (RuntimeException e) {
      LOG.error(
          "Version {} of table {} cannot be read.",
          version.version(),
          version.table(),
          Wordless.of(e));
    }
  }

  /** A clock that was set forward may stand behind an instant this node has not heard of. */
  private boolean isFresh(Known last) {
    if (System.nanoTime() - last.readAt() > OLDEST.toNanos()) {
      return false;
    }
    Instant now = clock.instant();
    return !now.isBefore(last.asOf()) && !now.isAfter(last.asOf().plus(OLDEST));
  }

  private static Text text(TableVersion version) {
    return new Text(version.table(), version.version(), version.deployment());
  }

  private Map<String, TableHistory> read() {
    Map<String, List<TableVersion>> byTable =
        versions.all().stream()
            .filter(version -> !version.withdrawn())
            .collect(Collectors.groupingBy(TableVersion::table));
    return byTable.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, each -> new TableHistory(each.getKey(), each.getValue())));
  }
}
