package org.citycase.dossier;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.citycase.rules.Bilingual;

/** What the dossier's template says in one language; {@code $in} there. */
public final class PageLanguage {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int PERCENT = 100;

  private final boolean chinese;
  private final ZoneId zone;

  PageLanguage(boolean chinese, ZoneId zone) {
    this.chinese = chinese;
    this.zone = zone;
  }

  /** The one of the two that is wanted; empty for nothing. */
  public String say(Bilingual told) {
    return told == null ? "" : chinese ? told.zh() : told.en();
  }

  /** An instant to the minute, in the city's time; empty for none. */
  public String minute(Instant at) {
    return at == null ? "" : MINUTE.format(at.atZone(zone));
  }

  /** An instant to the second, likewise. */
  public String second(Instant at) {
    return at == null ? "" : SECOND.format(at.atZone(zone));
  }

  /** Hours and minutes on a limit's clock; negative beyond it. */
  public String time(long seconds) {
    return (seconds < 0 ? "−" : "") + say(StoryWords.hours(Math.abs(seconds)));
  }

  /** A share as a percentage for a width, e.g. 12.34%. */
  public String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share * PERCENT);
  }

  /** The first digits of a hash, enough to recognise it. */
  public String begin(String hash) {
    return hash == null ? "" : hash.substring(0, Math.min(12, hash.length()));
  }
}
