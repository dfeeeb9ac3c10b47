package org.citycase.dossier;

import java.time.Instant;
import java.util.List;
import org.citycase.access.Viewer;
import org.citycase.casefile.Attachments;
import org.citycase.casefile.CaseDesk;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.ReporterMask;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.clock.ClockExplanation;
import org.citycase.clock.ClockView;
import org.citycase.clock.Segment;
import org.citycase.dossier.CaseStory.Event;
import org.citycase.dossier.CaseStory.Photo;
import org.citycase.process.Paths;
import org.citycase.rules.Bilingual;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the whole story of a case to those who may read it. */
@Service
@Transactional(readOnly = true)
public class CaseStories {

  private final CaseDesk desk;
  private final CaseClocks clocks;
  private final ClockExplanation explanation;
  private final ClockEvents ledger;
  private final StoryTimeline timeline;
  private final StoryHeader header;
  private final StoryPlaces places;
  private final Attachments attachments;
  private final Paths paths;
  private final CityClock clock;

  CaseStories(
      CaseDesk desk,
      CaseClocks clocks,
      ClockExplanation explanation,
      ClockEvents ledger,
      StoryTimeline timeline,
      StoryHeader header,
      StoryPlaces places,
      Attachments attachments,
      Paths paths,
      CityClock clock) {
    this.desk = desk;
    this.clocks = clocks;
    this.explanation = explanation;
    this.ledger = ledger;
    this.timeline = timeline;
    this.header = header;
    this.places = places;
    this.attachments = attachments;
    this.paths = paths;
    this.clock = clock;
  }

  /**
   * The story of this case as it is now.
   *
   * @throws org.citycase.Refusal when there is no such case, or it is not the viewer's to see
   */
  public CaseStory of(String number, Viewer viewer) {
    CaseFile file = desk.read(number, viewer);
    Instant now = clock.instant();
    ClockView face = clocks.view(number, now);
    List<Segment> segments = clocks.ledger(number);
    List<CaseDesk.Trail> trail = desk.trail(number);
    List<Event> events = timeline.of(file, trail, segments);
    List<Photo> photos =
        attachments.of(number).stream().map(one -> places.photo(one, file.place())).toList();
    Instant overdueSince = face.overdue() ? explanation.overdueSince(segments) : null;
    ReporterMask mask = ReporterMask.of(file, viewer);
    Bilingual clockStory = ledger.named(explanation.of(number), segments);
    return new CaseStory(
        now,
        header.of(file, new StoryHeader.Clock(face, overdueSince), mask, lastEntry(events)),
        events,
        ledger.bars(segments, now, file.state().isEnd()),
        photos,
        places.of(file, trail, photos),
        clockStory,
        face.overdue() ? clockStory : null,
        paths.of(number),
        masked(mask));
  }

  private static Event lastEntry(List<Event> events) {
    return events.stream()
        .filter(event -> event.hash() != null)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private static List<Bilingual> masked(ReporterMask mask) {
    return mask == null ? List.of() : List.of(new Bilingual(mask.note(), mask.noteEn()));
  }
}
