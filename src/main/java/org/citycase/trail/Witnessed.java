package org.citycase.trail;

/** An entity whose rows the log of its case vouches for; to be listened to by a {@link Witness}. */
public interface Witnessed {

  EvidenceRow evidence();
}
