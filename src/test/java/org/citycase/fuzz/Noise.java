package org.citycase.fuzz;

import java.util.List;
import java.util.Random;

/** What programs, people and attackers put where something else is expected. */
class Noise {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "null",
          "undefined",
          "\u0000",
          "a\u0000b",
          "\ud800",
          "😀𠮷",
          "\u202e\u2066abc",
          "\uFEFF",
          "\uFFFF\uFFFE",
          "\u0001\u001b[31m",
          "'",
          "\"",
          "\\",
          "`",
          "' OR '1'='1' --",
          "1; DROP TABLE cc_case_file; --",
          "') UNION ALL VALUES (1, 2) --",
          "<script>alert(1)</script>",
          "{{constructor.constructor('alert(1)')()}}",
          "${7*7}#{7*7}*{7*7}[[${7*7}]]__${7*7}__",
          "#set($x=1)$x.class",
          "${jndi:ldap://127.0.0.1:1/a}",
          "%s%n%x",
          "../../../../etc/passwd",
          "..\\..\\windows",
          "file:///etc/passwd",
          "http://127.0.0.1:1/",
          "\r\nX-Evil: 1\r\n",
          "=1+1",
          "-1",
          "0",
          "+",
          "1e400",
          "NaN",
          "-Infinity",
          "9223372036854775808",
          "-2147483649",
          "2147483647",
          "0x10",
          "1_000",
          "١٢٣",
          "１２",
          "true",
          "2026-02-30",
          "2026-03-13",
          "2026-13-01T00:00:00Z",
          "2026-03-13T25:61:00+08:00",
          "2026-03-13T17:30:00+08:00",
          "2026-03-13T17:30:00",
          "+999999999-12-31T23:59:59.999999999+18:00",
          "-999999999-01-01T00:00:00-18:00",
          "+999999999-12-31",
          "-999999999-01-01",
          "0000-00-00",
          "9999-12-31T23:59:59Z",
          "1970-01-01T00:00:00Z",
          "P1D",
          "%",
          "%25%00",
          "_",
          "*",
          "[",
          "(a+)+$",
          ",,,,",
          "&a=b",
          "a;b=c",
          ".",
          "..",
          "remaining",
          "-dueAt",
          "red",
          "HANDLING",
          "score",
          "responsible-unit",
          "C01-37",
          "x".repeat(300),
          "字".repeat(3000),
          "9".repeat(400));

  private static final List<String> RAW =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "1.5",
          "1e400",
          "-1e400",
          "1e-400",
          "1E+2147483647",
          "9223372036854775808",
          "-2147483649",
          "123456789012345678901234567890.123456789",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "[]",
          "[null]",
          "[[]]",
          "[{}]",
          "{}",
          "{\"\":null}",
          "{\"a\":{\"a\":{\"a\":[]}}}",
          "[".repeat(900) + "]".repeat(900),
          "\"2026-03-13T17:30:00+08:00\"",
          "1773394200000");

  /** Bodies that no JSON reader takes. */
  private static final List<String> NO_JSON =
      List.of(
          "{",
          "}",
          "{\"a\":",
          "{\"a\" 1}",
          "{'a':1}",
          "{a:1}",
          "{\"a\":1,}",
          "[1,",
          "nul",
          "NaN",
          "{\"a\":NaN}",
          "{\"a\":01}",
          "{\"a\":.5}",
          "{\"a\":+1}",
          "{\"a\":\"\u0001\"}",
          "{\"a\":\"\\x\"}",
          "{\"a\":\"\\u12\"}",
          "/* */{}",
          "\u0000",
          "<a/>",
          "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
          "a=1&b=2",
          "--- !!javax.script.ScriptEngineManager []",
          "[".repeat(20_000),
          "{\"a\":".repeat(5_000),
          "{\"" + "a".repeat(60_000) + "\":1");

  /** Bodies the engine's reader takes, and ours does not. */
  private static final List<String> LAX_JSON =
      List.of("", " ", "{} {}", "{}]", "{}x", "{\"a\":1,\"a\":2}", "{\"a\":{\"b\":1,\"b\":2}}");

  private final Random random;

  Noise(Random random) {
    this.random = random;
  }

  String text() {
    if (random.nextInt(12) == 0) {
      return random
          .ints(1 + random.nextInt(20), 0, 0x2ff)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
    return one(TEXTS);
  }

  /** A fragment of JSON. */
  String raw() {
    return random.nextBoolean() ? one(RAW) : quoted(text());
  }

  String noJson() {
    return one(NO_JSON);
  }

  String laxJson() {
    return one(LAX_JSON);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
