/**
 * Step 1, 信息收集: the door of the house. A report comes in (API, replay), a case file with its number
 * goes out and the diagram starts.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "collect",
    allowedDependencies = {
      "access",
      "casefile",
      "clock",
      "process",
      "rules",
      "standard",
      "supervise",
      "web"
    })
package org.citycase.collect;
