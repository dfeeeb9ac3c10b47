package org.citycase.trail;

/** A trail that cannot be checked at all, with a sentence that says why and what to do instead. */
public class UnreadableTrail extends RuntimeException {

  UnreadableTrail(String sentence) {
    super(sentence);
  }

  UnreadableTrail(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
