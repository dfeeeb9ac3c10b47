package org.citycase.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.citycase.Downloads;
import org.citycase.access.CurrentUser;
import org.citycase.trail.SealRow;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door for seals: listed and kept by whoever audits, made by auditors and administrators. */
@RestController
@RequestMapping("/api/audit/seals")
class SealController {

  private static final int LARGEST_PAGE = 500;

  private final Seals seals;
  private final SealShelf shelf;
  private final CurrentUser user;
  private final Downloads downloads;

  SealController(Seals seals, SealShelf shelf, CurrentUser user, Downloads downloads) {
    this.seals = seals;
    this.shelf = shelf;
    this.user = user;
    this.downloads = downloads;
  }

  @GetMapping
  Seals.Page list(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    return seals.page(Math.max(page, 0), Math.min(Math.max(size, 1), LARGEST_PAGE));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Seals.Listed seal() {
    return seals.seal(user.viewer());
  }

  /** The seal as CSV, to be kept outside. */
  @GetMapping("/{day}")
  void file(@PathVariable String day, HttpServletResponse response) throws IOException {
    SealRow seal = shelf.of(day);
    String name = "citycase-seal-%s-%d.csv".formatted(seal.day(), seal.seq());
    downloads.send(
        response,
        new Downloads.Label(name, "text/csv;charset=UTF-8"),
        out ->
            shelf.write(
                seal, new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))));
  }
}
