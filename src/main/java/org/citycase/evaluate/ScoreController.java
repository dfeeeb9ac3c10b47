package org.citycase.evaluate;

import java.util.Set;
import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door for scores: read by those who evaluate, lead or audit. */
@RestController
@RequestMapping(path = "/api/scores", produces = MediaType.APPLICATION_JSON_VALUE)
class ScoreController {

  private static final Set<String> READERS =
      Set.of("evaluators", "leaders", "process-owners", "auditors");

  private final Scores scores;
  private final CurrentUser user;
  private final String usualProfile;

  ScoreController(
      Scores scores, CurrentUser user, @Value("${citycase.score-profile:P1}") String profile) {
    this.scores = scores;
    this.user = user;
    this.usualProfile = profile;
  }

  /** The scores of a period of whole days, the last one included. */
  @GetMapping
  ScoreReport of(
      @RequestParam String object,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam(required = false) String profile) {
    mayRead(user.viewer());
    return scores.of(object, Period.of(from, to), profile == null ? usualProfile : profile);
  }

  private static void mayRead(Viewer viewer) {
    if (READERS.stream().noneMatch(viewer::isIn)) {
      throw new Refusal(
          Refusal.Kind.NOT_ALLOWED,
          "Scores are read by evaluators, leaders, process owners and auditors; ask one of them.");
    }
  }
}
