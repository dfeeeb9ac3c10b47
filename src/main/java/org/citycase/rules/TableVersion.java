package org.citycase.rules;

import java.time.Instant;

/**
 * One publication of a table.
 *
 * @param seq its place in the list of all publications; 0 before it is stored
 * @param number counts the publications of the table from 1
 * @param version the first 12 hexadecimal digits of the SHA-256 of the table's text
 * @param national the same of the national table it stands on
 * @param effectiveAt from when it answers; the first version of a table answers for all time before
 * @param author who made the draft; who published when there was none
 * @param correction whether it also replaces the version before it for cases already filed
 * @param withdrawn whether it was taken back before it took effect
 */
public record TableVersion(
    long seq,
    String table,
    int number,
    String version,
    String national,
    Kind kind,
    Instant effectiveAt,
    Instant publishedAt,
    String publishedBy,
    String author,
    String comment,
    boolean correction,
    int rows,
    String deployment,
    boolean withdrawn) {

  /** How a version came to be. */
  public enum Kind {
    /** Found in the rules folder at a start of the service. */
    START,
    /** A draft that a process owner published. */
    PUBLISHED,
    /** An earlier version put in force again. */
    ROLLBACK
  }
}
