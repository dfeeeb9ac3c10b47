package org.citycase.release;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.citycase.Refusal;
import org.citycase.rules.Answerer;
import org.citycase.rules.Answerer.Asked;

/**
 * Asks the version before and the draft the same stored questions. Reports are alike: a question
 * that was asked before on the same day is not asked again. Asked by many threads at once.
 */
final class BothAnswers {

  /** Enough for the different questions of a year; beyond that each is asked again. */
  private static final int REMEMBERED = 200_000;

  private record Key(String question, LocalDate on) {}

  /**
   * What both said.
   *
   * @param before null when the version before does not answer
   * @param after null when the draft does not answer
   * @param fault why the draft does not answer; empty when it does
   */
  record Answers(Asked before, Asked after, String fault) {

    boolean differ() {
      return after != null && (before == null || !before.answer().equals(after.answer()));
    }

    /** The same answer by another row. */
    boolean ofAnotherRow() {
      return !differ() && after != null && !before.row().equals(after.row());
    }
  }

  private final Answerer before;
  private final Answerer after;
  private final StoredFacts facts;
  private final Map<Key, Answers> known = new ConcurrentHashMap<>();
  private final LongAdder different = new LongAdder();

  BothAnswers(Subject subject, StoredFacts facts) {
    this.before = subject.before();
    this.after = subject.after();
    this.facts = facts;
  }

  Answers to(String question, LocalDate on) {
    Key key = new Key(question, on);
    Answers answers = known.get(key);
    if (answers == null) {
      answers = ask(facts.of(question), on);
      different.increment();
      if (known.size() < REMEMBERED) {
        known.putIfAbsent(key, answers);
      }
    }
    return answers;
  }

  /** How many questions were put to the tables. */
  long asked() {
    return different.sum();
  }

  private Answers ask(Map<String, Object> question, LocalDate on) {
    Asked old = beforeOrNull(question, on);
    try {
      return new Answers(old, after.ask(question, on), "");
    } catch (Refusal | IllegalArgumentException unanswered) {
      return new Answers(old, null, unanswered.getMessage());
    }
  }

  private Asked beforeOrNull(Map<String, Object> question, LocalDate on) {
    try {
      return before.ask(question, on);
    } catch (Refusal | IllegalArgumentException unanswered) {
      return null;
    }
  }
}
