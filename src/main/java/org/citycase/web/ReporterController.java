package org.citycase.web;

import java.util.Set;
import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.casefile.CaseDesk;
import org.citycase.casefile.Reporter;
import org.citycase.casefile.ReporterErasure;
import org.citycase.casefile.Reporters;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens the masked name and phone of a reporter, and erases them. */
@RestController
@RequestMapping(path = "/api/cases/{number}/reporter", produces = MediaType.APPLICATION_JSON_VALUE)
class ReporterController {

  private final Reporters reporters;
  private final ReporterErasure erasure;
  private final CaseDesk desk;
  private final CurrentUser user;

  ReporterController(
      Reporters reporters, ReporterErasure erasure, CaseDesk desk, CurrentUser user) {
    this.reporters = reporters;
    this.erasure = erasure;
    this.desk = desk;
    this.user = user;
  }

  /** What the reporter, or whoever speaks for him, asks for. */
  record Asked(String reason) {}

  /** The cases whose reporter is gone now. */
  record Erased(Set<String> cases) {}

  /** Each call is a read, and leaves its entry in the log. */
  @PostMapping
  @Transactional
  public Reporter open(@PathVariable String number) {
    Viewer viewer = user.viewer();
    return reporters
        .open(number, viewer, "page")
        .orElseThrow(() -> nobody(number, desk.read(number, viewer).erasedAt() != null));
  }

  private static Refusal nobody(String number, boolean erased) {
    return Refusal.inBoth(
        Refusal.Kind.AGAINST_RULES,
        erased
            ? "案件 %s 的举报人信息已删除，无法回访。".formatted(number)
            : "案件 %s 的举报人没有留下姓名和电话。".formatted(number),
        erased
            ? "The reporter of case %s was erased: nobody can be called back.".formatted(number)
            : "The reporter of case %s left neither name nor phone.".formatted(number));
  }

  @PostMapping("/erasure")
  Erased erase(@PathVariable String number, @RequestBody Asked asked) {
    return new Erased(erasure.onRequest(number, asked.reason(), user.viewer()));
  }
}
