package org.citycase.trail;

import java.io.IOException;

/** A picture could not be kept because the place where pictures are kept is full. */
public final class NoRoom extends IOException {

  public NoRoom(String place, Throwable cause) {
    super("There is no room left in " + place + ".", cause);
  }
}
