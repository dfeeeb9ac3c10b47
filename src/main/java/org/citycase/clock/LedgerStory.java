package org.citycase.clock;

import static org.citycase.clock.ClockState.RUNNING;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ledger of a clock told in one language: who had the case, what counted, what came of it. */
final class LedgerStory {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final boolean chinese;
  private final CityClock city;

  LedgerStory(boolean chinese, CityClock city) {
    this.chinese = chinese;
    this.city = city;
  }

  /** The whole story; an open stretch is told until this instant. */
  String tell(List<Segment> ledger, Instant now) {
    if (ledger.isEmpty()) {
      return say(Phrase.NO_CLOCK);
    }
    List<Round> rounds = Rounds.of(ledger, now);
    Round last = rounds.get(rounds.size() - 1);
    List<String> said = new ArrayList<>();
    rounds.subList(0, rounds.size() - 1).forEach(round -> said.add(earlier(round)));
    List<Segment> segments =
        ledger.stream().filter(segment -> segment.round() == last.round()).toList();
    said.add(begin(last, segments.get(0)));
    said.add(sentence(String.join(say(Phrase.AND), steps(segments)) + say(Phrase.STOP)));
    said.add(say(Phrase.TOTAL, time(last.usedSeconds()), time(last.wholeSeconds())));
    said.add(verdict(last, segments, Rounds.overdueSince(ledger, now)));
    return String.join(say(Phrase.BETWEEN), said);
  }

  /** One stretch alone, after the one before it; the first of a round tells when it is due. */
  String one(Segment before, Segment segment) {
    boolean first = before == segment || before.round() != segment.round();
    return first
        ? sentence(step(segment) + due(segment) + say(Phrase.STOP))
        : sentence(String.join(say(Phrase.AND), told(before, segment)) + say(Phrase.STOP));
  }

  /** English sentences begin with a capital. */
  private static String sentence(String told) {
    return Character.toUpperCase(told.charAt(0)) + told.substring(1);
  }

  private String earlier(Round round) {
    return say(
        Phrase.EARLIER,
        round.round(),
        round.holder(),
        limit(round.limit()),
        time(round.usedSeconds()),
        say(round.overdue() ? Phrase.WAS_LATE : Phrase.WAS_IN_TIME));
  }

  private String begin(Round round, Segment first) {
    return say(
        Phrase.ROUND,
        round.round(),
        round.holder(),
        limit(round.limit()),
        time(first.wholeSeconds()),
        instant(first.dueAt()));
  }

  private List<String> steps(List<Segment> segments) {
    List<String> steps = new ArrayList<>();
    Segment before = segments.get(0);
    for (Segment segment : segments) {
      steps.addAll(told(before, segment));
      before = segment;
    }
    return steps;
  }

  private List<String> told(Segment before, Segment segment) {
    List<String> told = new ArrayList<>();
    if (segment.extensions() > before.extensions()) {
      told.add(
          say(
              Phrase.EXTENDED,
              instant(segment.from()),
              segment.extensions(),
              instant(segment.dueAt())));
    }
    told.add(step(segment) + newDue(before, segment));
    return told;
  }

  private String step(Segment segment) {
    if (segment.adjusting()) {
      return say(
          Phrase.ADJUSTED,
          instant(segment.from()),
          time(segment.usedSeconds()),
          word(segment.reason()));
    }
    String from = instant(segment.from());
    String used = time(segment.usedSeconds());
    String halted = say(segment.state() == ClockState.PAUSED ? Phrase.PAUSED : Phrase.STOPPED);
    boolean runs = segment.state() == RUNNING;
    String holder = word(segment.holder());
    String why = word(segment.reason());
    if (segment.to() == null) {
      return runs
          ? say(Phrase.COUNTING, from, holder, used, why)
          : say(Phrase.NOT_COUNTING, from, holder, halted, why);
    }
    String to = instant(segment.to());
    return runs
        ? say(Phrase.COUNTED, from, to, holder, used, why)
        : say(Phrase.NOT_COUNTED, from, to, holder, halted, why);
  }

  /**
   * A clock that runs on after a pause, or under another calendar, is due at another instant; with
   * nothing left it was due before.
   */
  private String newDue(Segment before, Segment segment) {
    boolean resumed =
        segment.state() == RUNNING
            && before.state() != RUNNING
            && segment.dueAt().isAfter(segment.from());
    return resumed || segment.adjusting() ? due(segment) : "";
  }

  private String due(Segment segment) {
    return segment.dueAt() == null
        ? ""
        : (chinese ? "，" : ", ") + say(Phrase.RESUMED, instant(segment.dueAt()));
  }

  private String verdict(Round round, List<Segment> segments, Instant overdueSince) {
    long over = round.usedSeconds() - round.wholeSeconds();
    if (!round.overdue()) {
      boolean runs = segments.get(segments.size() - 1).state() == RUNNING;
      return runs
          ? say(Phrase.IN_TIME, instant(lastDue(segments)), time(-over))
          : say(Phrase.IN_TIME_HALTED, time(-over));
    }
    return over <= 0
        ? say(Phrase.LATE_IN_BREAK, instant(overdueSince))
        : say(
            Phrase.LATE,
            instant(overdueSince),
            time(over),
            String.format(Locale.ROOT, "%.2f", round.overtimeMultiple()));
  }

  private static Instant lastDue(List<Segment> segments) {
    return segments.stream()
        .map(Segment::dueAt)
        .filter(due -> due != null)
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private String limit(Limit limit) {
    String plural = chinese || limit.value() == 1 ? "" : "s";
    return say(Phrase.valueOf(limit.unit().name()), limit.value()) + plural;
  }

  private String time(long seconds) {
    long all = Math.abs(seconds);
    String sign = seconds < 0 ? "-" : "";
    return sign
        + (all % 60 == 0
            ? say(Phrase.HOURS, all / 3600, all / 60 % 60)
            : say(Phrase.SECONDS, all / 3600, all / 60 % 60, all % 60));
  }

  private String instant(Instant instant) {
    boolean minute = instant.getEpochSecond() % 60 == 0;
    return (minute ? MINUTE : SECOND).format(city.inCity(instant));
  }

  private String word(String word) {
    return chinese ? LedgerWords.chinese(word) : word;
  }

  private String say(Phrase phrase, Object... facts) {
    return phrase.in(chinese, facts);
  }
}
