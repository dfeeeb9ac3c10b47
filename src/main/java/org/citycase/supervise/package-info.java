/**
 * 督办: who is told when a case is late, and the proof that he was. The ladder of reminders by table,
 * supervision and instruction by persons, guard duty at a danger, and the second clock of the calls
 * to the city's hotline.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "supervise",
    allowedDependencies = {
      "access",
      "casefile",
      "clock",
      "notice",
      "process",
      "rules",
      "standard",
      "trail",
      "web"
    })
package org.citycase.supervise;
