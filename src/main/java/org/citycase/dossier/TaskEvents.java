package org.citycase.dossier;

import java.util.ArrayList;
import java.util.List;
import org.citycase.clock.StageStretch;
import org.citycase.dossier.CaseStory.Detail;
import org.citycase.dossier.CaseStory.Event;
import org.citycase.dossier.CaseStory.Kind;
import org.citycase.rules.Bilingual;
import org.springframework.stereotype.Component;

/** Tells who had which task of a case, how long, and whether in time. */
@Component
class TaskEvents {

  private final Names names;

  TaskEvents(Names names) {
    this.names = names;
  }

  List<Event> of(List<StageStretch> stretches) {
    List<Event> events = new ArrayList<>();
    for (StageStretch stretch : stretches) {
      events.add(event(stretch, events.size() + 1));
    }
    return events;
  }

  private Event event(StageStretch stretch, int seq) {
    Bilingual task = StoryWords.name("stage", stretch.stage());
    String actor = stretch.person() == null ? stretch.holder() : stretch.person();
    return new Event(
        stretch.from(),
        stretch.to(),
        Kind.TASK,
        seq,
        StoryWords.title(StoryWords.say("tell.task.title", task)),
        StoryWords.stopped(sentence(stretch, task)),
        actor,
        stretch.person() == null ? names.holder(actor) : names.person(actor),
        null,
        null,
        null,
        null,
        null,
        List.of(
            new Detail(StoryWords.say("fact.holder"), names.holder(stretch.holder())),
            new Detail(StoryWords.say("fact.limit"), names.limit(stretch.limit())),
            new Detail(StoryWords.say("fact.used"), names.time(stretch.usedSeconds()))),
        null);
  }

  private Bilingual sentence(StageStretch stretch, Bilingual task) {
    String how = stretch.to() == null ? "open" : stretch.person() == null ? "ended" : "done";
    Bilingual late = StoryWords.say(stretch.overdue() ? "tell.task.late" : "tell.task.inTime");
    return StoryWords.say(
        "tell.task." + how,
        task,
        names.minute(stretch.from()),
        names.holder(stretch.holder()),
        names.limit(stretch.limit()),
        stretch.dueAt() == null ? "—" : names.minute(stretch.dueAt()),
        names.time(stretch.usedSeconds()),
        stretch.paused() ? StoryWords.joined(late, StoryWords.say("tell.task.paused")) : late,
        stretch.to() == null ? "" : names.minute(stretch.to()),
        stretch.person() == null ? "" : names.person(stretch.person()));
  }
}
