package org.citycase.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.citycase.Refusal;
import org.citycase.Wordless;
import org.citycase.casefile.CaseFiles;
import org.citycase.clock.CaseLedgers;
import org.citycase.clock.CityClock;
import org.citycase.release.RehearsalStore.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rehearsals (预演) of drafts, one of each draft at a time. They work on all processors, but never on
 * more than half of the connections to the database: the desks need the others.
 */
@Service
class Rehearsals implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);

  /** How long a rehearsal may be silent before its node is taken for gone. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private static final String BROKEN_OFF =
      "The service stopped while it rehearsed: begin the rehearsal again.";
  private static final int LONGEST_FAILURE = 1000;

  private final RehearsalStore store;
  private final Rehearsal.House house;
  private final CityClock clock;
  private final ObjectMapper json;
  private final int threads;
  private final ExecutorService workers;

  /** The runs of this node: a clock that is moved meanwhile does not make them silent. */
  private final Set<String> here = ConcurrentHashMap.newKeySet();

  Rehearsals(
      RehearsalStore store,
      PastCases past,
      CaseFiles files,
      CaseLedgers ledgers,
      Consequences consequences,
      StoredFacts facts,
      CityClock clock,
      ObjectMapper json,
      PlatformTransactionManager transactions,
      @Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
    TransactionTemplate reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    this.store = store;
    this.house = new Rehearsal.House(past, files, ledgers, consequences, facts, clock, reading);
    this.clock = clock;
    this.json = json;
    this.threads =
        Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), connections / 2));
    this.workers = Executors.newFixedThreadPool(threads);
  }

  /** Rehearses and waits for what is found; refuses when it is cancelled or fails. */
  Progress run(Subject subject, Scope scope, String by) {
    Kept ended = begun(subject, scope, by).join();
    if (ended.outcome() == null) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          ended.failure() == null ? "The rehearsal was cancelled." : ended.failure());
    }
    return progress(ended);
  }

  /** Begins a rehearsal, which goes on by itself; its draft's rehearsal before is forgotten. */
  Progress begin(Subject subject, Scope scope, String by) {
    begun(subject, scope, by);
    return headOf(subject.draft()).orElseThrow();
  }

  private CompletableFuture<Kept> begun(Subject subject, Scope scope, String by) {
    long draft = subject.draft();
    Kept begun = begins(subject, scope, by);
    if (runsHere(draft) || !store.begin(draft, begun, begun.askedAt().minus(SILENCE))) {
      throw runs(draft);
    }
    here.add(begun.run());
    Rehearsal rehearsal =
        new Rehearsal(
            house, subject, scope, done -> store.walked(draft, begun.run(), done, clock.instant()));
    CompletableFuture<?>[] parts =
        IntStream.range(0, threads)
            .mapToObj(part -> CompletableFuture.runAsync(rehearsal::work, workers))
            .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(parts)
        .handle(
            (nothing, failure) -> {
              Kept ended = failure == null ? found(begun, rehearsal) : failed(begun, failure);
              return end(draft, ended);
            });
  }

  private Kept begins(Subject subject, Scope scope, String by) {
    Instant now = clock.instant();
    return new Kept(
        UUID.randomUUID().toString(),
        subject.table(),
        subject.edition(),
        scope,
        by,
        now,
        now,
        RehearsalStore.RUNNING,
        0,
        house.past().count(scope),
        null,
        null);
  }

  private boolean runsHere(long draft) {
    return store
        .headOf(draft)
        .filter(Kept::isRunning)
        .map(Kept::run)
        .filter(here::contains)
        .isPresent();
  }

  private Refusal runs(long draft) {
    String who =
        headOf(draft)
            .map(other -> "%s since %s".formatted(other.askedBy(), other.askedAt()))
            .orElse("somebody else");
    return new Refusal(
        Refusal.Kind.CONFLICT,
        "This draft is being rehearsed by "
            + who
            + ": wait for it, or cancel that rehearsal first.");
  }

  private Kept found(Kept begun, Rehearsal rehearsal) {
    try {
      String outcome = json.writeValueAsString(rehearsal.outcome());
      return begun.ended(RehearsalStore.DONE, outcome, null);
    } catch (JsonProcessingException e) {
      return failed(begun, e);
    }
  }

  private static Kept failed(Kept begun, Throwable failure) {
    LOG.error("A rehearsal of a draft of table {} failed.", begun.table(), Wordless.of(failure));
    String why = "The rehearsal failed: " + failure.getMessage();
    return begun.ended(
        RehearsalStore.FAILED,
        null,
        why.length() <= LONGEST_FAILURE ? why : why.substring(0, LONGEST_FAILURE));
  }

  private Kept end(long draft, Kept ended) {
    try {
      return store.end(draft, ended) ? ended : ended.ended(RehearsalStore.CANCELLED, null, null);
    } finally {
      here.remove(ended.run());
    }
  }

  /** The last rehearsal of a draft, if there was one. */
  Optional<Progress> of(long draft) {
    return store.of(draft).map(this::progress);
  }

  /** The same without what it found, which may be long. */
  Optional<Progress> headOf(long draft) {
    return store.headOf(draft).map(this::progress);
  }

  private Progress progress(Kept kept) {
    boolean gone =
        kept.isRunning()
            && !here.contains(kept.run())
            && kept.seenAt().plus(SILENCE).isBefore(clock.instant());
    return new Progress(
        kept.edition(),
        gone ? RehearsalStore.FAILED : kept.state(),
        kept.done(),
        kept.total(),
        clock.inCity(kept.scope().from()),
        clock.inCity(kept.scope().to()),
        kept.scope().district(),
        kept.askedBy(),
        clock.inCity(kept.askedAt()),
        gone ? BROKEN_OFF : kept.failure(),
        kept.outcome() == null ? null : tree(kept.outcome()));
  }

  private JsonNode tree(String outcome) {
    try {
      return json.readTree(outcome);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored rehearsal cannot be read.", e);
    }
  }

  /** Ends a running rehearsal, wherever it runs; what it found so far is not kept. */
  void cancel(long draft) {
    if (!store.cancel(draft)) {
      throw new Refusal(
          Refusal.Kind.CONFLICT, "No rehearsal of this draft is running: there is none to cancel.");
    }
  }

  @Override
  public void destroy() {
    workers.shutdownNow();
  }
}
