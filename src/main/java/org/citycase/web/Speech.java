package org.citycase.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.citycase.Refusal;
import org.citycase.rules.Bilingual;

/**
 * How a page says things: in its language, at the city's wall time.
 *
 * @param zone the city's
 */
record Speech(boolean english, ZoneId zone) {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final long MINUTE_SECONDS = 60;
  private static final long HOUR_SECONDS = 60 * MINUTE_SECONDS;
  private static final long DAY_SECONDS = 24 * HOUR_SECONDS;

  static Speech in(Locale locale, ZoneId zone) {
    return new Speech(locale.getLanguage().equals("en"), zone);
  }

  /** The sentence in the page's language; nothing for none. */
  public String of(Bilingual said) {
    return said == null ? "" : english ? said.en() : said.zh();
  }

  /** Why something is refused; in English where it is told in English only. */
  public String why(Refusal refusal) {
    return english || refusal.zh() == null ? refusal.getMessage() : refusal.zh();
  }

  /** Wall time to the minute, e.g. 2026-03-13 17:30. */
  public String at(Instant instant) {
    return instant == null ? "" : MINUTE.format(instant.atZone(zone));
  }

  /** For programs that read the page, e.g. 2026-03-13T17:30:00+08:00. */
  public String exactly(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }

  /** A length of time in its two largest units, e.g. 2 小时 5 分, 2 h 5 min. */
  public String lasting(long seconds) {
    long length = Math.abs(seconds);
    if (length >= DAY_SECONDS) {
      return two(length / DAY_SECONDS, "天", "d", length % DAY_SECONDS / HOUR_SECONDS, "小时", "h");
    }
    if (length >= HOUR_SECONDS) {
      long minutes = length % HOUR_SECONDS / MINUTE_SECONDS;
      return two(length / HOUR_SECONDS, "小时", "h", minutes, "分", "min");
    }
    return length >= MINUTE_SECONDS
        ? one(length / MINUTE_SECONDS, "分", "min")
        : one(length, "秒", "s");
  }

  /** A length on a limit's own clock, where a day has no 24 hours: hours and minutes. */
  public String working(long seconds) {
    long length = Math.abs(seconds);
    long minutes = length % HOUR_SECONDS / MINUTE_SECONDS;
    return length < HOUR_SECONDS
        ? one(minutes, "分", "min")
        : two(length / HOUR_SECONDS, "小时", "h", minutes, "分", "min");
  }

  private String two(long many, String zh, String en, long few, String fewZh, String fewEn) {
    return few == 0 ? one(many, zh, en) : one(many, zh, en) + " " + one(few, fewZh, fewEn);
  }

  private String one(long count, String zh, String en) {
    return count + " " + (english ? en : zh);
  }
}
