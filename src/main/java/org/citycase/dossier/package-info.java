/**
 * The dossier of a case (案件档案): its whole story, told once for the page and for the file, and the
 * file itself as PDF and ZIP.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "dossier",
    allowedDependencies = {
      "access",
      "casefile",
      "clock",
      "notice",
      "process",
      "rules",
      "standard",
      "trail"
    })
package org.citycase.dossier;
