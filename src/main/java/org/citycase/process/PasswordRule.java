package org.citycase.process;

import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;

/** What a password must be that somebody chose (密码规则): the same for a start and its check. */
public final class PasswordRule {

  public static final String ZH = "至少十个字符，含小写字母、大写字母、数字和一个其他符号";

  public static final String EN =
      "it needs ten characters or more, among them a small and a capital letter, a digit and"
          + " another sign";

  static final PasswordPolicy POLICY = new DefaultPasswordPolicyImpl();

  private PasswordRule() {}

  /** Whether it is good enough for whoever it may belong to. */
  public static boolean accepts(String password) {
    return POLICY.getRules().stream().allMatch(rule -> rule.execute(password, null));
  }
}
