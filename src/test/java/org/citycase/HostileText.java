package org.citycase;

/** What somebody may write wherever people write, and what it must not become there. */
enum HostileText {
  SQL("'); DROP TABLE cc_case_file; -- ' OR '1'='1"),
  LIKE("%' ESCAPE '_"),
  SCRIPT("\"'></script><script>window.hacked=1</script>"),
  IMAGE("'\"></textarea><img src=x onerror=window.hacked=1><svg onload=window.hacked=1>"),
  LINK(
      "javascript:window.hacked=1//\" onmouseover=window.hacked=1 autofocus onfocus=\"window.hacked=1"),
  ANGULAR("{{constructor.constructor('window.hacked=1')()}}"),
  SPRING("${7919*6101} #{7919*6101} *{7919*6101} [[${7919*6101}]] __${7919*6101}__"),
  VELOCITY("#set($x = 7919 * 6101)$x #evaluate('$x') $x.class #include('../city-case.bpmn')"),
  ENGINE("${execution.getProcessEngineServices()} ${7919*6101}"),
  FORMULA("=7919*6101"),
  COMMAND("@SUM(1)*cmd|'/c calc'!A1"),
  WIDE_FORMULA("＝7919*6101"),
  TAB_FORMULA("\t+7919*6101"),
  LOG("a\r\nforged 2026-03-10T09:00:00 ERROR line\u001b[2J"),
  HEADER("a\r\nX-Evil: 1\r\n\r\n<html>"),
  FILE("../../../../../../etc/passwd"),
  LOOK_UP("${jndi:ldap://127.0.0.1:%1$d/a}"),
  FETCH("<img src='http://127.0.0.1:%1$d/a'/><link rel='stylesheet' href='//127.0.0.1:%1$d/b'/>"),
  ENTITY("&lt;script&gt;]]><!--&#0; &x;"),
  SIGNS("a\u0000\u0001\b\uFFFE\uFFFF\uD800 \u202E\u2066 𠮷😀");

  /** What the sums in these texts are; nobody ever writes it. */
  static final String RESULT = "48313819";

  private final String text;

  HostileText(String text) {
    this.text = text;
  }

  /** The text; what it would fetch is asked from this port of this machine. */
  String with(int port) {
    return text.contains("%1$d") ? text.formatted(port) : text;
  }
}
