package org.citycase.clock;

import java.time.Instant;
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

  Sentences of(List<Segment> ledger, Instant at) {
    return new Sentences(
        new LedgerStory(true, now).tell(ledger, at), new LedgerStory(false, now).tell(ledger, at));
  }
}
