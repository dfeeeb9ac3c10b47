/**
 * The only room that knows the engine: deployment, start, tasks, outcomes, users, the settable
 * clock of a simulation.
 *
 * <p>Neighbours: casefile, clock, standard, access.
 */
@org.springframework.modulith.ApplicationModule(displayName = "process")
package org.citycase.process;
