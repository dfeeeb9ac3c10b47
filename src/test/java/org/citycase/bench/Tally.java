package org.citycase.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a database was asked: calls that ran a statement or a batch, by kind of statement and first
 * table, with the time they took; and commits, with those that had something to write.
 */
public final class Tally {

  private static final Pattern READ = Pattern.compile("(?is).*?\\bfrom\\s+(\\w+).*");
  private static final Pattern WRITE =
      Pattern.compile(
          "(?is)\\s*(?:insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+(\\w+).*");

  private final Map<String, String> kinds = new ConcurrentHashMap<>();
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();
  private final LongAdder commits = new LongAdder();
  private final LongAdder writingCommits = new LongAdder();

  private static final class Asked {
    private final LongAdder times = new LongAdder();
    private final LongAdder nanos = new LongAdder();
  }

  /** How often and how long one kind of statement ran. */
  public record Line(String kind, long times, double millis) {}

  void ran(String sql, long nanos) {
    Asked one = asked.computeIfAbsent(kind(sql), kind -> new Asked());
    one.times.increment();
    one.nanos.add(nanos);
  }

  /** Reading a statement's text is part of what it costs. */
  void prepared(String sql, long nanos) {
    asked.computeIfAbsent(kind(sql), kind -> new Asked()).nanos.add(nanos);
  }

  void committed(boolean wrote) {
    commits.increment();
    if (wrote) {
      writingCommits.increment();
    }
  }

  static boolean writes(String sql) {
    return WRITE.matcher(sql).matches();
  }

  private String kind(String sql) {
    return kinds.computeIfAbsent(
        sql,
        text -> {
          String verb = text.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
          Matcher table = (writes(text) ? WRITE : READ).matcher(text);
          return table.matches() ? verb + " " + table.group(1).toLowerCase(Locale.ROOT) : verb;
        });
  }

  public void clear() {
    asked.clear();
    commits.reset();
    writingCommits.reset();
  }

  public long statements() {
    return asked.values().stream().mapToLong(one -> one.times.sum()).sum();
  }

  public double millis() {
    return asked.values().stream().mapToLong(one -> one.nanos.sum()).sum() / 1e6;
  }

  public long commits() {
    return commits.sum();
  }

  public long writingCommits() {
    return writingCommits.sum();
  }

  /** The kinds that ran most often. */
  public List<Line> most(int lines) {
    return asked.entrySet().stream()
        .map(
            one ->
                new Line(
                    one.getKey(), one.getValue().times.sum(), one.getValue().nanos.sum() / 1e6))
        .sorted(Comparator.comparingLong(Line::times).reversed())
        .limit(lines)
        .toList();
  }

  /** Prints the kinds that ran most often, per case. */
  public void print(int lines, int cases) {
    System.out.printf("%n  %-44s %10s %12s%n", "statement", "per case", "ms per case");
    for (Line line : most(lines)) {
      System.out.printf(
          "  %-44s %10.2f %12.3f%n",
          line.kind(), (double) line.times() / cases, line.millis() / cases);
    }
  }
}
