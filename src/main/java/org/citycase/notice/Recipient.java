package org.citycase.notice;

/**
 * Whom a notice goes to.
 *
 * @param name a person or unit as it is shown
 * @param address where it is sent: a phone number, a mail address, a user or a unit code; empty
 *     when the recipient left none, then the notice is kept with the case only
 */
public record Recipient(String name, String address) {

  public Recipient {
    name = name == null ? "" : name;
    address = address == null ? "" : address;
  }
}
