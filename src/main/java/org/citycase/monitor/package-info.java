/**
 * What the operators of the service watch (运行监控): how the city's work and the engine's stand, as
 * metrics.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "monitor",
    allowedDependencies = {"audit", "casefile", "clock", "notice", "process"})
package org.citycase.monitor;
