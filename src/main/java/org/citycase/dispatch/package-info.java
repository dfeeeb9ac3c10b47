/**
 * Step 3, 任务派遣: a filed case comes in, a case with one responsible unit and a running clock goes
 * out.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "dispatch",
    allowedDependencies = {"casefile", "clock", "process", "rules", "standard"})
package org.citycase.dispatch;
