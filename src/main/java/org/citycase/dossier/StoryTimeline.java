package org.citycase.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citycase.casefile.CaseDesk.Trail;
import org.citycase.casefile.CaseFile;
import org.citycase.clock.Segment;
import org.citycase.clock.StageClocks;
import org.citycase.dossier.CaseStory.Detail;
import org.citycase.dossier.CaseStory.Event;
import org.citycase.dossier.CaseStory.Kind;
import org.citycase.notice.Notice;
import org.citycase.notice.Notices;
import org.citycase.rules.Bilingual;
import org.citycase.rules.DecisionTables;
import org.citycase.rules.Receipt;
import org.citycase.rules.ReceiptWords;
import org.springframework.stereotype.Component;

/**
 * Joins log, tasks, decisions, clock and notices to one timeline. The log gives the order; what
 * happened at the same instant is put beside the entry it belongs to: a decision before the act
 * that followed it, the rest after it. Ledger and tasks count in whole seconds, the log in
 * milliseconds.
 */
@Component
class StoryTimeline {

  private final LogEvents log;
  private final ClockEvents clock;
  private final TaskEvents tasks;
  private final StageClocks stages;
  private final Notices notices;
  private final DecisionTables tables;
  private final ReceiptWords words;
  private final Names names;

  StoryTimeline(
      LogEvents log,
      ClockEvents clock,
      TaskEvents tasks,
      StageClocks stages,
      Notices notices,
      DecisionTables tables,
      ReceiptWords words,
      Names names) {
    this.log = log;
    this.clock = clock;
    this.tasks = tasks;
    this.stages = stages;
    this.notices = notices;
    this.tables = tables;
    this.words = words;
    this.names = names;
  }

  private enum Side {
    BEFORE,
    ITSELF,
    AFTER
  }

  /** An event beside the log entry of this number. */
  private record Placed(Event event, int entry, Side side) {

    private static final Comparator<Placed> ORDER =
        Comparator.comparingInt(Placed::entry)
            .thenComparing(Placed::side)
            .thenComparing(placed -> placed.event().at().getEpochSecond())
            .thenComparing(placed -> placed.event().kind())
            .thenComparingInt(placed -> placed.event().seq());
  }

  List<Event> of(CaseFile file, List<Trail> trail, List<Segment> ledger) {
    List<Event> entries = log.of(file.number(), trail);
    List<Placed> placed = new ArrayList<>();
    entries.forEach(entry -> placed.add(new Placed(entry, entry.seq(), Side.ITSELF)));
    placed.addAll(decisions(file.number(), entries));
    List<Event> others = new ArrayList<>(clock.events(ledger));
    others.addAll(tasks.of(stages.of(file.number())));
    others.addAll(notices(file.number()));
    others.forEach(one -> placed.add(new Placed(one, last(entries, one), Side.AFTER)));
    return placed.stream().sorted(Placed.ORDER).map(Placed::event).toList();
  }

  /** From the last decision to the first: none stands after a later one. */
  private List<Placed> decisions(String number, List<Event> entries) {
    List<Receipt> receipts = tables.receiptsOf(number);
    List<Placed> placed = new ArrayList<>();
    Placed next = null;
    for (int i = receipts.size() - 1; i >= 0; i--) {
      Placed own = decision(receipts.get(i), i + 1, entries);
      boolean early = next == null || Placed.ORDER.compare(own, next) < 0;
      next = early ? own : new Placed(own.event(), next.entry(), next.side());
      placed.add(next);
    }
    return placed;
  }

  private Placed decision(Receipt receipt, int seq, List<Event> entries) {
    Event told = event(receipt, seq);
    return entries.stream()
        .filter(entry -> entry.at().equals(receipt.at()) && receipt.row().equals(entry.row()))
        .filter(entry -> entry.table() == null || entry.table().equals(receipt.table()))
        .findFirst()
        .map(entry -> new Placed(told, entry.seq(), Side.BEFORE))
        .orElseGet(() -> new Placed(told, last(entries, told), Side.AFTER));
  }

  private static int last(List<Event> entries, Event one) {
    return entries.stream()
        .filter(entry -> entry.at().getEpochSecond() <= one.at().getEpochSecond())
        .mapToInt(Event::seq)
        .max()
        .orElse(0);
  }

  private Event event(Receipt receipt, int seq) {
    return event(
        receipt.at(),
        Kind.DECISION,
        seq,
        words.table(receipt.table()),
        words.sentence(receipt),
        receipt,
        List.of());
  }

  private List<Event> notices(String number) {
    List<Event> told = new ArrayList<>();
    notices.of(number).forEach(notice -> told.add(notice(notice, told.size() + 1)));
    return told;
  }

  private Event notice(Notice notice, int seq) {
    Bilingual document = StoryWords.name("document", notice.document());
    Bilingual to =
        notice.to().citizen()
            ? StoryWords.say("tell.reporter")
            : names.holder(notice.to().name().isEmpty() ? "nobody" : notice.to().name());
    return event(
        notice.at(),
        Kind.NOTICE,
        seq,
        document,
        StoryWords.stopped(StoryWords.say("tell.notice", StoryWords.title(document), to)),
        null,
        List.of(new Detail(StoryWords.say("fact.text"), StoryWords.same(notice.body()))));
  }

  private Event event(
      Instant at,
      Kind kind,
      int seq,
      Bilingual title,
      Bilingual sentence,
      Receipt by,
      List<Detail> details) {
    return new Event(
        at,
        null,
        kind,
        seq,
        StoryWords.title(title),
        sentence,
        by == null ? null : "rule",
        by == null ? null : names.person("rule"),
        by == null ? null : by.table(),
        by == null ? null : by.version(),
        by == null ? null : by.row(),
        null,
        null,
        details,
        null);
  }
}
