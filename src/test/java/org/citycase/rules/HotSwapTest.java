package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citycase.Refusal;
import org.citycase.TestDatabase;
import org.citycase.evaluate.Penalty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes are asked without pause while versions are published on both. */
@Tag(TestDatabase.TAG)
class HotSwapTest {

  private static final int VERSIONS = 6;
  private static final int ASKERS_OF_A_NODE = 2;

  /** Ten times as fast as the sun, so that nobody waits long for a version. */
  private static final class FastClock extends Clock {

    private static final int SPEED = 10;

    private final Instant begin = Instant.parse("2026-03-10T01:00:00Z");
    private final long begun = System.nanoTime();

    @Override
    public Instant instant() {
      return begin.plusMillis(Duration.ofNanos((System.nanoTime() - begun) * SPEED).toMillis());
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("The city has one zone.");
    }
  }

  private final Clock clock = new FastClock();
  private final TableNode.Shared shared = TableNode.Shared.with(clock);

  @TempDir Path content;

  private volatile boolean open = true;

  @Test
  void everyQuestionIsAnsweredByTheVersionInForceAtItsInstant() throws Exception {
    TableNode.content(content);
    List<Decision<Penalty>> decisions = new ArrayList<>();
    try (TableNode here = new TableNode(content, shared, Map.of());
        TableNode there = new TableNode(content, shared, Map.of())) {
      List<Future<List<Decision<Penalty>>>> asked = new ArrayList<>();
      ExecutorService askers = Executors.newFixedThreadPool(2 * ASKERS_OF_A_NODE);
      for (int i = 0; i < 2 * ASKERS_OF_A_NODE; i++) {
        TableNode node = i % 2 == 0 ? here : there;
        String number = "asker " + i;
        asked.add(askers.submit(() -> askWithoutPause(node, number)));
      }
      Map<String, Double> points = publishAll(here, there);
      open = false;
      for (Future<List<Decision<Penalty>>> each : asked) {
        decisions.addAll(each.get());
      }
      askers.shutdown();

      TableHistory history =
          new TableHistory(TableNode.TABLE, here.the(TableVersions.class).held(TableNode.TABLE));
      assertThat(decisions).allSatisfy(decision -> agrees(decision, history, points));
      assertThat(decisions).extracting(Decision::version).containsAll(points.keySet());
      ReceiptCheck.Outcome receipts = there.receipts();
      assertThat(receipts.receipts()).isEqualTo(decisions.size());
      assertThat(receipts.same()).isEqualTo(decisions.size());
    }
  }

  private static void agrees(
      Decision<Penalty> decision, TableHistory history, Map<String, Double> points) {
    assertThat(decision.version()).isEqualTo(history.at(decision.at()).version());
    assertThat(decision.answer().points()).isEqualTo(points.get(decision.version()));
  }

  private List<Decision<Penalty>> askWithoutPause(TableNode node, String number) {
    List<Decision<Penalty>> decisions = new ArrayList<>();
    long longest = 0;
    while (open) {
      long begun = System.nanoTime();
      decisions.add(node.ask(number));
      longest = Math.max(longest, System.nanoTime() - begun);
    }
    System.out.printf(
        "%s: %d questions, longest wait %d ms%n",
        number, decisions.size(), Duration.ofNanos(longest).toMillis());
    return decisions;
  }

  /** The points of the first row by version. */
  private Map<String, Double> publishAll(TableNode here, TableNode there) {
    Map<String, Double> points = new HashMap<>();
    points.put(here.desk().inForce(TableNode.TABLE).version(), 0.1);
    for (int i = 1; i <= VERSIONS; i++) {
      double wanted = 1 + i / 10.0;
      TableVersion version = publish(i % 2 == 0 ? here : there, String.valueOf(wanted));
      points.put(version.version(), wanted);
      here.the(TableShelf.class).follow();
      there.the(TableShelf.class).follow();
      here.desk().await(version);
      assertThat(clock.instant()).isAfterOrEqualTo(version.effectiveAt());
    }
    return points;
  }

  /** On a busy machine the fast clock may leave too little time; an owner tries again, too. */
  private static TableVersion publish(TableNode node, String points) {
    while (true) {
      try {
        return node.publish("OT-1", points);
      } catch (Refusal busy) {
        assertThat(busy.kind()).isEqualTo(Refusal.Kind.CONFLICT);
      }
    }
  }
}
