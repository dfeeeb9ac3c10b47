package org.citycase.rules;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.citycase.ContentFolder;
import org.citycase.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Where the owner of a standard works on its tables: what is in force, what a draft would say, and
 * the history of versions. A draft is the text of a table, faulty or not.
 */
@Service
public class TableDesk {

  /** By it Excel knows that a CSV file is UTF-8. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final TableVersions versions;
  private final TableShelf shelf;
  private final TablePublishing publishing;
  private final TableFolder folder;
  private final KnownWords known;
  private final Words words;
  private final Clock clock;

  TableDesk(
      TableVersions versions,
      TableShelf shelf,
      TablePublishing publishing,
      ContentFolder content,
      ObjectProvider<KnownWords> known,
      Clock clock) {
    this.versions = versions;
    this.shelf = shelf;
    this.publishing = publishing;
    this.known = known.getIfAvailable(KnownWords::any);
    this.words = Words.read(this.known);
    this.folder = new TableFolder(content.rules(), this.known);
    this.clock = clock;
  }

  public Set<String> names() {
    return TableFolder.names();
  }

  /** The version in force now. */
  public TableVersion inForce(String table) {
    return shelf.history(table).at(clock.instant());
  }

  /** The newest version, which a draft is made from; it may wait for its instant. */
  public TableVersion latest(String table) {
    return shelf.history(table).latest();
  }

  /** The version that waits for its instant. */
  public Optional<TableVersion> scheduled(String table) {
    return shelf.history(table).scheduled(clock.instant());
  }

  /** All versions, newest first, those taken back included. */
  public List<TableVersion> history(String table) {
    shelf.history(table);
    return versions.all().stream()
        .filter(version -> version.table().equals(table))
        .sorted(Comparator.comparing(TableVersion::number).reversed())
        .toList();
  }

  /** The text of a version; refuses a version the table never had. */
  public String text(String table, String version) {
    return text(publishing.sheet(version(table, version)));
  }

  /**
   * What a person sent as a file, as the text of a draft; refuses what cannot be read as a table.
   */
  public Upload read(String table, byte[] content) {
    TableVersion latest = latest(table);
    CheckedTable present = published(table, publishing.sheet(latest));
    Sheet sheet = Uploaded.sheet(present, table, content);
    String base = sheet.base().isEmpty() ? latest.version() : sheet.base();
    if (!base.equals(latest.version())) {
      throw Faults.ofVersion(sheet, latest);
    }
    return new Upload(folder.checked(table, sheet).table().text(), base);
  }

  /** The text of a draft after a person edited it. */
  public String edited(String table, String text, TableEdit edit) {
    return text(new EditedSheet(sheet(table, text)).with(edit));
  }

  /** What the checks say about a draft made from a version. */
  public Review review(String table, String text, String base) {
    Sheet sheet = sheet(table, text);
    CheckedTable before = published(table, publishing.sheet(version(table, base)));
    Reviewer reviewer = new Reviewer(words, known);
    try {
      return reviewer.review(folder.checked(table, sheet), before);
    } catch (Refusal faulty) {
      CheckedTable written = CheckedTable.asWritten(sheet, table, folder.columns(table, sheet));
      return reviewer.refused(faulty, written, before);
    }
  }

  /** A draft that can be asked; refuses a faulty one. */
  public Answerer answerer(String table, String text) {
    return answerer(compiled(table, text));
  }

  /** A version that can be asked. */
  public Answerer answererOf(String table, String version) {
    return answerer(shelf.compiled(shelf.history(table).of(version)));
  }

  /** Publishes a draft that was made from a version; that must still be the newest. */
  public TableVersion publish(String table, String text, String base, Publication by) {
    return publish(compiled(table, text), base, TableVersion.Kind.PUBLISHED, by);
  }

  /** Puts an earlier version in force again; what takes a correction back is one itself. */
  public TableVersion rollBack(String table, String version, Publication by) {
    TableVersion earlier = version(table, version);
    if (earlier.withdrawn()) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "Version %s of table %s was withdrawn and never in force: make a draft instead."
              .formatted(version, table));
    }
    String text = text(publishing.sheet(earlier));
    TableVersion latest = latest(table);
    Publication back =
        new Publication(
            by.publisher(),
            by.author(),
            by.comment(),
            by.effectiveAt(),
            by.correction() || latest.correction());
    return publish(compiled(table, text), latest.version(), TableVersion.Kind.ROLLBACK, back);
  }

  private TableVersion publish(
      TableFolder.Loaded table, String base, TableVersion.Kind kind, Publication by) {
    TableVersion version = publishing.publish(table.compiled(), base, kind, by);
    shelf.keep(version, table);
    return version;
  }

  /** Takes back the version that waits for its instant; refuses an unknown table. */
  public TableVersion withdraw(String table) {
    shelf.history(table);
    return publishing.withdraw(table);
  }

  /** The table of a version as the page shows it. */
  public TableView view(String table, String version) {
    TableVersion shown = version(table, version);
    return view(shown, publishing.sheet(shown));
  }

  /** A draft as the page shows it. */
  public TableView viewOfDraft(String table, String text) {
    return view(latest(table), sheet(table, text));
  }

  /** What the table is called. */
  public Bilingual title(String table) {
    return words.table(table);
  }

  /** What changed from one version to another. */
  public List<Change> changes(String table, String from, String to) {
    return Changes.between(
        published(table, publishing.sheet(version(table, from))),
        published(table, publishing.sheet(version(table, to))),
        words);
  }

  /** Where the table in force differs from the national one (差异报告). */
  public List<Change> drift(String table) {
    TableVersion version = inForce(table);
    return Changes.between(
        published(table, publishing.national(version)),
        published(table, publishing.sheet(version)),
        words);
  }

  /** A version as a CSV file that says what it was made from. */
  public byte[] csv(String version, String text) {
    List<List<String>> rows = new ArrayList<>(sheet("", text).rows());
    List<String> first = new ArrayList<>(rows.get(0));
    first.set(0, "version " + version);
    rows.set(0, first);
    return (BYTE_ORDER_MARK + TableText.print(rows)).getBytes(StandardCharsets.UTF_8);
  }

  /** A version as a workbook that says what it was made from. */
  public byte[] workbook(String table, String version, String text) {
    CheckedTable shown = published(table, sheet(table, text));
    return Workbook.write(shown.madeFrom(version), known, words);
  }

  /**
   * Waits until a version is in force that takes effect as soon as every node knows it; no longer
   * when the clock stands still or is set back meanwhile.
   */
  public void await(TableVersion version) {
    long begun = System.nanoTime();
    long wait = Duration.between(clock.instant(), version.effectiveAt()).toNanos();
    while (clock.instant().isBefore(version.effectiveAt()) && System.nanoTime() - begun < wait) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private TableView view(TableVersion version, Sheet sheet) {
    List<Column> columns = folder.columns(version.table(), sheet);
    Map<String, List<String>> national =
        Layers.byId(publishing.national(version), Head.keys(sheet));
    return new TableViews(columns, national, words).of(version, sheet);
  }

  /** Any version of the history, those taken back included. */
  private TableVersion version(String table, String version) {
    return history(table).stream()
        .filter(each -> each.version().equals(version))
        .min(Comparator.comparing(TableVersion::withdrawn))
        .orElseGet(() -> shelf.history(table).of(version));
  }

  private static CheckedTable published(String table, Sheet sheet) {
    return TableFolder.published(table, sheet).table();
  }

  private TableFolder.Loaded compiled(String table, String text) {
    return new TableFolder.Loaded(folder.checked(table, sheet(table, text)));
  }

  private Answerer answerer(TableFolder.Loaded table) {
    return (question, on) -> {
      Record asked = table.question().of(Form.cells(question));
      Answer.Row row = table.compiled().ask(asked, on);
      return new Answerer.Asked(row.id(), Form.values(table.answer().of(row.values())));
    };
  }

  private static Sheet sheet(String table, String text) {
    return Sheet.of(table + TableFolder.ENDING, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Sheet sheet) {
    return TableText.print(sheet.rows());
  }
}
