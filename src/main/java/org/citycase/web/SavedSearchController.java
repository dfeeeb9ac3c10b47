package org.citycase.web;

import java.util.List;
import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.casefile.CaseQuery;
import org.citycase.casefile.SavedSearches;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The searches somebody keeps. */
@RestController
@RequestMapping("/api/searches")
class SavedSearchController {

  private final SavedSearches searches;
  private final CurrentUser user;

  SavedSearchController(SavedSearches searches, CurrentUser user) {
    this.searches = searches;
    this.user = user;
  }

  /** A search to keep, as the query of {@code GET /api/cases}. */
  record Wanted(String name, String search) {}

  @GetMapping
  List<SavedSearches.Saved> list() {
    return searches.of(user.viewer().user());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SavedSearches.Saved save(@RequestBody Wanted wanted) {
    if (wanted.search() == null) {
      throw missing();
    }
    return searches.save(user.viewer().user(), wanted.name(), CaseQuery.parse(wanted.search()));
  }

  private static Refusal missing() {
    String zh = "请在 search 中写明查询条件，如 state=HANDLING&light=red；空文本表示全部案件。";
    String sentence =
        "Say in search what to look for, like state=HANDLING&light=red; an empty text is all cases.";
    return new Refusal(
        Refusal.Kind.MALFORMED,
        sentence,
        List.of(new Refusal.FieldError("search", null, null, sentence, zh)));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable long id) {
    searches.delete(user.viewer().user(), id);
  }
}
