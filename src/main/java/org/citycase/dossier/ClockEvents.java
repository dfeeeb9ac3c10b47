package org.citycase.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citycase.clock.ClockExplanation;
import org.citycase.clock.ClockExplanation.Sentences;
import org.citycase.clock.ClockState;
import org.citycase.clock.Segment;
import org.citycase.dossier.CaseStory.Bar;
import org.citycase.dossier.CaseStory.Detail;
import org.citycase.dossier.CaseStory.Event;
import org.citycase.dossier.CaseStory.Kind;
import org.citycase.rules.Bilingual;
import org.springframework.stereotype.Component;

/** Tells the ledger of a clock: each entry as an event, and all of them as the parts of a bar. */
@Component
class ClockEvents {

  private static final String OVERDUE = "overdue";

  private final ClockExplanation explanation;
  private final Names names;

  ClockEvents(ClockExplanation explanation, Names names) {
    this.explanation = explanation;
    this.names = names;
  }

  List<Event> events(List<Segment> ledger) {
    List<Sentences> steps = explanation.steps(ledger);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < ledger.size(); i++) {
      events.add(event(ledger.get(i), steps.get(i)));
    }
    return events;
  }

  private Event event(Segment segment, Sentences told) {
    String title = segment.adjusting() ? "tell.clock.adjusted" : "tell.clock." + code(segment);
    return new Event(
        segment.from(),
        segment.to(),
        Kind.CLOCK,
        segment.seq(),
        StoryWords.title(StoryWords.say(title)),
        StoryWords.title(named(told, List.of(segment))),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(
            new Detail(StoryWords.say("fact.holder"), names.holder(segment.holder())),
            new Detail(StoryWords.say("fact.limit"), names.limit(segment.limit())),
            new Detail(StoryWords.say("fact.used"), names.time(segment.usedSeconds())),
            new Detail(
                StoryWords.say("fact.calendar"), StoryWords.same(segment.calendarVersion()))),
        null);
  }

  /** Sentences of the clock, with the names of the units in place of their codes. */
  Bilingual named(Sentences told, List<Segment> ledger) {
    String zh = told.zh();
    String en = told.en();
    for (String holder : ledger.stream().map(Segment::holder).distinct().toList()) {
      Bilingual name = names.holder(holder);
      zh = zh.replace(holder, name.zh());
      en = en.replace(holder, name.en());
    }
    return new Bilingual(zh, en);
  }

  /** The parts of the bar; those without length are left out, and a clock that ended for good. */
  List<Bar> bars(List<Segment> ledger, Instant now, boolean over) {
    List<Bar> bars = new ArrayList<>();
    Map<Integer, Long> used = new LinkedHashMap<>();
    for (Segment segment : ledger) {
      boolean ended = over && segment.to() == null && segment.state() != ClockState.RUNNING;
      if (!ended && !segment.adjusting()) {
        bars.addAll(parts(segment, used.getOrDefault(segment.round(), 0L), now));
      }
      used.merge(segment.round(), segment.usedSeconds(), Long::sum);
    }
    double whole = bars.stream().mapToDouble(bar -> seconds(bar, now)).sum();
    return bars.stream()
        .filter(bar -> seconds(bar, now) > 0)
        .map(bar -> shared(bar, seconds(bar, now) / whole))
        .toList();
  }

  /** A running stretch that passed its due instant has two parts, in time and overdue. */
  private List<Bar> parts(Segment segment, long before, Instant now) {
    Instant end = segment.to() == null ? now : segment.to();
    Instant due = segment.dueAt();
    boolean late = segment.state() == ClockState.RUNNING && due != null && end.isAfter(due);
    if (!late) {
      return List.of(
          bar(segment, segment.from(), segment.to(), segment.usedSeconds(), code(segment)));
    }
    if (!due.isAfter(segment.from())) {
      return List.of(bar(segment, segment.from(), segment.to(), segment.usedSeconds(), OVERDUE));
    }
    long inTime = Math.max(0, Math.min(segment.usedSeconds(), segment.wholeSeconds() - before));
    return List.of(
        bar(segment, segment.from(), due, inTime, code(segment)),
        bar(segment, due, segment.to(), segment.usedSeconds() - inTime, OVERDUE));
  }

  private Bar bar(Segment segment, Instant from, Instant to, long seconds, String state) {
    Sentences why = explanation.word(segment.reason());
    return new Bar(
        segment.round(),
        from,
        to,
        state,
        StoryWords.name("clock", state),
        segment.holder(),
        names.holder(segment.holder()),
        seconds,
        0,
        new Bilingual(why.zh(), why.en()));
  }

  private static Bar shared(Bar bar, double share) {
    return new Bar(
        bar.round(),
        bar.from(),
        bar.to(),
        bar.state(),
        bar.stateName(),
        bar.holder(),
        bar.holderName(),
        bar.seconds(),
        share,
        bar.why());
  }

  private static double seconds(Bar bar, Instant now) {
    Instant end = bar.to() == null ? now : bar.to();
    return Math.max(0, Duration.between(bar.from(), end).toMillis() / 1000.0);
  }

  private static String code(Segment segment) {
    return segment.state().code();
  }
}
