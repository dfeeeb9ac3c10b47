package org.citycase.trail;

import java.util.List;

/** The entries of the configuration log as trails hold them. */
final class ConfigurationTrail {

  static final List<String> COLUMNS =
      List.of("seq", "at", "actor", "action", "subject", "data", "previous_hash", "hash");

  private ConfigurationTrail() {}

  static Chain.Link link(List<String> entry) {
    int hash = COLUMNS.indexOf("hash");
    return new Chain.Link(
        Chain.seq(entry.get(0)),
        entry.get(COLUMNS.indexOf("previous_hash")),
        entry.get(hash),
        Canonical.hash(entry.subList(0, hash)));
  }
}
