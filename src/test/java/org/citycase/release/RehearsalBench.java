package org.citycase.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.citycase.bench.CountedService;
import org.citycase.release.PastCases.Place;
import org.citycase.replay.RecordedMonth;
import org.citycase.rules.Answerer;
import org.citycase.rules.OneTable;

/**
 * What a rehearsal of a recorded month costs, beside asking the compiled table alone the same
 * stored questions with as many threads: all of them, and those that differ.
 */
public final class RehearsalBench {

  private static final int RUNS = 7;
  private static final Scope EVER =
      new Scope(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), null);

  private final Rehearsals rehearsals;
  private final PastCases past;
  private final StoredFacts facts;
  private final Consequences consequences;
  private final int threads = Runtime.getRuntime().availableProcessors();

  private RehearsalBench(CountedService service) {
    this.rehearsals = service.get(Rehearsals.class);
    this.past = service.get(PastCases.class);
    this.facts = service.get(StoredFacts.class);
    this.consequences = service.get(Consequences.class);
  }

  public static void main(String[] args) throws Exception {
    try (CountedService service = RecordedMonth.service()) {
      long began = System.nanoTime();
      int cases = RecordedMonth.of(service).walk();
      System.out.printf("%d cases replayed in %.0f s%n", cases, seconds(began));
      RehearsalBench bench = new RehearsalBench(service);
      bench.line("filing-standard", "ask,C01-37-1,1,work_day", "ask,C01-37-1,4,work_hour");
      bench.line("penalty", "OT-4,0.5,1", "OT-4,0.6,1");
      bench.line("stage-limits", "", "");
    }
  }

  private void line(String table, String before, String after) throws InterruptedException {
    UnaryOperator<String> change = text -> text.replace(before, after);
    Answerer draft = OneTable.changed(table, change);
    Subject subject = new Subject(1, table, 1, OneTable.changed(table, text -> text), draft);
    double[] taken = new double[RUNS];
    JsonNode found = null;
    for (int run = 0; run < RUNS; run++) {
      long began = System.nanoTime();
      found = rehearsals.run(subject, EVER, "owner").result();
      taken[run] = seconds(began);
    }
    double first = taken[0];
    double typical = median(taken);
    List<StoredQuestion> questions = questions(table);
    double alone = alone(draft, questions);
    double differing = alone(draft, different(questions));
    System.out.printf(
        "%-16s %6d cases %7d questions (%d differ) %5d changed %3d errors: first %.2f s, then"
            + " %.3f s, %.0f cases/s, %.0f questions/s%n",
        table,
        found.path("cases").asInt(),
        questions.size(),
        found.path("different").asInt(),
        found.path("changedTotal").asInt(),
        found.path("errorsTotal").asInt(),
        first,
        typical,
        found.path("cases").asInt() / typical,
        questions.size() / typical);
    System.out.printf(
        "%16s the table alone, %d threads: all %.3f s, %.0f questions/s; a rehearsal takes %.2f of"
            + " it; those that differ %.3f s%n",
        "", threads, alone, questions.size() / alone, typical / alone, differing);
    System.out.printf("%16s %s%n", "", found.path("totals").path("byCategory"));
  }

  private List<StoredQuestion> questions(String table) {
    List<StoredQuestion> questions = new ArrayList<>();
    List<Place> page = past.page(EVER, null, 1000);
    while (!page.isEmpty()) {
      past.asked(table, page.stream().map(Place::number).toList())
          .values()
          .forEach(questions::addAll);
      page = past.page(EVER, page.get(page.size() - 1), 1000);
    }
    return questions;
  }

  private record Different(String question, Object day) {}

  private List<StoredQuestion> different(Collection<StoredQuestion> questions) {
    LinkedHashSet<Different> seen = new LinkedHashSet<>();
    return questions.stream()
        .filter(one -> seen.add(new Different(one.question(), consequences.day(one.basis()))))
        .toList();
  }

  /** Seconds to ask one table each question once, read from its text before; the median of runs. */
  private double alone(Answerer table, List<StoredQuestion> questions) throws InterruptedException {
    List<Map<String, Object>> asked =
        questions.stream().map(one -> facts.of(one.question())).toList();
    double[] taken = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      AtomicInteger next = new AtomicInteger();
      long began = System.nanoTime();
      List<Thread> people =
          IntStream.range(0, threads)
              .mapToObj(person -> new Thread(() -> ask(table, questions, asked, next)))
              .toList();
      people.forEach(Thread::start);
      for (Thread person : people) {
        person.join();
      }
      taken[run] = seconds(began);
    }
    return median(taken);
  }

  private void ask(
      Answerer table,
      List<StoredQuestion> questions,
      List<Map<String, Object>> asked,
      AtomicInteger next) {
    for (int mine = next.getAndIncrement(); mine < asked.size(); mine = next.getAndIncrement()) {
      table.ask(asked.get(mine), consequences.day(questions.get(mine).basis()));
    }
  }

  private static double median(double[] taken) {
    double[] sorted = taken.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
