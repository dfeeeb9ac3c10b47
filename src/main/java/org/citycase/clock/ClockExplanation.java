package org.citycase.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers why a case is overdue, or that it is not, from its ledger alone. */
@Component
public class ClockExplanation {

  private final CaseClocks clocks;
  private final CityClock now;

  ClockExplanation(CaseClocks clocks, CityClock now) {
    this.clocks = clocks;
    this.now = now;
  }

  /** The same answer in Chinese and in English. */
  public record Sentences(String zh, String en) {}

  public Sentences of(String caseNumber) {
    return of(clocks.ledger(caseNumber), now.now());
  }

  /** Since when a case is overdue by its ledger; null when it is not. */
  public Instant overdueSince(List<Segment> ledger) {
    return Rounds.overdueSince(ledger, now.now());
  }

  /** Each stretch of a ledger in one sentence, in their order. */
  public List<Sentences> steps(List<Segment> ledger) {
    List<Sentences> told = new ArrayList<>();
    for (int i = 0; i < ledger.size(); i++) {
      Segment before = ledger.get(Math.max(0, i - 1));
      told.add(
          new Sentences(
              new LedgerStory(true, now).one(before, ledger.get(i)),
              new LedgerStory(false, now).one(before, ledger.get(i))));
    }
    return told;
  }

  /** A word of the ledger: why a stretch began. */
  public Sentences word(String word) {
    return new Sentences(LedgerWords.chinese(word), word);
  }

  Sentences of(List<Segment> ledger, Instant at) {
    return new Sentences(
        new LedgerStory(true, now).tell(ledger, at), new LedgerStory(false, now).tell(ledger, at));
  }
}
