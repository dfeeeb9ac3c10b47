package org.citycase.notice;

import org.citycase.casefile.ReporterMask;

/**
 * Whom a notice goes to.
 *
 * @param name a person or unit as it is shown
 * @param address where it is sent: a phone number, a mail address, a user or a unit code; empty
 *     when the recipient left none, then the notice is kept with the case only
 * @param citizen whether the name is personal data of a reporter
 */
public record Recipient(String name, String address, boolean citizen) {

  public Recipient {
    name = name == null ? "" : name;
    address = address == null ? "" : address;
  }

  /** A reporter. */
  public Recipient(String name, String address) {
    this(name, address, true);
  }

  /** Somebody of the house or of a unit, by user name or unit code. */
  public static Recipient official(String name, String address) {
    return new Recipient(name, address, false);
  }

  /** The name as everybody may read it: officials in full, a citizen's masked. */
  public String shown() {
    if (!citizen) {
      return name;
    }
    String masked = ReporterMask.name(name);
    return masked == null ? "举报人 reporter" : masked;
  }
}
