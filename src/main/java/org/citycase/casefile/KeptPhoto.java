package org.citycase.casefile;

/**
 * A photo whose bytes are in the store already: only such a one is ever named by a case, so that
 * none is missing, and none is waited for while a case is locked.
 */
public final class KeptPhoto {

  private final SentPhoto sent;
  private final Photo stored;

  KeptPhoto(SentPhoto sent, Photo stored) {
    this.sent = sent;
    this.stored = stored;
  }

  SentPhoto sent() {
    return sent;
  }

  Photo stored() {
    return stored;
  }
}
