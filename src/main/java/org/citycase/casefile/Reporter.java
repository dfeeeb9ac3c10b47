package org.citycase.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who reported a case, in full: personal data, handed out by {@link Reporters#open} only.
 *
 * @param name null when the reporter left none
 * @param phone null when the reporter left none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reporter(String name, String phone) {

  /** The text without him; a name of one character may mean something else. */
  public String hiddenIn(String text) {
    String rest = Reported.concealed(text, phone);
    boolean isName = rest != null && name != null && name.length() > 1;
    return isName ? rest.replace(name, "**") : rest;
  }
}
