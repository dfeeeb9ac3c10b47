package org.citycase.audit;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.citycase.Refusal;
import org.citycase.Wordless;
import org.citycase.audit.TrailCheckStore.Found;
import org.citycase.audit.TrailCheckStore.Kept;
import org.citycase.clock.CityClock;
import org.citycase.trail.Checker;
import org.citycase.trail.Extent;
import org.citycase.trail.Finding;
import org.citycase.trail.KeptPhotos;
import org.citycase.trail.TrailExport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Checks of the running service's own trails, photos included. A check reads beside the work of the
 * desks and takes one connection; each node makes one at a time.
 */
@Service
public class TrailChecks implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(TrailChecks.class);
  private static final String STOPPED =
      "服务在校验中途停止：请重新校验。 The service stopped while it checked: begin the check again.";
  private static final int MOST_KEPT = 1000;
  private static final int STEP = 500;
  private static final int LATEST = 20;

  private final TrailExport trails;
  private final KeptPhotos photos;
  private final TrailCheckStore store;
  private final CityClock clock;
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private final Set<String> here = ConcurrentHashMap.newKeySet();

  TrailChecks(TrailExport trails, KeptPhotos photos, TrailCheckStore store, CityClock clock) {
    this.trails = trails;
    this.photos = photos;
    this.store = store;
    this.clock = clock;
  }

  /** A check as it is shown; the findings beyond the first thousand are counted only. */
  public record Check(
      String id,
      String askedBy,
      OffsetDateTime askedAt,
      String state,
      long cases,
      long casesTotal,
      long findingsTotal,
      List<Finding> findings,
      String failure) {}

  /** Begins a check; refuses while another one runs on this node. */
  Check begin(Extent extent, String by) {
    synchronized (here) {
      if (!here.isEmpty()) {
        String running = here.iterator().next();
        throw Refusal.inBoth(
            Refusal.Kind.CONFLICT,
            "正在校验：请等 /api/audit/checks/%s 结束后再开始。".formatted(running),
            "A check is running: wait for /api/audit/checks/%s and begin again."
                .formatted(running));
      }
      String id = UUID.randomUUID().toString();
      Kept begun = store.begin(id, by, clock.instant(), extent);
      here.add(id);
      worker.submit(() -> run(id, extent));
      return shown(begun);
    }
  }

  /** Begins a check of everything. */
  public Check begin(String by) {
    return begin(Extent.WHOLE, by);
  }

  private void run(String id, Extent extent) {
    Gathered found = new Gathered();
    Checker checker = new Checker(photos, found::add, cases -> walked(id, cases, found.total));
    String failure = null;
    try {
      trails.trails(extent).tell(checker);
    } catch (RuntimeException e) {
      LOG.error("The check {} failed.", id, Wordless.of(e));
      failure = String.valueOf(e.getMessage());
    } finally {
      here.remove(id);
    }
    store.end(
        id, checker.tally().cases(), new Found(found.total, found.first), failure, clock.instant());
  }

  /** What one check found so far. */
  private static final class Gathered {

    private final List<Finding> first = new ArrayList<>();
    private long total;

    void add(Finding finding) {
      total++;
      if (first.size() < MOST_KEPT) {
        first.add(finding);
      }
    }
  }

  private void walked(String id, long cases, long findings) {
    if (cases % STEP == 0) {
      store.walked(id, cases, findings, clock.instant());
    }
  }

  public Optional<Check> of(String id) {
    return store.of(id).map(this::shown);
  }

  /** The latest checks, newest first, without their findings. */
  public List<Check> latest() {
    return store.latest(LATEST).stream().map(this::shown).toList();
  }

  private Check shown(Kept kept) {
    boolean lost = !here.contains(kept.id()) && kept.isSilentSince(clock.instant());
    return new Check(
        kept.id(),
        kept.askedBy(),
        clock.inCity(kept.askedAt()),
        lost ? TrailCheckStore.FAILED : kept.state(),
        kept.done(),
        kept.total(),
        kept.findingsTotal(),
        kept.findings(),
        lost ? STOPPED : kept.failure());
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
