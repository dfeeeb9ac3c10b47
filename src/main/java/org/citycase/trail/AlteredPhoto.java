package org.citycase.trail;

import java.io.IOException;

/** What is kept under a name is not what its name says: it was altered or is damaged. */
public final class AlteredPhoto extends IOException {

  public AlteredPhoto(String name) {
    super("The photo " + name + " is not what was stored: its SHA-256 is another.");
  }
}
