/**
 * Step 7, 综合评价: penalty points by table and the call to the reporter (回访).
 *
 * <p>Neighbours: casefile, rules, clock, process.
 */
@org.springframework.modulith.ApplicationModule(displayName = "evaluate")
package org.citycase.evaluate;
