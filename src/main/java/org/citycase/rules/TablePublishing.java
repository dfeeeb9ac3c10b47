package org.citycase.rules;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.citycase.Refusal;
import org.citycase.trail.ConfigurationLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts versions of tables in force: one deployment and one line of the history each. */
@Component
class TablePublishing {

  private static final String CITY_ROWS = ".city.csv";
  private static final String NATIONAL = ".national.csv";

  private final TableVersions versions;
  private final TableShelf shelf;
  private final ObjectProvider<TableArchive> archive;
  private final Clock clock;
  private final ConfigurationLog log;
  private final Duration lead;

  /**
   * @param lead how long before it takes effect a version is known, so that every node has it; none
   *     where there is one node only and its time stands still
   */
  TablePublishing(
      TableVersions versions,
      TableShelf shelf,
      ObjectProvider<TableArchive> archive,
      Clock clock,
      ConfigurationLog log,
      @Value("${citycase.tables.lead:PT3S}") Duration lead) {
    if (!lead.isZero() && lead.compareTo(Announcement.HEARD) <= 0) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "citycase.tables.lead is %s: name more than %s, in which every node hears of a version."
              .formatted(lead, Announcement.HEARD));
    }
    this.versions = versions;
    this.shelf = shelf;
    this.archive = archive;
    this.clock = clock;
    this.log = log;
    this.lead = lead;
  }

  /** The first version of a table, which answers for all time. */
  @Transactional
  public TableVersion first(CheckedTable table, NationalTable national) {
    Edition edition = new Edition(table, national, TableVersion.Kind.START, fromTheFolder());
    return append(edition, 1, store(table, national.sheet()), Instant.EPOCH);
  }

  /**
   * A new edition of the national table under the rows of the city; when a version waits for its
   * instant, both take effect then.
   *
   * @param base the version it was made from, which must still be the newest
   */
  @Transactional
  public TableVersion renew(CheckedTable table, NationalTable national, TableVersion base) {
    List<TableVersion> all = versions.held(table.name());
    TableVersion latest = latest(all);
    if (latest.number() != base.number()) {
      throw outdated(latest, base.version());
    }
    String deployment = store(table, national.sheet());
    Instant soonest = soonest(Duration.ZERO);
    Instant effective = latest.effectiveAt().isAfter(soonest) ? latest.effectiveAt() : soonest;
    Edition edition = new Edition(table, national, TableVersion.Kind.START, fromTheFolder());
    return append(edition, next(all), deployment, effective);
  }

  /**
   * A new version in place of the newest one.
   *
   * @param base the version it was made from, which must still be the newest
   */
  @Transactional
  public TableVersion publish(
      CompiledTable compiled, String base, TableVersion.Kind kind, Publication by) {
    CheckedTable table = compiled.table();
    List<TableVersion> all = versions.held(table.name());
    TableVersion latest = latest(all);
    if (!latest.version().equals(base)) {
      throw outdated(latest, base);
    }
    if (latest.version().equals(table.version())) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "Table %s is version %s already: this changes nothing.".formatted(table.name(), base));
    }
    refusePast(by.effectiveAt());
    NationalTable national = new NationalTable(read(latest, NATIONAL), latest.national());
    String deployment = store(table, national.sheet());
    Edition edition = new Edition(table, national, kind, by);
    return append(edition, next(all), deployment, effective(latest, by, compiled.took()));
  }

  /** Takes a version back that waits for its instant. */
  @Transactional
  public TableVersion withdraw(String table) {
    TableVersion latest = latest(versions.held(table));
    Instant now = clock.instant();
    if (latest.number() == 1 || !latest.effectiveAt().isAfter(now)) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "No version of table %s waits for its instant: %s is in force. Roll back instead."
              .formatted(table, latest.version()));
    }
    announce(latest);
    versions.withdraw(latest, now);
    return latest;
  }

  /** The whole table of a version. */
  Sheet sheet(TableVersion version) {
    return read(version, TableFolder.ENDING);
  }

  /** The city's own rows within a version. */
  Sheet cityRows(TableVersion version) {
    return read(version, CITY_ROWS);
  }

  /** The national table a version stands on. */
  Sheet national(TableVersion version) {
    return read(version, NATIONAL);
  }

  /** What is published, and by whom. */
  private record Edition(
      CheckedTable table, NationalTable national, TableVersion.Kind kind, Publication by) {}

  private TableVersion append(Edition what, int number, String deployment, Instant effective) {
    TableVersion version =
        new TableVersion(
            0,
            what.table().name(),
            number,
            what.table().version(),
            what.national().edition(),
            what.kind(),
            effective.truncatedTo(ChronoUnit.MILLIS),
            now(),
            what.by().publisher(),
            what.by().author(),
            what.by().comment(),
            what.by().correction(),
            what.table().rows().size(),
            deployment,
            false);
    announce(version);
    versions.append(version);
    if (what.kind() == TableVersion.Kind.START) {
      tellStart(version);
    }
    return version;
  }

  /** Who publishes in the house tells it there. */
  private void tellStart(TableVersion version) {
    log.append(
        clock.instant(),
        version.publishedBy(),
        "startTable",
        version.table(),
        Map.of("version", version.version(), "national", version.national()));
  }

  /** Nobody needs to hear of the first version before it is there, or of any on the only node. */
  private void announce(TableVersion version) {
    boolean free = version.number() == 1 || lead.isZero();
    Instant last = free ? Instant.MAX : version.effectiveAt().minus(Announcement.HEARD);
    new Announcement(version, last, shelf, clock).begin();
  }

  private String store(CheckedTable table, Sheet national) {
    String name = table.name();
    Sheet cityRows = Layers.cityRows(national, table.sheet());
    return archive
        .getObject()
        .store(
            "table " + name,
            Map.of(
                name + TableFolder.ENDING, table.text(),
                name + CITY_ROWS, TableText.print(cityRows.rows()),
                name + NATIONAL, TableText.print(national.rows())));
  }

  private Sheet read(TableVersion version, String ending) {
    String file = version.table() + ending;
    return Sheet.of(file, bytes(archive.getObject().read(version.deployment(), file)));
  }

  private void refusePast(Instant wanted) {
    if (wanted != null && wanted.isBefore(clock.instant())) {
      throw Refusal.ofField(
          Refusal.Kind.AGAINST_RULES,
          "effectiveAt",
          "A version takes effect now or later, not at %s: what was decided stays decided."
              .formatted(inCity(wanted)));
    }
  }

  /**
   * From when a version answers; told when all else is done, so that no waiting shortens the time
   * in which nodes hear of it.
   */
  private Instant effective(TableVersion latest, Publication by, Duration compilation) {
    Instant soonest = soonest(compilation);
    Instant wanted = by.effectiveAt();
    Instant effective = wanted == null || wanted.isBefore(soonest) ? soonest : wanted;
    if (latest.effectiveAt().isAfter(effective)) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "Version %s of table %s waits for %s: withdraw it first or choose a later instant."
              .formatted(latest.version(), latest.table(), inCity(latest.effectiveAt())));
    }
    return effective;
  }

  private OffsetDateTime inCity(Instant instant) {
    return instant.atZone(clock.getZone()).toOffsetDateTime();
  }

  /** As the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Instant soonest(Duration compilation) {
    Instant now = now();
    return lead.isZero()
        ? now
        : now.plus(lead).plus(compilation.multipliedBy(2)).truncatedTo(ChronoUnit.MILLIS);
  }

  private static Publication fromTheFolder() {
    return new Publication(TableStart.FOLDER, TableStart.FOLDER, "", null, false);
  }

  private static Refusal outdated(TableVersion latest, String base) {
    return new Refusal(
        Refusal.Kind.CONFLICT,
        "Table %s is version %s by now (published by %s), and this was made from %s: make it again from the present one."
            .formatted(latest.table(), latest.version(), latest.publishedBy(), base));
  }

  private static TableVersion latest(List<TableVersion> all) {
    return all.stream()
        .filter(version -> !version.withdrawn())
        .reduce((older, newer) -> newer)
        .orElseThrow();
  }

  private static int next(List<TableVersion> all) {
    return all.get(all.size() - 1).number() + 1;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
