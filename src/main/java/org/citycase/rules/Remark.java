package org.citycase.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The remark of a row, which people write in Chinese first and then in English. */
final class Remark {

  /** The blank before the first English word, such as "Overdue", "1st" or "[I]". */
  private static final Pattern ENGLISH = Pattern.compile("\\s+(?=[\\[(]?\\d*[A-Za-z])");

  private Remark() {}

  /** Each language its part; all of it for both when it is written in one. */
  static Bilingual of(String remark) {
    Matcher english = ENGLISH.matcher(remark);
    int chinese = lastHan(remark);
    return chinese < 0 || !english.find(chinese)
        ? Bilingual.same(remark)
        : new Bilingual(
            remark.substring(0, english.start()), remark.substring(english.end()).strip());
  }

  private static int lastHan(String remark) {
    for (int i = remark.length() - 1; i >= 0; i--) {
      if (Character.UnicodeScript.of(remark.charAt(i)) == Character.UnicodeScript.HAN) {
        return i;
      }
    }
    return -1;
  }
}
