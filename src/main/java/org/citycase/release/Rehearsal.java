package org.citycase.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.clock.CaseLedger;
import org.citycase.clock.CaseLedgers;
import org.citycase.clock.CityClock;
import org.citycase.release.AskedCase.Answered;
import org.citycase.release.PastCases.Place;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One rehearsal (预演): walks the cases of a period and asks a draft what its table was asked about
 * them. Any number of threads work on it, each taking the next page; a page is read in one
 * read-only transaction.
 */
final class Rehearsal {

  /** Enough for a page to cost one round to the database and not many. */
  private static final int PAGE = 200;

  /** What a rehearsal reads. */
  record House(
      PastCases past,
      CaseFiles files,
      CaseLedgers ledgers,
      Consequences consequences,
      StoredFacts facts,
      CityClock clock,
      TransactionTemplate reading) {}

  private final House house;
  private final Subject subject;
  private final Scope scope;
  private final LongPredicate goesOn;
  private final BothAnswers both;
  private final Findings findings = new Findings();
  private final long began = System.nanoTime();
  private Place last;
  private long done;
  private volatile boolean stopped;

  /**
   * @param goesOn told after each page how many cases are done; false ends the rehearsal
   */
  Rehearsal(House house, Subject subject, Scope scope, LongPredicate goesOn) {
    this.house = house;
    this.subject = subject;
    this.scope = scope;
    this.goesOn = goesOn;
    this.both = new BothAnswers(subject, house.facts());
  }

  /** Takes part until no page is left, or it is stopped. */
  void work() {
    try {
      for (List<String> page = next(); !page.isEmpty(); page = next()) {
        List<String> numbers = page;
        house.reading().executeWithoutResult(status -> walk(numbers));
        count(numbers.size());
      }
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  void stop() {
    stopped = true;
  }

  /** What was found; only of use when all threads are through. */
  Outcome outcome() {
    return findings.outcome(subject, both.asked(), (System.nanoTime() - began) / 1_000_000);
  }

  private synchronized List<String> next() {
    if (stopped) {
      return List.of();
    }
    List<Place> page = house.past().page(scope, last, PAGE);
    last = page.isEmpty() ? last : page.get(page.size() - 1);
    return page.stream().map(Place::number).toList();
  }

  private synchronized void count(int cases) {
    done += cases;
    if (!goesOn.test(done)) {
      stop();
    }
  }

  private void walk(List<String> numbers) {
    List<AskedCase> changing = new ArrayList<>();
    long questions = 0;
    for (AskedCase asked : asked(numbers)) {
      questions += asked.receipts().size();
      if (asked.changes()) {
        changing.add(asked);
      } else if (asked.receipts().stream().anyMatch(one -> one.answers().ofAnotherRow())) {
        findings.sameByAnotherRow();
      }
      asked.receipts().stream()
          .map(one -> one.answers().fault())
          .filter(fault -> !fault.isEmpty())
          .findFirst()
          .ifPresent(
              fault -> findings.failed(new Unanswered(asked.number(), subject.table(), fault)));
    }
    findings.walked(numbers.size(), questions);
    if (!changing.isEmpty()) {
      follow(changing);
    }
  }

  private List<AskedCase> asked(List<String> numbers) {
    return house.past().asked(subject.table(), numbers).entrySet().stream()
        .map(
            one ->
                new AskedCase(
                    subject.table(),
                    one.getKey(),
                    one.getValue().stream().map(this::answered).toList()))
        .toList();
  }

  private Answered answered(StoredQuestion asked) {
    return new Answered(asked, both.to(asked.question(), house.consequences().day(asked.basis())));
  }

  private void follow(List<AskedCase> changing) {
    List<String> numbers = changing.stream().map(AskedCase::number).toList();
    Map<String, CaseFile> files =
        house.files().read(numbers).stream()
            .collect(Collectors.toMap(CaseFile::number, Function.identity()));
    Map<String, CaseLedger> ledgers =
        house.consequences().followFrom(subject.table()) ? house.ledgers().of(numbers) : Map.of();
    for (AskedCase asked : changing) {
      CaseFile file = files.get(asked.number());
      Effect effect = house.consequences().of(subject, asked, file, ledgers.get(asked.number()));
      findings.changes(ChangedCase.of(asked, file, effect, house.clock()), file, effect);
    }
  }
}
