package org.citycase.casefile;

import jakarta.persistence.Embeddable;

/** What held a case up: checks it failed, what its unit asked instead of doing the work. */
@Embeddable
class Setbacks {

  private static final String UNCHECKED = "none";

  private String checkResult = UNCHECKED;
  private int reworkCount;
  private int falseFeedbackCount;
  private int extensionCount;
  private int returnCount;

  protected Setbacks() {}

  void unchecked() {
    checkResult = UNCHECKED;
  }

  void checked(String answer) {
    checkResult = answer;
  }

  void reworked() {
    reworkCount++;
    unchecked();
  }

  void provedFalse() {
    falseFeedbackCount++;
  }

  void extended() {
    extensionCount++;
  }

  void returnAsked() {
    returnCount++;
  }

  String checkResult() {
    return checkResult;
  }

  int reworkCount() {
    return reworkCount;
  }

  int falseFeedbackCount() {
    return falseFeedbackCount;
  }

  int extensionCount() {
    return extensionCount;
  }

  int returnCount() {
    return returnCount;
  }
}
