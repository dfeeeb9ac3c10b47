/**
 * What auditors ask across cases (审计追溯): everything one person did, one row decided, one unit
 * returned; interventions and changes of the configuration in a period; where cases lose time.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "audit",
    allowedDependencies = {
      "access",
      "casefile",
      "clock",
      "evaluate",
      "notice",
      "process",
      "rules",
      "standard",
      "trail"
    })
package org.citycase.audit;
