package org.citycase.casefile;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.citycase.trail.ReporterDigest;

/**
 * Vouches for the reporter's name and phone without holding them. The salt goes with them when they
 * are erased; then nobody can find out any more what the digest was made from.
 */
@Embeddable
class ReporterSeal {

  private String reporterSalt;
  private String reporterDigest;
  private Instant erasedAt;

  protected ReporterSeal() {}

  /** Seals what the reporter left; a case without a reporter has nothing to seal. */
  static ReporterSeal of(Reported reported) {
    ReporterSeal seal = new ReporterSeal();
    if (reported.hasReporter()) {
      seal.reporterSalt = ReporterDigest.salt();
      seal.reporterDigest =
          ReporterDigest.of(seal.reporterSalt, reported.reporterName(), reported.reporterPhone());
    }
    return seal;
  }

  boolean isSealed() {
    return reporterDigest != null;
  }

  void erased(Instant at) {
    reporterSalt = null;
    erasedAt = at;
  }

  Instant erasedAt() {
    return erasedAt;
  }
}
