package org.citycase.release;

import static org.citycase.Refusal.Kind.CONFLICT;
import static org.citycase.Refusal.Kind.MALFORMED;
import static org.citycase.Refusal.Kind.UNKNOWN;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.citycase.Refusal;
import org.citycase.clock.CityClock;
import org.citycase.standard.Districts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rehearsals of drafts: process owners begin and cancel them, auditors read what they found. */
@RestController
@RequestMapping("/api/drafts/{draft}/rehearsal")
class RehearsalController {

  private final Rehearsals rehearsals;
  private final Subjects subjects;
  private final Owners owners;
  private final RehearsalCsv csv;
  private final Districts districts;
  private final CityClock clock;

  RehearsalController(
      Rehearsals rehearsals,
      Subjects subjects,
      Owners owners,
      RehearsalCsv csv,
      Districts districts,
      CityClock clock) {
    this.rehearsals = rehearsals;
    this.subjects = subjects;
    this.owners = owners;
    this.csv = csv;
    this.districts = districts;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param from first day, or an instant with its offset
   * @param to last day, or an instant that is outside
   * @param district optional
   */
  record Wanted(String from, String to, String district) {}

  /** Answers with what was found; with {@code Prefer: respond-async} at once, to be asked again. */
  @PostMapping
  ResponseEntity<?> rehearse(
      @PathVariable long draft,
      @RequestBody Wanted wanted,
      @RequestHeader(name = "Prefer", defaultValue = "") String prefer) {
    String owner = owners.owner();
    Scope scope = scope(wanted);
    Subject subject = subjects.of(draft);
    boolean later = prefer.toLowerCase(Locale.ROOT).contains("respond-async");
    Progress progress =
        later ? rehearsals.begin(subject, scope, owner) : rehearsals.run(subject, scope, owner);
    subjects.tell(draft, scope, owner);
    if (!later) {
      return ResponseEntity.ok(progress.result());
    }
    return ResponseEntity.accepted()
        .location(URI.create("/api/drafts/" + draft + "/rehearsal"))
        .header("Preference-Applied", "respond-async")
        .body(progress);
  }

  @GetMapping
  Progress progress(@PathVariable long draft) {
    owners.reader();
    return last(draft);
  }

  @GetMapping(produces = "text/csv")
  ResponseEntity<byte[]> csv(@PathVariable long draft) {
    owners.reader();
    JsonNode found = last(draft).result();
    if (found == null) {
      throw new Refusal(CONFLICT, "The rehearsal has found nothing yet: wait until it is done.");
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"rehearsal-%d.csv\"".formatted(draft))
        .body(csv.of(found).getBytes(StandardCharsets.UTF_8));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(@PathVariable long draft) {
    owners.owner();
    rehearsals.cancel(draft);
  }

  private Progress last(long draft) {
    return rehearsals
        .of(draft)
        .orElseThrow(() -> new Refusal(UNKNOWN, "Draft " + draft + " was not rehearsed yet."));
  }

  private Scope scope(Wanted wanted) {
    required("from", wanted.from());
    required("to", wanted.to());
    String district = wanted.district();
    if (district != null && !district.isBlank() && districts.find(district).isEmpty()) {
      throw Refusal.ofField(
          MALFORMED,
          "district",
          "There is no district '" + district + "': use the code of one of this city.");
    }
    return Scope.of(wanted.from(), wanted.to(), district, clock.getZone());
  }

  private static void required(String field, String text) {
    if (text == null || text.isBlank()) {
      throw Refusal.ofField(
          MALFORMED,
          field,
          "Say from when to when the cases were reported: " + field + " is empty.");
    }
  }
}
