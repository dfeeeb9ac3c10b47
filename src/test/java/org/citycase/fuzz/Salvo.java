package org.citycase.fuzz;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Sends requests over a few kept connections and notes what no answer may be. */
class Salvo {

  private static final int CONNECTIONS = 3;

  /** What tells how the service is built: frames of a stack, names of classes, pieces of SQL. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\bat [\\w.$]+\\([\\w]+\\.java:\\d+\\)"
              + "|\\b(?:java|javax|jakarta|org|com|io|net)\\.[a-z][\\w.]*\\.[A-Z]\\w+"
              + "|\\w+Exception: |Caused by"
              + "|\\b(?i:select|insert|update|delete)\\b[^.]{1,80}\\b(?i:from|into|set)\\b.{0,40}\\b(?:ACT_|act_|cc_)\\w+"
              + "|\\bSQLSTATE|\\bJdbcSQL|org\\.h2|com\\.mysql|Apache Tomcat");

  private final int port;
  private final ConcurrentMap<String, Integer> faults = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

  Salvo(int port) {
    this.port = port;
  }

  void fire(List<Shot> shots) {
    IntStream.range(0, CONNECTIONS)
        .parallel()
        .forEach(
            lane -> {
              try (Wire wire = new Wire(port)) {
                for (int i = lane; i < shots.size(); i += CONNECTIONS) {
                  Shot shot = shots.get(i);
                  boolean head = new String(shot.bytes(), 0, 5).equals("HEAD ");
                  judge(shot, wire.send(shot.bytes(), head));
                }
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }

  private void judge(Shot shot, Wire.Answer answer) {
    statuses.computeIfAbsent(answer.status(), one -> new AtomicInteger()).incrementAndGet();
    // Of a line that is too long the service may not want to read the rest before it hangs up.
    boolean hungUp = answer.status() == 0 && !shot.of().matches("line|header");
    if (answer.status() >= 500 || hungUp) {
      fault(shot, "%d %s".formatted(answer.status(), shortened(answer.body())));
    } else if (answer.status() < 300 && !shot.mayPass()) {
      fault(shot, "%d although it is malformed".formatted(answer.status()));
    }
    boolean told = answer.status() >= 400 || answer.head().contains("X-Evil");
    Matcher inside = INSIDE.matcher(answer.body());
    if (told && inside.find()) {
      fault(shot, "%d tells %s".formatted(answer.status(), shortened(inside.group())));
    }
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").replaceAll("[0-9a-f]{8}-[0-9a-f-]{20,}", "#");
    return line.substring(0, Math.min(220, line.length()));
  }

  private void fault(Shot shot, String what) {
    String key = shot.of() + " → " + what;
    if (faults.merge(key, 1, Integer::sum) == 1) {
      faults.put(key + "\n      e.g. " + shot.told(), 1);
    }
  }

  void fault(String sentence) {
    faults.merge(sentence, 1, Integer::sum);
  }

  int sent() {
    return statuses.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  /** How often each status was answered. */
  Map<Integer, AtomicInteger> statuses() {
    return new TreeMap<>(statuses);
  }

  /** Each fault with an example and how often it was met. */
  Map<String, Integer> faults() {
    return new TreeMap<>(faults);
  }
}
