package org.citycase.database;

/**
 * Why the service cannot work on a database, and what to do about it.
 *
 * @param zh the sentence in Chinese
 * @param en the sentence in English
 */
public record DatabaseFault(String zh, String en) {

  @Override
  public String toString() {
    return zh + " " + en;
  }
}
