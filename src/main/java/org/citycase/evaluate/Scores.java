package org.citycase.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citycase.Refusal;
import org.citycase.clock.CityClock;
import org.citycase.rules.Decision;
import org.citycase.rules.DecisionTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 综合得分 of units, posts and districts: counted in the database, weighed by the table. */
@Component
class Scores {

  private static final String TABLE = "score";

  private final JdbcClient jdbc;
  private final DecisionTables tables;
  private final Roll roll;
  private final CityClock clock;

  Scores(JdbcClient jdbc, DecisionTables tables, Roll roll, CityClock clock) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.roll = roll;
    this.clock = clock;
  }

  /**
   * Scores all objects of a kind.
   *
   * @param kind unit, post or region
   */
  @Transactional(readOnly = true)
  public ScoreReport of(String kind, Period period, String profile) {
    List<ScoreObject> objects = ScoreObject.ofKind(kind);
    Instant end = period.end(clock.getZone(), clock.now());
    Tally tally = tally(kind, new Tally(jdbc, period.begin(clock.getZone()), end));
    Map<ScoreQuestion, Decision<ScoreWeight>> asked = new HashMap<>();
    List<ScoreReport.Item> items = new ArrayList<>();
    for (ScoreObject object : objects) {
      Grading grading = new Grading(question -> ask(question, asked), object, profile);
      items.addAll(items(object, tally.counts(), grading::grade));
    }
    return new ScoreReport(
        kind, profile, period.from(), period.to(), end, TABLE, version(asked), items);
  }

  private static Tally tally(String kind, Tally empty) {
    return switch (kind) {
      case "unit" -> CaseTallies.ofUnits(empty);
      case "region" -> CaseTallies.ofDistricts(empty);
      default -> PostTallies.of(empty);
    };
  }

  private List<ScoreReport.Item> items(
      ScoreObject object, Map<String, Counts> all, Function<Counts, Grading.Graded> grade) {
    Map<String, Counts> counted =
        all.entrySet().stream()
            .filter(each -> Indicator.anyOf(object, each.getValue()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return roll.of(object, counted.keySet()).stream()
        .map(
            who ->
                ScoreReport.Item.of(
                    object, who, grade.apply(counted.getOrDefault(who.code(), new Counts()))))
        .toList();
  }

  private Decision<ScoreWeight> ask(
      ScoreQuestion question, Map<ScoreQuestion, Decision<ScoreWeight>> asked) {
    return asked.computeIfAbsent(question, each -> tables.peek(TABLE, each, ScoreWeight.class));
  }

  /** The one version that weighed; another may come in force while the objects are scored. */
  private String version(Map<ScoreQuestion, Decision<ScoreWeight>> asked) {
    Set<String> versions =
        asked.values().stream().map(Decision::version).collect(Collectors.toSet());
    if (versions.size() > 1) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "A new version of table score came in force just now: ask for the scores again.");
    }
    return versions.stream().findFirst().orElseGet(() -> tables.version(TABLE));
  }
}
