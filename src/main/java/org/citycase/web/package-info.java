/**
 * The pages and what all pages and answers share: start page, refusals as RFC 9457 problems, the
 * owners' forms.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "web",
    allowedDependencies = {
      "access",
      "audit",
      "casefile",
      "clock",
      "database",
      "dossier",
      "notice",
      "process",
      "release",
      "rules",
      "standard"
    })
package org.citycase.web;
