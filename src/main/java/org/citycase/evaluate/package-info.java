/**
 * Step 7, 综合评价: penalty points by table, the call to the reporter (回访) with its linked new case,
 * and the appeal against the overdue mark (申诉).
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "evaluate",
    allowedDependencies = {"access", "casefile", "clock", "process", "rules", "web"})
package org.citycase.evaluate;
