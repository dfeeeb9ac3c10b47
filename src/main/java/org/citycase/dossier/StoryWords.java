package org.citycase.dossier;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.citycase.rules.Bilingual;

/** The words of the story in both languages, from {@code story.properties}. */
final class StoryWords {

  private static final ResourceBundle ZH = bundle(Locale.ROOT);
  private static final ResourceBundle EN = bundle(Locale.ENGLISH);

  private StoryWords() {}

  /** The words of this key with these facts put in; a {@link Bilingual} fact in its language. */
  static Bilingual say(String key, Object... facts) {
    return new Bilingual(format(ZH, key, facts, true), format(EN, key, facts, false));
  }

  /** The name of a code of this list; the code itself when the list does not know it. */
  static Bilingual name(String list, String code) {
    String key = list + "." + code;
    return ZH.containsKey(key) ? say(key) : same(code);
  }

  static boolean knows(String key) {
    return ZH.containsKey(key);
  }

  /** What people wrote, codes and numbers: the same in both languages. */
  static Bilingual same(Object text) {
    return new Bilingual(String.valueOf(text), String.valueOf(text));
  }

  /** Both one after the other. */
  static Bilingual joined(Bilingual first, Bilingual second) {
    return new Bilingual(first.zh() + second.zh(), first.en() + second.en());
  }

  /** Hours and minutes on a limit's clock, whose days have no 24 hours. */
  static Bilingual hours(long seconds) {
    long minutes = seconds / 60;
    return minutes >= 60
        ? say("time.hours", minutes / 60, minutes % 60)
        : say("time.minutes", minutes);
  }

  /** A stretch of real time, in two of its units. */
  static Bilingual lasting(long seconds) {
    long minutes = seconds / 60;
    if (minutes >= 24 * 60) {
      return say("time.days", minutes / (24 * 60), minutes / 60 % 24);
    }
    return minutes >= 60
        ? say("time.hours", minutes / 60, minutes % 60)
        : say("time.minutes", minutes);
  }

  /** As the beginning of a line: with a capital where the language has them. */
  static Bilingual title(Bilingual told) {
    String en = told.en();
    return en.isEmpty()
        ? told
        : new Bilingual(told.zh(), en.substring(0, 1).toUpperCase(Locale.ROOT) + en.substring(1));
  }

  /** With a full stop, unless it has one. */
  static Bilingual stopped(Bilingual told) {
    return new Bilingual(
        told.zh().matches("(?s).*[。！？.!?]") ? told.zh() : told.zh() + "。",
        told.en().matches("(?s).*[。！？.!?]") ? told.en() : told.en() + ".");
  }

  private static String format(ResourceBundle words, String key, Object[] facts, boolean chinese) {
    Object[] told = new Object[facts.length];
    for (int i = 0; i < facts.length; i++) {
      told[i] = text(facts[i], chinese);
    }
    return new MessageFormat(words.getString(key), Locale.ROOT).format(told);
  }

  private static String text(Object fact, boolean chinese) {
    if (fact instanceof Bilingual both) {
      return chinese ? both.zh() : both.en();
    }
    return String.valueOf(fact);
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(
        "story",
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
