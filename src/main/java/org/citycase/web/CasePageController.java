package org.citycase.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.dossier.CaseStories;
import org.citycase.dossier.CaseStory;
import org.citycase.process.Paths;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page of one case (案件页): its whole story, its ledger as a bar and the diagram of the version
 * it ran on with its path.
 */
@PageController
@RequestMapping("/cases/{number}")
class CasePageController {

  private final CaseStories stories;
  private final Paths paths;
  private final CurrentUser user;
  private final ObjectMapper json;

  CasePageController(CaseStories stories, Paths paths, CurrentUser user, ObjectMapper json) {
    this.stories = stories;
    this.paths = paths;
    this.user = user;
    this.json = json;
  }

  /**
   * @param walk which walk is drawn, from 0: the corridor, then appeals; without it the corridor on
   *     the version it came to
   */
  @GetMapping
  String show(
      @PathVariable String number, @RequestParam(required = false) Integer walk, Model model) {
    Viewer viewer = user.viewer();
    CaseStory story = stories.of(number, viewer);
    List<WalkPicture> walks =
        paths.of(number).stream()
            .map(one -> WalkPicture.of(one, paths.names(one.definitionId()), story.at()))
            .toList();
    model.addAttribute("story", story);
    model.addAttribute("head", story.header());
    model.addAttribute("grid", json(story.places().grid()));
    model.addAttribute("ledger", LedgerPicture.of(story.ledger()));
    model.addAttribute("photos", PhotoWall.of(story));
    model.addAttribute("kinds", kinds(story));
    model.addAttribute("walks", walks);
    model.addAttribute(
        "shown",
        walk == null ? lastOfCorridor(walks) : Math.max(0, Math.min(walk, walks.size() - 1)));
    model.addAttribute("label", new StepLabel(AuditNames.isEnglish()));
    model.addAttribute("mayOpenReporter", viewer.seesReporters());
    return "case";
  }

  /** A case that was migrated ended on one version of its diagram and went on on another. */
  private static int lastOfCorridor(List<WalkPicture> walks) {
    return IntStream.range(0, walks.size())
        .filter(index -> walks.get(index).key().equals(walks.get(0).key()))
        .reduce(
            (earlier, later) ->
                walks.get(later).open() || !walks.get(earlier).open() ? later : earlier)
        .orElse(0);
  }

  private String json(Object geometry) {
    try {
      return geometry == null ? null : json.writeValueAsString(geometry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many events there are of each kind that occurs. */
  private static Map<CaseStory.Kind, Long> kinds(CaseStory story) {
    Map<CaseStory.Kind, Long> counted =
        story.timeline().stream()
            .collect(Collectors.groupingBy(CaseStory.Event::kind, Collectors.counting()));
    Map<CaseStory.Kind, Long> ordered = new EnumMap<>(CaseStory.Kind.class);
    Arrays.stream(CaseStory.Kind.values())
        .filter(counted::containsKey)
        .forEach(kind -> ordered.put(kind, counted.get(kind)));
    return ordered;
  }
}
