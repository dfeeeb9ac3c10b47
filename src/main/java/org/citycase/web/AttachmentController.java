package org.citycase.web;

import java.util.List;
import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.casefile.Attachment;
import org.citycase.casefile.Attachments;
import org.citycase.casefile.CaseDesk;
import org.citycase.casefile.SentPhoto;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The photos of a case: shown to who may see the case, added by who works on it. */
@RestController
@RequestMapping("/api")
class AttachmentController {

  private final Attachments attachments;
  private final CaseDesk desk;
  private final CurrentUser user;

  AttachmentController(Attachments attachments, CaseDesk desk, CurrentUser user) {
    this.attachments = attachments;
    this.desk = desk;
    this.user = user;
  }

  /** Photos added later: {@code kind} is before, after, check or other. */
  record Added(String kind, List<Photos.Inline> photos) {}

  @GetMapping("/cases/{number}/attachments")
  List<Attachment> list(@PathVariable String number) {
    desk.read(number, user.viewer());
    return attachments.of(number);
  }

  @PostMapping(
      path = "/cases/{number}/attachments",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  List<Attachment> add(@PathVariable String number, @RequestBody Added added) {
    return add(number, added.kind(), Photos.inline("photos", added.photos()));
  }

  @PostMapping(
      path = "/cases/{number}/attachments",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  List<Attachment> upload(
      @PathVariable String number,
      @RequestParam String kind,
      @RequestParam(required = false) List<MultipartFile> photos) {
    return add(number, kind, Photos.parts(photos));
  }

  private List<Attachment> add(String number, String kind, List<SentPhoto> photos) {
    if (kind == null) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED, "kind", "Say of which kind: before, after, check or other.");
    }
    return attachments.add(number, kind, photos, user.viewer());
  }

  @GetMapping("/attachments/{sha256}")
  ResponseEntity<Resource> open(@PathVariable String sha256) {
    Viewer viewer = user.viewer();
    Attachments.Picture picture = attachments.open(sha256, viewer);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(picture.contentType()))
        .contentLength(picture.size())
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.noStore())
        .body(new InputStreamResource(picture.content()));
  }
}
