package org.citycase.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citycase.access.Viewer;
import org.citycase.casefile.Attachments;
import org.citycase.casefile.CaseDesk;
import org.citycase.clock.CaseClocks;
import org.citycase.dossier.CaseStory.Photo;
import org.citycase.process.Paths;
import org.citycase.process.Walk;
import org.citycase.rules.DecisionTables;
import org.citycase.trail.Extent;
import org.citycase.trail.Snapshots;
import org.citycase.trail.TrailExport;
import org.springframework.stereotype.Service;

/**
 * The dossier of a case as a ZIP: story, case, receipts and ledger as JSON, the photos as they were
 * sent, the diagrams with the path, the PDF, and a list of the SHA-256 of each file as {@code
 * sha256sum -c} reads it.
 */
@Service
public class DossierArchive {

  private final Dossiers dossiers;
  private final CaseStories stories;
  private final CaseDesk desk;
  private final CaseShown shown;
  private final CaseClocks clocks;
  private final DecisionTables tables;
  private final Attachments attachments;
  private final Paths paths;
  private final TrailExport trail;
  private final Snapshots snapshots;
  private final ObjectMapper json;

  DossierArchive(
      Dossiers dossiers,
      CaseStories stories,
      CaseDesk desk,
      CaseShown shown,
      CaseClocks clocks,
      DecisionTables tables,
      Attachments attachments,
      Paths paths,
      TrailExport trail,
      Snapshots snapshots,
      ObjectMapper json) {
    this.dossiers = dossiers;
    this.stories = stories;
    this.desk = desk;
    this.shown = shown;
    this.clocks = clocks;
    this.tables = tables;
    this.attachments = attachments;
    this.paths = paths;
    this.trail = trail;
    this.snapshots = snapshots;
    this.json = json;
  }

  /** The ZIP for this viewer, ready to be written; refused as {@link Dossiers#pdf} is. */
  public PackedFiles of(String number, Viewer viewer, boolean chinese) {
    Map<String, byte[]> files = new TreeMap<>();
    CaseStory story = snapshots.read(() -> read(number, viewer, files));
    files.put("dossier.pdf", dossiers.pdf(story, chinese));
    diagrams(story, chinese, files);
    return packed(files, story.photos());
  }

  /** Reads story and trail as of one instant: both end with the same entry of the log. */
  private CaseStory read(String number, Viewer viewer, Map<String, byte[]> files) {
    CaseStory story = stories.of(number, viewer);
    try {
      files.put("story.json", text(story));
      files.put("case.json", text(shown.of(desk.read(number, viewer), viewer)));
      files.put("receipts.json", text(tables.receiptsOf(number)));
      files.put("ledger.json", text(clocks.ledger(number)));
      files.put("trail.ndjson.gz", trail(story));
    } catch (IOException e) {
      throw new UncheckedIOException("The dossier of case " + number + " could not be packed.", e);
    }
    return story;
  }

  /** The photos are added as they were sent, by their SHA-256. */
  private PackedFiles packed(Map<String, byte[]> files, List<Photo> photos) {
    Map<PackedFiles.Kept, PackedFiles.Source> kept = new LinkedHashMap<>();
    for (Photo photo : photos) {
      String name = "photos/" + photo.sha256() + ending(photo.contentType());
      kept.put(new PackedFiles.Kept(name, photo.sha256()), () -> attachments.photo(photo.sha256()));
    }
    return new PackedFiles(files, kept);
  }

  private void diagrams(CaseStory story, boolean chinese, Map<String, byte[]> files) {
    int appeals = 0;
    for (Walk walk : story.path()) {
      String name = appeals++ == 0 ? "diagram" : "diagram-" + appeals;
      String title = story.header().number() + " " + walk.key() + " " + walk.version();
      String svg = DiagramSvg.of(dossiers.drawing(walk, story, chinese), title);
      files.put(name + ".svg", svg.getBytes(StandardCharsets.UTF_8));
      files.put(
          name + ".bpmn", paths.diagram(walk.definitionId()).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What the offline checker reads: it finds the photos beside it. */
  private byte[] trail(CaseStory story) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    trail.writeSeen(Extent.of(story.header().number()), story.at(), lines);
    return lines.toByteArray();
  }

  private byte[] text(Object value) throws IOException {
    return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
  }

  private static String ending(String contentType) {
    return switch (contentType) {
      case "image/png" -> ".png";
      case "image/webp" -> ".webp";
      default -> ".jpg";
    };
  }
}
