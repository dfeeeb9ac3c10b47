package org.citycase.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citycase.Wordless;
import org.citycase.access.Viewer;
import org.citycase.casefile.Attachments;
import org.citycase.clock.CityClock;
import org.citycase.dossier.CaseStory.Photo;
import org.citycase.notice.Documents;
import org.citycase.process.Paths;
import org.citycase.process.Walk;
import org.citycase.rules.Bilingual;
import org.citycase.trail.Snapshots;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The dossier of a case (案件档案) as PDF: the story in one language, filled into {@code
 * forms/documents/dossier.vm} and printed.
 */
@Service
public class Dossiers {

  private static final Logger LOG = LoggerFactory.getLogger(Dossiers.class);
  private static final String DOCUMENT = "dossier";

  private final CaseStories stories;
  private final Attachments attachments;
  private final Paths paths;
  private final Documents documents;
  private final CityClock clock;
  private final Snapshots snapshots;

  Dossiers(
      CaseStories stories,
      Attachments attachments,
      Paths paths,
      Documents documents,
      CityClock clock,
      Snapshots snapshots) {
    this.stories = stories;
    this.attachments = attachments;
    this.paths = paths;
    this.documents = documents;
    this.clock = clock;
    this.snapshots = snapshots;
  }

  /**
   * The dossier for this viewer.
   *
   * @throws org.citycase.Refusal when the case is not the viewer's to see, or the template is
   *     broken; the sentence names its file and line
   */
  public byte[] pdf(String number, Viewer viewer, boolean chinese) {
    return pdf(snapshots.read(() -> stories.of(number, viewer)), chinese);
  }

  byte[] pdf(CaseStory story, boolean chinese) {
    List<DiagramDrawing> drawings = new ArrayList<>();
    List<PageDiagram> pages = new ArrayList<>();
    for (Walk walk : story.path()) {
      drawings.add(drawing(walk, story, chinese));
      pages.add(PageDiagram.of(title(walk), drawings.get(pages.size()), pages.size()));
    }
    Set<String> lost = new HashSet<>();
    Map<String, byte[]> prints = prints(story.photos(), lost);
    String language = chinese ? "zh-CN" : "en";
    Map<String, Object> facts =
        Map.of(
            "story", story,
            "in", new PageLanguage(chinese, clock.getZone()),
            "zh", chinese,
            "lang", language,
            "diagrams", pages,
            "printable", List.copyOf(prints.keySet()),
            "lost", List.copyOf(lost));
    return new PdfPrinter(prints, drawings).print(documents.page(DOCUMENT, facts), language);
  }

  DiagramDrawing drawing(Walk walk, CaseStory story, boolean chinese) {
    DiagramPlan plan = DiagramReader.read(paths.diagram(walk.definitionId()));
    return DiagramArtist.draw(plan, DiagramPath.of(walk, story.at()), chinese);
  }

  private Bilingual title(Walk walk) {
    Bilingual key = StoryWords.name("diagram", walk.key());
    String deployed =
        walk.deployedAt() == null ? "—" : clock.inCity(walk.deployedAt()).toLocalDate().toString();
    return StoryWords.say("tell.walk", key, walk.version(), deployed);
  }

  /**
   * The photos that can be printed by their SHA-256; those that cannot be read any more are lost.
   */
  private Map<String, byte[]> prints(List<Photo> photos, Set<String> lost) {
    Map<String, byte[]> prints = new LinkedHashMap<>();
    for (Photo photo : photos) {
      Optional<InputStream> kept = attachments.photo(photo.sha256());
      if (kept.isEmpty()) {
        lost.add(photo.sha256());
        continue;
      }
      try (InputStream in = kept.get()) {
        PhotoPrint.of(in.readAllBytes()).ifPresent(print -> prints.put(photo.sha256(), print));
      } catch (IOException unreadable) {
        LOG.warn("The photo {} cannot be read.", photo.sha256(), Wordless.of(unreadable));
        lost.add(photo.sha256());
      }
    }
    return prints;
  }
}
