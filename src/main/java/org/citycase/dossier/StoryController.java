package org.citycase.dossier;

import org.citycase.access.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The whole story of a case as data. */
@RestController
class StoryController {

  private final CaseStories stories;
  private final CurrentUser user;

  StoryController(CaseStories stories, CurrentUser user) {
    this.stories = stories;
    this.user = user;
  }

  @GetMapping("/api/cases/{number}/story")
  CaseStory story(@PathVariable String number) {
    return stories.of(number, user.viewer());
  }
}
