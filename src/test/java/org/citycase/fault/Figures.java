package org.citycase.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What clients saw during a run. */
final class Figures {

  private static final int EXAMPLES = 8;

  private final Map<String, AtomicInteger> counts = new ConcurrentSkipListMap<>();
  private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> broken = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Written> written = new ConcurrentLinkedQueue<>();
  private final AtomicLong slowestRefusal = new AtomicLong();

  /**
   * A report that was answered with its number.
   *
   * @param sentAt when the request was sent that got the answer
   */
  record Acknowledged(String key, String number, Instant sentAt, Instant at) {}

  /** A request that wrote something and was answered well. */
  private record Written(Instant sentAt, Instant at) {}

  void written(Instant sentAt, Instant at) {
    written.add(new Written(sentAt, at));
  }

  void acknowledged(Acknowledged report) {
    acknowledged.add(report);
  }

  List<Acknowledged> acknowledged() {
    return List.copyOf(acknowledged);
  }

  void count(String what) {
    counts.computeIfAbsent(what, none -> new AtomicInteger()).incrementAndGet();
  }

  int of(String what) {
    return counts.getOrDefault(what, new AtomicInteger()).get();
  }

  void notNow(int status, Duration took) {
    count("answered " + status);
    slowestRefusal.accumulateAndGet(took.toMillis(), Math::max);
  }

  void noAnswer(Exception why) {
    count("no answer: " + why.getClass().getSimpleName());
  }

  /** A 5xx that does not say: try again. */
  void broken(String path, int status, String body) {
    count("answered " + status);
    String shortened = body.length() > 300 ? body.substring(0, 300) : body;
    broken
        .computeIfAbsent(status + " " + ids(path) + " " + ids(shortened), n -> new AtomicInteger())
        .incrementAndGet();
  }

  void refused(String what, Service.Answer answer) {
    count("refused");
    refusals
        .computeIfAbsent(
            what + ": " + answer.status() + " " + ids(answer.message()), n -> new AtomicInteger())
        .incrementAndGet();
  }

  private static String ids(String text) {
    return text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…").replaceAll("\\d{19}", "…");
  }

  int brokenAnswers() {
    return broken.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  /** From the fault to the first good answer to a request that was sent after it and wrote. */
  Duration firstGood(Instant fault) {
    return written.stream()
        .filter(one -> one.sentAt().isAfter(fault))
        .map(Written::at)
        .min(Comparator.naturalOrder())
        .map(at -> Duration.between(fault, at))
        .orElse(null);
  }

  /** The longest time in which nobody could write. */
  Duration longestGap(Instant from, Instant to) {
    List<Instant> at = new ArrayList<>(List.of(from, to));
    written.stream()
        .map(Written::at)
        .filter(one -> one.isAfter(from) && one.isBefore(to))
        .forEach(at::add);
    at.sort(Comparator.naturalOrder());
    Duration longest = Duration.ZERO;
    for (int i = 1; i < at.size(); i++) {
      Duration gap = Duration.between(at.get(i - 1), at.get(i));
      longest = gap.compareTo(longest) > 0 ? gap : longest;
    }
    return longest;
  }

  void print() {
    System.out.println("What clients met:");
    counts.forEach((what, count) -> System.out.printf("  %6d  %s%n", count.get(), what));
    System.out.printf("  slowest 'not now': %.1f s%n", slowestRefusal.get() / 1000.0);
    print("Answers that no client should get", broken);
    print("Refusals", refusals);
  }

  private static void print(String title, Map<String, AtomicInteger> examples) {
    if (!examples.isEmpty()) {
      System.out.println(title + ":");
    }
    examples.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -entry.getValue().get()))
        .limit(EXAMPLES)
        .forEach(entry -> System.out.printf("  %6d  %s%n", entry.getValue().get(), entry.getKey()));
  }
}
