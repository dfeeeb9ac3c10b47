package org.citycase.casefile;

/**
 * A photo as it comes in: its name and its bytes; what it claims to be is not believed.
 *
 * @param lat degrees WGS 84 where it was taken, as its sender says; null when he does not
 * @param lng likewise
 */
public record SentPhoto(String name, byte[] content, Double lat, Double lng) {

  private static final int LONGEST_NAME = 200;

  /** A photo of which nobody says where it was taken. */
  public SentPhoto(String name, byte[] content) {
    this(name, content, null, null);
  }

  String shortName() {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
