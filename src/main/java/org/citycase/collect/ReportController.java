package org.citycase.collect;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.casefile.Channel;
import org.citycase.casefile.SentPhoto;
import org.citycase.supervise.HotlineCall;
import org.citycase.web.Photos;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The door for reports of every channel. */
@RestController
@RequestMapping(path = "/api/reports", produces = MediaType.APPLICATION_JSON_VALUE)
class ReportController {

  private final Intake intake;
  private final CurrentUser user;
  private final ObjectMapper json;

  ReportController(Intake intake, CurrentUser user, ObjectMapper json) {
    this.intake = intake;
    this.user = user;
    this.json = json;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<JsonNode> report(
      @RequestBody ReportBody body,
      @RequestHeader(name = "Idempotency-Key", required = false) String key) {
    return take(body, List.of(), List.of(), key);
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<JsonNode> report(
      @RequestPart("report") String report,
      @RequestPart(name = "photos", required = false) List<MultipartFile> photos,
      @RequestPart(name = "afterPhotos", required = false) List<MultipartFile> afterPhotos,
      @RequestHeader(name = "Idempotency-Key", required = false) String key) {
    return take(read(report), Photos.parts(photos), Photos.parts(afterPhotos), key);
  }

  private ReportBody read(String report) {
    try {
      ReportBody body = json.readValue(report, ReportBody.class);
      if (body != null) {
        return body;
      }
    } catch (JsonProcessingException unreadable) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          "report",
          "The part report is not readable JSON: see " + place(unreadable) + ".");
    }
    throw Refusal.ofField(Refusal.Kind.MALFORMED, "report", "The part report holds no report.");
  }

  /** The field where the reader stopped, or else the line and column. */
  private static String place(JsonProcessingException unreadable) {
    if (unreadable instanceof JsonMappingException unfit && !unfit.getPath().isEmpty()) {
      return unfit.getPath().stream()
          .map(
              step ->
                  step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
          .collect(Collectors.joining("."));
    }
    JsonLocation at = unreadable.getLocation();
    return at == null
        ? "its beginning"
        : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
  }

  private ResponseEntity<JsonNode> take(
      ReportBody body, List<SentPhoto> photos, List<SentPhoto> afterPhotos, String key) {
    Viewer sender = user.viewer();
    Intake.Answer answer = intake.take(report(body, photos, afterPhotos), sender, key);
    return ResponseEntity.created(URI.create("/api/cases/" + answer.number())).body(answer.body());
  }

  private static Report report(
      ReportBody body, List<SentPhoto> photos, List<SentPhoto> afterPhotos) {
    if (body.channel() == null) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED, "channel", "Say through which channel the report came.");
    }
    List<SentPhoto> before = new ArrayList<>(Photos.inline("photos", body.photos()));
    before.addAll(photos);
    List<SentPhoto> after = new ArrayList<>(Photos.inline("afterPhotos", body.afterPhotos()));
    after.addAll(afterPhotos);
    ReportBody.Location place = body.location();
    ReportBody.Reporter reporter = body.reporter();
    return new Report(
        Channel.of(body.channel()),
        body.category(),
        blankToNull(body.condition()),
        body.measure(),
        body.description(),
        place == null ? null : place.lat(),
        place == null ? null : place.lng(),
        place == null ? null : blankToNull(place.address()),
        blankToNull(body.component()),
        reporter == null ? null : blankToNull(reporter.name()),
        reporter == null ? null : blankToNull(reporter.phone()),
        body.foundAt() == null ? null : body.foundAt().toInstant(),
        before,
        after,
        body.isQuick(),
        body.isGuard(),
        call(body.hotline()));
  }

  private static HotlineCall call(ReportBody.Hotline call) {
    return call == null
        ? null
        : new HotlineCall(blankToNull(call.line()), blankToNull(call.kind()));
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.trim();
  }
}
