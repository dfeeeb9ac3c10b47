/**
 * Step 7, 综合评价: penalty points by table, the call to the reporter (回访) with its linked new case,
 * the appeal against the overdue mark (申诉), and the scores of units, posts and districts by table.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "evaluate",
    allowedDependencies = {
      "access",
      "casefile",
      "clock",
      "process",
      "rules",
      "standard",
      "trail",
      "web"
    })
package org.citycase.evaluate;
