/**
 * The only room that knows the engine: deployment, start, tasks, outcomes, users, the settable
 * clock of a simulation.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "process",
    allowedDependencies = {"access", "casefile", "clock", "database", "rules", "standard", "trail"})
package org.citycase.process;
