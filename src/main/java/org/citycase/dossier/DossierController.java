package org.citycase.dossier;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.citycase.Turnstile;
import org.citycase.access.CurrentUser;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The dossier of a case as a file, for whoever may read the case. */
@RestController
class DossierController {

  private final Dossiers dossiers;
  private final DossierArchive archive;
  private final CurrentUser user;

  /** Printing takes its time and memory: two dossiers at once on this node. */
  private final Turnstile made = new Turnstile(2);

  DossierController(Dossiers dossiers, DossierArchive archive, CurrentUser user) {
    this.dossiers = dossiers;
    this.archive = archive;
    this.user = user;
  }

  /** The PDF, in the language of the pages. */
  @GetMapping("/cases/{number}/dossier.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String number, Locale language) {
    byte[] pdf;
    try (Turnstile.Place place = made.enter()) {
      pdf = dossiers.pdf(number, user.viewer(), isChinese(language));
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, named("inline", number + ".pdf"))
        .cacheControl(CacheControl.noStore())
        .body(pdf);
  }

  /** Everything: JSON, photos, diagrams, trail, and the PDF in the language of the pages. */
  @GetMapping("/cases/{number}/dossier.zip")
  void zip(@PathVariable String number, Locale language, HttpServletResponse response)
      throws IOException {
    PackedFiles files;
    try (Turnstile.Place place = made.enter()) {
      files = archive.of(number, user.viewer(), isChinese(language));
    }
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named("attachment", number + ".zip"));
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    files.write(response.getOutputStream());
  }

  private static boolean isChinese(Locale language) {
    return !language.getLanguage().equals("en");
  }

  private static String named(String how, String file) {
    return "%s; filename=\"%s\"".formatted(how, file);
  }
}
