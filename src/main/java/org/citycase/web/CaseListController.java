package org.citycase.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.casefile.CaseQuery;
import org.citycase.casefile.CaseSearch;
import org.citycase.casefile.SavedSearches;
import org.citycase.clock.CityClock;
import org.citycase.clock.WorkCalendar;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page of all cases (案件查询): a search with its counts, its list, the searches somebody keeps,
 * and the same list as a file. All of it is links and forms.
 */
@PageController
@RequestMapping("/cases")
class CaseListController {

  private static final int ROWS = 50;
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final CaseSearch search;
  private final SavedSearches searches;
  private final CaseListPage page;
  private final CaseExport export;
  private final CurrentUser user;
  private final CityClock clock;

  CaseListController(
      CaseSearch search,
      SavedSearches searches,
      CaseListPage page,
      CaseExport export,
      CurrentUser user,
      CityClock clock) {
    this.search = search;
    this.searches = searches;
    this.page = page;
    this.export = export;
    this.user = user;
    this.clock = clock;
  }

  @GetMapping
  String list(
      @RequestParam MultiValueMap<String, String> parameters,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    CaseQuery query = CaseQuery.of(parameters);
    CaseSearch.Look look = new CaseSearch.Look(user.viewer(), clock.instant());
    CaseSearch.Part part = new CaseSearch.Part(number(parameters.getFirst("page")), ROWS);
    model.addAttribute("form", page.form(query, locale));
    model.addAttribute("saved", searches.of(look.viewer().user()));
    model.addAttribute("at", Speech.in(locale, clock.getZone()).at(look.at()));
    try {
      CaseSearch.Found found = search.find(query, look, part);
      model.addAttribute("list", page.list(query, found, part, locale));
      model.addAttribute("export", page.export(query, look.at()));
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refused", Speech.in(locale, clock.getZone()).why(refusal));
    }
    return "cases";
  }

  @GetMapping("/export.csv")
  void csv(
      @RequestParam MultiValueMap<String, String> parameters,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    CaseExport.Wanted wanted = wanted(parameters, locale);
    export.csv(wanted, response, name(wanted, "csv"));
  }

  @GetMapping("/export.xlsx")
  void workbook(
      @RequestParam MultiValueMap<String, String> parameters,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    CaseExport.Wanted wanted = wanted(parameters, locale);
    export.workbook(wanted, response, name(wanted, "xlsx"));
  }

  /** Keeps the search of the page under a name. */
  @PostMapping("/searches")
  String save(@RequestParam String name, @RequestParam(defaultValue = "") String search) {
    SavedSearches.Saved saved = searches.save(user.viewer().user(), name, CaseQuery.parse(search));
    return "redirect:/cases?" + saved.search();
  }

  @PostMapping("/searches/{id}/delete")
  String delete(@PathVariable long id, @RequestParam(defaultValue = "") String search) {
    searches.delete(user.viewer().user(), id);
    return "redirect:/cases?" + CaseQuery.parse(search);
  }

  private CaseExport.Wanted wanted(MultiValueMap<String, String> parameters, Locale locale) {
    CaseQuery query = CaseQuery.of(parameters);
    Viewer viewer = user.viewer();
    CaseSearch.Look look = new CaseSearch.Look(viewer, at(parameters.getFirst("at")));
    return new CaseExport.Wanted(query, look, locale);
  }

  /** The instant the page showed its figures for. */
  private Instant at(String text) {
    try {
      Instant read = text == null ? clock.instant() : OffsetDateTime.parse(text).toInstant();
      WorkCalendar.requireReach("at", read);
      return read;
    } catch (DateTimeException unreadable) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          "at",
          "“" + text + "”不是时刻，请写带时区的时刻。",
          "'" + text + "' is no instant: write it with its offset.");
    }
  }

  private String name(CaseExport.Wanted wanted, String ending) {
    return "cases-%s.%s".formatted(STAMP.format(clock.inCity(wanted.look().at())), ending);
  }

  private static int number(String text) {
    return text != null && text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
  }
}
