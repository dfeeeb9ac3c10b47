package org.citycase.trail;

/**
 * Something that trails are read from: a database or an export. It may be told several times, and
 * each time the same unless it is a database that is written to.
 */
public interface Trails {

  /** Tells everything to the reader, never holding more than a few cases at a time. */
  void tell(TrailReader reader);
}
