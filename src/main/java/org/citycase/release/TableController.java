package org.citycase.release;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citycase.clock.CityClock;
import org.citycase.rules.Change;
import org.citycase.rules.TableDesk;
import org.citycase.rules.TableVersion;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tables in force, their history and what in them is the city's own. */
@RestController
class TableController {

  private final TableDesk desk;
  private final Drafts drafts;
  private final TableFiles files;
  private final Owners owners;
  private final CityClock clock;

  TableController(TableDesk desk, Drafts drafts, TableFiles files, Owners owners, CityClock clock) {
    this.desk = desk;
    this.drafts = drafts;
    this.files = files;
    this.owners = owners;
    this.clock = clock;
  }

  /** A version that waits for its instant. */
  record Scheduled(String version, OffsetDateTime effectiveAt, String publishedBy) {}

  /**
   * One table of the list.
   *
   * @param drafts how many are open
   * @param drift how many rows differ from the national table
   */
  record Listed(
      String name,
      String zh,
      String en,
      String version,
      int rows,
      OffsetDateTime publishedAt,
      String publishedBy,
      OffsetDateTime effectiveAt,
      Scheduled scheduled,
      long drafts,
      int drift) {}

  @GetMapping("/api/tables")
  List<Listed> tables() {
    owners.reader();
    List<Draft> open = drafts.open(Optional.empty());
    return desk.names().stream().map(name -> listed(name, open)).toList();
  }

  private Listed listed(String name, List<Draft> open) {
    VersionJson inForce = json(desk.inForce(name), desk.inForce(name));
    return new Listed(
        name,
        desk.title(name).zh(),
        desk.title(name).en(),
        inForce.version(),
        inForce.rows(),
        inForce.publishedAt(),
        inForce.publishedBy(),
        inForce.effectiveAt(),
        desk.scheduled(name).map(this::scheduled).orElse(null),
        open.stream().filter(draft -> draft.table().equals(name)).count(),
        desk.drift(name).size());
  }

  private Scheduled scheduled(TableVersion version) {
    return new Scheduled(
        version.version(), clock.inCity(version.effectiveAt()), version.publishedBy());
  }

  @GetMapping("/api/tables/{name}")
  ResponseEntity<?> table(
      @PathVariable String name,
      @RequestParam Optional<String> version,
      @RequestParam Optional<String> format,
      @RequestHeader(name = "Accept", defaultValue = "") String accept) {
    owners.reader();
    String wanted = version.orElseGet(() -> desk.inForce(name).version());
    return files.answer(
        TableFiles.Format.of(format, accept),
        name,
        wanted,
        desk.text(name, wanted),
        () -> desk.view(name, wanted));
  }

  @GetMapping("/api/tables/{name}/versions")
  List<VersionJson> versions(@PathVariable String name) {
    owners.reader();
    TableVersion inForce = desk.inForce(name);
    return desk.history(name).stream().map(version -> json(inForce, version)).toList();
  }

  @GetMapping("/api/tables/{name}/changes")
  List<Change> changes(
      @PathVariable String name, @RequestParam String from, @RequestParam Optional<String> to) {
    owners.reader();
    return desk.changes(name, from, to.orElseGet(() -> desk.inForce(name).version()));
  }

  @GetMapping("/api/tables/{name}/drift")
  List<Change> drift(@PathVariable String name) {
    owners.reader();
    return desk.drift(name);
  }

  @GetMapping("/api/drift")
  Map<String, List<Change>> drift() {
    owners.reader();
    Map<String, List<Change>> all = new TreeMap<>();
    desk.names().forEach(name -> all.put(name, desk.drift(name)));
    return all;
  }

  @PostMapping("/api/tables/{name}/rollback")
  VersionJson rollBack(@PathVariable String name, @RequestBody Publishing how) {
    TableVersion version = drafts.rollBack(name, how.version(), how, owners.owner());
    if (how.effectiveAt() == null) {
      desk.await(version);
    }
    return json(desk.inForce(name), version);
  }

  @DeleteMapping("/api/tables/{name}/scheduled")
  VersionJson withdraw(@PathVariable String name, @RequestBody(required = false) Publishing how) {
    Publishing said = how == null ? new Publishing(null, null, null, null, null) : how;
    TableVersion version = drafts.withdraw(name, said, owners.owner());
    TableVersion withdrawn =
        desk.history(name).stream()
            .filter(each -> each.number() == version.number())
            .findFirst()
            .orElse(version);
    return json(desk.inForce(name), withdrawn);
  }

  private VersionJson json(TableVersion inForce, TableVersion version) {
    return VersionJson.of(inForce, version, clock);
  }
}
