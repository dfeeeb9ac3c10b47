package org.citycase.trail;

import java.util.List;

/** Whom a {@linkplain Trails trail} is told to, from its beginning to its end. */
public interface TrailReader {

  /** The first thing told: which trail this is. */
  void begin(Extent extent);

  /** The seals in the order they were made, each with the columns {@link SealRow#COLUMNS}. */
  void seal(List<String> seal);

  /** The entries of the configuration log in their order; only of a whole trail. */
  void configuration(List<String> entry);

  /** One case after the other, by their numbers. */
  void oneCase(CaseTrail trail);

  /** The ends of the chains of configuration and seals, and the last thing told. */
  void end(Ends ends);

  /** Where the chains that belong to no case end; null of a trail that is not whole. */
  record Ends(String configurationLength, String configurationHash, String seals, String root) {}
}
