package org.citycase.release;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citycase.clock.CityClock;
import org.citycase.rules.Review;
import org.citycase.rules.TableDesk;
import org.citycase.rules.TableEdit;
import org.citycase.rules.TableVersion;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of tables, from the first cell to their publication. */
@RestController
class DraftController {

  private final Drafts drafts;
  private final TableDesk desk;
  private final TableFiles files;
  private final Rehearsals rehearsals;
  private final Owners owners;
  private final CityClock clock;

  DraftController(
      Drafts drafts,
      TableDesk desk,
      TableFiles files,
      Rehearsals rehearsals,
      Owners owners,
      CityClock clock) {
    this.drafts = drafts;
    this.desk = desk;
    this.files = files;
    this.rehearsals = rehearsals;
    this.owners = owners;
    this.clock = clock;
  }

  @PostMapping(path = "/api/tables/{name}/drafts", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<DraftJson> begin(
      @PathVariable String name, @RequestBody Map<String, Object> nothing) {
    return created(drafts.begin(name, owners.owner()));
  }

  @PostMapping(
      path = "/api/tables/{name}/drafts",
      consumes = {
        "text/csv",
        "text/plain",
        "application/octet-stream",
        "application/zip",
        "application/vnd.ms-excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      })
  ResponseEntity<DraftJson> upload(
      @PathVariable String name, @RequestBody(required = false) byte[] content) {
    return created(drafts.upload(name, content, owners.owner()));
  }

  private ResponseEntity<DraftJson> created(Draft draft) {
    return ResponseEntity.created(URI.create("/api/drafts/" + draft.id())).body(json(draft));
  }

  @GetMapping("/api/drafts")
  List<DraftJson> open(@RequestParam Optional<String> table) {
    owners.reader();
    Review none = new Review(null, null, null);
    return drafts.open(table).stream()
        .map(draft -> DraftJson.of(draft, none, null, clock))
        .toList();
  }

  @GetMapping("/api/drafts/{id}")
  DraftJson draft(@PathVariable long id) {
    owners.reader();
    return json(drafts.get(id));
  }

  @GetMapping("/api/drafts/{id}/table")
  ResponseEntity<?> table(
      @PathVariable long id,
      @RequestParam Optional<String> format,
      @RequestHeader(name = "Accept", defaultValue = "") String accept) {
    owners.reader();
    Draft draft = drafts.get(id);
    TableFiles.Format wanted = TableFiles.Format.of(format, accept);
    if (wanted != TableFiles.Format.JSON) {
      drafts.refuseFaulty(draft);
    }
    return files.answer(
        wanted,
        draft.table(),
        draft.base(),
        draft.text(),
        () -> desk.viewOfDraft(draft.table(), draft.text()));
  }

  @PatchMapping("/api/drafts/{id}")
  DraftJson edit(@PathVariable long id, @RequestBody TableEdit edit) {
    return json(drafts.edit(id, edit, owners.owner()));
  }

  @DeleteMapping("/api/drafts/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable long id) {
    drafts.discard(id, owners.owner());
  }

  @PostMapping("/api/drafts/{id}/publish")
  VersionJson publish(@PathVariable long id, @RequestBody Publishing how) {
    TableVersion version = drafts.publish(id, how, owners.owner());
    if (how.effectiveAt() == null) {
      desk.await(version);
    }
    return VersionJson.of(desk.inForce(version.table()), version, clock);
  }

  private DraftJson json(Draft draft) {
    return DraftJson.of(
        draft, drafts.review(draft), rehearsals.headOf(draft.id()).orElse(null), clock);
  }
}
