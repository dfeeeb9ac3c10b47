/** Step 7, 综合评价: penalty points by table and the call to the reporter (回访). */
@org.springframework.modulith.ApplicationModule(
    displayName = "evaluate",
    allowedDependencies = {"casefile", "clock", "process", "rules"})
package org.citycase.evaluate;
