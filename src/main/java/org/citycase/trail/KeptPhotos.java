package org.citycase.trail;

/** The pictures at hand while a trail is checked. */
public interface KeptPhotos {

  /** The SHA-256 of what is kept under this name; null when nothing is. */
  String sha256(String name);
}
